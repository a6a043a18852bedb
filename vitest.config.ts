import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/count.ts'],
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } }, // a loaded machine is slow, not wrong
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
