import * as z from 'zod';
import { email, text } from '../../../shared/fields.ts';
import { named, openAction } from '../../../shared/workflow/lifecycle.ts';
import { halfName, journalRow, rhythm } from '../week/schema.ts';

export const start = z.strictObject({});
export const next = z.strictObject({});
export const note = z.strictObject({ text: text(1000) });
export const conclude = z.strictObject({
  attended: z.array(email()).max(100).default([]),
  decisions: text(3000).optional(),
});

/** One half of somebody's week, as the meeting comes to it. */
const item = z.object({
  journal: z.string(),
  who: named,
  half: halfName,
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
});
export type Item = z.infer<typeof item>;

/** The meeting in which a week is shared. */
export const weeklyData = z.object({
  unit: z.string(),
  week: z.string(),
  openedAt: z.string(),
  rhythm,
  minutesPerItem: z.number(),
  startedAt: z.string().optional(),
  ledBy: named.optional(),
  items: z.array(item).default([]),
  /** The item that is talked about; one past the last when all have been. */
  current: z.number().default(0),
  notes: z
    .array(
      z.object({
        at: z.string(),
        by: named,
        text: z.string(),
        journal: z.string().optional(),
        half: halfName.optional(),
      }),
    )
    .default([]),
  attended: z.array(z.string()).default([]),
  decisions: z.string().optional(),
  concludedAt: z.string().optional(),
});
export type WeeklyData = z.infer<typeof weeklyData>;

export const weeklyStage = z.enum(['gathering', 'due', 'overdue', 'running', 'concluded']);
export type WeeklyStage = z.infer<typeof weeklyStage>;

/** An item with what its owner wrote, how long it has taken, what was noted and suggested. */
const itemView = item.extend({
  what: z.string(),
  why: z.string(),
  follows: z.string(),
  seconds: z.number().optional(),
  overtime: z.boolean(),
  suggestions: z.array(z.object({ at: z.string(), by: named, text: z.string() })),
  notes: z.array(z.object({ at: z.string(), by: named, text: z.string() })),
  rectification: z.object({ id: z.string(), due: z.string(), measure: z.string(), stageText: z.string() }).optional(),
});
export type ItemView = z.infer<typeof itemView>;

/** The meeting as people see it. */
export const weeklyView = z.object({
  id: z.string(),
  version: z.number(),
  unit: named,
  week: z.string(),
  label: z.string(),
  stage: z.object({ code: weeklyStage, text: z.string() }),
  rhythm,
  secondsPerItem: z.number(),
  startedAt: z.string().optional(),
  concludedAt: z.string().optional(),
  ledBy: named.optional(),
  current: z.number(),
  items: z.array(itemView),
  /** Who has not handed in both halves. */
  missing: z.array(named),
  notes: z.array(z.object({ at: z.string(), by: named, text: z.string() })),
  attended: z.array(named),
  decisions: z.string().optional(),
  actions: z.array(openAction),
});
export type WeeklyView = z.infer<typeof weeklyView>;

/** A week of the community: everybody's, one's own, and the meeting. */
export const teamWeek = z.object({
  unit: named,
  week: z.string(),
  label: z.string(),
  present: z.string(),
  rhythm,
  people: z.array(journalRow),
  /** Who has to hand something in by now and has not: for the first secretary and the duty secretary. */
  missing: z.object({ plan: z.array(named), check: z.array(named), reflection: z.array(named) }).optional(),
  meeting: z.object({ id: z.string(), stage: z.object({ code: weeklyStage, text: z.string() }) }).optional(),
});
export type TeamWeek = z.infer<typeof teamWeek>;
