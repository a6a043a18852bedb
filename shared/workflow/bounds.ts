import { DomainError } from '../errors.ts';
import type { Entry, Lifecycle, LifeRecord } from './lifecycle.ts';
import { packed } from './pack.ts';
import { sizeOf } from './size.ts';

/**
 * How large a record may become. DynamoDB takes 400 KB an item; what a person adds is refused in words long before, so that
 * what has to be possible at any time still is: a short word that ends or hands on, a deadline, a follow-up, a merge.
 */

const KB = 1024;

/** Up to here anything. */
const ROOM = 240 * KB;
/** Up to here what people say in few words. */
const ROOM_FOR_ENDING = 330 * KB;
/** Up to here what the system has to note. */
const ROOM_FOR_SYSTEM = 370 * KB;
/** So much more data (for each part of the step) is few words, in bytes. */
const FEW_WORDS = 512;

const dataSize = <D>({ data }: LifeRecord<D>): number => {
  const { value, texts } = packed(data);
  return sizeOf(value) + sizeOf(texts);
};

/** Throws `record-full` where a step would leave an item of so many bytes and may not. */
export const checkRoom = <D>(life: Lifecycle<D>, before: LifeRecord<D>, after: LifeRecord<D>, bytes: number): void => {
  if (bytes <= ROOM) return;
  const { by, event, parts } = after.history.at(-1) as Entry;
  const room = by.kind === 'system' ? ROOM_FOR_SYSTEM : ROOM_FOR_ENDING;
  const added = dataSize(after) - dataSize(before);
  const { [event]: rule } = (parts ? life.parts?.actions : life.actions) ?? {};
  const isBrief = added <= FEW_WORDS * (parts?.length ?? 1) && !rule?.grows;
  if (bytes <= room && (by.kind === 'system' || isBrief)) return;
  throw new DomainError('conflict', 'record-full', 'This record is nearly full: write less, or do several at once.', {
    extra: { bytes, most: ROOM },
  });
};

/** More entries in a record, or more bytes of them, and the older half moves beside it. */
const MOST_ENTRIES = 120;
const MOST_BYTES = 48 * KB;
/** What moves together is one item, of about so many bytes at most. */
const ARCHIVE_BYTES = 128 * KB;

/**
 * What stays in a record of its history, and what moves beside it, an item for each list. Effects that are still to be carried
 * out move too: who delivers finds them there, and no backlog fills the record.
 */
export const archived = <D>(record: LifeRecord<D>): { kept: LifeRecord<D>; moved: Entry[][] } => {
  const { history } = record;
  const sizes = history.map(sizeOf);
  let bytes = sizes.reduce((a, b) => a + b, 0);
  if (history.length <= MOST_ENTRIES && bytes <= MOST_BYTES) return { kept: record, moved: [] };
  let cut = 0;
  while (cut < history.length - 1 && (history.length - cut > MOST_ENTRIES / 2 || bytes > MOST_BYTES / 2))
    bytes -= sizes[cut++] ?? 0;
  const last = history[cut - 1];
  if (!last) return { kept: record, moved: [] };
  return {
    kept: { ...record, history: history.slice(cut), archivedTo: last.seq },
    moved: chunks(history.slice(0, cut), sizes),
  };
};

const chunks = (entries: Entry[], sizes: number[]): Entry[][] => {
  const made: Entry[][] = [];
  let bytes = 0;
  entries.forEach((entry, i) => {
    bytes += sizes[i] ?? 0;
    if (i === 0 || bytes > ARCHIVE_BYTES) {
      made.push([]);
      bytes = sizes[i] ?? 0;
    }
    made.at(-1)?.push(entry);
  });
  return made;
};
