import { randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock.ts';
import { Environment, failed } from './environment.ts';
import type { FunctionSpec } from './stack.ts';

/** At most so many workers of one function at once; further events wait. */
const WORKERS = 4;
export interface Shared {
  logs: string;
  clock: Clock;
  /** Variables that name the services' addresses. */
  endpoints: Record<string, string>;
}

/** All functions of the stack, each in workers of its own. */
export class Functions {
  private readonly byArn: Map<string, Pool>;
  /** How many invocations have ended. */
  done = 0;
  /** Called after each invocation: whatever a function wrote may have woken something else. */
  onDone: () => void = () => {};

  constructor(specs: FunctionSpec[], shared: Shared) {
    this.byArn = new Map(specs.map((spec) => [spec.arn, new Pool(spec, shared)]));
  }

  get names(): string[] {
    return [...this.byArn.values()].map((p) => p.spec.name);
  }

  specOf(arn: string): FunctionSpec | undefined {
    return this.byArn.get(arn)?.spec;
  }

  /** What the function answers to an event; throws `FunctionFailed`. */
  async invoke(arn: string, event: unknown, requestId: string = randomUUID()): Promise<unknown> {
    const pool = this.byArn.get(arn);
    if (!pool) throw failed('ResourceNotFoundException', `Function not found: ${arn}`);
    try {
      return await pool.invoke(JSON.stringify(event), requestId);
    } finally {
      this.done++;
      this.onDone();
    }
  }

  /** Ends the workers of a function in the midst of what they do; false where there is no such function. */
  async kill(name: string): Promise<boolean> {
    const pool = [...this.byArn.values()].find((p) => p.spec.name === name);
    await pool?.end();
    return pool !== undefined;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.byArn.values()].map((p) => p.close()));
  }
}

interface Waiting {
  event: string;
  requestId: string;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

class Pool {
  readonly spec: FunctionSpec;
  private readonly shared: Shared;
  private readonly environments = new Set<Environment>();
  private readonly waiting: Waiting[] = [];
  private log: WriteStream | undefined;

  constructor(spec: FunctionSpec, shared: Shared) {
    this.spec = spec;
    this.shared = shared;
  }

  invoke(event: string, requestId: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ event, requestId, resolve, reject });
      this.assign();
    });
  }

  private assign(): void {
    while (this.waiting.length > 0) {
      const free = [...this.environments].find((e) => e.free) ?? this.another();
      if (!free) return;
      const next = this.waiting.shift();
      if (next) void this.run(free, next);
    }
  }

  private another(): Environment | undefined {
    if (this.environments.size >= WORKERS) return undefined;
    this.log ??= createWriteStream(join(this.shared.logs, `${this.spec.name}.log`), { flags: 'a' });
    const made = new Environment(this.spec, this.shared, this.log);
    this.environments.add(made);
    made.gone.then(() => {
      this.environments.delete(made);
      this.assign();
    });
    return made;
  }

  private async run(environment: Environment, { event, requestId, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await environment.run(event, requestId));
    } catch (e) {
      reject(e as Error);
    }
    this.assign();
  }

  async end(): Promise<void> {
    await Promise.all([...this.environments].map((e) => e.end('the worker was ended')));
  }

  async close(): Promise<void> {
    for (const w of this.waiting.splice(0)) w.reject(failed('Stopped', 'Kora stops'));
    await this.end();
    this.log?.end();
  }
}
