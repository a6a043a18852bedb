import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const TABLES = `
CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS messages (
  id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL,
  sent INTEGER NOT NULL, visible INTEGER NOT NULL, received INTEGER NOT NULL DEFAULT 0, first INTEGER, receipt TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS visibleMessages ON messages (queue, visible);
CREATE TABLE IF NOT EXISTS schedules (
  grp TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, due INTEGER, PRIMARY KEY (grp, name)
) STRICT;
CREATE INDEX IF NOT EXISTS dueSchedules ON schedules (due);
CREATE TABLE IF NOT EXISTS invocations (
  id TEXT PRIMARY KEY, function TEXT NOT NULL, payload TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS objects (
  bucket TEXT NOT NULL, key TEXT NOT NULL, type TEXT NOT NULL, etag TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (bucket, key)
) STRICT;
CREATE TABLE IF NOT EXISTS mails (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, at TEXT NOT NULL, source BLOB NOT NULL
) STRICT;
`;

/**
 * What the services of this machine remember, in one SQLite file of the data folder. A change is on the disk before its
 * caller is answered (`synchronous = FULL`), so neither a crash nor a power cut takes back what was promised.
 */
export class State {
  readonly folder: string;
  readonly db: DatabaseSync;

  /** Throws an error that names the folder where another process holds it. */
  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.db = new DatabaseSync(join(folder, 'local.sqlite'), { timeout: 4000 });
    try {
      // held until this process ends, however it ends: one folder, one Kora
      this.db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      this.db.exec(`BEGIN IMMEDIATE; ${TABLES} COMMIT;`);
    } catch (e) {
      if (/locked|busy/i.test(String(e))) throw new Error(`${folder} is in use by another Kora; choose with KORA_DATA`);
      throw e;
    }
  }

  /** What is kept under a name, as it was given; undefined where nothing is. */
  kept<T>(name: string): T | undefined {
    const row = this.db.prepare('SELECT value FROM kept WHERE name = ?').get(name);
    return row && (JSON.parse(String(row.value)) as T);
  }

  keep(name: string, value: unknown): void {
    this.db
      .prepare('INSERT INTO kept VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      .run(name, JSON.stringify(value));
  }

  /** What is kept under a name; made once, at the first time it is asked for. */
  once<T>(name: string, make: () => T): T {
    const known = this.kept<T>(name);
    if (known !== undefined) return known;
    const made = make();
    this.keep(name, made);
    return made;
  }

  /** Several changes as one. */
  together<T>(change: () => T): T {
    if (this.db.isTransaction) return change();
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const answer = change();
      this.db.exec('COMMIT');
      return answer;
    } catch (e) {
      this.db.exec('ROLLBACK');
      throw e;
    }
  }

  close(): void {
    this.db.close();
  }
}
