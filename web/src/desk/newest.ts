/** The newest first, of what comes oldest first; `toReversed` is younger than many a phone. */
export const newestFirst = <T>(of: readonly T[]): T[] => [...of].reverse();
