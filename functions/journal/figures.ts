import * as z from 'zod';
import { addDays, dateOf, daysBetween, weekdayOf } from '../../shared/time.ts';
import type { RectificationCard } from './rectification/schema.ts';
import type { JournalCard } from './week/schema.ts';

/** How a community puts right what it was not satisfied with, counted from its rectifications. Pure. */

const weekFigures = z.object({
  week: z.string(),
  opened: z.number(),
  closed: z.number(),
  /** How many of those that were opened in the week are verified by now, 0 to 1. */
  closingRate: z.number().optional(),
  /** Days that those closed in the week had been open, the median. */
  medianDays: z.number().optional(),
});
const topicFigures = z.object({
  topic: z.string(),
  count: z.number(),
  /** In how many weeks, and of how many people; a topic of two weeks or more recurs. */
  weeks: z.number(),
  people: z.number(),
  recurs: z.boolean(),
  last: z.string(),
  /** How often in each of the weeks asked for. */
  byWeek: z.array(z.number()),
});

export const figures = z.object({
  opened: z.number(),
  verified: z.number(),
  waived: z.number(),
  open: z.number(),
  overdue: z.number(),
  returns: z.number(),
  /** Verified of those that were opened and not waived, 0 to 1; absent where there were none. */
  closingRate: z.number().optional(),
  /** Days from opening to verification, the median; absent where none was verified. */
  medianDays: z.number().optional(),
  byWeek: z.array(weekFigures),
  topics: z.array(topicFigures),
});
export type Figures = z.infer<typeof figures>;

/** The middle of some numbers, the mean of the two middle ones where they are even; undefined of none. */
export const median = (numbers: number[]): number | undefined => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return undefined;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
};

const daysOpen = ({ openedAt, closedAt = openedAt }: RectificationCard, zone: string): number =>
  daysBetween(dateOf(openedAt, zone), dateOf(closedAt, zone));

/** Topics by how often they came up; those that recur stand first. */
export const topicsIn = (cards: RectificationCard[], weeks: string[]): Figures['topics'] => {
  const of = (topic: string) => cards.filter((c) => c.topics.includes(topic));
  return [...new Set(cards.flatMap((c) => c.topics))]
    .map((topic) => {
      const found = new Set(of(topic).map((c) => c.week));
      return {
        ...{ topic, count: of(topic).length, weeks: found.size, recurs: found.size > 1 },
        people: new Set(of(topic).map((c) => c.owner.id)).size,
        last: [...found].sort().at(-1) as string,
        byWeek: weeks.map((week) => of(topic).filter((c) => c.week === week).length),
      };
    })
    .sort((a, b) => b.weeks - a.weeks || b.count - a.count || (a.topic < b.topic ? -1 : 1));
};

/** The figures of the rectifications of some weeks; `weeks` are those asked for, oldest first, `today` a date. */
export const figuresOf = (cards: RectificationCard[], weeks: string[], today: string, zone: string): Figures => {
  const of = cards.filter((c) => weeks.includes(c.week));
  const verified = of.filter((c) => c.stage === 'verified');
  const waived = of.filter((c) => c.stage === 'waived');
  const open = of.filter((c) => c.stage !== 'verified' && c.stage !== 'waived');
  return {
    ...{ opened: of.length, verified: verified.length, waived: waived.length, open: open.length },
    overdue: open.filter((c) => c.stage !== 'done' && c.due < today).length,
    returns: of.reduce((sum, c) => sum + c.returns, 0),
    closingRate: closingRateOf(of),
    medianDays: median(verified.map((c) => daysOpen(c, zone))),
    byWeek: weeks.map((week) => weekOf(week, cards, zone)),
    topics: topicsIn(of, weeks),
  };
};

/** Verified of those that were not waived, 0 to 1; undefined of none. */
const closingRateOf = (cards: RectificationCard[]): number | undefined => {
  const counted = cards.filter((c) => c.stage !== 'waived');
  return counted.length === 0 ? undefined : counted.filter((c) => c.stage === 'verified').length / counted.length;
};

const weekOf = (week: string, cards: RectificationCard[], zone: string): Figures['byWeek'][number] => {
  const opened = cards.filter((c) => c.week === week);
  const closed = cards.filter((c) => c.stage === 'verified' && weekHolds(week, c.closedAt, zone));
  return {
    ...{ week, opened: opened.length, closed: closed.length, closingRate: closingRateOf(opened) },
    medianDays: median(closed.map((c) => daysOpen(c, zone))),
  };
};

const weekHolds = (week: string, at: string | undefined, zone: string): boolean => {
  const day = at && dateOf(at, zone);
  return day !== undefined && week <= day && day < addDays(week, 7);
};

/** How many weeks were begun, handed in, and handed in late. */
export const handedIn = z.object({ week: z.string(), begun: z.number(), handedIn: z.number(), late: z.number() });

/** Who hands in both halves, week by week. */
export const handedInBy = (cards: JournalCard[], weeks: string[]): z.infer<typeof handedIn>[] =>
  weeks.map((week) => {
    const of = cards.filter((c) => c.week === week);
    const there = of.filter((c) => c.least !== undefined);
    return { week, begun: of.length, handedIn: there.length, late: there.filter((c) => c.late).length };
  });

/** The weeks of a span, by the day on which a unit's weeks begin; oldest first. */
export const weeksWithin = (from: string, to: string, day: number): string[] => {
  const first = addDays(from, -((weekdayOf(from) - day + 7) % 7));
  return Array.from({ length: Math.floor(daysBetween(first, to) / 7) + 1 }, (_, i) => addDays(first, 7 * i));
};
