import { startOfDay } from '../../shared/calendar.ts';
import type { FieldError } from '../../shared/errors.ts';
import { hasWords } from '../../shared/text.ts';
import { addDays, dateOf, later, type Moment, plus, weekdayOf } from '../../shared/time.ts';
import { ALL_DAY, type Broken, CLOSED, type Facility, type Station, type Weekday, weekday } from './schema.ts';

/** When a station is open, how far it is, what of it works. Pure. */

type Opening = Pick<Station, 'hours' | 'closings' | 'holidays'>;

/** Whether a date is a public holiday, or a day off of the unit that keeps the station. */
export type IsHoliday = (date: string) => boolean;

const NO_HOLIDAYS: IsHoliday = () => false;

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The spans of a day's hours in minutes from its beginning; one that ends before it begins ends on the next day. */
export const spansOf = (day: string): { from: number; to: number }[] => {
  if (day === CLOSED) return [];
  return day.split(',').map((span) => {
    const [from, to] = span.split('-').map(minutesOf) as [number, number];
    return { from, to: to > from ? to : to + DAY_MINUTES };
  });
};

/** Whether spans of one day lie apart and in order, so that nobody can read them in two ways. */
export const inOrder = (day: string): boolean =>
  spansOf(day).every(({ from }, i, all) => i === 0 || from >= (all[i - 1]?.to ?? 0));

/** The day of the week of a date. */
export const dayOf = (date: string): Weekday => weekday.options[weekdayOf(date) - 1] ?? 'monday';

/** Whether a date is closed whatever the week says. */
const isClosing = ({ closings, holidays }: Opening, date: string, isHoliday: IsHoliday): boolean =>
  closings.some((c) => c.from <= date && date <= c.to) || (holidays === 'closed' && isHoliday(date));

/** What the hours of a date are: the week's, or closed on a day that is named so. */
export const hoursOn = (opening: Opening, date: string, isHoliday = NO_HOLIDAYS): string =>
  isClosing(opening, date, isHoliday) ? CLOSED : opening.hours[dayOf(date)];

interface Interval {
  from: Moment;
  to: Moment;
}

/** When it is open by a date's hours; a closed day cuts off what the night before would run into it. */
const intervalsOn = (opening: Opening, date: string, isHoliday: IsHoliday): Interval[] => {
  const begins = startOfDay(date);
  const most = isClosing(opening, addDays(date, 1), isHoliday) ? DAY_MINUTES : 2 * DAY_MINUTES;
  return spansOf(hoursOn(opening, date, isHoliday)).map(({ from, to }) => ({
    from: plus(begins, from * MINUTE),
    to: plus(begins, Math.min(to, most) * MINUTE),
  }));
};

/** Intervals that touch are one. */
const joined = (intervals: Interval[]): Interval[] => {
  const whole: Interval[] = [];
  for (const next of intervals) {
    const last = whole.at(-1);
    if (last && next.from <= last.to) last.to = later(last.to, next.to);
    else whole.push({ ...next });
  }
  return whole;
};

const intervalsAround = (opening: Opening, at: Moment, days: number, isHoliday: IsHoliday): Interval[] => {
  const today = dateOf(at);
  const dates = Array.from({ length: days + 2 }, (_, i) => addDays(today, i - 1));
  return joined(dates.flatMap((date) => intervalsOn(opening, date, isHoliday)));
};

/** Open until when, or closed until when; no moment where it is open around the clock, or does not open within two months. */
export type Openness = { open: true; until?: Moment } | { open: false; from?: Moment };

const A_WEEK = 8;
const TWO_MONTHS = 62;

/** Whether a station is open at an instant, and when that changes. `isHoliday` counts only where it is closed on holidays. */
export const openness = (opening: Opening, at: Moment, isHoliday = NO_HOLIDAYS): Openness => {
  const intervals = intervalsAround(opening, at, A_WEEK, isHoliday);
  const present = intervals.find((i) => i.from <= at && at < i.to);
  if (present)
    return present.to > plus(at, 7 * DAY_MINUTES * MINUTE) ? { open: true } : { open: true, until: present.to };
  const next =
    intervals.find((i) => i.from > at) ?? intervalsAround(opening, at, TWO_MONTHS, isHoliday).find((i) => i.from > at);
  return { open: false, from: next?.from };
};

export const isOpen = (opening: Opening, at: Moment, isHoliday = NO_HOLIDAYS): boolean =>
  openness(opening, at, isHoliday).open;

/** Whether every day has all its hours. */
export const isAroundTheClock = ({ hours }: Pick<Station, 'hours'>): boolean =>
  weekday.options.every((d) => hours[d] === ALL_DAY);

