import * as z from 'zod';
import { areaCode, date, fen, type Language, line, text } from '../../shared/fields.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { unitId } from '../directory/schema.ts';

/** Notices and jobs that a verified unit puts before the public until their last day is over. */

const noticeKind = z.enum(['notice', 'job']);

/** What it says in one language. */
const wording = z.strictObject({ title: line(60), body: text(1000) });

/** In each language it is written in; at least one. */
const wordings = z.strictObject({ zh: wording.optional(), bo: wording.optional(), en: wording.optional() });

export const payPer = z.enum(['month', 'day', 'hour', 'piece']);

/** What a job pays, in fen: one amount, or from the first to the second. */
const pay = z.strictObject({ per: payPer, fromFen: fen(), toFen: fen().optional() });
export type Pay = z.infer<typeof pay>;

/** Whom a job is for: the new forms of employment, and anybody. */
export const forWhom = z.enum(['riders', 'couriers', 'drivers', 'domestic', 'sanitation', 'anyone']);

const job = z.strictObject({
  employer: line(100),
  pay,
  openings: z.number().int().min(1).max(10_000),
  for: z.array(forWhom).min(1).max(forWhom.options.length),
});

const stationId = unitId();

/** A notice as its unit writes it. Whoever wants a job needs to know where it is and whom to ask. */
export const noticeInput = z.strictObject({
  kind: noticeKind,
  text: wordings,
  area: areaCode(),
  stations: z.array(stationId).max(20).default([]),
  /** The last day, in Asia/Shanghai; it is over when that day is. */
  until: date(),
  place: line(100).optional(),
  contact: line(100).optional(),
  job: job.optional(),
});
export type NoticeInput = z.infer<typeof noticeInput>;

/** What it is to say instead, all of it; a notice stays a notice, and a job a job. */
export const change = noticeInput.omit({ kind: true });
export type Change = z.infer<typeof change>;

export const nothing = z.strictObject({});
export const withReason = z.strictObject({ reason: text(500) });

export const complaintReason = z.enum(['fraud', 'asks-for-money', 'wrong', 'other']);

/** What anybody may say against a notice. `once` is made with the form, so that sending it again counts once. */
export const complaintInput = z.strictObject({
  once: z
    .string()
    .regex(/^[0-9a-f]{20}$/)
    .optional()
    .meta({ widget: 'hidden' }),
  reason: complaintReason,
  words: text(500).optional(),
});
export type ComplaintInput = z.infer<typeof complaintInput>;

const complaint = complaintInput.extend({ at: z.string() });
export type Complaint = z.infer<typeof complaint>;

export const noticeData = z.object({
  ...noticeInput.shape,
  unit: z.string(),
  /** The instant at which the last day is over. */
  ends: z.string(),
  by: named,
  openedAt: z.string(),
  publishedAt: z.string().optional(),
  /** When what it says was last changed after it was published. */
  changedAt: z.string().optional(),
  /** How often it was changed, also as a draft. */
  revision: z.number().default(0),
  /** So many complaints take it off the page; from the unit's settings when it was written. */
  complaintLimit: z.number(),
  /** Those since an official last decided. */
  complaints: z.array(complaint).default([]),
  /** How many there were before that. */
  settled: z.number().default(0),
  withdrawn: z.object({ at: z.string(), by: named, reason: z.string() }).optional(),
});
export type NoticeData = z.infer<typeof noticeData>;

export const noticeStage = z.enum(['draft', 'published', 'held', 'ended', 'withdrawn', 'discarded']);
export type NoticeStage = z.infer<typeof noticeStage>;

/** What an index holds of a notice: all that the public sees, and its stage. */
export const noticeCard = noticeData
  .pick({ kind: true, text: true, area: true, stations: true, until: true, place: true, contact: true, job: true })
  .extend({
    id: z.string(),
    unit: z.string(),
    ends: z.string(),
    publishedAt: z.string().optional(),
    changedAt: z.string().optional(),
    stage: noticeStage,
    complaints: z.number(),
  });
export type NoticeCard = z.infer<typeof noticeCard>;

/** The languages of a notice's text in the order in which readers of another language are given them. */
export const LANGUAGES: readonly Language[] = ['zh', 'bo', 'en'];
