import * as z from 'zod';
import { text } from '../../../shared/fields.ts';
import { named, openAction } from '../../../shared/workflow/lifecycle.ts';

export const swapData = z.object({
  unit: z.string(),
  /** The asker's week, and the other's. */
  weeks: z.tuple([z.string(), z.string()]),
  asker: named,
  other: named,
  note: z.string().optional(),
  /** Milliseconds after which it is too late to answer. */
  answerIn: z.number(),
  until: z.string(),
  answer: z.string().optional(),
});
export type SwapData = z.infer<typeof swapData>;

export const answer = z.strictObject({ note: text(500).optional() });

export const swapStage = z.enum(['asked', 'accepted', 'declined', 'withdrawn', 'expired']);

/** A swap that is asked for, as people see it. */
export const swapView = swapData.omit({ answerIn: true }).extend({
  id: z.string(),
  version: z.number(),
  stage: z.object({ code: swapStage, text: z.string() }),
  actions: z.array(openAction),
});
export type SwapView = z.infer<typeof swapView>;
