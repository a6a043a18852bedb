import { Temporal } from 'temporal-polyfill';

/** When a schedule expression of EventBridge Scheduler is due: `at(…)`, `rate(…)`, `cron(…)`. Instants in milliseconds. */
export type When = { kind: 'once'; at: number } | { kind: 'rate'; every: number } | { kind: 'cron'; fields: Fields };

interface Fields {
  minute: Set<number>;
  hour: Set<number>;
  day: (date: Temporal.PlainDate) => boolean;
  month: Set<number>;
  year: Set<number>;
}

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads an expression; throws RangeError for one that Scheduler would refuse. */
export const read = (expression: string, zone: string): When => {
  const [, kind, inner = ''] = /^(at|rate|cron)\((.*)\)$/.exec(expression.trim()) ?? [];
  switch (kind) {
    case 'at':
      return once(inner, zone);
    case 'rate':
      return { kind, every: rate(inner) };
    case 'cron':
      return { kind, fields: cron(inner) };
    default:
      throw new RangeError(`Invalid Schedule Expression ${expression}.`);
  }
};

const once = (text: string, zone: string): When => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) throw new RangeError(`Invalid Schedule Expression at(${text}).`);
  return { kind: 'once', at: Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds };
};

const rate = (text: string): number => {
  const [, count, unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(text) ?? [];
  const length = UNITS[unit];
  if (!length) throw new RangeError(`Invalid Schedule Expression rate(${text}).`);
  return Number(count) * length;
};

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const cron = (text: string): Fields => {
  const [minute, hour, day, month, weekday, year, more] = text.trim().split(/\s+/);
  if (!minute || !hour || !day || !month || !weekday || !year || more !== undefined)
    throw new RangeError(`cron(${text}) does not have six fields`);
  if ((day === '?') === (weekday === '?')) throw new RangeError('one of day-of-month and day-of-week must be ?');
  return {
    minute: numbers(minute, 0, 59),
    hour: numbers(hour, 0, 23),
    day: day === '?' ? onWeekdays(weekday) : onDays(day),
    month: numbers(named(month, MONTHS, 1), 1, 12),
    year: numbers(year, 1970, 2199),
  };
};

const named = (field: string, names: string[], first: number): string =>
  field.toUpperCase().replace(/[A-Z]{3}/g, (name) => String(names.indexOf(name) + first));

const numbers = (field: string, least: number, most: number): Set<number> => {
  const all = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = '', step] = /^(\*|\d+|\d+-\d+)(?:\/(\d+))?$/.exec(part) ?? [];
    if (range === '') throw new RangeError(`${field} is not understood in cron`);
    const [from = least, to = step ? most : from] = range === '*' ? [least, most] : range.split('-').map(Number);
    if (from < least || to > most || from > to) throw new RangeError(`${field} is out of range in cron`);
    for (let n = from; n <= to; n += Number(step ?? 1)) all.add(n);
  }
  return all;
};

type DayTest = (date: Temporal.PlainDate) => boolean;

const onDays = (field: string): DayTest => {
  if (field === 'L') return (date) => date.day === date.daysInMonth;
  const days = numbers(field, 1, 31);
  return (date) => days.has(date.day);
};

/** Sunday is 1; `6L` is the month's last Friday, `2#1` its first Monday. */
const onWeekdays = (field: string): DayTest => {
  const text = named(field, WEEKDAYS, 1);
  const weekday = (date: Temporal.PlainDate) => (date.dayOfWeek % 7) + 1;
  const last = /^([1-7])L$/.exec(text);
  if (last) return (date) => weekday(date) === Number(last[1]) && date.day + 7 > date.daysInMonth;
  const nth = /^([1-7])#([1-5])$/.exec(text);
  if (nth) return (date) => weekday(date) === Number(nth[1]) && Math.ceil(date.day / 7) === Number(nth[2]);
  const days = numbers(text, 1, 7);
  return (date) => days.has(weekday(date));
};

/** The first instant after `after` at which it is due; undefined if there is none. A rate counts from `after`. */
export const nextAfter = (when: When, zone: string, after: number): number | undefined => {
  switch (when.kind) {
    case 'once':
      return when.at > after ? when.at : undefined;
    case 'rate':
      return after + when.every;
    case 'cron':
      return nextCron(when.fields, zone, after);
  }
};

const nextCron = (f: Fields, zone: string, after: number): number | undefined => {
  const start = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  const lastYear = Math.max(...f.year);
  for (let date = start; date.year <= lastYear && date.year <= start.year + 10; date = date.add({ days: 1 })) {
    if (!f.year.has(date.year) || !f.month.has(date.month) || !f.day(date)) continue;
    const due = instantsOf(f, date, zone).find((at) => at > after);
    if (due !== undefined) return due;
  }
  return undefined;
};

/** The instants of one date, in order; a time that a change of the clock leaves out is taken as the zone says. */
const instantsOf = (f: Fields, date: Temporal.PlainDate, zone: string): number[] =>
  [...f.hour]
    .flatMap((hour) => [...f.minute].map((minute) => date.toPlainDateTime({ hour, minute })))
    .map((time) => time.toZonedDateTime(zone).epochMilliseconds)
    .sort((a, b) => a - b);
