import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line that says how it went: `12 passed, 0 failed, 0 skipped`. */
export default class Count implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((m) => [...m.children.allTests()].map((t) => t.result().state));
    const count = (state: string) => states.filter((s) => s === state).length;
    const broken = modules.filter((m) => m.errors().length > 0).length;
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped`);
  }
}
