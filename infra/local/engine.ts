import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './ports.ts';

const BINARY = resolve(import.meta.dirname, '../../node_modules/@dynoxide/linux-x64/dynoxide');

export interface Engine {
  endpoint: string;
  /** Ends it as a crash would; it is started again at once. Undefined where the engine is not ours. */
  kill?: () => void;
  /** Lets each write find the newest stream record without reading all of them. */
  quickenStream: () => void;
  stop: () => Promise<void>;
}

/** Starts the store of a data folder and keeps it running; `KORA_DYNAMODB_ENDPOINT` names another instead. */
export const startEngine = async (folder: string, handled: () => Map<string, string>): Promise<Engine> => {
  const external = process.env.KORA_DYNAMODB_ENDPOINT;
  if (external) return { endpoint: external, quickenStream: () => {}, stop: async () => {} };
  if (!existsSync(BINARY))
    throw new Error('There is no store for this platform: set KORA_DYNAMODB_ENDPOINT to a DynamoDB Local');
  await endLeftover(join(folder, 'engine.pid'));
  trimStream(join(folder, 'table.sqlite'), handled());
  const engine = new Supervised(folder, await freePort());
  await engine.start();
  return engine;
};

class Supervised implements Engine {
  readonly endpoint: string;
  private readonly folder: string;
  private readonly port: number;
  private child: ChildProcess | undefined;
  private stopping = false;

  constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
    this.endpoint = `http://127.0.0.1:${port}`;
    process.once('exit', () => this.kill()); // it would outlive an end out of order
  }

  async start(): Promise<void> {
    this.launch();
    await this.answering();
  }

  private launch(): void {
    const log = openSync(join(this.folder, 'logs', 'engine.log'), 'a');
    const given = ['--host', '127.0.0.1', '--port', String(this.port), '--db-path', join(this.folder, 'table.sqlite')];
    // in a group of its own, so that Ctrl-C leaves its end to us, after the last write
    const child = spawn(BINARY, given, { stdio: ['ignore', log, log], detached: true });
    writeFileSync(join(this.folder, 'engine.pid'), String(child.pid));
    const began = performance.now();
    child.once('exit', () => {
      // one that cannot start at all is not tried in a tight loop
      const wait = performance.now() - began < 1000 ? 200 : 0;
      if (!this.stopping) setTimeout(() => !this.stopping && this.launch(), wait);
    });
    this.child = child;
  }

  private async answering(): Promise<void> {
    const until = performance.now() + 15_000;
    while (!(await fetch(this.endpoint).catch(() => undefined))) {
      if (performance.now() > until) throw new Error('The store does not start: see logs/engine.log');
      await pause(10);
    }
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  quickenStream(): void {
    const db = new DatabaseSync(join(this.folder, 'table.sqlite'), { timeout: 5000 });
    db.exec(
      'CREATE INDEX IF NOT EXISTS newestOfStream ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
    db.close();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(force);
    rmSync(join(this.folder, 'engine.pid'), { force: true });
  }
}

/** The engine outlives a Kora that is killed: the next one ends it, and nothing else that may have got its number. */
const endLeftover = async (pidFile: string): Promise<void> => {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  while (isEngine(pid)) {
    process.kill(pid, 'SIGKILL');
    await pause(10);
  }
  rmSync(pidFile);
};

const isEngine = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(BINARY);
  } catch {
    return false;
  }
};

/** Drops the stream records that were handled, up to the number given for each table; the newest stays, numbers go on from it. */
const trimStream = (file: string, handled: Map<string, string>): void => {
  if (!existsSync(file)) return;
  const db = new DatabaseSync(file);
  for (const [table, number] of handled)
    db.prepare(
      `DELETE FROM _stream_records WHERE table_name = ? AND CAST(sequence_number AS INTEGER) <= CAST(? AS INTEGER)
       AND id < (SELECT MAX(id) FROM _stream_records WHERE table_name = ?)`,
    ).run(table, number, table);
  db.close();
};
