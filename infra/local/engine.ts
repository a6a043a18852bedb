import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
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
  await endLeftEngine(folder);
  trimStream(fileOf(folder), handled());
  const engine = new Supervised(folder);
  await engine.start();
  return engine;
};

const fileOf = (folder: string): string => join(folder, 'table.sqlite');

class Supervised implements Engine {
  private readonly folder: string;
  private port = 0;
  private child: ChildProcess | undefined;
  private stopping = false;

  constructor(folder: string) {
    this.folder = folder;
    process.once('exit', () => this.kill()); // it would outlive an end out of order
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** A port that was free may be taken by the time the engine asks for it: then by another one. */
  async start(): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      this.port = await freePort();
      const child = this.launch();
      if (await this.answers(child)) return this.supervise(child);
    }
    throw new Error('The store does not start: see logs/engine.log');
  }

  private launch(): ChildProcess {
    const log = openSync(join(this.folder, 'logs', 'engine.log'), 'a');
    const given = ['--host', '127.0.0.1', '--port', String(this.port), '--db-path', fileOf(this.folder)];
    // in a group of its own, so that Ctrl-C leaves its end to us, after the last write
    this.child = spawn(BINARY, given, { stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    return this.child;
  }

  private async answers(child: ChildProcess): Promise<boolean> {
    while (child.exitCode === null && child.signalCode === null) {
      if (await fetch(this.endpoint).catch(() => undefined)) return true;
      await pause(10);
    }
    return false;
  }

  /** Whenever it ends, it is started again at the same address; one that ends at once is not tried in a tight loop. */
  private supervise(child: ChildProcess, began = 0): void {
    child.once('exit', () => {
      const wait = performance.now() - began < 1000 ? 200 : 0;
      setTimeout(() => !this.stopping && this.supervise(this.launch(), performance.now()), wait);
    });
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  quickenStream(): void {
    const db = new DatabaseSync(fileOf(this.folder), { timeout: 5000 });
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
  }
}

/** Ends the engine of a folder that outlived its Kora, which was killed. */
export const endLeftEngine = async (folder: string): Promise<void> => {
  for (let left = enginesOf(folder); left.length > 0; left = enginesOf(folder)) {
    for (const pid of left) process.kill(pid, 'SIGKILL');
    await pause(10);
  }
};

/** Found by what they work on: a number in a file may by now be somebody else's. */
const enginesOf = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      const [program, ...given] = commandOf(pid);
      return program === BINARY && given.includes(fileOf(folder));
    })
    .map(Number);

const commandOf = (pid: string): string[] => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it has ended meanwhile
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
