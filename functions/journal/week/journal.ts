import { type Actor, holds } from '../../../shared/auth.ts';
import { conflict, invalidField } from '../../../shared/errors.ts';
import { contentDigest } from '../../../shared/ids.ts';
import { lists } from '../../../shared/keys.ts';
import { dateOf, type Moment } from '../../../shared/time.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { machine } from './machine.ts';
import * as s from './schema.ts';

export type Journal = LifeRecord<s.JournalData>;

/** The id of a person's week: the same whoever asks, so that a week that is opened twice is opened once. */
export const journalId = (unit: string, week: string, person: string): string =>
  contentDigest(['journal', unit, week, person]).slice(0, 20);

/** Who is inside the community: its workers and its first secretary. */
export const isInside = (actor: Actor, unit: string): boolean => holds(actor, unit, 'worker', 'first-secretary');

const owner = (actor: Actor, d: s.JournalData) => actor.id === d.who.id && isInside(actor, d.unit);
const colleague = (actor: Actor, d: s.JournalData) => isInside(actor, d.unit);

const notPast = ({ least: { due } }: { least: { due?: string } }, d: s.JournalData, at: Moment): void => {
  if (due !== undefined && due < dateOf(at, d.zone)) throw invalidField('least.due', 'past', 'lies before today');
};

/** More suggestions than anybody reads in a meeting. */
const MOST_SUGGESTIONS = 60;

const notTooMany = (_: unknown, { suggestions }: s.JournalData): void => {
  if (suggestions.length >= MOST_SUGGESTIONS)
    throw conflict('too-many-suggestions', 'There are as many suggestions as one meeting can hear.');
};

/** Who may do what to a person's week: its owner everything but to suggest, colleagues only that. */
const actions: Record<string, ActionRule<s.JournalData>> = {
  plan: { input: s.plan, may: owner, tone: 'primary' },
  check: { input: s.check, may: owner, tone: 'primary' },
  reflect: { input: s.reflect, may: owner, check: notPast, tone: 'primary' },
  suggest: { input: s.suggest, may: colleague, notBy: (d) => [d.who.id], check: notTooMany },
};

/** The stage of a week as people are told it. */
export const stageOf = (state: unknown): s.JournalStage =>
  s.journalStage.parse(typeof state === 'string' ? state : (state as { open: string }).open);

/** A week as lists hold it. */
export const cardOf = ({ id, state, data }: Journal): s.JournalCard => ({
  ...{ id, unit: data.unit, week: data.week, who: data.who, stage: stageOf(state) },
  late: data.reflection?.late ?? false,
  most: data.reflection?.most.what,
  least: data.reflection?.least.what,
});

/** In the lists of its unit and of its person, by week. */
const index = (record: Journal) => {
  const card = cardOf(record);
  const { unit, week, who } = record.data;
  return {
    ...{ queue: lists.journals(unit), queueOrder: `${week}#${who.id}`, card },
    ...{ area: lists.journals(who.id), areaOrder: `${week}#${unit}`, facts: card },
  };
};

export const journal: Lifecycle<s.JournalData> = {
  ...{ type: 'journal', kind: 'JOURNAL', machine, actions, index },
  data: s.journalData as Lifecycle<s.JournalData>['data'],
};