export interface Point {
  latitude: number;
  longitude: number;
}

/** Mean radius of the earth in metres (IUGG). */
const RADIUS = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The way over the ground between two points by the haversine formula, in metres. */
export const distance = (a: Point, b: Point): number => {
  const dLat = radians(b.latitude - a.latitude);
  const dLon = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
};

/** `charging-usb-c`, `water`: what faults and addresses call a facility. */
export const facilityIdOf = ({ kind, connector }: Pick<Facility, 'kind' | 'connector'>): string =>
  kind === 'charging' && connector !== undefined ? `${kind}-${connector}` : kind;

/** Whether a facility is what is looked for: by its kind, or by kind and connector. */
const isWanted = (facility: Facility, wanted: string): boolean =>
  facility.kind === wanted || facilityIdOf(facility) === wanted;

/** How much of a facility is broken: where there is one alone, some of it is all of it. */
export const extentOf = ({ count }: Pick<Facility, 'count'>, { extent }: Pick<Broken, 'extent'>): Broken['extent'] =>
  count === 1 ? 'all' : extent;

/** Whether something of what is looked for is there and not broken as a whole. */
export const has = (station: Pick<Station, 'facilities'>, wanted: string, broken: Broken[]): boolean =>
  station.facilities
    .filter((f) => isWanted(f, wanted))
    .some((f) => !broken.some((b) => b.facility === facilityIdOf(f) && extentOf(f, b) === 'all'));

/** Whether a station lies in or serves an area, or the area holds one that it serves. */
export const isIn = ({ areas }: Pick<Station, 'areas'>, area: string): boolean =>
  areas.some((a) => a.startsWith(area) || area.startsWith(a));

/** Whether every word of the search stands in the station's name, address or what it serves, in any language. */
export const isAbout = (station: Pick<Station, 'name' | 'address' | 'serves'>, search: string): boolean => {
  const { name, address, serves } = station;
  return hasWords([...Object.values(name), ...Object.values(address), ...serves], search);
};

const wrong = (path: string, code: string, message: string): FieldError => ({ path, code, message });

/** What the fields of a station say against each other. */
export const wrongFields = ({ hours, closings, facilities }: Pick<Station, 'hours' | 'closings' | 'facilities'>) => {
  const ids = facilities.map(facilityIdOf);
  return [
    ...weekday.options
      .filter((day) => !inOrder(hours[day]))
      .map((day) => wrong(`hours.${day}`, 'bad-hours', 'has spans that overlap or stand out of order')),
    ...closings.flatMap(({ from, to }, i) =>
      from > to ? [wrong(`closings.${i}.to`, 'before-start', 'lies before the first day')] : [],
    ),
    ...facilities.flatMap(({ kind, connector }, i) =>
      kind === 'charging' && connector === undefined
        ? [wrong(`facilities.${i}.connector`, 'required', 'is needed: what does it charge?')]
        : [],
    ),
    ...ids.flatMap((id, i) =>
      ids.indexOf(id) < i ? [wrong(`facilities.${i}`, 'duplicate', 'stands there already; give its number')] : [],
    ),
  ];
};

export interface Wanted {
  area?: string;
  words?: string;
  near?: Point;
  open?: boolean;
  facility?: string;
}

export interface Found {
  station: Station;
  openness: Openness;
  /** Metres from where it was asked; absent where either place is unknown. */
  distance?: number;
}

/** What the caller has looked up: what is broken where, and which dates are holidays for which station. */
export interface Known {
  brokenAt: (station: string) => Broken[];
  holidaysOf: (station: Station) => IsHoliday;
}

/** The stations that are what is looked for: the nearest first, else in the order given; those of unknown place come last. */
export const findStations = (all: Station[], wanted: Wanted, at: Moment, known: Known): Found[] =>
  all
    .filter((s) => wanted.area === undefined || isIn(s, wanted.area))
    .filter((s) => wanted.words === undefined || isAbout(s, wanted.words))
    .filter((s) => wanted.facility === undefined || has(s, wanted.facility, known.brokenAt(s.id)))
    .map((s) => foundFrom(s, openness(s, at, known.holidaysOf(s)), wanted.near))
    .filter((f) => !wanted.open || f.openness.open)
    .sort((a, b) => (a.distance ?? Number.POSITIVE_INFINITY) - (b.distance ?? Number.POSITIVE_INFINITY) || 0);

const foundFrom = (station: Station, open: Openness, near: Point | undefined): Found => ({
  station,
  openness: open,
  ...(near && station.coordinates ? { distance: distance(near, station.coordinates) } : {}),
});
