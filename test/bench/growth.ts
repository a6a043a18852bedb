import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { answerOf } from './answer.ts';
import type { Row } from './row.ts';
import { inTurns, median, type Timed } from './sample.ts';

/** The same pages with few and with many cases stored: what they cost must not depend on it. */

const FEW = 100;
const MANY = 50_000;
const LIMIT = 1.3;
const BLOCKS = 12;

export type Page = 'queue page' | 'status page';

/** A store with so many cases and the functions beside it, in a process of its own. */
class Grown {
  private readonly child: ChildProcess;

  constructor(cases: number) {
    this.child = fork(join(import.meta.dirname, 'growth-measured.ts'), [String(cases)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  /** Resolves once the cases are stored. */
  ready(): Promise<unknown> {
    return this.said();
  }

  async measure(page: Page): Promise<Timed> {
    this.child.send(page);
    return (await this.said()) as Timed;
  }

  private async said(): Promise<unknown> {
    const message = await answerOf(this.child);
    if (typeof message !== 'object' || message === null) throw new Error(`the process ended with ${message}`);
    return message;
  }

  end(): void {
    this.child.disconnect();
  }
}

export const rows = async (): Promise<Row[]> => {
  const [few, many] = [new Grown(FEW), new Grown(MANY)];
  try {
    await Promise.all([few.ready(), many.ready()]);
    const found: Row[] = [];
    for (const page of ['queue page', 'status page'] as const) {
      const both = [() => many.measure(page), () => few.measure(page)] as const;
      await inTurns(2, ...both); // warm-up, not counted
      const [m, f] = await inTurns(BLOCKS, ...both);
      const what = `${page}, ${MANY} cases beside ${FEW}, p50`;
      found.push({ part: 'growth', what, value: median(m.each), unit: 'ms', floor: median(f.each), limit: LIMIT });
    }
    return found;
  } finally {
    few.end();
    many.end();
  }
};
