import { caseType } from '../../functions/cases/registry.ts';
import { newId, newReceipt } from '../../shared/ids.ts';
import { create } from '../../shared/workflow/store.ts';
import { type CaseSample, caseSamples } from '../support/case-samples.ts';
import { type Handler, loadHandler } from './load.ts';
import { reportOfType, stepEvent } from './report.ts';
import { inTurns, timed } from './sample.ts';
import type { Beside } from './types.ts';

/** Measures in a process of its own; the files of the two functions, then the types, are its arguments. */

const [reportsFile = '', casesFile = '', ...types] = process.argv.slice(2);

/** Calls in a block, and blocks of each of the two. */
const BLOCK = 30;
const BLOCKS = 12;

const sampleOf = (type: string): CaseSample => {
  const found = caseSamples[type];
  if (!found) throw new Error(`there is no sample of a ${type} case`);
  return found;
};

const answered = async (handler: Handler, event: unknown, wanted: number): Promise<void> => {
  const { statusCode, body } = await handler(event, {});
  if (statusCode !== wanted) throw new Error(`answered ${statusCode}: ${body}`);
};

const accepting = (handler: Handler, type: string) => {
  const report = sampleOf(type).report();
  return () => timed(BLOCK, 1, () => answered(handler, reportOfType(type, report, newReceipt()), 201));
};

/** Cases that wait for their first step; storing them is not measured. */
const placed = async (type: string): Promise<string[]> => {
  const { life } = await caseType(type);
  const like = sampleOf(type).placed();
  const ids = Array.from({ length: BLOCK }, () => `${newId()}000000000000`);
  for (const id of ids) await create(life, { ...like, id, delivered: like.version });
  return ids;
};

const stepping = (handler: Handler, type: string) => async () => {
  const { by, action } = sampleOf(type);
  const waiting = await placed(type);
  return timed(BLOCK, 1, () => answered(handler, stepEvent(by, waiting.pop() ?? '', action, {}), 200));
};

const beside = async (type: string, what: Beside['what'], of: (type: string) => Parameters<typeof inTurns>[1]) => {
  const both = [of(type), of('wildlife')] as const;
  await inTurns(2, ...both); // warm-up, not counted
  const [own, wildlife] = await inTurns(BLOCKS, ...both);
  return { type, what, own, wildlife };
};

const run = async (): Promise<Beside[]> => {
  const [reports, cases] = await Promise.all([loadHandler(reportsFile), loadHandler(casesFile)]);
  const results: Beside[] = [];
  for (const type of types) {
    results.push(await beside(type, 'accept', (t) => accepting(reports, t)));
    results.push(await beside(type, 'first step', (t) => stepping(cases, t)));
  }
  return results;
};

// not awaited here: types are read while this file runs, and they need files that would wait for its end
run().then((results) => process.send?.(results, () => process.exit(0)));
