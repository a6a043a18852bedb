import { createHmac, hash, randomBytes, randomInt } from 'node:crypto';
import { isReceipt, newReceiptFrom } from './receipt.ts';
import type { Moment } from './time.ts';

export { isReceipt };

/** A new receipt of 16 decimal digits, for a form that came without one. */
export const newReceipt = (): string => newReceiptFrom(() => randomInt(10));

/** The case's id: an HMAC of its receipt under the stage's secret, so that a leaked table opens nothing (128 bits, hex). */
export const idOfReceipt = (receipt: string, secret: string): string =>
  createHmac('sha256', secret).update(`receipt:${receipt}`).digest('hex').slice(0, 32);

/**
 * The receipt of content that came without one, from a form that runs no script: pressed twice in the same ten minutes of the
 * clock, it is the same report. Whoever does not have content and secret cannot tell it.
 */
export const receiptOfContent = (content: string, at: Moment, secret: string): string => {
  const span = Math.floor(Date.parse(at) / TEN_MINUTES);
  const digest = createHmac('sha256', secret).update(`form:${span}:${content}`).digest().values();
  return newReceiptFrom(() => (digest.next().value ?? 0) % 10);
};

const TEN_MINUTES = 600_000;

/** A keyed digest of something personal (a phone number), to compare without keeping it. */
export const keyedDigest = (purpose: string, value: string, secret: string): string =>
  createHmac('sha256', secret).update(`${purpose}:${value}`).digest('hex').slice(0, 32);

/** SHA-256 of a JSON value with its keys in order: equal content, equal digest. */
export const contentDigest = (value: unknown): string => hash('sha256', JSON.stringify(sorted(value))).slice(0, 32);

const sorted = (v: unknown): unknown => {
  if (Array.isArray(v)) return v.map(sorted);
  if (v === null || typeof v !== 'object') return v;
  return Object.fromEntries(
    Object.entries(v)
      .filter(([, x]) => x !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, x]) => [k, sorted(x)]),
  );
};

/** A random id of 80 bits, lower-case hex, for things nobody has to guess or type. */
export const newId = (): string => randomBytes(10).toString('hex');
