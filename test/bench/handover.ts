import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Rota } from '../../functions/duty/schema.ts';
import type { Row } from './row.ts';
import { median } from './sample.ts';
import { withStore } from './store.ts';

/** The weekly hand-over of many communities: what one of them costs must not depend on how many there are. */

const FIRST = 1_000;
const SIZES = [FIRST, 10_000, 100_000];
/** Up to here the writes are made, too; the computation is measured for all. */
const STORED = 10_000;
/** Communities before those that count. */
const WARM_UP = 500;
/** Units of one message of the queue, as fan-out.ts cuts them. */
const BATCH = 50;

const BEFORE = '2026-11-16';
const WEEK = '2026-11-23';
const AT = '2026-11-23T01:00:10.000Z';

/** How much more the cost of one may be among many than among a thousand; and how much it may be at all. */
const GROWTH = 1.1;
const MOST_UNITS = 2;
const MOST_MS = 2;

export const rows = (): Promise<Row[]> =>
  withStore(async () => {
    const { computed, freeze, freezeOne } = await import('./handover-measured.ts');
    const found: Row[] = [];
    for (const n of SIZES) {
      const { each, floor, units } = computed(batchesOf(n), batchesOf(FIRST), { week: WEEK, at: AT, rotaOf });
      found.push(
        row(`plan ${n}, each`, 'ms', median(each), MOST_MS),
        ...beside(`plan ${n}`, n, each, floor),
        row(`write ${n}, each`, 'write units', units, MOST_UNITS),
      );
    }
    for (const n of SIZES.filter((s) => s <= STORED)) {
      const { each, floor } = await stored(n, freeze, freezeOne);
      found.push(row(`hand over ${n}, each`, 'ms', median(each), MOST_MS), ...beside(`hand over ${n}`, n, each, floor));
    }
    return found;
  });

const row = (what: string, unit: Row['unit'], value: number, limit: number, floor?: number): Row => ({
  ...{ part: 'handover', what, unit, value, limit },
  ...(floor === undefined ? {} : { floor }),
});

/** What one of many costs over what one of a thousand does, measured in turns. */
const beside = (what: string, n: number, each: number[], floor: number[]): Row[] =>
  n === FIRST ? [] : [row(`${what}, each beside ${FIRST}`, 'ms', median(each), GROWTH, median(floor))];

const batchesOf = (n: number, name = `community-${n}`): string[][] =>
  Array.from({ length: n / BATCH }, (_, b) => Array.from({ length: BATCH }, (_, i) => `${name}-${b * BATCH + i}`));

const member = (unit: string, i: number): string => `worker-${i}@${unit}.kora.example`;

/** Eleven people a year after the beginning, with a leave, a pause, a newcomer and a swap. */
const rotaOf = (unit: string): Rota => {
  const everybody = Array.from({ length: 11 }, (_, i) => member(unit, i));
  const agreed = [
    { week: '2026-12-14', instead: member(unit, 5), by: member(unit, 8) },
    { week: '2027-01-04', instead: member(unit, 8), by: member(unit, 5) },
  ];
  return {
    ...{ unit, version: 3, week: { day: 1, time: '09:00', zone: 'Asia/Shanghai' } },
    anchor: { week: '2025-11-24', ring: [], pending: [] },
    rosters: [
      { from: '2025-11-24', members: everybody.slice(0, 10) },
      { from: '2026-10-26', members: everybody },
    ],
    leaves: [{ id: 'l', who: member(unit, 3), from: '2026-05-11', to: '2026-05-24', holdsFrom: '2026-05-11' }],
    pauses: [{ week: '2026-02-16', reason: '春节' }],
    overrides: [{ id: 's', kind: 'swap', moves: agreed }],
    ...{ lost: [], earlier: [], changedAt: '2026-10-20T02:00:00.000Z' },
  };
};

type Freeze = (units: string[], week: string, at: string) => Promise<number>;
type FreezeOne = (rota: Rota, week: string, at: string) => Promise<void>;

/**
 * Milliseconds that one community takes of the function's time on the store: two reads in a batch, the plan, one conditional
 * write. In turns with the communities of a table that has only a thousand before them, made anew for each size.
 */
const stored = async (
  n: number,
  freeze: Freeze,
  freezeOne: FreezeOne,
): Promise<{ each: number[]; floor: number[] }> => {
  const { itemOf } = await import('../../functions/duty/store.ts');
  const { table, recordsTable } = await import('../../shared/table.ts');
  const TableName = recordsTable();
  const one = async (units: string[]): Promise<number> => {
    await Promise.all(units.map((u) => table.send(new PutCommand({ TableName, Item: itemOf(rotaOf(u)) }))));
    await Promise.all(units.map((u) => freezeOne(rotaOf(u), BEFORE, AT)));
    const began = process.cpuUsage();
    const made = await freeze(units, WEEK, AT);
    const { user, system } = process.cpuUsage(began);
    if (made !== units.length) throw new Error(`${made} of ${units.length} weeks were frozen`);
    return (user + system) / 1000 / units.length;
  };
  const each: number[] = [];
  const floor: number[] = [];
  const small = batchesOf(FIRST, `beside-${n}`);
  const many = batchesOf(n);
  const every = many.length / small.length;
  for (const units of batchesOf(WARM_UP, `warm-${n}`)) await one(units);
  for (const [i, units] of many.entries()) {
    each.push(await one(units));
    if (i % every === 0) floor.push(await one(small[i / every] ?? []));
  }
  return { each, floor };
};
