import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { defineConfig } from 'vitest/config';
import LongestFirst from './test/support/order.ts';

/** Each folder of tests. Each file has a process of its own, except those of pure rules, which have nothing to disturb. */
const folders = new Set(globSync('test/*/*.test.ts', { cwd: import.meta.dirname }).map((f) => basename(dirname(f))));
const projects = [...folders].map((name) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/*.test.ts`],
    isolate: name !== 'rules',
    setupFiles: name === 'rules' ? ['./test/support/seed.ts'] : [],
  },
}));

export default defineConfig({
  test: {
    projects,
    reporters: ['default', './test/support/count.ts'],
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } }, // a loaded machine is slow, not wrong
    hookTimeout: 120_000,
    pool: 'forks',
    execArgv: ['--import', './test/support/moved.ts'],
    maxWorkers: 2,
  },
});
