import { instantOf } from '../../shared/calendar.ts';
import { addDays, dateOf, daysBetween, type Moment, weekdayOf } from '../../shared/time.ts';
import type { WeekRule } from './schema.ts';

/**
 * Arithmetic of a unit's weeks. A week is named by the date on which it begins, so years of 53 weeks, ends of years and
 * clocks that change need no rule of their own: the next week's name is seven days later, its hour is read off the wall.
 */

/** The instant at which a week begins. */
export const startOf = (week: string, { time, zone }: WeekRule): Moment => instantOf(week, time, zone);

/** The instant at which a week ends, which is the next one's beginning. */
export const endOf = (week: string, rule: WeekRule): Moment => startOf(addWeeks(week, 1), rule);

export const addWeeks = (week: string, count: number): string => addDays(week, 7 * count);

/** Whole weeks from one to another, negative where the other is earlier. */
export const weeksBetween = (from: string, to: string): number => Math.round(daysBetween(from, to) / 7);

/** The week that an instant lies in. */
export const weekOf = (moment: Moment, rule: WeekRule): string => {
  const today = dateOf(moment, rule.zone);
  const begun = addDays(today, -((weekdayOf(today) - rule.day + 7) % 7));
  return startOf(begun, rule) > moment ? addWeeks(begun, -1) : begun;
};

/** `count` weeks from one on. */
export const weeksFrom = (week: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => addWeeks(week, i));

/** The seven dates of a week. */
export const datesOf = (week: string): string[] => Array.from({ length: 7 }, (_, i) => addDays(week, i));

/** Whether the unit's weeks begin on that date. */
export const isWeek = (date: string, rule: WeekRule): boolean => weekdayOf(date) === rule.day;

/** Week and year as ISO 8601 counts them, `2026-W53`: what people call it; never used to compute. */
export const weekLabel = (week: string): string => {
  const thursday = addDays(week, 4 - weekdayOf(week));
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
};

/**
 * The hand-over's slot: day, hour and zone. Units of one slot hand over at the same instant, so they are found together
 * without a write that moves each of them from week to week.
 */
export const slotOf = ({ day, time, zone }: WeekRule): string => `${day}-${time}-${zone}`;

/** The week rule of a slot's name. */
export const ruleOfSlot = (slot: string): WeekRule => {
  const [day = '1', time = '09:00', ...zone] = slot.split('-');
  return { day: Number(day), time, zone: zone.join('-') };
};
