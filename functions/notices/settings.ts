import * as z from 'zod';
import { settingsOf } from '../directory/lookup.ts';

/** What a unit configures of its notices, in its settings under `notices`. */
const noticeSettings = z.object({
  /** So many complaints take a notice off the page until an official decides. */
  complaintLimit: z.number().int().min(1).max(50).default(3),
});
export type NoticeSettings = z.infer<typeof noticeSettings>;

export const noticesIn = (unit: string): Promise<NoticeSettings> => settingsOf(unit, noticeSettings, 'notices');
