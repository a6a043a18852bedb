import * as z from 'zod';
import { named } from '../../shared/workflow/lifecycle.ts';

/** What a worker's record is made of. */
export const entryKind = z.enum(['week', 'task', 'rectification', 'session', 'activity']);

export const recordEntry = z.object({
  date: z.string(),
  kind: entryKind,
  text: z.string(),
  /** Of the week of duty, task, rectification, pair or activity. */
  id: z.string(),
});
export type RecordEntry = z.infer<typeof recordEntry>;

const count = z.number();
const counts = z.object({ week: count, task: count, rectification: count, session: count, activity: count });

/** A worker's record: how much of each, over all and by month, and each thing by date. */
export const workRecord = z.object({
  person: named,
  totals: counts,
  months: z.array(counts.extend({ month: z.string() })),
  entries: z.array(recordEntry),
});
export type WorkRecord = z.infer<typeof workRecord>;

/** The record as people see it. */
export const workRecordView = workRecord.extend({
  entries: z.array(recordEntry.extend({ kindText: z.string() })),
});
export type WorkRecordView = z.infer<typeof workRecordView>;
