import { describe, expect, test } from 'vitest';
import {
  completes,
  fridayOf,
  isOver,
  parties,
  reminderDue,
  servingIn,
  untilNoon,
} from '../../functions/duty/handover/rules.ts';
import type { HandoverData } from '../../functions/duty/handover/schema.ts';
import type { WeekRule } from '../../functions/duty/schema.ts';
import { plus } from '../../shared/time.ts';
import { NO_LOCAL_DAYS } from '../../shared/working-days.ts';

const RULE: WeekRule = { day: 1, time: '09:00', zone: 'Asia/Shanghai' };
const WEEK = '2026-11-23';
const named = (id: string) => ({ id, name: id });
const data = (change: Partial<HandoverData> = {}): HandoverData => ({
  ...{ unit: 'u', week: WEEK, who: 'in', from: 'out', noonIn: 0 },
  ...change,
});

describe('who signs a hand-over', () => {
  test.each([
    ['both', data(), ['in', 'out']],
    ['the one there is in the first week', data({ from: undefined }), ['in']],
    ['one, who serves two weeks running', data({ from: 'in' }), ['in']],
    [
      'the stand-in for who cannot come',
      data({ standIns: [{ who: named('s'), at: '', reason: 'ill' }] }),
      ['s', 'out'],
    ],
  ])('%s', (_, of, expected) => expect(parties(of)).toEqual(expected));

  test('it is complete with the last signature', () => {
    expect(completes(data(), 'in')).toBe(false);
    const half = data({ signed: [{ by: named('out'), at: '' }] });
    expect(completes(half, 'in')).toBe(true);
    expect(completes(half, 'out')).toBe(false);
  });

  test('the last stand-in serves', () => {
    const standIns = ['a', 'b'].map((id) => ({ who: named(id), at: '', reason: 'r' }));
    expect(servingIn(data({ standIns }))).toBe('b');
    expect(servingIn(data({ who: undefined }))).toBeUndefined();
  });
});

describe('the times of a week', () => {
  const hours = (n: number) => n * 3_600_000;

  test.each([
    ['on time', '2026-11-23T01:00:00.000Z', hours(3)],
    ['with an hour left', '2026-11-23T03:00:00.000Z', hours(1)],
    ['late in the morning', '2026-11-23T03:30:00.000Z', hours(24.5)],
    ['in the afternoon', '2026-11-23T06:00:00.000Z', hours(22)],
  ])('noon, begun %s', (_, at, expected) => expect(untilNoon(at, RULE, NO_LOCAL_DAYS)).toBe(expected));

  const off = [{ name: '雪顿节', from: WEEK, to: '2026-11-25' }];
  test.each([
    ['the second Monday of Spring Festival', '2026-02-23T01:00:00.000Z', NO_LOCAL_DAYS, '2026-02-24'],
    ['the first of a whole week off', '2026-02-16T01:00:00.000Z', NO_LOCAL_DAYS, '2026-02-24'],
    ['too late on a Friday', '2026-11-27T06:00:00.000Z', NO_LOCAL_DAYS, '2026-11-30'],
    ['a make-up Saturday', '2026-02-28T01:00:00.000Z', NO_LOCAL_DAYS, '2026-02-28'],
    ['a day that the unit has off', '2026-11-23T01:00:00.000Z', { ...NO_LOCAL_DAYS, off }, '2026-11-26'],
  ])('noon is that of the first working day: %s', (_, at, local, day) =>
    expect(plus(at, untilNoon(at, RULE, local))).toBe(`${day}T04:00:00.000Z`),
  );

  test('noon is on the wall, also on the day when clocks change', () => {
    const berlin = { day: 7, time: '01:00', zone: 'Europe/Berlin' };
    const sundays = { ...NO_LOCAL_DAYS, working: ['2026-03-29', '2026-10-25'] };
    expect(untilNoon('2026-03-29T00:00:00.000Z', berlin, sundays)).toBe(hours(10));
    expect(untilNoon('2026-10-24T23:00:00.000Z', berlin, sundays)).toBe(hours(12));
  });

  test('the reminder is on the Friday of the week, for two days, and never once the next has begun', () => {
    const friday = fridayOf(WEEK, RULE);
    expect(friday).toBe('2026-11-27T01:00:00.000Z');
    expect(reminderDue(WEEK, RULE, plus(friday, -1))).toBe(false);
    expect(reminderDue(WEEK, RULE, friday)).toBe(true);
    expect(reminderDue(WEEK, RULE, plus(friday, hours(47)))).toBe(true);
    expect(reminderDue(WEEK, RULE, plus(friday, hours(49)))).toBe(false);
    expect(fridayOf('2026-11-25', { ...RULE, day: 3 })).toBe('2026-11-27T01:00:00.000Z');
    expect(fridayOf('2026-11-27', { ...RULE, day: 5 })).toBe('2026-11-27T01:00:00.000Z');
  });

  test('a week is over when the next begins', () => {
    expect(isOver(WEEK, RULE, '2026-11-30T00:59:59.999Z')).toBe(false);
    expect(isOver(WEEK, RULE, '2026-11-30T01:00:00.000Z')).toBe(true);
  });
});
