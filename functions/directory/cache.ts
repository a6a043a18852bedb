/** How long a process may rely on what it read of units, in milliseconds. */
const FRESH_MS = 30_000;

const kept = new Map<string, { value: unknown; until: number }>();

/** The value under `key`, read anew when it is older than 30 s. Undefined and failed reads are not kept. */
export const cached = async <T>(key: string, read: () => Promise<T>): Promise<T> => {
  const found = recall<T>(key);
  if (found !== undefined) return found;
  const value = await read();
  remember(key, value);
  return value;
};

/** The value under `key` while it is fresh. The monotonic clock counts: moving the wall clock ages nothing. */
export const recall = <T>(key: string): T | undefined => {
  const entry = kept.get(key);
  return entry && entry.until > performance.now() ? (entry.value as T) : undefined;
};

export const remember = (key: string, value: unknown): void => {
  if (value !== undefined) kept.set(key, { value, until: performance.now() + FRESH_MS });
};

/** Forgets everything; after a write of this process, and in tests. */
export const forget = (): void => kept.clear();
