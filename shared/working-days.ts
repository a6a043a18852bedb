import * as z from 'zod';
import { instantOf } from './calendar.ts';
import { date, line } from './fields.ts';
import year2025 from './holidays/2025.json' with { type: 'json' };
import year2026 from './holidays/2026.json' with { type: 'json' };
import { addDays, dateOf, type Moment, wallClock, weekdayOf, ZONE } from './time.ts';

/**
 * Working days in China: Monday to Friday, but for the holidays of the State Council's yearly notice, and with its make-up
 * working days (调休). Each year is a file of data under `holidays/` that names the notice it follows; a year whose notice is
 * not published yet has none, and until then has weekends only. What a place adds (藏历新年, 雪顿节) is the unit's own.
 */

const period = z.strictObject({ name: line(40), from: date(), to: date() });

const published = z.strictObject({
  year: z.number().int(),
  source: line(200),
  off: z.array(period),
  working: z.array(date()),
});

/** Days that a unit has off, with where they are laid down. */
export const localPeriod = period.extend({ source: line(200).optional() });

/** Days that a unit has off, or works on, besides those of the whole country. */
export const localDays = z.object({
  off: z.array(localPeriod).max(40).default([]),
  working: z.array(date()).max(40).default([]),
});
export type LocalDays = z.infer<typeof localDays>;

export const NO_LOCAL_DAYS: LocalDays = { off: [], working: [] };

export type DayKind = 'working' | 'weekend' | 'holiday';

const years = [year2025, year2026].map((y) => published.parse(y));
const makeUp = new Set(years.flatMap((y) => y.working));
const holidays = new Map(years.flatMap((y) => y.off.flatMap((p) => datesOf(p).map((d) => [d, p.name] as const))));

function datesOf({ from, to }: { from: string; to: string }): string[] {
  const dates: string[] = [];
  for (let d = from; d <= to; d = addDays(d, 1)) dates.push(d);
  return dates;
}

/** Whether the holidays of a year are known here; before its notice is published, only weekends are. */
export const holidaysKnown = (year: number): boolean => years.some((y) => y.year === year);

/** Where the holidays of a year are laid down; undefined for a year that is not known. */
export const holidaySource = (year: number): string | undefined => years.find((y) => y.year === year)?.source;

/** What a date is for a unit: the unit's own days come before the country's. */
export const dayKind = (day: string, local: LocalDays = NO_LOCAL_DAYS): DayKind => {
  if (local.working.includes(day)) return 'working';
  if (local.off.some((p) => p.from <= day && day <= p.to)) return 'holiday';
  if (makeUp.has(day)) return 'working';
  if (holidays.has(day)) return 'holiday';
  return weekdayOf(day) > 5 ? 'weekend' : 'working';
};

/** What the holiday on a date is called; undefined where there is none. */
export const holidayName = (day: string, local: LocalDays = NO_LOCAL_DAYS): string | undefined =>
  dayKind(day, local) === 'holiday'
    ? (local.off.find((p) => p.from <= day && day <= p.to)?.name ?? holidays.get(day))
    : undefined;

/** Whether people of the unit work on a date. */
export const workingDay = (day: string, local: LocalDays = NO_LOCAL_DAYS): boolean => dayKind(day, local) === 'working';

/** The first working day after a date. */
export const nextWorkingDay = (day: string, local: LocalDays = NO_LOCAL_DAYS): string => addWorkingDays(day, 1, local);

/** The date that is `count` working days after a date (which itself does not count); the date itself for 0. */
export const addWorkingDays = (day: string, count: number, local: LocalDays = NO_LOCAL_DAYS): string => {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (workingDay(at, local)) left--;
  }
  return at;
};

/** The date of the last working day before a date. */
export const workingDayBefore = (day: string, local: LocalDays = NO_LOCAL_DAYS): string => {
  let at = addDays(day, -1);
  while (!workingDay(at, local)) at = addDays(at, -1);
  return at;
};

/** The same hour of another date, on the zone's wall clock. */
export const atThatHour = (moment: Moment, date: string, zone = ZONE): Moment =>
  instantOf(date, wallClock(moment, zone).slice(11), zone);

/** The instant itself where people work on its day, or else the same hour of the next working day. */
export const onWorkingDay = (moment: Moment, local: LocalDays = NO_LOCAL_DAYS, zone = ZONE): Moment => {
  const date = dateOf(moment, zone);
  return workingDay(date, local) ? moment : atThatHour(moment, nextWorkingDay(date, local), zone);
};
