import { afterAll, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';
import * as faults from '../support/faults.ts';
import * as livestock from '../support/livestock.ts';
import { type Graph, simpleWalks } from '../support/paths.ts';
import * as requests from '../support/requests.ts';
import * as help from '../support/station-help.ts';
import { walkThroughStore } from '../support/stored-paths.ts';

/** Every simple path that xstate/graph finds, through the store; */

const engine = await startEngine();
afterAll(engine.stop);

const without = (...actions: string[]) => {
  const graph = requests.graph();
  type Record_ = Parameters<typeof graph.steps>[0];
  return { ...graph, steps: (r: Record_) => graph.steps(r).filter((s) => !actions.includes(s.type)) };
};

const check = <D>(name: string, graph: Graph<D>, least: number, series: number): void =>
  test(name, { timeout: 180_000 }, async () => {
    const walks = simpleWalks(graph);
    expect(walks.length).toBeGreaterThan(least);
    await walkThroughStore(graph.life, graph.start, walks, series);
  });

check('a livestock case until somebody has examined an animal', livestock.untilExamined(), 100, 1);
check('a livestock case and its animal from then on', livestock.onceExamined(), 50, 2);
check('a request and its call-backs', without('consult', 'extend', 'reopen', 'assign-lead'), 50, 3);
check('a request with its consultation and extension', without('record-call', 'not-settled'), 50, 4);
check('urgent help at a station', help.graph('urgent', ['mediate', 'refer', 'reopen']), 10, 5);
check('a mediation at a station', help.graph('mediation', ['hand-back', 'reopen', 'declare-false']), 20, 6);
check('a fault of a station, with its mark', faults.graph, 20, 7);
