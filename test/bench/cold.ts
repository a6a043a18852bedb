import { fork } from 'node:child_process';
import { newId } from '../../shared/ids.ts';
import { answerOf } from './answer.ts';
import { bundleOwn, fileOf, ownFile } from './bundles.ts';
import { reportEvent } from './report.ts';
import type { Row } from './row.ts';
import { inTurns, median, percentile, timed } from './sample.ts';
import { withStore } from './store.ts';

const RUNS = 20;

/** How often the median may be that of loading the client and writing. */
const LIMIT = 1.5;

/** From starting a process to its first accepted report, beside one that only loads the DynamoDB client and writes. */
export const rows = async (): Promise<Row[]> => {
  await Promise.all([bundleOwn('floor'), bundleOwn('first-answer')]);
  return withStore(async () => {
    const accept = () => timed(1, 1, () => firstAnswer(fileOf('reports'), reportEvent()));
    const write = () => timed(1, 1, () => firstAnswer(ownFile('floor'), writtenItem()));
    await inTurns(2, accept, write); // files come into the machine's memory, not counted
    const [{ each: own }, { each: floor }] = await inTurns(RUNS, accept, write);
    const of = (what: string, value: number, than: number): Row => ({
      ...{ part: 'cold start', what, value, unit: 'ms', floor: than },
    });
    return [
      { ...of(`accept, median of ${RUNS}`, median(own), median(floor)), limit: LIMIT },
      of(`accept, slowest of ${RUNS}`, percentile(own, 1), percentile(floor, 1)),
    ];
  });
};

const firstAnswer = async (file: string, event: unknown): Promise<void> => {
  const child = fork(ownFile('first-answer'), [file, JSON.stringify(event)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const said = await answerOf(child);
  if (said !== 'answered') throw new Error(`the process ended with ${said}`);
};

const writtenItem = () => ({ pk: `CASE#${newId()}`, sk: 'RECORD', event: JSON.stringify(reportEvent()) });
