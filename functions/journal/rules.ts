import { instantOf } from '../../shared/calendar.ts';
import { fold } from '../../shared/text.ts';
import { addDays, dateOf, type Moment, plus, weekdayOf } from '../../shared/time.ts';
import {
  atThatHour,
  dayKind,
  type LocalDays,
  NO_LOCAL_DAYS,
  nextWorkingDay,
  onWorkingDay,
  workingDayBefore,
} from '../../shared/working-days.ts';
import type { WeekRule } from '../duty/schema.ts';
import { addWeeks, startOf } from '../duty/week.ts';
import type { JournalSettings, Topic, WeeklyMoment } from './settings.ts';
import type { Rhythm } from './week/schema.ts';

/** When a week's plan, check, reflection and meeting are, and what a piece of work is about. Pure. */

/** The first time, at an instant or after it, that a weekly moment comes. */
export const nextMoment = (from: Moment, { day, time }: WeeklyMoment, zone: string): Moment => {
  const today = dateOf(from, zone);
  const date = addDays(today, (day - weekdayOf(today) + 7) % 7);
  const moment = instantOf(date, time, zone);
  return moment >= from ? moment : instantOf(addDays(date, 7), time, zone);
};

/** A meeting that was not held two days after its hour is missed; people are told of it on a working day. */
const GRACE = 2 * 86_400_000;

/**
 * The rhythm of a week: plan, check, reflection and meeting follow one another from the week's beginning on, whichever day
 * that is; what falls on a holiday is moved beside it. What is missing may be handed in until the next week has ended too.
 */
export const rhythmOf = (
  week: string,
  rule: WeekRule,
  settings: JournalSettings,
  local: LocalDays = NO_LOCAL_DAYS,
): Rhythm => {
  const { zone } = rule;
  const next = (from: Moment, moment: WeeklyMoment) => nextMoment(from, moment, zone);
  const plan = next(startOf(week, rule), settings.plan);
  const check = next(plan, settings.check);
  const ask = next(check, settings.ask);
  const reflect = next(ask, settings.reflect);
  const meeting = next(reflect, settings.meeting);
  const moved = (moment: Moment) =>
    besideHoliday(moment, [startOf(week, rule), startOf(addWeeks(week, 1), rule)], local, zone);
  const closes = [
    startOf(addWeeks(week, 2), rule),
    instantOf(addDays(dateOf(meeting, rule.zone), 7), '23:59', rule.zone),
  ];
  return {
    ...{ plan: moved(plan), check: moved(check), ask: moved(ask), reflect: moved(reflect), meeting: moved(meeting) },
    missed: onWorkingDay(plus(moved(meeting), GRACE), local, zone),
    closes: closes.sort().at(-1) as Moment,
  };
};

/**
 * What falls on a holiday comes at the same hour of the next working day, unless the week is over by then: then of the last
 * one before it. A day that a unit has chosen although it is a weekend's stays.
 */
const besideHoliday = (moment: Moment, [from, to]: [Moment, Moment], local: LocalDays, zone: string): Moment => {
  const date = dateOf(moment, zone);
  if (dayKind(date, local) !== 'holiday') return moment;
  const after = atThatHour(moment, nextWorkingDay(date, local), zone);
  if (after < to || moment >= to) return after;
  const before = atThatHour(moment, workingDayBefore(date, local), zone);
  return before >= from ? before : after;
};

/** The topics of a text: those chosen, or else every one of which a word stands in it. */
export const topicsOf = (chosen: string[], content: string, topics: Topic[]): string[] => {
  if (chosen.length > 0) return chosen;
  const text = fold(content);
  return topics.filter((t) => t.words.some((w) => text.includes(fold(w)))).map((t) => t.id);
};
