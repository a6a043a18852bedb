import { Temporal } from 'temporal-polyfill';

/** The zone of every wall-clock time shown or entered, unless a unit's configuration names another. */
export const ZONE = 'Asia/Shanghai';

/** An instant as ISO 8601 text in UTC with milliseconds: sorts as it reads. */
export type Moment = string;

/** The present instant. The only clock of the project: rules and machines get it as an argument. */
export const now = (): Moment => new Date().toISOString();

/** `moment` plus `ms` milliseconds. */
export const plus = (moment: Moment, ms: number): Moment => new Date(Date.parse(moment) + ms).toISOString();

/** Milliseconds from `a` to `b`, negative where `b` is earlier. */
export const between = (a: Moment, b: Moment): number => Date.parse(b) - Date.parse(a);

/** The later of two instants. */
export const later = (a: Moment, b: Moment): Moment => (between(a, b) > 0 ? b : a);

/** Length of an ISO 8601 duration of days at most (`PT15M`, `P30D`) in milliseconds; throws RangeError for others. */
export const duration = (iso: string): number => Temporal.Duration.from(iso).total({ unit: 'milliseconds' });

const zoned = (moment: Moment, zone: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(zone);

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. */
export const dateOf = (moment: Moment, zone = ZONE): string => zoned(moment, zone).toPlainDate().toString();

/** Month of an instant in a zone, `YYYY-MM`. */
export const monthOf = (moment: Moment, zone = ZONE): string => dateOf(moment, zone).slice(0, 7);

/** Year of an instant in a zone. */
export const yearOf = (moment: Moment, zone = ZONE): number => zoned(moment, zone).year;

/** The instant at which a calendar date begins in a zone. */
export const startOfDay = (date: string, zone = ZONE): Moment =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds).toISOString();

/** The calendar date `days` after `date`. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** `2026-04-06 09:20`, wall-clock in the zone; callers that show it to people add the zone's name. */
export const wallClock = (moment: Moment, zone = ZONE): string => {
  const z = zoned(moment, zone);
  return `${z.toPlainDate()} ${z.toPlainTime().toString({ smallestUnit: 'minute' })}`;
};

/** Day of the week of a date: 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** Whole days from one date to another, negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * The instant of a wall-clock time (`HH:MM`) on a date in a zone. Where the clocks jump over it, the instant at which it
 * would have been; where they pass it twice, the first.
 */
export const instantOf = (date: string, time: string, zone = ZONE): Moment =>
  new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds).toISOString();

/** Whether the name is a time zone of the IANA database. */
export const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Z]\w+\//.test(name) || name === 'UTC';
  } catch {
    return false;
  }
};

/**
 * The instant at which a period of whole days, weeks or months (`P30D`, `P2M`) has passed: the end of its last day by the
 * calendar of the zone, counted from the day of `moment`. Throws RangeError where it is no duration.
 */
export const endOfPeriod = (moment: Moment, iso: string, zone = ZONE): Moment =>
  startOfDay(addDays(zoned(moment, zone).toPlainDate().add(Temporal.Duration.from(iso)).toString(), 1), zone);
