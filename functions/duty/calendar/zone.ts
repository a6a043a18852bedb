import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../../../shared/time.ts';

/**
 * A zone as RFC 5545 wants it told (3.6.5): an observance for what holds when the span begins, and one for each change of the
 * clocks in it, read from the zone database of the machine.
 */
export const vtimezone = (zone: string, from: Moment, to: Moment): string => {
  const first = Temporal.Instant.from(from).toZonedDateTimeISO(zone);
  const changes = transitions(first, Temporal.Instant.from(to));
  const parts = [
    observance(first, first.offset),
    ...changes.map((c) => observance(c, c.subtract({ seconds: 1 }).offset)),
  ];
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n');
};

const transitions = (first: Temporal.ZonedDateTime, until: Temporal.Instant): Temporal.ZonedDateTime[] => {
  const found: Temporal.ZonedDateTime[] = [];
  for (let next = first.getTimeZoneTransition('next'); next; next = next.getTimeZoneTransition('next')) {
    if (Temporal.Instant.compare(next.toInstant(), until) > 0) break;
    found.push(next);
  }
  return found;
};

/** It begins on the wall clock as it was before the change. */
const observance = (at: Temporal.ZonedDateTime, before: string): string[] => {
  const kind = isSummer(at) ? 'DAYLIGHT' : 'STANDARD';
  const began = at.subtract({ seconds: 1 }).toPlainDateTime().add({ seconds: 1 });
  return [
    `BEGIN:${kind}`,
    `DTSTART:${began.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(at.offset)}`,
    `END:${kind}`,
  ];
};

const offset = (o: string): string => o.replaceAll(':', '');

/** In summer clocks are ahead of where they stand at some other time of the year. */
const isSummer = (at: Temporal.ZonedDateTime): boolean =>
  [1, 7].some((month) => at.with({ month, day: 1 }).offsetNanoseconds < at.offsetNanoseconds);
