import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../../infra/local/build.ts';
import { endLeftEngine } from '../../infra/local/engine.ts';

import type { ReceivedMail } from '../../infra/local/mailbox.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  body: any;
  headers: Headers;
}

export interface Asked {
  /** Signs in as this person. */
  as?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form without script sends it. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** The build of the sources as they were when this process first needed it. */
let build: Promise<string> | undefined;
const sources = (): Promise<string> => {
  build ??= built();
  return build;
};

const PROJECT = join(import.meta.dirname, '../..');
const START = join(PROJECT, 'infra/local/start.ts');
/** A machine busy with other tests takes its time. In milliseconds. */
const READY_LIMIT = 90_000;

/**
 * Starts a Kora of one's own, as `npm start` does, in a process of its own. `data` is a folder to go on with (it is left
 * there); without one everything is gone after `stop`. `at` is where the clock of a new one begins: by default at the time of
 * this test process.
 */
export const startKora = async (options: Options = {}): Promise<Kora> => {
  const kora = new Kora({ ...options, build: options.build ?? process.env.KORA_BUILT ?? (await sources()) });
  try {
    await kora.start();
  } catch (e) {
    await kora.stop();
    throw e;
  }
  return kora;
};

interface Options {
  data?: string;
  port?: number;
  at?: string;
  /** Another build than that of the sources. */
  build?: string;
  /** A store that runs already. */
  store?: string;
  /** The command that starts it, words with spaces between. */
  command?: string;
}

export class Kora {
  readonly data: string;
  /** Where it is reached; the same after each start. */
  url = '';
  /** Called with the new time whenever its clock was moved. */
  readonly onMove = new Set<(now: string) => Promise<void>>();
  private readonly temporary: boolean;
  private readonly environment: Record<string, string>;
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly command: string[];
  private child: ChildProcess | undefined;

  constructor({ data, at = new Date().toISOString(), build, store, command, port = 0 }: Options) {
    this.command = command?.split(' ') ?? [process.execPath, START];
    this.temporary = data === undefined;
    this.data = data ?? mkdtempSync(join(tmpdir(), 'kora-test-'));
    this.environment = {
      KORA_PORT: String(port),
      KORA_DATA: this.data,
      KORA_AT: at,
      ...(build ? { KORA_BUILT: build } : {}),
      ...(store ? { KORA_DYNAMODB_ENDPOINT: store } : {}),
    };
  }

  /** Starts it (again, after `crash` or `end`) with the same data at the same address. */
  async start(): Promise<void> {
    const [program = '', ...given] = this.command;
    const child = spawn(program, given, {
      cwd: PROJECT,
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.url = await ready(child);
    this.environment.KORA_PORT = new URL(this.url).port;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Asks the API (or anything else at the address); answers whatever came back. */
  async api(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const body = asked.form ? new URLSearchParams(asked.form).toString() : json(asked.body);
    const type = asked.form ? 'application/x-www-form-urlencoded' : 'application/json';
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      body,
      headers: {
        ...(body === undefined ? {} : { 'content-type': type }),
        ...(asked.as ? { authorization: `Bearer ${await this.token(asked.as)}` } : {}),
        ...asked.headers,
      },
    });
    return { status: response.status, body: parsed(await response.text()), headers: response.headers };
  }

  /** A bearer token for a person of the directory. */
  token(email: string): Promise<string> {
    const known = this.tokens.get(email) ?? this.control('token', { email }).then((a) => String(a.token));
    this.tokens.set(email, known);
    return known;
  }

  /** What was sent, newest last; only to one address if it is given. */
  async mail(to?: string): Promise<ReceivedMail[]> {
    const query = to ? `?${new URLSearchParams({ to })}` : '';
    return (await this.api('GET', `/local/mail${query}`)).body;
  }

  /** Moves the clock on by an ISO 8601 duration; answers when everything that fell due has settled. */
  async advance(duration: string): Promise<void> {
    await this.moveClock({ advance: duration });
  }

  async setClock(to: string): Promise<void> {
    await this.moveClock({ to });
  }

  private async moveClock(to: object): Promise<void> {
    const { now } = await this.control('clock', to);
    await Promise.all([...this.onMove].map((moved) => moved(String(now))));
  }

  /** The time that deadlines and functions go by. */
  async now(): Promise<string> {
    return (await this.api('GET', '/local/clock')).body.now;
  }

  /** Waits until nothing is under way any more. */
  async settle(): Promise<void> {
    await this.control('settle', {});
  }

  async kill(what: { function: string } | { database: true }): Promise<void> {
    await this.control('kill', what);
  }

  async faults(what: { mail: 'up' | 'down' }): Promise<void> {
    await this.control('faults', what);
  }

  private async control(name: string, body: unknown): Promise<Record<string, unknown>> {
    const answer = await this.api('POST', `/local/${name}`, { body });
    if (answer.status !== 200) throw new Error(`/local/${name}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** What a function has logged so far. */
  log(name: string): string {
    return readFileSync(join(this.data, 'logs', `${name}.log`), 'utf8');
  }

  /** Ends it as a power cut would; `start` goes on with what there is. */
  async crash(): Promise<void> {
    await this.ended('SIGKILL');
  }

  /** Ends it as Ctrl-C does, and keeps its data. */
  async end(): Promise<void> {
    await this.ended('SIGTERM');
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    if (this.isRunning()) await this.end();
    await endLeftEngine(this.data);
    if (this.temporary) rmSync(this.data, { recursive: true, force: true });
  }

  private isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  private async ended(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || !this.isRunning()) return;
    const exit = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await exit;
  }
}

/** Answers its address once it says that it is ready; throws what it said if it ends before. */
const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const limit = setTimeout(() => reject(new Error(`Kora is not ready\n${said}`)), READY_LIMIT);
    const hear = (chunk: Buffer) => {
      said += chunk;
      const [, url] = /^Kora is ready at (\S+)$/m.exec(said) ?? [];
      if (!url) return;
      clearTimeout(limit);
      resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`Kora ended with ${code}\n${said}`));
    });
    process.once('exit', () => child.kill()); // a test that did not wait for it
  });

const json = (body: unknown): string | undefined => (body === undefined ? undefined : JSON.stringify(body));

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
