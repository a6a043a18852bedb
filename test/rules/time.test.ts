import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { endOfPeriod, instantOf, startOfDay } from '../../shared/calendar.ts';
import { dateOf, duration, wallClock } from '../../shared/time.ts';

/** What is told of instants without the calendar's library agrees with it, in zones with and without summer time. */

const ZONES = ['Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Berlin', 'America/St_Johns', 'UTC'];
const moments = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const zones = fc.constantFrom(...ZONES);

test('wall-clock times and dates are those of the zone', () => {
  fc.assert(
    fc.property(moments, zones, (at, zone) => {
      const moment = at.toISOString();
      const zoned = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
      const time = zoned.toPlainTime().toString({ smallestUnit: 'minute' });
      expect(wallClock(moment, zone)).toBe(`${zoned.toPlainDate()} ${time}`);
      expect(dateOf(moment, zone)).toBe(zoned.toPlainDate().toString());
    }),
  );
});

test('a duration is as long as the standard says', () => {
  const part = fc.option(fc.nat(9999));
  fc.assert(
    fc.property(part, part, part, part, (d, h, m, s) => {
      fc.pre([d, h, m, s].some((n) => n !== null));
      const unit = (n: number | null, letter: string) => (n === null ? '' : `${n}${letter}`);
      const time = unit(h, 'H') + unit(m, 'M') + unit(s, 'S');
      const iso = `P${unit(d, 'D')}${time && `T${time}`}`;
      expect(duration(iso)).toBe(Temporal.Duration.from(iso).total({ unit: 'milliseconds' }));
    }),
  );
});

test.each(['', 'P', 'PT', 'P1DT', '15M', 'P1M', 'P1Y', 'PT1H30', '-PT5M'])(
  '%j is no duration of days at most',
  (iso) => {
    expect(() => duration(iso)).toThrow(RangeError);
  },
);

test('dates and wall-clock times of a zone become instants', () => {
  expect(startOfDay('2026-11-25')).toBe('2026-11-24T16:00:00.000Z');
  expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z'); // jumped over
  expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z'); // the first of two
  expect(endOfPeriod('2026-01-31T10:00:00+08:00', 'P1M')).toBe('2026-02-28T16:00:00.000Z');
});
