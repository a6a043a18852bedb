import { afterAll, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';
import * as outreach from '../support/outreach.ts';
import { type Graph, simpleWalks } from '../support/paths.ts';
import { walkThroughStore } from '../support/stored-paths.ts';

/** Every simple path of notices, campaigns and events that xstate/graph finds, through the store. */

const engine = await startEngine();
afterAll(engine.stop);

const check = <D>(name: string, graph: Graph<D>, least: number, series: number): void =>
  test(name, { timeout: 120_000 }, async () => {
    const walks = simpleWalks(graph);
    expect(walks.length).toBeGreaterThan(least);
    await walkThroughStore(graph.life, graph.start, walks, series);
  });

check('a notice', outreach.noticeGraph(), 10, 1);
check('a campaign', outreach.campaignGraph(), 20, 2);
check('a public event', outreach.eventGraph(), 5, 3);
