import * as z from 'zod';
import { date, line, text } from '../../../shared/fields.ts';
import { named, openAction } from '../../../shared/workflow/lifecycle.ts';

/** The moments of a week, in order; `missed` is when a meeting that was not held is told of, `closes` when what is missing stays missing. */
export const rhythm = z.object({
  plan: z.string(),
  check: z.string(),
  ask: z.string(),
  reflect: z.string(),
  meeting: z.string(),
  missed: z.string(),
  closes: z.string(),
});
export type Rhythm = z.infer<typeof rhythm>;

/** What people plan; the rectifications they still owe are put in by themselves. */
export const plan = z.strictObject({
  items: z.array(line(200)).min(1).max(15),
  improvement: text(1000).optional(),
});
export const check = z.strictObject({ progress: text(1000), help: text(500).optional() });

/** A piece of work: what it was, why it went so, what follows from it. */
const half = z.strictObject({ what: line(200), why: text(1000), follows: text(1000) });
const topics = z.array(line(40)).max(3).default([]);

/** The most and the least satisfying piece of work: both, or nothing. */
export const reflect = z.strictObject({
  most: half,
  least: half.extend({ topics, due: date().optional() }),
});
export const halfName = z.enum(['most', 'least']);
export type HalfName = z.infer<typeof halfName>;
export const suggest = z.strictObject({ half: halfName, text: text(500) });

/** A rectification that stands in its owner's plan. */
const owed = z.object({ id: z.string(), what: z.string(), due: z.string() });

const reflection = z.object({
  at: z.string(),
  most: half,
  least: half.extend({ topics, due: z.string() }),
  /** Handed in after it was due. */
  late: z.boolean(),
});

/** One person's week. */
export const journalData = z.object({
  unit: z.string(),
  week: z.string(),
  zone: z.string(),
  who: named,
  openedAt: z.string(),
  rhythm,
  plan: plan.extend({ at: z.string(), rectifications: z.array(owed) }).optional(),
  check: check.extend({ at: z.string() }).optional(),
  reflection: reflection.optional(),
  suggestions: z.array(z.object({ at: z.string(), by: named, half: halfName, text: z.string() })).default([]),
  sharedAt: z.string().optional(),
});
export type JournalData = z.infer<typeof journalData>;

export const journalStage = z.enum(['begun', 'planned', 'checked', 'reflected', 'shared', 'missed']);
export type JournalStage = z.infer<typeof journalStage>;

/** A person's week in a list. */
export const journalCard = z.object({
  id: z.string(),
  unit: z.string(),
  week: z.string(),
  who: named,
  stage: journalStage,
  late: z.boolean(),
  most: z.string().optional(),
  least: z.string().optional(),
});
export type JournalCard = z.infer<typeof journalCard>;

/** The same as people see it. */
export const journalRow = journalCard.extend({
  label: z.string(),
  stageText: z.string(),
  /** What is due by now and not there. */
  missing: z.array(z.enum(['plan', 'check', 'reflection'])),
});

/** A person's week with all that is in it, and what the reader can do to it now. */
export const journalView = journalRow.extend({
  version: z.number(),
  rhythm,
  plan: journalData.shape.plan,
  check: journalData.shape.check,
  reflection: journalData.shape.reflection,
  topics: z.array(z.string()),
  suggestions: journalData.shape.suggestions,
  /** What its owner owes from weeks before; part of every plan until it is closed. */
  owed: z.array(owed),
  rectification: z.string().optional(),
  actions: z.array(openAction),
});
export type JournalView = z.infer<typeof journalView>;
