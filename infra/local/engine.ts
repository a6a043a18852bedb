import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { dataFile, findStore, type Program, worksOn } from './store/found.ts';
import { end, launch, launchAnywhere } from './store/launch.ts';
import { processes } from './store/processes.ts';

export interface Engine {
  endpoint: string;
  /** Ends it as a crash would; it is started again at once. Undefined where the engine is not ours. */
  kill?: () => void;
  /** Lets each write find the newest stream record without reading all of them. */
  quickenStream: () => void;
  stop: () => Promise<void>;
}

/** Starts the store of a data folder and keeps it running; a store that runs already is left as it is. */
export const startEngine = async (
  folder: string,
  handled: () => Map<string, string>,
  found = findStore(),
): Promise<Engine> => {
  if ('endpoint' in found) return { ...found, quickenStream: () => {}, stop: async () => {} };
  await endLeftEngine(folder);
  if (found.program.isDynoxide) trimStream(dataFile(folder), handled());
  const engine = new Supervised(found.program, folder);
  await engine.start();
  return engine;
};

class Supervised implements Engine {
  private readonly program: Program;
  private readonly folder: string;
  private port = 0;
  private child: ChildProcess | undefined;
  private stopping = false;

  constructor(program: Program, folder: string) {
    this.program = program;
    this.folder = folder;
    process.once('exit', () => this.kill()); // it would outlive an end out of order
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    try {
      const { child, port } = await this.logged((log) => launchAnywhere(this.program, { folder: this.folder, log }));
      this.port = port;
      this.supervise(child);
    } catch (e) {
      throw new Error(`The store does not start: see logs/engine.log (${e instanceof Error ? e.message : e})`);
    }
  }

  private logged<T>(use: (log: number) => T): T {
    const log = openSync(join(this.folder, 'logs', 'engine.log'), 'a');
    const used = use(log);
    void Promise.resolve(used)
      .catch(() => {})
      .then(() => closeSync(log));
    return used;
  }

  /** Whenever it ends, it is started again at the same address; one that ends at once is not tried in a tight loop. */
  private supervise(child: ChildProcess, began = 0): void {
    this.child = child;
    child.once('exit', () => {
      const wait = performance.now() - began < 1000 ? 200 : 0;
      setTimeout(() => !this.stopping && this.supervise(this.again(), performance.now()), wait);
    });
  }

  private again(): ChildProcess {
    return this.logged((log) => launch(this.program, this.port, { folder: this.folder, log }));
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  quickenStream(): void {
    if (!this.program.isDynoxide) return;
    const db = new DatabaseSync(dataFile(this.folder), { timeout: 5000 });
    db.exec(
      'CREATE INDEX IF NOT EXISTS newestOfStream ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
    db.close();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.child) await end(this.child);
  }
}

/** Ends the engine of a folder that outlived its Kora, which was killed. */
export const endLeftEngine = async (folder: string): Promise<void> => {
  for (let left = enginesOn(folder); left.length > 0; left = enginesOn(folder)) {
    for (const pid of left) process.kill(pid, 'SIGKILL');
    await pause(10);
  }
};

/** Found by what they work on: a number in a file may by now be somebody else's. */
const enginesOn = (folder: string): number[] =>
  processes()
    .filter(({ command }) => worksOn(folder, command))
    .map(({ pid }) => pid);

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
