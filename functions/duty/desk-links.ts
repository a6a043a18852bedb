import * as z from 'zod';
import { environment } from '../../shared/env.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

/** The desk's page of the duty week; of one task; the calendar's public address. */
export const dutyLink = (): string => `${env().SITE_URL}/desk/duty/`;
export const calendarLink = (secret: string): string => `${env().SITE_URL}/calendar/${secret}.ics`;
