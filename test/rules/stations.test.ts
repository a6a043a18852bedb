import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultReport } from '../../functions/stations/fault/schema.ts';
import { distanceText } from '../../functions/stations/list-page.ts';
import { messages } from '../../functions/stations/messages.ts';
import { pageMessages } from '../../functions/stations/page-messages.ts';
import * as rules from '../../functions/stations/rules.ts';
import {
  ALL_DAY,
  type Broken,
  CLOSED,
  dayHours,
  type Facility,
  facilityKind,
  type Hours,
  type Station,
  station,
  stationInput,
  weekday,
} from '../../functions/stations/schema.ts';
import { stations as seeded } from '../../functions/stations/seeded.ts';
import { wordsIn } from '../../functions/stations/words.ts';
import { inputSchema } from '../../shared/body.ts';
import { instantOf, startOfDay } from '../../shared/calendar.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { plus } from '../../shared/time.ts';
import { untranslated } from '../support/words.ts';

const week = (day: string, change: Partial<Hours> = {}): Hours => ({
  ...(Object.fromEntries(weekday.options.map((d) => [d, day])) as Hours),
  ...change,
});

const at = (change: Partial<Station> = {}): Station =>
  station.parse({
    ...{ id: 's1', name: { zh: '东风驿站', en: 'Dongfeng' }, unit: 'u1', address: { zh: '贡觉县莫洛镇' } },
    ...{ areas: ['540322100'], hours: week('08:30-18:30'), version: 1, ...change },
  });

// 2026-11-25 is a Wednesday
const on = (date: string, time: string) => instantOf(date, time);

describe('opening hours', () => {
  test.each([
    ['08:30-18:30', '08:30-18:30'],
    [' 08:30 - 12:30， 14:30-18:00 ', '08:30-12:30,14:30-18:00'],
    ['closed', 'closed'],
    ['00:00-24:00', '00:00-24:00'],
    ['20:00-02:00', '20:00-02:00'],
  ])('%s are read', (said, kept) => expect(dayHours().parse(said)).toBe(kept));

  test.each(['', '8:30-18:30', '08:30', '25:00-26:00', '08:30-18:30;', 'always', '24:00-02:00'])('%j are not', (said) =>
    expect(dayHours().safeParse(said).success).toBe(false),
  );

  test.each([
    ['08:00-12:00,14:00-18:00', true],
    ['08:00-12:00,12:00-18:00', true],
    ['08:00-12:00,11:00-18:00', false],
    ['14:00-18:00,08:00-12:00', false],
    ['20:00-02:00,03:00-04:00', false],
  ])('%s stand in order: %s', (day, right) => expect(rules.inOrder(day)).toBe(right));

  const day = '2026-11-25';
  test.each([
    ['before they begin', at(), on(day, '08:29'), { open: false, from: on(day, '08:30') }],
    ['as they begin', at(), on(day, '08:30'), { open: true, until: on(day, '18:30') }],
    ['as they end', at(), on(day, '18:30'), { open: false, from: on('2026-11-26', '08:30') }],
    [
      'at noon between two spans',
      at({ hours: week('08:30-12:30,14:30-18:00') }),
      on(day, '13:00'),
      { open: false, from: on(day, '14:30') },
    ],
    ['after midnight', at({ hours: week('20:00-02:00') }), on(day, '01:30'), { open: true, until: on(day, '02:00') }],
    ['around the clock', at({ hours: week(ALL_DAY) }), on(day, '03:00'), { open: true }],
    [
      'around the clock but on Sundays',
      at({ hours: week(ALL_DAY, { sunday: CLOSED }) }),
      on(day, '03:00'),
      { open: true, until: on('2026-11-29', '00:00') },
    ],
    [
      'on a day that is named closed',
      at({ closings: [{ from: '2026-11-25', to: '2026-11-27' }] }),
      on(day, '10:00'),
      { open: false, from: on('2026-11-28', '08:30') },
    ],
    [
      'in the night before such a day',
      at({ hours: week('20:00-02:00'), closings: [{ from: '2026-11-26', to: '2026-11-26' }] }),
      on(day, '23:00'),
      { open: true, until: on('2026-11-26', '00:00') },
    ],
    ['where no day has any', at({ hours: week(CLOSED) }), on(day, '10:00'), { open: false, from: undefined }],
    [
      'closed for half a year',
      at({ closings: [{ from: '2026-11-01', to: '2027-05-01' }] }),
      on(day, '10:00'),
      { open: false, from: undefined },
    ],
  ] as const)('%s', (_, where, instant, expected) => expect(rules.openness(where, instant)).toEqual(expected));

  test('a holiday closes only where it is said so', () => {
    const isHoliday = (date: string) => date === day;
    expect(rules.isOpen(at(), on(day, '10:00'), isHoliday)).toBe(true);
    expect(rules.openness(at({ holidays: 'closed' }), on(day, '10:00'), isHoliday)).toEqual({
      open: false,
      from: on('2026-11-26', '08:30'),
    });
  });
});

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
const anyDay = fc.oneof(
  fc.constant(CLOSED),
  fc.constant(ALL_DAY),
  fc.tuple(time, time).map(([from, to]) => `${from}-${to}`),
);
const anyHours = fc
  .array(anyDay, { minLength: 7, maxLength: 7 })
  .map((days) => Object.fromEntries(weekday.options.map((d, i) => [d, days[i]])) as Hours);
