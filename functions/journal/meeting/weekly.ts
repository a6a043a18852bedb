import { type Actor, leads } from '../../../shared/auth.ts';
import { conflict } from '../../../shared/errors.ts';
import { contentDigest } from '../../../shared/ids.ts';
import { lists } from '../../../shared/keys.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { isInside } from '../week/journal.ts';
import { machine } from './machine.ts';
import * as s from './schema.ts';

export type Weekly = LifeRecord<s.WeeklyData>;

/** The id of a unit's weekly meeting. */
export const weeklyId = (unit: string, week: string): string => contentDigest(['weekly', unit, week]).slice(0, 20);

const leader = (actor: Actor, d: s.WeeklyData) => leads(actor, d.unit);
const anybody = (actor: Actor, d: s.WeeklyData) => isInside(actor, d.unit);

/** More notes than anybody reads afterwards. */
const MOST_NOTES = 300;

const notTooMany = (_: unknown, { notes }: s.WeeklyData): void => {
  if (notes.length >= MOST_NOTES) throw conflict('too-many-notes', 'This meeting has as many notes as it can hold.');
};

/** Who leads the unit now leads its meeting; everybody takes notes. */
const actions: Record<string, ActionRule<s.WeeklyData>> = {
  start: { input: s.start, may: leader, tone: 'primary' },
  next: { input: s.next, may: leader, tone: 'primary' },
  note: { input: s.note, may: anybody, check: notTooMany },
  conclude: { input: s.conclude, may: leader },
};

/** The stage of a meeting as people are told it. */
export const stageOf = (state: unknown): s.WeeklyStage => {
  const { meeting, time } = state as { meeting: string; time: string };
  if (meeting !== 'gathering') return s.weeklyStage.parse(meeting);
  if (time === 'overdue' || time === 'closed') return 'overdue';
  return time === 'due' ? 'due' : 'gathering';
};

const index = ({ data, state, id }: Weekly) => ({
  queue: lists.weeklies(data.unit),
  queueOrder: data.week,
  card: { id, week: data.week, stage: stageOf(state), concludedAt: data.concludedAt },
});

export const weekly: Lifecycle<s.WeeklyData> = {
  ...{ type: 'weekly', kind: 'WEEKLY', machine, actions, index },
  data: s.weeklyData as Lifecycle<s.WeeklyData>['data'],
};
