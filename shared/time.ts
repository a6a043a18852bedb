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

/** Milliseconds from one instant until another; none once it has passed. */
export const until = (moment: Moment, from: Moment): number => Math.max(0, between(from, moment));

/** The earlier of two instants. */
export const earlier = (a: Moment, b: Moment): Moment => (between(a, b) < 0 ? b : a);

/** The later of two instants. */
export const later = (a: Moment, b: Moment): Moment => (between(a, b) > 0 ? b : a);

const DURATION = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const LENGTHS = [86_400_000, 3_600_000, 60_000, 1000];

/** Length of an ISO 8601 duration of days, hours, minutes and seconds (`PT15M`, `P30D`) in milliseconds; throws RangeError for others. */
export const duration = (iso: string): number => {
  const parts = DURATION.exec(iso)?.slice(1);
  if (!parts) throw new RangeError(`not a duration of days at most: ${iso}`);
  return parts.reduce((sum, n, i) => sum + Number(n ?? 0) * (LENGTHS[i] ?? 0), 0);
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Swedish, because it writes dates as ISO 8601 does. */
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, made);
  return made;
};

/** `2026-04-06 09:20`, wall-clock in the zone; callers that show it to people add the zone's name. */
export const wallClock = (moment: Moment, zone = ZONE): string => formatOf(zone).format(Date.parse(moment));

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. */
export const dateOf = (moment: Moment, zone = ZONE): string => wallClock(moment, zone).slice(0, 10);

/** Month of an instant in a zone, `YYYY-MM`. */
export const monthOf = (moment: Moment, zone = ZONE): string => dateOf(moment, zone).slice(0, 7);

/** Year of an instant in a zone. */
export const yearOf = (moment: Moment, zone = ZONE): number => Number(dateOf(moment, zone).slice(0, 4));

/** The calendar date `days` after `date`. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Day of the week of a date: 1 Monday to 7 Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** Whole days from one date to another, negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether the name is a time zone of the IANA database. */
export const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Z]\w+\//.test(name) || name === 'UTC';
  } catch {
    return false;
  }
};
