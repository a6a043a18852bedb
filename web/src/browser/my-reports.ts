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

export const kept = (): Kept[] => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    return []; // storage is switched off, or holds something else
  }
};

const write = (list: Kept[]): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(0, MOST)));
  } catch {
    // the receipt stands on the screen; the list is a convenience
  }
};

export const keep = (report: Kept): void => write([report, ...kept().filter((k) => k.receipt !== report.receipt)]);

export const forget = (receipt: string): void => write(kept().filter((k) => k.receipt !== receipt));

/** Accepted: only the receipt stays. */
export const settle = (receipt: string): void =>
  write(kept().map((k) => (k.receipt === receipt ? { ...k, body: undefined } : k)));

/** What has not got through yet, oldest first. */
export const unsent = (): Kept[] =>
  kept()
    .filter((k) => k.body !== undefined)
    .reverse();