const anyInstant = fc.integer({ min: 0, max: 60 * 24 * 365 }).map((m) => plus('2026-01-01T00:00:00.000Z', m * 60_000));
const anyClosings = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 360 }), days: fc.integer({ min: 0, max: 9 }) }).map(({ from, days }) => ({
    from: plus('2026-01-01T00:00:00.000Z', from * 86_400_000).slice(0, 10),
    to: plus('2026-01-01T00:00:00.000Z', (from + days) * 86_400_000).slice(0, 10),
  })),
  { maxLength: 5 },
);

describe('for any hours and closed days', () => {
  const property = (holds: (where: Station, instant: string) => void) =>
    fc.assert(
      fc.property(anyHours, anyClosings, anyInstant, (hours, closings, instant) =>
        holds(at({ hours, closings }), instant),
      ),
      { numRuns: 300 },
    );

  test('what is open until a moment is open just before it, and closed at it', () =>
    property((where, instant) => {
      const found = rules.openness(where, instant);
      if (!found.open || found.until === undefined) return;
      expect(found.until > instant).toBe(true);
      expect(rules.isOpen(where, plus(found.until, -1))).toBe(true);
      expect(rules.isOpen(where, found.until)).toBe(false);
    }));

  test('what is closed until a moment opens at it, and not before', () =>
    property((where, instant) => {
      const found = rules.openness(where, instant);
      if (found.open || found.from === undefined) return;
      expect(found.from > instant).toBe(true);
      expect(rules.isOpen(where, found.from)).toBe(true);
      expect(rules.isOpen(where, plus(found.from, -1))).toBe(false);
    }));

  test('it is never open on a day that is named closed', () =>
    property((where, instant) => {
      const [closing] = where.closings;
      if (closing) expect(rules.isOpen(where, plus(startOfDay(closing.from), 12 * 3_600_000))).toBe(false);
      if (rules.isOpen(where, instant)) expect(rules.openness(where, instant).open).toBe(true);
    }));
});

describe('distances', () => {
  test.each([
    [{ latitude: 30.86, longitude: 98.27 }, { latitude: 30.86, longitude: 98.27 }, 0],
    [{ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 }, 20_015],
    [{ latitude: 29.65, longitude: 91.13 }, { latitude: 31.14, longitude: 97.17 }, 602],
  ])('from %j to %j are %d km', (a, b, km) => expect(Math.round(rules.distance(a, b) / 1000)).toBe(km));

  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  test('are the same both ways, never beyond half the globe, and no detour is shorter', () =>
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        expect(rules.distance(a, b)).toBeCloseTo(rules.distance(b, a), 3);
        expect(rules.distance(a, b)).toBeLessThanOrEqual(20_015_200);
        // a metre of slack: opposite a point, a double knows the distance to some 20 cm
        expect(rules.distance(a, c)).toBeLessThanOrEqual(rules.distance(a, b) + rules.distance(b, c) + 1);
      }),
    ));

  test('are told in metres, then in kilometres', () => {
    const t = wordsIn('en');
    expect([0, 134, 1600].map((m) => distanceText(m, t, true))).toEqual(['1 km', '1 km', '2 km']);
    expect([0, 134, 996, 1000, 12_345].map((m) => distanceText(m, t))).toEqual([
      '0 m',
      '130 m',
      '1000 m',
      '1.0 km',
      '12.3 km',
    ]);
  });
});

const water: Facility = { kind: 'water' };
const usbC: Facility = { kind: 'charging', connector: 'usb-c', count: 2 };
const socket: Facility = { kind: 'charging', connector: 'socket', count: 4 };
const broken = (facility: string, extent: 'some' | 'all' = 'all'): Broken => ({
  ...{ station: 's1', facility, fault: 'f1', since: '2026-11-25T00:00:00.000Z', count: 1, extent },
  ...{ acknowledged: false, unsafe: false },
});

