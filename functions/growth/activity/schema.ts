import * as z from 'zod';
import { email, line, moment, text } from '../../../shared/fields.ts';
import { named, openAction } from '../../../shared/workflow/lifecycle.ts';

const activityKind = z.enum(['debate', 'training', 'culture']);

const speakers = z.array(email()).min(1).max(6);

/** Two sides argue a motion. */
export const debateInput = z.strictObject({ motion: line(200), for: speakers, against: speakers, chair: email() });
export type DebateInput = z.infer<typeof debateInput>;

/** A new activity; a debate names its motion and its sides. */
export const activityInput = z.strictObject({
  kind: activityKind,
  title: line(100),
  about: text(1000).optional(),
  place: line(100),
  starts: moment(),
  seats: z.number().int().min(1).max(500).optional(),
  debate: debateInput.optional(),
});
export type ActivityInput = z.infer<typeof activityInput>;

export const nothing = z.strictObject({});
export const change = z.strictObject({
  place: line(100).optional(),
  starts: moment().optional(),
  debate: debateInput.optional(),
});
export const hold = z.strictObject({ attended: z.array(email()).min(1).max(100) });
/** Who won, as the chair says it; for debates only. */
export const outcome = z.enum(['for', 'against', 'undecided']);
export const conclude = z.strictObject({
  outcome: outcome.optional(),
  best: email().optional(),
  learned: text(2000),
});
export const cancel = z.strictObject({ reason: text(500) });

const debate = z.object({ motion: z.string(), for: z.array(named), against: z.array(named), chair: named });
export type Debate = z.infer<typeof debate>;

export const activityData = z.object({
  unit: z.string(),
  zone: z.string(),
  kind: activityKind,
  title: z.string(),
  about: z.string().optional(),
  place: z.string(),
  starts: z.string(),
  seats: z.number().optional(),
  debate: debate.optional(),
  setBy: named,
  openedAt: z.string(),
  signedUp: z.array(named).default([]),
  attended: z.array(named).default([]),
  heldAt: z.string().optional(),
  result: z
    .object({ at: z.string(), by: named, outcome: outcome.optional(), best: named.optional(), learned: z.string() })
    .optional(),
  cancelled: z.object({ at: z.string(), by: named, reason: z.string() }).optional(),
});
export type ActivityData = z.infer<typeof activityData>;

export const activityStage = z.enum(['announced', 'underway', 'held', 'concluded', 'cancelled']);
export type ActivityStage = z.infer<typeof activityStage>;

/** An activity in a list. */
export const activityCard = z.object({
  id: z.string(),
  unit: z.string(),
  kind: activityKind,
  title: z.string(),
  place: z.string(),
  starts: z.string(),
  stage: activityStage,
  signedUp: z.array(z.string()),
  attended: z.array(z.string()),
  best: z.string().optional(),
});
export type ActivityCard = z.infer<typeof activityCard>;

export const activityRow = activityCard.omit({ signedUp: true, attended: true }).extend({
  kindText: z.string(),
  stageText: z.string(),
  signedUp: z.number(),
  attended: z.number(),
  /** Whether I have signed up. */
  mine: z.boolean(),
});

export const activityView = activityRow.omit({ signedUp: true, attended: true, best: true }).extend({
  version: z.number(),
  about: z.string().optional(),
  seats: z.number().optional(),
  debate: debate.optional(),
  setBy: named,
  signedUp: z.array(named),
  attended: z.array(named),
  result: activityData.shape.result.unwrap().extend({ outcomeText: z.string().optional() }).optional(),
  cancelled: activityData.shape.cancelled,
  actions: z.array(openAction),
});
export type ActivityView = z.infer<typeof activityView>;
