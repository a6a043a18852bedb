import { describe, expect, test } from 'vitest';
import * as days from '../../shared/working-days.ts';

const LHASA = days.localDays.parse({
  off: [{ name: '藏历新年', from: '2026-02-24', to: '2026-02-26' }],
  working: [],
});

describe('working days', () => {
  test.each([
    ['2026-11-24', 'working', 'an ordinary Tuesday'],
    ['2026-11-28', 'weekend', 'an ordinary Saturday'],
    ['2026-10-01', 'holiday', 'the National Day'],
    ['2026-10-10', 'working', 'a Saturday that makes up for it'],
    ['2026-09-20', 'working', 'a Sunday that makes up for it'],
    ['2025-10-08', 'holiday', 'the last day of the eight in 2025'],
    ['2026-02-24', 'working', 'a day that only some places have off'],
    ['2027-10-01', 'working', 'a year whose notice is not published yet'],
  ])('%s is %s: %s', (day, kind) => expect(days.dayKind(day)).toBe(kind));

  test('a unit’s own days come first', () => {
    expect(days.dayKind('2026-02-24', LHASA)).toBe('holiday');
    expect(days.holidayName('2026-02-24', LHASA)).toBe('藏历新年');
    expect(days.holidayName('2026-02-17', LHASA)).toBe('春节');
    expect(days.dayKind('2026-10-01', { ...LHASA, working: ['2026-10-01'] })).toBe('working');
  });

  test('a span is counted in working days', () => {
    expect(days.addWorkingDays('2026-09-30', 1)).toBe('2026-10-08');
    expect(days.addWorkingDays('2026-10-08', 2)).toBe('2026-10-10');
    expect(days.nextWorkingDay('2026-02-14', LHASA)).toBe('2026-02-27');
    expect(days.addWorkingDays('2026-11-24', 0)).toBe('2026-11-24');
  });

  test('each year names the notice it follows; a year without one says so', () => {
    expect(days.holidaySource(2026)).toContain('国办发明电〔2025〕7号');
    expect(days.holidaysKnown(2027)).toBe(false);
  });

  test('in 2026 there are 33 days off by the notice and 6 that make up for them', () => {
    const all = Array.from({ length: 365 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10));
    expect(all.filter((d) => days.dayKind(d) === 'holiday')).toHaveLength(33);
    const weekend = (d: string) => [0, 6].includes(new Date(d).getUTCDay());
    expect(all.filter((d) => weekend(d) && days.workingDay(d))).toHaveLength(6);
  });
});
