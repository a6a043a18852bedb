import { type Actor, holds, leads } from '../../../shared/auth.ts';
import { invalidField } from '../../../shared/errors.ts';
import { contentDigest } from '../../../shared/ids.ts';
import { lists } from '../../../shared/keys.ts';
import { cut } from '../../../shared/text.ts';
import { dateOf, type Moment } from '../../../shared/time.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { isInside } from '../week/journal.ts';
import { machine } from './machine.ts';
import * as s from './schema.ts';

export type Rectification = LifeRecord<s.RectificationData>;

/** The id of what becomes of a week's least-satisfying work. */
export const rectificationId = (journal: string): string => contentDigest(['rectification', journal]).slice(0, 20);

const inside = (actor: Actor, d: s.RectificationData) => isInside(actor, d.unit);
const owner = (actor: Actor, d: s.RectificationData) => actor.id === d.owner.id && inside(actor, d);
const leader = (actor: Actor, d: s.RectificationData) => leads(actor, d.unit);
const first = (actor: Actor, d: s.RectificationData) => holds(actor, d.unit, 'first-secretary');

/** Nobody who had it in hand says that it is done. */
const owners = (d: s.RectificationData) => [...d.owners, d.done?.by.id];

const notPast = ({ due }: { due?: string }, d: s.RectificationData, at: Moment): void => {
  if (due !== undefined && due < dateOf(at, d.zone)) throw invalidField('due', 'past', 'lies before today');
};

const changesSomething = (
  input: { measure?: string; owner?: string; due?: string },
  d: s.RectificationData,
  at: Moment,
) => {
  if (!input.measure && !input.owner && !input.due) throw invalidField('measure', 'required', 'nothing would change');
  notPast(input, d, at);
};

/** Who may do what to a rectification; nobody puts off their own. */
const actions: Record<string, ActionRule<s.RectificationData>> = {
  finish: { input: s.finish, may: owner, tone: 'primary' },
  verify: { input: s.verify, may: inside, notBy: owners, tone: 'primary' },
  return: { input: s.giveBack, may: inside, notBy: owners, check: notPast },
  amend: { input: s.amend, may: leader, notBy: (d) => [d.owner.id], check: changesSomething },
  waive: { input: s.waive, may: first, notBy: owners, tone: 'danger' },
};

/** The stage of a rectification as people are told it. */
export const stageOf = (state: unknown): s.RectificationStage => {
  if (typeof state === 'string') return s.rectificationStage.parse(state);
  return (state as { open: { work: string } }).open.work === 'returned' ? 'returned' : 'open';
};

export const isOpen = (stage: s.RectificationStage): boolean => stage !== 'verified' && stage !== 'waived';

/** A rectification as boards hold it. */
export const cardOf = ({ id, state, data }: Rectification): s.RectificationCard => ({
  ...{ id, unit: data.unit, week: data.week, owner: data.owner, what: data.what, measure: cut(data.measure, 200) },
  ...{ topics: data.topics, due: data.due, stage: stageOf(state), openedAt: data.openedAt },
  ...{ closedAt: data.closed?.at, returns: data.returned.length },
});

/** On the boards of its unit and of its owner: open ones by due date, closed ones by when they were closed. */
const index = (record: Rectification) => {
  const card = cardOf(record);
  const { unit, owner: who, due, closed } = record.data;
  const list = closed ? lists.rectificationsClosed : lists.rectifications;
  const order = `${closed?.at ?? due}#${record.id}`;
  return { queue: list(unit), queueOrder: order, card, area: list(who.id), areaOrder: order, facts: card };
};

export const rectification: Lifecycle<s.RectificationData> = {
  ...{ type: 'rectification', kind: 'RECTIFICATION', machine, actions, index },
  data: s.rectificationData as Lifecycle<s.RectificationData>['data'],
};
