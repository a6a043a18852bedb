import { caseType } from '../../functions/cases/registry.ts';
import { life as tipLife } from '../../functions/tips/tip.ts';
import { newId, newReceipt } from '../../shared/ids.ts';
import type { Lifecycle } from '../../shared/workflow/lifecycle.ts';
import { create } from '../../shared/workflow/store.ts';
import { type CaseSample, caseSamples } from '../support/case-samples.ts';
import * as tips from '../support/tips.ts';
import { type Handler, loadHandler } from './load.ts';
import { reportOfType, stepEvent } from './report.ts';
import { inTurns, timed } from './sample.ts';
import type { Beside } from './types.ts';

/** Measures in a process of its own; the files of the three functions, then the types, are its arguments. */

const [reportsFile = '', casesFile = '', tipsFile = '', ...types] = process.argv.slice(2);

/** Calls in a block, and blocks of each of the two. */
const BLOCK = 30;
const BLOCKS = 12;

/** The engine goes on improving code for some thousand calls: tip-offs' bundle, which they alone use, shall be no colder. */
const WARM_UP = 3000;

/** One type with the functions that take its reports and its steps. */
interface Measured extends CaseSample<object> {
  life: Lifecycle;
  reports: Handler;
  steps: Handler;
  under: string;
}

const caseOf = async (type: string): Promise<Measured> => {
  const found = caseSamples[type];
  if (!found) throw new Error(`there is no sample of a ${type} case`);
  const [reports, steps] = await Promise.all([loadHandler(reportsFile), loadHandler(casesFile)]);
  return { ...found, life: (await caseType(type)).life, reports, steps, under: '/cases' };
};

/** A tip-off has functions of its own; its officer has read it, and writes down what was done. */
const tip = async (): Promise<Measured> => {
  const handler = await loadHandler(tipsFile);
  return { ...tips.sample, life: tipLife as Lifecycle, reports: handler, steps: handler, under: '/tips' };
};

const measuredOf = (type: string): Promise<Measured> => (type === 'tip' ? tip() : caseOf(type));

const answered = async (handler: Handler, event: unknown, wanted: number): Promise<void> => {
  const { statusCode, body } = await handler(event, {});
  if (statusCode !== wanted) throw new Error(`answered ${statusCode}: ${body}`);
};

const accepting = (type: string, { reports, report }: Measured) => {
  const filled = report();
  return (calls = BLOCK) => timed(calls, 1, () => answered(reports, reportOfType(type, filled, newReceipt()), 201));
};

/** Records that wait for their step; storing them is not measured. */
const placedOf = async ({ life, placed }: Measured): Promise<string[]> => {
  const like = placed();
  const ids = Array.from({ length: BLOCK }, () => `${newId()}000000000000`);
  for (const id of ids) await create(life, { ...like, id, delivered: like.version });
  return ids;
};

const stepping = (_: string, measured: Measured) => async () => {
  const { by, action, input, under, steps } = measured;
  const waiting = await placedOf(measured);
  return timed(BLOCK, 1, () => answered(steps, stepEvent(by, waiting.pop() ?? '', action, input ?? {}, under), 200));
};

const beside = async (type: string, what: Beside['what'], of: typeof accepting) => {
  const both = [of(type, await measuredOf(type)), of('wildlife', await caseOf('wildlife'))] as const;
  await inTurns(2, ...both); // not counted
  const [own, wildlife] = await inTurns(BLOCKS, ...both);
  return { type, what, own, wildlife };
};

const run = async (): Promise<Beside[]> => {
  const results: Beside[] = [];
  for (const type of ['wildlife', 'tip']) await accepting(type, await measuredOf(type))(WARM_UP);
  for (const type of types) {
    results.push(await beside(type, 'accept', accepting));
    results.push(await beside(type, 'step', stepping));
  }
  return results;
};

// not awaited here: types are read while this file runs, and they need files that would wait for its end
run().then((results) => process.send?.(results, () => process.exit(0)));
