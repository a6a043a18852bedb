import * as z from 'zod';
import { environment } from '../../shared/env.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

/** The desk's pages of one pair and of one activity. */
export const mentorshipLink = (id: string): string => `${env().SITE_URL}/desk/mentorship/?id=${id}`;
export const activityLink = (id: string): string => `${env().SITE_URL}/desk/activity/?id=${id}`;
