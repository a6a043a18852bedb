import * as z from 'zod';
import { environment } from '../../shared/env.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

/** The desk's pages of a week of the journal, of one rectification, and of a weekly meeting. */
export const weekLink = (unit: string, week: string): string =>
  `${env().SITE_URL}/desk/journal/?${new URLSearchParams({ unit, week })}`;
export const rectificationLink = (id: string): string => `${env().SITE_URL}/desk/rectification/?id=${id}`;
export const meetingLink = (unit: string, week: string): string =>
  `${env().SITE_URL}/desk/weekly/?${new URLSearchParams({ unit, week })}`;
