import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { QueueSpec } from './stack.ts';
import type { State } from './state.ts';

export interface Message {
  id: string;
  body: string;
  attributes: Record<string, unknown>;
  receipt: string;
  sent: number;
  received: number;
  first: number;
}

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** The queues of the stack. Their time is the shared clock's: what is hidden for three minutes reappears when it has moved so far. */
export class Queues {
  readonly specs: Map<string, QueueSpec>;
  private readonly state: State;
  private readonly clock: Clock;
  /** Called when something may have become visible in a queue. */
  onSent: () => void = () => {};

  constructor(specs: QueueSpec[], state: State, clock: Clock) {
    this.specs = new Map(specs.map((s) => [s.arn, s]));
    this.state = state;
    this.clock = clock;
  }

  byUrl(url: string): QueueSpec | undefined {
    const name = url.split('/').at(-1);
    return [...this.specs.values()].find((s) => s.name === name);
  }

  /** Puts messages into a queue as one change; answers their ids. `delay` in seconds. */
  send(arn: string, messages: { body: string; attributes?: Record<string, unknown>; delay?: number }[]): string[] {
    const spec = this.specs.get(arn);
    if (!spec) throw new Error(`there is no queue ${arn}`);
    const now = this.clock.now();
    const put = this.state.db.prepare(
      'INSERT INTO messages (id, queue, body, attributes, sent, visible) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const ids = this.state.together(() =>
      messages.map(({ body, attributes = {}, delay = spec.delay }) => {
        const id = randomUUID();
        put.run(id, arn, body, JSON.stringify(attributes), now, now + delay * 1000);
        return id;
      }),
    );
    this.tell();
    return ids;
  }

  /** Takes up to `limit` visible messages, oldest first, and hides them; what was taken too often moves on. `hide` in seconds. */
  receive(arn: string, limit: number, hide?: number): Message[] {
    const spec = this.specs.get(arn);
    if (!spec) throw new Error(`there is no queue ${arn}`);
    const now = this.clock.now();
    if (!this.hasVisible(arn)) return [];
    return this.state.together(() => {
      this.moveOn(spec, now);
      const rows = this.state.db
        .prepare('SELECT id FROM messages WHERE queue = ? AND visible <= ? ORDER BY visible, rowid LIMIT ?')
        .all(arn, now, limit);
      return rows.map((row) => this.take(String(row.id), now, now + (hide ?? spec.visibility) * 1000));
    });
  }

  private take(id: string, now: number, visible: number): Message {
    const row = this.state.db
      .prepare(
        `UPDATE messages SET visible = ?, received = received + 1, first = coalesce(first, ?), receipt = ?
         WHERE id = ? RETURNING *`,
      )
      .get(visible, now, randomUUID(), id);
    return {
      id,
      body: String(row?.body),
      attributes: JSON.parse(String(row?.attributes)),
      receipt: String(row?.receipt),
      sent: Number(row?.sent),
      received: Number(row?.received),
      first: Number(row?.first),
    };
  }

  private moveOn({ arn, redrive, retention }: QueueSpec, now: number): void {
    const { db } = this.state;
    db.prepare('DELETE FROM messages WHERE queue = ? AND sent < ?').run(arn, now - retention * 1000);
    if (redrive)
      db.prepare(
        'UPDATE messages SET queue = ?, received = 0, first = NULL WHERE queue = ? AND visible <= ? AND received >= ?',
      ).run(redrive.arn, arn, now, redrive.times);
  }

  /** Removes a message by the receipt of its latest taking; false where that is not the latest. */
  remove(arn: string, receipt: string): boolean {
    return this.state.db.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?').run(arn, receipt).changes > 0;
  }

  /** Hides a message for so many seconds from now. */
  hide(arn: string, receipt: string, seconds: number): boolean {
    const until = this.clock.now() + seconds * 1000;
    const { changes } = this.state.db
      .prepare('UPDATE messages SET visible = ? WHERE queue = ? AND receipt = ?')
      .run(until, arn, receipt);
    if (seconds === 0) this.tell();
    return changes > 0;
  }

  /** Not within the change that brought it about: that may be part of a larger one. */
  private tell(): void {
    setImmediate(() => this.onSent());
  }

  hasVisible(arn: string): boolean {
    const { db } = this.state;
    return (
      db.prepare('SELECT 1 FROM messages WHERE queue = ? AND visible <= ?').get(arn, this.clock.now()) !== undefined
    );
  }

  /** When the next hidden message of a queue reappears. */
  nextVisible(arn: string): number | undefined {
    const row = this.state.db.prepare('SELECT min(visible) AS next FROM messages WHERE queue = ?').get(arn);
    return row?.next === null || row === undefined ? undefined : Number(row.next);
  }

  count(arn: string): { visible: number; hidden: number } {
    const row = this.state.db
      .prepare('SELECT count(*) AS total, sum(visible <= ?) AS visible FROM messages WHERE queue = ?')
      .get(this.clock.now(), arn);
    const visible = Number(row?.visible ?? 0);
    return { visible, hidden: Number(row?.total ?? 0) - visible };
  }

  /** What lies in a queue, oldest first. */
  list(arn: string): { id: string; body: string }[] {
    const rows = this.state.db.prepare('SELECT id, body FROM messages WHERE queue = ? ORDER BY sent, rowid').all(arn);
    return rows.map((r) => ({ id: String(r.id), body: String(r.body) }));
  }

  /** After the clock was moved back: nothing stays hidden longer than it would have. */
  clockMovedBack(now: number): void {
    this.state.db.prepare('UPDATE messages SET sent = min(sent, ?), visible = min(visible, ?)').run(now, now);
  }
}
