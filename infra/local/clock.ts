import type { State } from './state.ts';

/** Where in the shared memory the distance to the machine's clock stands, and the instant while the clock stands still. */
const OFFSET = 0;
const STANDING = 1;

/** What a thread needs to tell the time: memory that every thread sees. */
export type SharedTime = BigInt64Array<SharedArrayBuffer>;

const realNow = Date.now.bind(Date);

/** Milliseconds since 1970 by the clock that deadlines, schedules and functions use. */
export const timeIn = (shared: SharedTime): number => {
  const standing = Atomics.load(shared, STANDING);
  return standing === 0n ? realNow() + Number(Atomics.load(shared, OFFSET)) : Number(standing);
};

/** The clock of this Kora: it runs with the machine's, a settable distance apart. The distance survives restarts. */
export class Clock {
  readonly shared: SharedTime = new BigInt64Array(new SharedArrayBuffer(16));
  private readonly state: State;

  constructor(state: State) {
    this.state = state;
    Atomics.store(this.shared, OFFSET, BigInt(state.kept<number>('clock') ?? 0));
  }

  now(): number {
    return timeIn(this.shared);
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  get offset(): number {
    return Number(Atomics.load(this.shared, OFFSET));
  }

  /** Stands at an instant until `run`; what happens meanwhile all happens at that instant. */
  stand(at: number): void {
    const offset = at - realNow();
    this.state.keep('clock', offset);
    Atomics.store(this.shared, OFFSET, BigInt(offset));
    Atomics.store(this.shared, STANDING, BigInt(at));
  }

  /** Runs on from where it stands. */
  run(): void {
    const standing = Number(Atomics.load(this.shared, STANDING));
    if (standing === 0) return;
    this.stand(standing);
    Atomics.store(this.shared, STANDING, 0n);
  }
}
