import { instantOf } from '../../../shared/calendar.ts';
import { addDays, between, dateOf, type Moment, plus } from '../../../shared/time.ts';
import { type LocalDays, nextWorkingDay, workingDay } from '../../../shared/working-days.ts';
import type { Turn, WeekRule } from '../schema.ts';
import { endOf } from '../week.ts';
import type { HandoverData } from './schema.ts';

/** Who serves a week of duty now: whoever stood in last, or whom the rota named. */
export const servingIn = ({ who, standIns }: HandoverData): string | undefined => standIns?.at(-1)?.who.id ?? who;

/** Everybody whom a week of duty names by their id alone. */
export const peopleIn = (data: HandoverData): (string | undefined)[] => [data.who, data.from, servingIn(data)];

/** Who has to sign a hand-over: who takes the week, and who had the one before. */
export const parties = (data: HandoverData): string[] => [
  ...new Set([servingIn(data), data.from].filter((p) => p !== undefined)),
];

/** Who of them has not signed yet. */
export const unsigned = (data: HandoverData): string[] =>
  parties(data).filter((p) => !data.signed?.some((s) => s.by.id === p));

/** Whether nobody is left to sign once this person has. */
export const completes = (data: HandoverData, by: string): boolean => unsigned(data).every((p) => p === by);

/** The least time for signing before noon calls the first secretary, in milliseconds. */
const LEAST = 3_600_000;

/**
 * Milliseconds from an instant to the noon on the unit's wall clock at which an unsigned hand-over goes on: that of the first
 * working day, for nobody has to sign on a day off.
 */
export const untilNoon = (at: Moment, { zone }: WeekRule, local: LocalDays): number => {
  const today = dateOf(at, zone);
  const noonOf = (date: string) => between(at, instantOf(date, '12:00', zone));
  return workingDay(today, local) && noonOf(today) >= LEAST ? noonOf(today) : noonOf(nextWorkingDay(today, local));
};

/** What is frozen of a week: by the rota's turn, and by who really served the week before. */
export const frozen = (
  unit: string,
  turn: Turn,
  from: string | undefined,
  { noonIn, over }: { noonIn: number; over: boolean },
): HandoverData => {
  const common = { unit, week: turn.week, from, noonIn, ...(over ? { over } : {}) };
  switch (turn.kind) {
    case 'turn':
      return { ...common, who: turn.who, ...(turn.via === 'rota' ? {} : { via: turn.via }) };
    case 'pause':
      return { ...common, pause: turn.reason };
    case 'gap':
      return { ...common, gap: turn.reason };
  }
};

/** Whether a week has passed. */
export const isOver = (week: string, rule: WeekRule, at: Moment): boolean => endOf(week, rule) <= at;

/** The Friday morning, at the week's hour, on which whoever serves the next week is reminded. */
export const fridayOf = (week: string, { day, time, zone }: WeekRule): Moment =>
  instantOf(addDays(week, (5 - day + 7) % 7), time, zone);

/** How late a reminder is still of use, in milliseconds. */
const REMINDER_WINDOW = 2 * 86_400_000;

export const reminderDue = (week: string, rule: WeekRule, at: Moment): boolean => {
  const friday = fridayOf(week, rule);
  return friday <= at && at < plus(friday, REMINDER_WINDOW) && at < endOf(week, rule);
};
