import type * as z from 'zod';
import { log } from './log.ts';
import type { Item } from './table.ts';

/**
 * What a list can show of its items: one that cannot be read hides no other. It is logged by its key, and noted among what is
 * stuck, where people see it (unless `noted` is false: the table is not this function's to write).
 */
export const readable = async <T>(
  items: Item[],
  read: z.ZodType<T> | ((item: Item) => T),
  noted = true,
): Promise<T[]> => (await readableOr(items, read, () => undefined, noted)).filter((t) => t !== undefined);

/** The same, with something in the place of each that cannot be read. */
export const readableOr = async <T, P>(
  items: Item[],
  read: z.ZodType<T> | ((item: Item) => T),
  placeholder: (item: Item) => P,
  noted = true,
): Promise<(T | P)[]> => {
  const unread: Item[] = [];
  const shown = items.map((item) => {
    try {
      return typeof read === 'function' ? read(item) : read.parse(item);
    } catch (e) {
      log.error('cannot be read', { record: String(item.pk), item: String(item.sk), error: (e as Error).name });
      unread.push(item);
      return placeholder(item);
    }
  });
  if (noted) for (const item of unread) await note(item);
  return shown;
};

/** What this process has noted already: a list that is looked at every minute need not write every minute. */
const seen = new Set<string>();
const MOST_SEEN = 1000;

/** Nothing fails because this cannot be noted: a function that only reads has no right to write it. */
export const note = async (item: Item): Promise<void> => {
  const key = `${item.pk} ${item.sk}`;
  if (seen.has(key) || seen.size >= MOST_SEEN) return;
  seen.add(key);
  try {
    const { countUnreadable } = await import('./workflow/failures.ts');
    await countUnreadable(item);
  } catch (e) {
    log.warn('could not be noted', { record: String(item.pk), error: (e as Error).name });
  }
};
