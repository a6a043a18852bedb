import { type Actor, leads } from '../../shared/auth.ts';
import { invalidField } from '../../shared/errors.ts';
import { lists } from '../../shared/keys.ts';
import { cut } from '../../shared/text.ts';
import { dateOf, type Moment } from '../../shared/time.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { machine } from './machine.ts';
import * as s from './schema.ts';

const assignee = (actor: Actor, d: s.TaskData) => actor.id === d.who.id;
const leader = (actor: Actor, d: s.TaskData) => leads(actor, d.unit);
const setter = (actor: Actor, d: s.TaskData) => leader(actor, d) || actor.id === d.setBy.id;
const either = (actor: Actor, d: s.TaskData) => assignee(actor, d) || leader(actor, d);

const noteOrPhoto = (input: { note?: string; photo?: string }): void => {
  if (!input.note && !input.photo) throw invalidField('note', 'note-or-photo', 'say what was done, or show it');
};

const notPast = ({ due }: { due: string }, d: s.TaskData, at: Moment): void => {
  if (due < dateOf(at, d.zone)) throw invalidField('due', 'past', 'lies before today');
};

/** Who may do what to a task. Whoever did the work does not verify it. */
const actions: Record<string, ActionRule<s.TaskData>> = {
  start: { input: s.start, may: assignee, tone: 'primary' },
  finish: { input: s.finish, may: either, tone: 'primary', check: noteOrPhoto },
  verify: { input: s.verify, may: setter, notBy: (d) => [d.done?.by.id, d.who.id], tone: 'primary' },
  return: { input: s.reason, may: setter, notBy: (d) => [d.done?.by.id, d.who.id] },
  'hand-on': { input: s.handOn, may: leader },
  postpone: { input: s.postpone, may: setter, check: notPast },
  cancel: { input: s.reason, may: setter, tone: 'danger' },
};

/** The stage of a task as people are told it. */
export const stageOf = (state: unknown): s.Stage => {
  if (typeof state === 'string') return s.stage.parse(state);
  return s.stage.parse((state as { open: { work: string } }).open.work);
};

/** A task as the boards hold it. */
export const cardOf = ({ id, data, state }: LifeRecord<s.TaskData>): s.TaskCard => ({
  ...{ id, unit: data.unit, what: data.what, why: data.why && cut(data.why, 120), who: data.who, due: data.due },
  ...{ stage: stageOf(state), source: data.source, setBy: data.setBy, setAt: data.setAt },
  ...{ closedAt: data.closed?.at, doneAt: data.done?.at, carried: data.carried.length },
});

/** On the boards of its unit and of its person: open ones by due date, closed ones by when they were closed. */
const index = (record: LifeRecord<s.TaskData>) => {
  const card = cardOf(record);
  const { unit, who, due, closed } = record.data;
  const list = closed ? lists.tasksClosed : lists.tasks;
  const order = `${closed?.at ?? due}#${record.id}`;
  return { queue: list(unit), queueOrder: order, card, area: list(who.id), areaOrder: order, facts: card };
};

export const task: Lifecycle<s.TaskData> = {
  ...{ type: 'task', kind: 'TASK', machine, data: s.taskData as Lifecycle<s.TaskData>['data'], actions, index },
};
