import * as z from 'zod';
import { environment } from './env.ts';
import { DomainError } from './errors.ts';

/** How many requests to public forms one address may make in a minute, as one process sees them: it costs no write. */
const env = environment(z.object({ PUBLIC_LIMIT: z.coerce.number().int().min(1).default(60) }));

const MINUTE = 60_000;
let minute = 0;
let counts = new Map<string, number>();

/** Counts a request of an address; throws `too-many-requests` beyond the limit. Addresses are kept for a minute, nowhere else. */
export const countRequest = (address: string, atMs = performance.now()): void => {
  const present = Math.floor(atMs / MINUTE);
  if (present !== minute) {
    minute = present;
    counts = new Map();
  }
  const count = (counts.get(address) ?? 0) + 1;
  counts.set(address, count);
  if (count > env().PUBLIC_LIMIT)
    throw new DomainError('too-many', 'too-many-requests', 'Too many requests from here; try again in a minute.');
};
