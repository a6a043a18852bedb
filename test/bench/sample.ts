/** The value below which a share of the samples lies: 0.5 for the median. */
export const percentile = (samples: number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (samples: number[]): number => percentile(samples, 0.5);

export interface Timed {
  /** Milliseconds of each call. */
  each: number[];
  /** Milliseconds of them all. */
  whole: number;
}

/** Calls `count` times, `at` of them under way at any moment. */
export const timed = async (count: number, at: number, call: () => Promise<unknown>): Promise<Timed> => {
  const each: number[] = [];
  let left = count;
  const lane = async () => {
    while (left-- > 0) {
      const begun = performance.now();
      await call();
      each.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: at }, lane));
  return { each, whole: performance.now() - begun };
};

/** The two in turns, block by block, so that what else the machine does meets both. */
export const inTurns = async (
  blocks: number,
  ...both: [() => Promise<Timed>, () => Promise<Timed>]
): Promise<[Timed, Timed]> => {
  const sums: [Timed, Timed] = [
    { each: [], whole: 0 },
    { each: [], whole: 0 },
  ];
  for (let i = 0; i < blocks; i++)
    for (const n of (i % 2 === 0 ? [0, 1] : [1, 0]) as (0 | 1)[]) {
      const { each, whole } = await both[n]();
      sums[n].each.push(...each);
      sums[n].whole += whole;
    }
  return sums;
};
