import * as z from 'zod';
import type { Clock } from './clock.ts';
import { nextAfter, read } from './expressions.ts';
import type { Invocations } from './invocations.ts';
import type { Queues } from './queues.ts';
import type { ScheduleSpec } from './stack.ts';
import type { State } from './state.ts';

const definition = z.object({
  expression: z.string(),
  zone: z.string(),
  /** Whether it is removed once it has fired for the last time. */
  remove: z.boolean(),
  /** Whether the template made it. */
  fixed: z.boolean(),
  target: z.object({ arn: z.string(), input: z.string(), deadLetters: z.string().optional() }),
});
export type Definition = z.infer<typeof definition>;

export interface Schedule extends Definition {
  group: string;
  name: string;
  due?: number;
}

interface Around {
  state: State;
  clock: Clock;
  queues: Queues;
  invocations: Invocations;
  known: (arn: string) => boolean;
}

/** One-off and recurring schedules, kept with the instant at which each is due next. */
export class Schedules {
  readonly groups: Set<string>;
  private readonly around: Around;
  /** Called when the next instant may have changed. */
  onChange: () => void = () => {};

  constructor(groups: string[], around: Around) {
    this.groups = new Set(['default', ...groups]);
    this.around = around;
  }

  /** Sets up the template's own schedules and drops those that are no longer in it; running ones keep their next instant. */
  install(specs: ScheduleSpec[]): void {
    for (const old of this.all().filter((s) => s.fixed))
      if (!specs.some((s) => s.group === old.group && s.name === old.name && s.expression === old.expression))
        this.remove(old.group, old.name);
    for (const { group, name, ...spec } of specs)
      if (!this.find(group, name)) this.put(group, name, { ...spec, remove: false, fixed: true });
  }

  /** Throws RangeError for an expression that makes no sense. One that is due in the past fires at once. */
  put(group: string, name: string, d: Definition): void {
    const when = read(d.expression, d.zone);
    const due = when.kind === 'once' ? when.at : nextAfter(when, d.zone, this.around.clock.now());
    this.around.state.db
      .prepare('INSERT INTO schedules VALUES (?, ?, ?, ?)')
      .run(group, name, JSON.stringify(d), due ?? null);
    this.onChange();
  }

  find(group: string, name: string): Schedule | undefined {
    const row = this.around.state.db.prepare('SELECT * FROM schedules WHERE grp = ? AND name = ?').get(group, name);
    return row && scheduleOf(row);
  }

  all(): Schedule[] {
    return this.around.state.db.prepare('SELECT * FROM schedules ORDER BY due, rowid').all().map(scheduleOf);
  }

  remove(group: string, name: string): boolean {
    return (
      this.around.state.db.prepare('DELETE FROM schedules WHERE grp = ? AND name = ?').run(group, name).changes > 0
    );
  }

  /** The schedule that is due first, if any ever is. */
  first(): Schedule | undefined {
    const row = this.around.state.db
      .prepare('SELECT * FROM schedules WHERE due IS NOT NULL ORDER BY due, rowid LIMIT 1')
      .get();
    return row && scheduleOf(row);
  }

  /** Fires everything that is due by now, each once, whatever it missed. */
  fireDue(): void {
    for (let s = this.first(); s?.due !== undefined && s.due <= this.around.clock.now(); s = this.first()) this.fire(s);
  }

  /** Hands a schedule to its target and sets it to its next instant after now. */
  fire(s: Schedule): void {
    const start = this.around.state.together(() => {
      this.advance(s);
      return this.handOver(s);
    });
    start();
  }

  private advance(s: Schedule): void {
    const when = read(s.expression, s.zone);
    const now = this.around.clock.now();
    if (when.kind === 'once' && s.remove) return void this.remove(s.group, s.name);
    const next = when.kind === 'rate' ? nextBeat(s.due ?? now, when.every, now) : nextAfter(when, s.zone, now);
    this.setDue(s, when.kind === 'once' ? undefined : next);
  }

  private setDue({ group, name }: Schedule, due: number | undefined): void {
    this.around.state.db
      .prepare('UPDATE schedules SET due = ? WHERE grp = ? AND name = ?')
      .run(due ?? null, group, name);
  }

  private handOver({ target }: Schedule): () => void {
    if (this.around.known(target.arn)) return this.around.invocations.promise(target.arn, target.input);
    if (target.deadLetters) this.around.queues.send(target.deadLetters, [{ body: target.input }]);
    return () => {};
  }

  /** Sets a schedule that repeats at a rate to its last time up to `to`. */
  skipBeats(s: Schedule, to: number): void {
    const when = read(s.expression, s.zone);
    if (when.kind !== 'rate' || s.due === undefined || s.due > to) return;
    this.setDue(s, nextBeat(s.due, when.every, to) - when.every);
  }

  /** After the clock was moved back: recurring schedules count from there. */
  clockMovedBack(now: number): void {
    for (const s of this.all()) {
      const when = read(s.expression, s.zone);
      if (when.kind !== 'once') this.setDue(s, nextAfter(when, s.zone, now));
    }
  }
}

/** A rate keeps its beat: the first one after `now`, counted from one that was due. */
const nextBeat = (due: number, every: number, now: number): number =>
  due + every * (Math.floor(Math.max(0, now - due) / every) + 1);

const scheduleOf = (row: Record<string, unknown>): Schedule => ({
  ...definition.parse(JSON.parse(String(row.definition))),
  group: String(row.grp),
  name: String(row.name),
  due: row.due === null ? undefined : Number(row.due),
});
