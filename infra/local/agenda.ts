import { conflict } from '../../shared/errors.ts';
import type { Clock } from './clock.ts';
import type { Consumer } from './consumers.ts';
import type { Functions } from './functions.ts';
import type { Invocations } from './invocations.ts';
import type { Queues } from './queues.ts';
import type { Schedules } from './schedules.ts';
import type { StreamConsumer } from './stream.ts';

/** At the latest after so long it looks whether something is due: timers cannot wait longer than 24 days. In milliseconds. */
const LONGEST = 60_000;

interface Parts {
  clock: Clock;
  schedules: Schedules;
  queues: Queues;
  consumers: Consumer[];
  streams: StreamConsumer[];
  invocations: Invocations;
  functions: Functions;
  /** Whether anybody has reported anything. */
  hasCases: () => Promise<boolean>;
}

/** What happens when: lets due things happen as time passes, and moves the clock from one due thing to the next. */
export class Agenda {
  private readonly parts: Parts;
  private timer: NodeJS.Timeout | undefined;
  private moving: Promise<unknown> | undefined;
  private stopped = false;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Does what is due now, and sets a timer for what is due next. */
  tick(): void {
    clearTimeout(this.timer);
    if (this.stopped || this.moving) return;
    const { clock, schedules, consumers } = this.parts;
    schedules.fireDue();
    for (const c of consumers) c.nudge();
    const next = Math.min(schedules.first()?.due ?? Number.POSITIVE_INFINITY, this.nextMessage());
    this.timer = setTimeout(() => this.tick(), Math.min(Math.max(next - clock.now(), 1), LONGEST));
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private nextMessage(): number {
    const { consumers, queues } = this.parts;
    const now = this.parts.clock.now();
    const hidden = consumers.map((c) => queues.nextVisible(c.queue)).filter((at) => at !== undefined && at > now);
    return Math.min(Number.POSITIVE_INFINITY, ...(hidden as number[]));
  }

  /** Resolves when nothing is under way any more: stream, visible messages and asynchronous invocations. */
  async settle(): Promise<void> {
    const { functions, streams, consumers, invocations } = this.parts;
    for (;;) {
      const before = functions.done;
      for (const s of streams) await s.quiet();
      for (const c of consumers) await c.quiet();
      await invocations.quiet();
      if (functions.done === before || this.stopped) return;
    }
  }

  /** Moves the clock; what falls due on the way happens in its order, each at its own time. One move at a time. */
  async move(to: number): Promise<void> {
    while (this.moving) await this.moving;
    const work = to < this.parts.clock.now() ? this.moveBack(to) : this.moveOn(to);
    this.moving = work.catch(() => {});
    try {
      await work;
    } finally {
      this.moving = undefined;
      this.parts.clock.run();
      this.tick();
    }
  }

  private async moveOn(to: number): Promise<void> {
    const { clock, schedules } = this.parts;
    clearTimeout(this.timer);
    clock.stand(clock.now());
    await this.settle();
    this.coalesceRates(to);
    for (;;) {
      const schedule = schedules.first();
      const next = Math.min(schedule?.due ?? Number.POSITIVE_INFINITY, this.nextMessage());
      if (next > to || this.stopped) break;
      clock.stand(Math.max(next, clock.now()));
      if (schedule?.due === next) schedules.fire(schedule);
      await this.settle();
    }
    clock.stand(to);
    await this.settle();
  }

  /** What is to be done every few minutes is done once in a move, at the last of its times. */
  private coalesceRates(to: number): void {
    for (const s of this.parts.schedules.all()) this.parts.schedules.skipBeats(s, to);
  }

  /** Only while nobody has reported anything: cases know no time that runs backwards. */
  private async moveBack(to: number): Promise<void> {
    const { clock, schedules, queues } = this.parts;
    if (await this.parts.hasCases())
      throw conflict('clock', 'The clock goes back only while there are no cases.', { now: clock.iso() });
    clock.stand(to);
    schedules.clockMovedBack(to);
    queues.clockMovedBack(to);
  }
}
