import * as z from 'zod';
import { date, email, text } from '../../../shared/fields.ts';
import { named, openAction, toldEntry } from '../../../shared/workflow/lifecycle.ts';
import { localDays } from '../../../shared/working-days.ts';
import { shownBy } from '../../photos/schema.ts';

export const finish = z.strictObject({ evidence: text(2000), photo: shownBy.optional() });
export const verify = z.strictObject({ note: text(500).optional() });
export const giveBack = z.strictObject({ reason: text(500), due: date().optional() });
export const amend = z.strictObject({
  measure: text(1000).optional(),
  owner: email().meta({ widget: 'member' }).optional(),
  due: date().optional(),
  reason: text(500),
});
export const waive = z.strictObject({ reason: text(500) });

/** What becomes of a piece of work that nobody was satisfied with. */
export const rectificationData = z.object({
  unit: z.string(),
  zone: z.string(),
  /** The week in whose journal it was told, and by whom. */
  journal: z.string(),
  week: z.string(),
  author: named,
  owner: named,
  /** Everybody who ever had it: none of them verifies it. */
  owners: z.array(z.string()),
  what: z.string(),
  why: z.string(),
  measure: z.string(),
  topics: z.array(z.string()),
  due: z.string(),
  openedAt: z.string(),
  /** Milliseconds overdue after which it goes to the first secretary, and after which verifiers are asked again. */
  escalateIn: z.number(),
  verifyIn: z.number(),
  /** The unit’s own days, as they were when it was opened: nobody is reminded on a day off. */
  local: localDays.prefault({}),
  done: z.object({ at: z.string(), by: named, evidence: z.string(), photo: z.string().optional() }).optional(),
  returned: z.array(z.object({ at: z.string(), by: named, reason: z.string() })).default([]),
  closed: z
    .object({ how: z.enum(['verified', 'waived']), at: z.string(), by: named, note: z.string().optional() })
    .optional(),
});
export type RectificationData = z.infer<typeof rectificationData>;

export const rectificationStage = z.enum(['open', 'returned', 'done', 'verified', 'waived']);
export type RectificationStage = z.infer<typeof rectificationStage>;

/** A rectification on a board. */
export const rectificationCard = z.object({
  id: z.string(),
  unit: z.string(),
  week: z.string(),
  owner: named,
  what: z.string(),
  measure: z.string(),
  topics: z.array(z.string()),
  due: z.string(),
  stage: rectificationStage,
  openedAt: z.string(),
  closedAt: z.string().optional(),
  returns: z.number(),
});
export type RectificationCard = z.infer<typeof rectificationCard>;

/** The same as people see it: how old it is in days, and whether it is overdue. */
export const rectificationRow = rectificationCard.extend({
  stageText: z.string(),
  topicTexts: z.array(z.string()),
  ageDays: z.number(),
  overdue: z.boolean(),
});

export const rectificationView = rectificationRow.extend({
  version: z.number(),
  journal: z.string(),
  author: named,
  why: z.string(),
  done: rectificationData.shape.done,
  returned: rectificationData.shape.returned,
  closed: rectificationData.shape.closed,
  actions: z.array(openAction),
  history: z.array(toldEntry),
});
export type RectificationView = z.infer<typeof rectificationView>;
