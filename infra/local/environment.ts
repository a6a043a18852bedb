import type { WriteStream } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from './clock.ts';
import { REGION } from './names.ts';
import type { FunctionSpec } from './stack.ts';
import type { Answer, ErrorAnswer, Task } from './worker.ts';

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

export const failed = (errorType: string, errorMessage: string): FunctionFailed =>
  new FunctionFailed({ errorType, errorMessage, stack: [] });

/** One worker: takes one event at a time, and is gone when it dies or takes too long. */
export class Environment {
  readonly gone: Promise<void>;
  private readonly spec: FunctionSpec;
  private readonly worker: Worker;
  private readonly ready: Promise<void>;
  private current: { resolve: (result: unknown) => void; reject: (error: Error) => void } | undefined;
  private death: FunctionFailed | undefined;
  private busy = false;
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

  get free(): boolean {
    return !this.busy && !this.death;
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
