import * as z from 'zod';
import { dayKind, type LocalDays } from '../../shared/working-days.ts';
import { turns } from './rules.ts';
import type { Rota } from './schema.ts';
import { addWeeks, datesOf, weeksBetween } from './week.ts';

/** A week that somebody really served. */
export interface Served {
  week: string;
  who: string;
}

/** What one person carried over a span of weeks, and when their next turn is. */
export const share = z.object({
  who: z.string(),
  turns: z.number(),
  /** Days of the weeks served that were weekends, and those that were holidays. */
  weekendDays: z.number(),
  holidayDays: z.number(),
  lastServed: z.string().optional(),
  /** Weeks since the last turn; absent for who has not served in the span. */
  rested: z.number().optional(),
  next: z.string().optional(),
});
export type Share = z.infer<typeof share>;

/** Weeks that fairness looks back on. */
export const SPAN = 52;
const AHEAD = 60;

/** Each member’s share, who has rested longest first; `now` is the week that runs, `next` the one after it. */
export const shares = (
  rota: Rota,
  members: string[],
  served: Served[],
  { now, next }: { now: string; next: string },
  local: LocalDays,
): Share[] => {
  const since = addWeeks(now, -SPAN);
  const ahead = turns(rota, next, AHEAD);
  return members
    .map((who) => {
      const weeks = served
        .filter((s) => s.who === who && s.week > since && s.week <= now)
        .map((s) => s.week)
        .sort();
      const lastServed = weeks.at(-1);
      return {
        who,
        turns: weeks.length,
        weekendDays: daysOf(weeks, 'weekend', local),
        holidayDays: daysOf(weeks, 'holiday', local),
        lastServed,
        rested: lastServed === undefined ? undefined : weeksBetween(lastServed, now),
        next: ahead.find((t) => t.kind === 'turn' && t.who === who)?.week,
      };
    })
    .sort((a, b) => (b.rested ?? SPAN + 1) - (a.rested ?? SPAN + 1));
};

const daysOf = (weeks: string[], kind: 'weekend' | 'holiday', local: LocalDays): number =>
  weeks.flatMap(datesOf).filter((d) => dayKind(d, local) === kind).length;