describe('what a station has', () => {
  const where = { facilities: [water, usbC, socket, { kind: 'microwave' as const, count: 1 }] };
  test.each([
    ['water', [], true],
    ['water', [broken('water')], false],
    ['water', [broken('water', 'some')], true],
    ['charging', [broken('charging-socket')], true],
    ['charging-socket', [broken('charging-socket')], false],
    ['charging', [broken('charging-socket'), broken('charging-usb-c')], false],
    ['books', [], false],
    ['microwave', [broken('microwave', 'some')], false],
  ] as const)('%s, with %j broken: %s', (wanted, marks, there) =>
    expect(rules.has(where, wanted, [...marks])).toBe(there),
  );

  const ids = (change: Partial<Station>) => rules.wrongFields({ ...at(), ...change }).map((f) => `${f.path} ${f.code}`);
  test('is refused where fields do not go together', () => {
    expect(ids({})).toEqual([]);
    expect(ids({ hours: week('08:00-12:00,11:00-13:00', { monday: ALL_DAY }) })).toHaveLength(6);
    expect(ids({ closings: [{ from: '2026-12-02', to: '2026-12-01' }] })).toEqual(['closings.0.to before-start']);
    expect(ids({ facilities: [water, { ...water, note: '二楼' }] })).toEqual(['facilities.1 duplicate']);
    expect(ids({ facilities: [{ kind: 'charging' }] })).toEqual(['facilities.0.connector required']);
    expect(ids({ facilities: [usbC, socket] })).toEqual([]);
  });
});

describe('the search', () => {
  const near = { latitude: 30.86, longitude: 98.27 };
  const all = [
    at({ id: 'far', coordinates: { latitude: 30.9, longitude: 98.27 }, facilities: [water] }),
    at({ id: 'near', coordinates: { latitude: 30.861, longitude: 98.27 }, facilities: [usbC], hours: week(CLOSED) }),
    at({ id: 'nowhere', serves: ['凯旋路'], areas: ['540102'], facilities: [water] }),
  ];
  const noon = on('2026-11-25', '12:00');
  const known = { brokenAt: (id: string) => (id === 'far' ? [broken('water')] : []), holidaysOf: () => () => false };
  const found = (wanted: rules.Wanted) => rules.findStations(all, wanted, noon, known).map((f) => f.station.id);

  test.each([
    ['the nearest first, those of unknown place last', { near }, ['near', 'far', 'nowhere']],
    ['open ones only', { near, open: true }, ['far', 'nowhere']],
    ['what works', { facility: 'water' }, ['nowhere']],
    ['words', { words: '凯旋' }, ['nowhere']],
    ['words in another language, whatever the case', { words: 'DONGfeng' }, ['far', 'near', 'nowhere']],
    ['every word', { words: '凯旋 东风' }, ['nowhere']],
    ['a township', { area: '540322100' }, ['far', 'near']],
    ['the county around it', { area: '540322' }, ['far', 'near']],
    ['a township within what it serves', { area: '540102003' }, ['nowhere']],
    ['nothing of the kind', { words: '没有' }, []],
  ] as const)('finds %s', (_, wanted, ids) => expect(found(wanted)).toEqual(ids));

  test('never loses or invents a station by asking for the nearest', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (latitude, longitude) => {
          const sorted = rules.findStations(all, { near: { latitude, longitude } }, noon, known);
          expect(sorted.map((f) => f.station.id).sort()).toEqual(found({}).sort());
          const away = sorted.flatMap((f) => f.distance ?? []);
          expect(away).toEqual([...away].sort((a, b) => a - b));
        },
      ),
    ));
});

describe('the words', () => {
  test('are there for every field and every choice, in three languages', () => {
    const t = wordsIn('zh');
    expect(missingLabels(inputSchema(stationInput), t, 'edit')).toEqual([]);
    expect(missingLabels(inputSchema(faultReport), t, 'fault')).toEqual([]);
    expect(facilityKind.options.filter((k) => !t.has(`choice.kind.${k}`))).toEqual([]);
    expect([...untranslated(messages), ...untranslated(pageMessages)]).toEqual([]);
  });
});

test('the seeded stations are right, lie in 贡觉县, and say why their coordinates are not exact', () => {
  for (const s of seeded) {
    expect([station.safeParse(s).success, rules.wrongFields(s)]).toEqual([true, []]);
    expect([rules.isIn(s, '540322'), rules.isAroundTheClock(s), s.approximate !== undefined]).toEqual([
      true,
      true,
      true,
    ]);
  }
});
