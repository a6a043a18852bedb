import type { Wrong } from './field-errors.ts';
import type { Kept } from './my-reports.ts';
import { within } from './patience.ts';
import { pageLanguage } from './words.ts';

export type Outcome =
  | { kind: 'accepted' }
  | { kind: 'invalid'; fields: Wrong[] }
  | { kind: 'refused'; reason: string }
  | { kind: 'later'; seconds?: number };

const PATIENCE = 30_000;

/** One try. Sending the same receipt again is answered as the first time, so a lost answer costs nothing. */
const attempt = async (report: Kept): Promise<Outcome> => {
  try {
    const answer = await fetch(`/reports/${report.type}`, {
      method: 'POST',
      body: report.body,
      signal: within(PATIENCE),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        'accept-language': pageLanguage(),
        'idempotency-key': report.receipt,
      },
    });
    return await outcomeOf(answer);
  } catch {
    return { kind: 'later' };
  }
};

const outcomeOf = async (answer: Response): Promise<Outcome> => {
  if (answer.status === 201) return { kind: 'accepted' };
  if (answer.ok || answer.status >= 500 || answer.status === 429 || answer.status === 408)
    return { kind: 'later', seconds: Number(answer.headers.get('retry-after')) || undefined };
  const problem = (await answer.json()) as { code: string; detail: string; fields?: Wrong[] };
  return problem.fields ? { kind: 'invalid', fields: problem.fields } : { kind: 'refused', reason: problem.detail };
};

const FIRST = 3;
const LONGEST = 60;

/**
 * Tries until there is an answer: after 3, 6, 12 … 60 seconds, at once when the phone is back on the network or
 * `hurry` is called. `waiting` is told each time how many seconds are left to the next try.
 */
export const sendUntilAnswered = async (
  report: Kept,
  waiting: (seconds: number, hurry: () => void) => void,
): Promise<Outcome> => {
  for (let pause = FIRST; ; pause = Math.min(pause * 2, LONGEST)) {
    const outcome = await attempt(report);
    if (outcome.kind !== 'later') return outcome;
    const seconds = Math.max(pause, outcome.seconds ?? 0);
    await new Promise<void>((go) => {
      addEventListener('online', () => go(), { once: true });
      setTimeout(go, seconds * 1000);
      waiting(seconds, go);
    });
  }
};
