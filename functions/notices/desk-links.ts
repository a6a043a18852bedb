import * as z from 'zod';
import { environment } from '../../shared/env.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

/** The desk's page of one notice. */
export const noticeLink = (id: string): string => `${env().SITE_URL}/desk/notice/?id=${id}`;
