import * as z from 'zod';
import { environment } from '../../shared/env.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

/** The desk's page of one campaign. */
export const campaignLink = (id: string): string => `${env().SITE_URL}/desk/campaign/?id=${id}`;

/** The public page of one event, as calendars link it. */
export const eventLink = (id: string): string => `${env().SITE_URL}/events/${id}`;
