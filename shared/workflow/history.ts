import type { Entry, Lifecycle, LifeRecord } from './lifecycle.ts';

/** The whole history of a record: its newest entries are in the record, the older ones beside it. */

const archive = () => import('./archive.ts'); // most records have none, and are shown without

/** Every entry of a record, the oldest first. */
export const wholeHistory = async <D>(
  life: Lifecycle<D>,
  { id, history, archivedTo }: LifeRecord<D>,
): Promise<Entry[]> => {
  if (archivedTo === 0) return history;
  const { archivedBefore } = await archive();
  const older: Entry[][] = [];
  for await (const some of archivedBefore(life.kind, id, history[0]?.seq ?? archivedTo + 1)) older.unshift(some);
  return [...older.flat(), ...history];
};

/** The entries of a record after one, the oldest first. */
export const entriesSince = async <D>(life: Lifecycle<D>, record: LifeRecord<D>, seq: number): Promise<Entry[]> => {
  const known = record.archivedTo > seq ? await wholeHistory(life, record) : record.history;
  return known.filter((e) => e.seq > seq);
};

/** Entries of a record, the oldest first; where there are older ones, `earlier` is the entry that they are before. */
export interface HistoryPage {
  entries: Entry[];
  earlier?: number;
}

/** So many are shown at once. */
export const PAGE = 50;

/** The newest entries of a record, or the newest of those before one. One query more where they are beside the record. */
export const historyOf = async <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  { before = Number.POSITIVE_INFINITY, most = PAGE }: { before?: number; most?: number } = {},
): Promise<HistoryPage> => {
  let found = record.history.filter((e) => e.seq < before);
  const first = found[0]?.seq ?? Math.min(before, record.archivedTo + 1);
  if (found.length < most && record.archivedTo > 0 && first > 1) {
    const { archivedBefore } = await archive();
    for await (const older of archivedBefore(life.kind, record.id, first)) {
      found = [...older, ...found];
      if (found.length >= most) break;
    }
  }
  const entries = found.slice(-most);
  const oldest = entries[0]?.seq ?? 1;
  return { entries, earlier: oldest > 1 ? oldest : undefined };
};
