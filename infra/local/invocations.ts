import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { FunctionFailed } from './environment.ts';
import type { Functions } from './functions.ts';
import type { Queues } from './queues.ts';
import type { FunctionSpec } from './stack.ts';
import type { State } from './state.ts';

/** Waits before the second and the third try, in milliseconds: Lambda waits minutes, here nobody wants to. */
const WAITS = [300, 1000];

interface Invocation {
  id: string;
  arn: string;
  payload: string;
  tries: number;
}

/** Asynchronous invocations: taken down before they are promised, tried again as the template says, then put aside. */
export class Invocations {
  private readonly state: State;
  private readonly functions: Functions;
  private readonly queues: Queues;
  private readonly clock: Clock;
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(around: { state: State; functions: Functions; queues: Queues; clock: Clock }) {
    this.state = around.state;
    this.functions = around.functions;
    this.queues = around.queues;
    this.clock = around.clock;
  }

  /** Goes on with what was promised before this process began. */
  start(): void {
    const rows = this.state.db.prepare('SELECT * FROM invocations ORDER BY rowid').all();
    for (const r of rows)
      this.run({ id: String(r.id), arn: String(r.function), payload: String(r.payload), tries: Number(r.tries) });
  }

  /** Promises to invoke a function; call it within the change that gives the reason, and what it answers afterwards. */
  promise(arn: string, payload: string): () => void {
    const invocation = { id: randomUUID(), arn, payload, tries: 0 };
    this.state.db
      .prepare('INSERT INTO invocations (id, function, payload) VALUES (?, ?, ?)')
      .run(invocation.id, arn, payload);
    return () => this.run(invocation);
  }

  async quiet(): Promise<void> {
    while (this.running.size > 0) await Promise.race(this.running);
  }

  stop(): void {
    this.stopped = true;
  }

  private run(invocation: Invocation): void {
    const work = this.tryUntilDone(invocation).finally(() => this.running.delete(work));
    this.running.add(work);
  }

  private async tryUntilDone({ id, arn, payload, tries }: Invocation): Promise<void> {
    const retries = this.functions.specOf(arn)?.retries ?? 0;
    for (let n = tries; !this.stopped; n++) {
      try {
        await this.functions.invoke(arn, JSON.parse(payload), id);
        return this.forget(id);
      } catch (e) {
        if (this.stopped) return;
        if (n >= retries) return this.putAside({ id, arn, payload, tries: n + 1 }, e);
        this.state.db.prepare('UPDATE invocations SET tries = ? WHERE id = ?').run(n + 1, id);
        await new Promise((r) => setTimeout(r, WAITS[Math.min(n, WAITS.length - 1)]));
      }
    }
  }

  private forget(id: string): void {
    if (!this.stopped) this.state.db.prepare('DELETE FROM invocations WHERE id = ?').run(id);
  }

  private putAside(invocation: Invocation, error: unknown): void {
    const spec = this.functions.specOf(invocation.arn);
    this.state.together(() => {
      if (spec?.onFailure)
        this.queues.send(spec.onFailure, [{ body: JSON.stringify(this.report(spec, invocation, error)) }]);
      this.forget(invocation.id);
    });
  }

  private report(spec: FunctionSpec, { id, payload, tries }: Invocation, error: unknown) {
    return {
      version: '1.0',
      timestamp: this.clock.iso(),
      requestContext: {
        requestId: id,
        functionArn: `${spec.arn}:$LATEST`,
        condition: 'RetriesExhausted',
        approximateInvokeCount: tries,
      },
      requestPayload: JSON.parse(payload),
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: error instanceof FunctionFailed ? error.details : { errorMessage: String(error) },
    };
  }
}
