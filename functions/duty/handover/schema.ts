import * as z from 'zod';
import { email, text } from '../../../shared/fields.ts';
import { named, openAction } from '../../../shared/workflow/lifecycle.ts';
import { gapReason } from '../schema.ts';

/** What a week of duty came to. */
export const report = z.object({
  tasksSet: z.number(),
  tasksClosed: z.number(),
  tasksOpen: z.number(),
  casesReceived: z.number(),
  casesMoved: z.number(),
  casesClosed: z.number(),
  casesOpen: z.number(),
  requestsReceived: z.number(),
  requestsAnswered: z.number(),
  meetings: z.number(),
});
export type Report = z.infer<typeof report>;

/**
 * A week of duty from its hand-over on. At first it is small, one write unit: whom the rota names is frozen, names of people
 * are looked up when they are shown.
 */
export const handoverData = z.object({
  unit: z.string(),
  week: z.string(),
  /** Who serves the week by the rota, and why they; nobody in a pause or a gap. */
  who: z.string().optional(),
  via: z.enum(['swap', 'cover']).optional(),
  pause: z.string().optional(),
  gap: gapReason.optional(),
  /** Who really served the week before. */
  from: z.string().optional(),
  /** Milliseconds from the hand-over's beginning to the noon at which it goes to the first secretary. */
  noonIn: z.number(),
  /** The week was over when it was caught up: nobody is told. */
  over: z.boolean().optional(),
  signed: z
    .array(z.object({ by: named, at: z.string(), note: z.string().optional(), instead: z.boolean().optional() }))
    .optional(),
  standIns: z.array(z.object({ who: named, at: z.string(), reason: z.string() })).optional(),
  /** What whoever serves this week leaves to the next one in words. */
  words: z.string().optional(),
  report: report.optional(),
});
export type HandoverData = z.infer<typeof handoverData>;

export const sign = z.strictObject({ note: text(1000).optional() });
export const signFor = z.strictObject({ reason: text(500) });
export const leaveWords = z.strictObject({ words: text(2000) });
export const standIn = z.strictObject({ who: email().meta({ widget: 'member' }), reason: text(300) });

export const handoverStage = z.enum(['signing', 'late', 'serving', 'vacant', 'over', 'ended']);
export type HandoverStage = z.infer<typeof handoverStage>;

/** A hand-over as people see it. */
export const handoverView = z.object({
  id: z.string(),
  version: z.number(),
  unit: z.string(),
  week: z.string(),
  label: z.string(),
  begins: z.string(),
  ends: z.string(),
  stage: z.object({ code: handoverStage, text: z.string() }),
  who: named.optional(),
  serving: named.optional(),
  from: named.optional(),
  via: z.string().optional(),
  pause: z.string().optional(),
  gap: z.string().optional(),
  /** Until when it is to be signed, while it is not. */
  clocks: z.array(z.object({ id: z.string(), text: z.string(), due: z.string() })),
  signed: handoverData.shape.signed.unwrap(),
  standIns: handoverData.shape.standIns.unwrap(),
  words: z.string().optional(),
  report: report.optional(),
  actions: z.array(openAction),
});
export type HandoverView = z.infer<typeof handoverView>;
