import * as z from 'zod';
import { date, email, line, text } from '../../shared/fields.ts';
import { named, openAction } from '../../shared/workflow/lifecycle.ts';
import { shownBy } from '../photos/schema.ts';

/** What a task came from. */
export const sourceKind = z.enum(['duty', 'meeting', 'case', 'visit', 'rectification', 'journal']);
export const source = z.strictObject({
  kind: sourceKind.default('duty'),
  id: line(80).optional().meta({ widget: 'hidden' }),
  label: line(80).optional().meta({ widget: 'hidden' }),
});
export type TaskSource = z.infer<typeof source>;

/** A new task: what, who, by when, why. */
export const taskInput = z.strictObject({
  unit: line(60).meta({ widget: 'hidden' }),
  what: line(120),
  who: email().meta({ widget: 'member' }),
  due: date(),
  why: text(500).optional(),
  source: source.prefault({}).meta({ widget: 'hidden' }),
});

const done = z.object({ at: z.string(), by: named, note: z.string().optional(), photo: z.string().optional() });

export const taskData = z.object({
  unit: z.string(),
  what: z.string(),
  why: z.string().optional(),
  who: named,
  due: z.string(),
  /** The zone in which the due date ends. */
  zone: z.string(),
  source,
  setBy: named,
  setAt: z.string(),
  startedAt: z.string().optional(),
  done: done.optional(),
  closed: z.object({ at: z.string(), by: named, note: z.string().optional() }).optional(),
  returned: z.array(z.object({ at: z.string(), by: named, reason: z.string() })).default([]),
  /** Hand-overs it was still open at: in whose charge it was, and in whose it then came. */
  carried: z.array(z.object({ at: z.string(), week: z.string(), from: z.string(), to: z.string() })).default([]),
});
export type TaskData = z.infer<typeof taskData>;

export const start = z.strictObject({ note: text(500).optional() });
export const finish = z.strictObject({ note: text(1000).optional(), photo: shownBy.optional() });
export const verify = z.strictObject({ note: text(500).optional() });
export const reason = z.strictObject({ reason: text(500) });
export const handOn = z.strictObject({ who: email().meta({ widget: 'member' }), reason: text(500) });
export const postpone = z.strictObject({ due: date(), reason: text(500) });

export const stage = z.enum(['set', 'started', 'returned', 'done', 'verified', 'cancelled']);
export type Stage = z.infer<typeof stage>;

export const isOpen = (s: Stage): boolean => s !== 'verified' && s !== 'cancelled';

/** A task on a board. */
export const taskCard = z.object({
  id: z.string(),
  unit: z.string(),
  what: z.string(),
  why: z.string().optional(),
  who: named,
  due: z.string(),
  stage,
  source,
  setBy: named,
  setAt: z.string(),
  closedAt: z.string().optional(),
  doneAt: z.string().optional(),
  carried: z.number(),
});
export type TaskCard = z.infer<typeof taskCard>;

/** The same as people see it: whether it is overdue, and the stage in words. */
export const taskRow = taskCard.extend({ overdue: z.boolean(), stageText: z.string() });

export const taskView = taskRow.omit({ carried: true }).extend({
  version: z.number(),
  startedAt: z.string().optional(),
  done: done.optional(),
  closed: taskData.shape.closed,
  returned: taskData.shape.returned,
  carried: taskData.shape.carried,
  actions: z.array(openAction),
  history: z.array(z.object({ seq: z.number(), at: z.string(), by: z.string(), event: z.string(), text: z.string() })),
});
