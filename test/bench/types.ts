import { fork } from 'node:child_process';
import { typeNames } from '../../functions/cases/registry.ts';
import { answerOf } from './answer.ts';
import { bundleOwn, fileOf, ownFile } from './bundles.ts';
import type { Row } from './row.ts';
import { median, type Timed } from './sample.ts';
import { withStore } from './store.ts';

/** What one type's operation took, and what wildlife's took in turns with it. */
export interface Beside {
  type: string;
  what: 'accept' | 'step';
  own: Timed;
  wildlife: Timed;
}

/** How much dearer than wildlife's any other type's may be. */
const LIMIT = 1.2;

/** Accepting a report of each type, and a step of it, beside the same of wildlife. Tip-offs are no cases, but cost alike. */
export const rows = async (): Promise<Row[]> => {
  await bundleOwn('types-measured');
  return withStore(async () => (await measured()).map(rowOf));
};

/** In a process of its own, whose log goes nowhere: writing it is measured, a terminal is not. */
const measured = async (): Promise<Beside[]> => {
  const others = ['tip', ...typeNames.filter((t) => t !== 'wildlife')]; // while its own bundle is warm
  const files = [fileOf('reports'), fileOf('cases'), fileOf('tips')];
  const child = fork(ownFile('types-measured'), [...files, ...others], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = await answerOf(child);
  if (!Array.isArray(answer)) throw new Error(`measuring ended with ${answer}`);
  return answer as Beside[];
};

const rowOf = ({ type, what, own, wildlife }: Beside): Row => ({
  ...{ part: 'types', what: `${what}, ${type} beside wildlife, p50`, unit: 'ms', limit: LIMIT },
  ...{ value: median(own.each), floor: median(wildlife.each) },
});
