import { instantOf } from '../../shared/calendar.ts';
import { addDays, dateOf, type Moment, weekdayOf } from '../../shared/time.ts';
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

/**
 * The rhythm of a week: plan, check, reflection and meeting follow one another from the week's beginning on, whichever day
 * that is. What is missing may be handed in until the next week has ended too.
 */
export const rhythmOf = (week: string, rule: WeekRule, settings: JournalSettings): Rhythm => {
  const next = (from: Moment, moment: WeeklyMoment) => nextMoment(from, moment, rule.zone);
  const plan = next(startOf(week, rule), settings.plan);
  const check = next(plan, settings.check);
  const ask = next(check, settings.ask);
  const reflect = next(ask, settings.reflect);
  const meeting = next(reflect, settings.meeting);
  const closes = [
    startOf(addWeeks(week, 2), rule),
    instantOf(addDays(dateOf(meeting, rule.zone), 7), '23:59', rule.zone),
  ];
  return { plan, check, ask, reflect, meeting, closes: closes.sort().at(-1) as Moment };
};

/** The topics of a text: those chosen, or else every one of which a word stands in it. */
export const topicsOf = (chosen: string[], content: string, topics: Topic[]): string[] => {
  if (chosen.length > 0) return chosen;
  const text = content.toLowerCase();
  return topics.filter((t) => t.words.some((w) => text.includes(w.toLowerCase()))).map((t) => t.id);
};
