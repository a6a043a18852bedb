import { type Actor, holds } from '../../../shared/auth.ts';
import { invalidField } from '../../../shared/errors.ts';
import { keys, lists } from '../../../shared/keys.ts';
import { recordsTable } from '../../../shared/table.ts';
import { cut } from '../../../shared/text.ts';
import { dateOf, type Moment } from '../../../shared/time.ts';
import type { Companions } from '../../../shared/workflow/act.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import type { Broken } from '../schema.ts';
import { machine } from './machine.ts';
import { isUnsafe } from './rules.ts';
import * as s from './schema.ts';

export type Fault = LifeRecord<s.FaultData>;

const keeper = (actor: Actor, d: s.FaultData) => holds(actor, d.unit);

const notPast = ({ until }: { until?: string }, _: s.FaultData, at: Moment): void => {
  if (until !== undefined && until < dateOf(at)) throw invalidField('until', 'past', 'lies before today');
};

/** Who may do what to a fault: everybody of the unit that keeps the station. */
const actions: Record<string, ActionRule<s.FaultData>> = {
  acknowledge: { input: s.acknowledge, may: keeper, check: notPast, tone: 'primary' },
  mended: { input: s.mended, may: keeper, tone: 'primary' },
  'not-found': { input: s.notFoundThere, may: keeper },
};

/** The stage of a fault as people are told it. */
export const stageOf = (state: unknown): s.FaultStage => {
  if (state === 'mended') return 'mended';
  if (state === 'notFound') return 'not-found';
  return 'acknowledged' in Object((state as { open: object }).open) ? 'acknowledged' : 'reported';
};

export const isOpen = (stage: s.FaultStage): boolean => stage === 'reported' || stage === 'acknowledged';

/** A fault as lists hold it, told by its newest report. */
export const cardOf = ({ id, state, data }: Fault): s.FaultCard => {
  const newest = data.reports.at(-1);
  return {
    ...{ id, station: data.station, unit: data.unit, facility: data.facility, extent: data.extent },
    ...{ trouble: newest?.trouble ?? 'other', words: newest?.words && cut(newest.words, 200), count: data.count },
    ...{ openedAt: data.openedAt, closedAt: data.closed?.at, stage: stageOf(state) },
  };
};

/** On its unit's list: open ones oldest first, closed ones by when they were closed. */
const index = (record: Fault) => {
  const { unit, openedAt, closed } = record.data;
  const list = closed ? lists.faultsClosed : lists.faults;
  return { queue: list(unit), queueOrder: `${closed?.at ?? openedAt}#${record.id}`, card: cardOf(record) };
};

/** What the station's page says of an open fault. */
export const brokenOf = (record: Fault): Broken => {
  const { station, facility, openedAt, count, extent } = record.data;
  const acknowledged = stageOf(record.state) === 'acknowledged';
  return {
    ...{ station, facility, fault: record.id, since: openedAt, count, extent, acknowledged },
    unsafe: isUnsafe(record.data),
  };
};

/** The station's mark that a facility is broken, as an item; of a new fault it is the only one of its facility. */
export const brokenItem = (record: Fault) => {
  const mark = brokenOf(record);
  const order = `${mark.station}#${mark.facility}`;
  const listed = { entity: 'broken', queue: lists.broken, queueOrder: order, card: mark };
  return { ...keys.broken(mark.station, mark.facility), ...mark, ...listed };
};

/** The mark changes with its fault, and goes with it: both in one transaction. */
const companions = (next: Fault): Companions | undefined => {
  if (next.version === 0) return undefined;
  const TableName = recordsTable();
  const { station, facility } = next.data;
  const items = isOpen(stageOf(next.state))
    ? [{ Put: { TableName, Item: brokenItem(next) } }]
    : [{ Delete: { TableName, Key: keys.broken(station, facility) } }];
  return { items, refused: () => new Error('the mark of a fault has no condition') };
};

export const fault: Lifecycle<s.FaultData> = {
  ...{ type: 'fault', kind: 'FAULT', machine, actions, index, companions },
  data: s.faultData as Lifecycle<s.FaultData>['data'],
};
