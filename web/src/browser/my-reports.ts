import { box } from './box.ts';

/** Reports made on this phone: their receipts, and the content of those that have not got through yet. */

export interface Kept {
  receipt: string;
  type: string;
  title: string;
  at: string;
  /** The form as it will be sent; gone once the report was accepted. */
  body?: string;
}

const KEY = 'kora.reports';
const MOST = 50;

/** The same reports as long as they have not got through, where a power cut does not reach them; offline.js sends from here. */
const waiting = box<Kept>('kora-reports', 'reports', 'receipt');

export const kept = (): Kept[] => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    return []; // storage is switched off, or holds something else
  }
};

const write = (list: Kept[]): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.filter((k, i) => i < MOST || k.body !== undefined)));
  } catch {
    // the receipt stands on the screen; the list is a convenience
  }
};

const inFront = (report: Kept): void => write([report, ...kept().filter((k) => k.receipt !== report.receipt)]);

/** Keeps a report; it is on the disk when this ends, wherever there is one. */
export const keep = async (report: Kept): Promise<void> => {
  inFront(report);
  await waiting.put(report);
};

export const forget = (receipt: string): Promise<unknown> => {
  write(kept().filter((k) => k.receipt !== receipt));
  return waiting.drop(receipt);
};

/** Accepted: only the receipt stays. */
export const settle = (receipt: string): void => {
  write(kept().map((k) => (k.receipt === receipt ? { ...k, body: undefined } : k)));
  void waiting.drop(receipt);
};

/** Brings back what the phone wrote last before its power went. */
export const recover = async (): Promise<void> => {
  const stored = await waiting.all();
  const known = new Map(kept().map((k) => [k.receipt, k]));
  const lost = stored.filter((k) => !known.has(k.receipt)).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const report of lost) inFront(report);
  for (const { receipt } of stored) if (known.has(receipt) && !known.get(receipt)?.body) await waiting.drop(receipt);
};

/** What has not got through yet, oldest first. */
export const unsent = (): Kept[] =>
  kept()
    .filter((k) => k.body !== undefined)
    .reverse();
