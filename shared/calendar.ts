import { Temporal } from 'temporal-polyfill';
import { addDays, dateOf, type Moment, ZONE } from './time.ts';

/** From the dates and wall-clock times of a zone to instants. What needs instants alone takes time.ts, and starts faster. */

const instant = (zoned: Temporal.ZonedDateTime): Moment => new Date(zoned.epochMilliseconds).toISOString();

/** The instant at which a calendar date begins in a zone. */
export const startOfDay = (date: string, zone = ZONE): Moment =>
  instant(Temporal.PlainDate.from(date).toZonedDateTime(zone));

/**
 * The instant of a wall-clock time (`HH:MM`) on a date in a zone. Where the clocks jump over it, the instant at which it
 * would have been; where they pass it twice, the first.
 */
export const instantOf = (date: string, time: string, zone = ZONE): Moment =>
  instant(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone));

/**
 * The instant at which a period of whole days, weeks or months (`P30D`, `P2M`) has passed: the end of its last day by the
 * calendar of the zone, counted from the day of `moment`. Throws RangeError where it is no duration.
 */
export const endOfPeriod = (moment: Moment, iso: string, zone = ZONE): Moment => {
  const last = Temporal.PlainDate.from(dateOf(moment, zone)).add(Temporal.Duration.from(iso));
  return startOfDay(addDays(last.toString(), 1), zone);
};
