import { randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from './clock.ts';
import { REGION } from './names.ts';
import type { FunctionSpec } from './stack.ts';
import type { Answer, ErrorAnswer, Task } from './worker.ts';

/** At most so many workers of one function at once; further events wait. */
const WORKERS = 4;
/** A function that has not loaded by then never will. In milliseconds. */
const LOAD_LIMIT = 30_000;

/** A function that failed, timed out or died; `details` is what Lambda tells of it. */
export class FunctionFailed extends Error {
  readonly details: ErrorAnswer;

  constructor(details: ErrorAnswer) {
    super(details.errorMessage);
    this.details = details;
  }
}

const failed = (errorType: string, errorMessage: string): FunctionFailed =>
  new FunctionFailed({ errorType, errorMessage, stack: [] });

/** All functions of the stack, each in workers of its own. */
export class Functions {
  private readonly byArn: Map<string, Pool>;
  /** How many invocations have ended. */
  done = 0;
  /** Called after each invocation: whatever a function wrote may have woken something else. */
  onDone: () => void = () => {};

  constructor(specs: FunctionSpec[], shared: { logs: string; clock: Clock; endpoints: Record<string, string> }) {
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
  private readonly shared: { logs: string; clock: Clock; endpoints: Record<string, string> };
  private readonly environments = new Set<Environment>();
  private readonly waiting: Waiting[] = [];
  private log: WriteStream | undefined;

  constructor(spec: FunctionSpec, shared: { logs: string; clock: Clock; endpoints: Record<string, string> }) {
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
      const free = [...this.environments].find((e) => !e.busy) ?? this.another();
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

/** One worker: takes one event at a time, and is gone when it dies or takes too long. */
class Environment {
  busy = false;
  readonly gone: Promise<void>;
  private readonly spec: FunctionSpec;
  private readonly worker: Worker;
  private readonly ready: Promise<void>;
  private current: { resolve: (result: unknown) => void; reject: (error: Error) => void } | undefined;
  private death: FunctionFailed | undefined;
  private number = 0;

  constructor(
    spec: FunctionSpec,
    { clock, endpoints }: { clock: Clock; endpoints: Record<string, string> },
    log: WriteStream,
  ) {
    this.spec = spec;
    const [file, handler] = spec.handler.split('.');
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), {
      name: spec.name,
      env: environmentOf(spec, endpoints),
      workerData: {
        file: join(spec.folder, `${file}.mjs`),
        handler,
        memory: spec.memory,
        arn: spec.arn,
        time: clock.shared,
      },
      resourceLimits: { maxOldGenerationSizeMb: spec.memory },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.worker.stdout.pipe(log, { end: false });
    this.worker.stderr.pipe(log, { end: false });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ready = promise;
    this.ready.catch(() => {});
    this.worker.on('message', (m: Answer | 'ready') => (m === 'ready' ? resolve() : this.settle(m)));
    this.worker.on('error', (e: Error) => {
      log.write(`${e.stack}\n`);
      this.death ??= failed(e.name, e.message);
    });
    this.gone = new Promise((ended) =>
      this.worker.once('exit', (code) => {
        this.death ??= failed('Runtime.ExitError', `the function ended with ${code}`);
        reject(this.death);
        this.current?.reject(this.death);
        ended();
      }),
    );
  }

  async run(event: string, requestId: string): Promise<unknown> {
    this.busy = true;
    try {
      await this.within(LOAD_LIMIT, this.ready);
      const limit = this.spec.timeout * 1000;
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      this.current = { resolve, reject };
      this.worker.postMessage({ number: ++this.number, event, requestId, limit } satisfies Task);
      return await this.within(limit, promise);
    } finally {
      this.current = undefined;
      this.busy = false;
    }
  }

  private async within<T>(limit: number, work: Promise<T>): Promise<T> {
    const timer = setTimeout(
      () => void this.end(`Task timed out after ${(limit / 1000).toFixed(2)} seconds`, 'Sandbox.Timedout'),
      limit,
    );
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }

  private settle(answer: Answer): void {
    if (answer.number !== this.number) return;
    if ('error' in answer) this.current?.reject(new FunctionFailed(answer.error));
    else this.current?.resolve(answer.result === undefined ? undefined : JSON.parse(answer.result));
  }

  async end(why: string, kind = 'Runtime.ExitError'): Promise<void> {
    this.death ??= failed(kind, why);
    await this.worker.terminate();
    await this.gone;
  }
}

/** The template's environment and what Lambda and its SDK bring; nothing of this process. */
const environmentOf = (spec: FunctionSpec, endpoints: Record<string, string>): Record<string, string> => ({
  ...spec.environment,
  ...endpoints,
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: spec.functionName,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memory),
  AWS_LAMBDA_LOG_GROUP_NAME: spec.functionName,
  TZ: ':UTC',
});
