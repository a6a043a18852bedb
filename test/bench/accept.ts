import { fork } from 'node:child_process';
import { answerOf } from './answer.ts';
import { bundleOwn, fileOf, ownFile } from './bundles.ts';
import type { Row } from './row.ts';
import { median, percentile, type Timed } from './sample.ts';
import { withStore } from './store.ts';

/** Samples of accepting reports and of the floor, as accept-measured.ts sends them. */
export interface Accepted {
  at: number;
  function: Timed;
  floor: Timed;
}

/** How often p50 may be that of the same write alone. */
const LIMIT = 1.3;

/** Accepting reports, one and sixteen at a time, beside a client that does nothing but the same conditional write. */
export const rows = async (): Promise<Row[]> => {
  await Promise.all([bundleOwn('floor'), bundleOwn('accept-measured')]);
  return withStore(async () => (await measured()).flatMap(rowsOf));
};

/** In a process of its own, whose log goes nowhere: writing it is measured, a terminal is not. */
const measured = async (): Promise<Accepted[]> => {
  const child = fork(ownFile('accept-measured'), [fileOf('reports'), ownFile('floor')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = await answerOf(child);
  if (!Array.isArray(answer)) throw new Error(`measuring ended with ${answer}`);
  return answer as Accepted[];
};

const rowsOf = ({ at, function: f, floor }: Accepted): Row[] => [
  row(`accept, ${at} at once, p50`, 'ms', median(f.each), median(floor.each), LIMIT),
  row(`accept, ${at} at once, p99`, 'ms', percentile(f.each, 0.99), percentile(floor.each, 0.99)),
  row(`accept, ${at} at once`, 'per second', perSecond(f), perSecond(floor)),
];

const perSecond = ({ each, whole }: Timed) => (each.length / whole) * 1000;

const row = (what: string, unit: Row['unit'], value: number, floor: number, limit?: number): Row => ({
  ...{ part: 'accept', what, value, unit, floor },
  ...(limit === undefined ? {} : { limit }),
});
