import type { Kora } from '../support/app.ts';

/** What runs a Kora without anybody watching. */
const FUNCTIONS = ['reports', 'cases', 'deliver', 'mailer', 'clocks', 'rewards'];

/** Random numbers from 0 to 1 that a seed decides (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Answers between two strokes, on average: so that a slow machine is struck no more often than a fast one. */
const CALM = 12;

/** Kills functions in the midst of what they do, the database under them, and when it is told to, all of it at once. */
export class Chaos {
  readonly killed: Record<string, number> = {};
  private readonly kora: Kora;
  private readonly random: () => number;
  private raging = false;
  private powerCut = false;
  private untilNext = CALM;
  private stroke: Promise<void> = Promise.resolve();

  constructor(kora: Kora, seed: number) {
    this.kora = kora;
    this.random = seeded(seed);
  }

  start(): void {
    this.raging = true;
  }

  /** Ends when everything is up again. */
  async stop(): Promise<void> {
    this.raging = false;
    await this.stroke;
  }

  /** The next stroke ends the whole process with kill -9, and starts it again on what it left. */
  cutPower(): void {
    this.powerCut = true;
    this.untilNext = 1;
  }

  /** Somebody got an answer; now and then something is killed thereupon, while others still wait for theirs. */
  answered(): void {
    if (!this.raging || --this.untilNext > 0) return;
    this.untilNext = Math.ceil(2 * CALM * this.random());
    this.stroke = this.stroke.then(() => this.strike());
  }

  private async strike(): Promise<void> {
    await new Promise((r) => setTimeout(r, 40 * this.random())); // at any moment of what is under way
    if (this.powerCut) {
      this.powerCut = false;
      this.count('everything');
      await this.kora.crash();
      return this.kora.start();
    }
    const victim = FUNCTIONS[Math.floor(this.random() * (FUNCTIONS.length + 1))];
    this.count(victim ?? 'database');
    await this.kora.kill(victim === undefined ? { database: true } : { function: victim });
  }

  private count(victim: string): void {
    this.killed[victim] = (this.killed[victim] ?? 0) + 1;
  }
}
