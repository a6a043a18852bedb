import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseType, typeNames } from '../../functions/cases/registry.ts';
import { untilReminded } from '../../functions/cases/rules.ts';
import { between, plus } from '../../shared/time.ts';
import { decide } from '../../shared/workflow/decide.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { caseSamples } from '../support/case-samples.ts';
import * as livestock from '../support/livestock.ts';
import { runOut } from '../support/paths.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const SINCE = '2026-11-20T21:40:00.000Z';

describe('who does not answer is reminded', () => {
  test.each([
    ['after the unit’s pause', 15, 10, 15],
    ['after as long as has been waited', 15, 40, 40],
    ['once a day at least', 15, 3 * 1440, 1440],
    ['at the unit’s pause where that is longer than a day', 3 * 1440, 10_000, 3 * 1440],
  ])('%s', (_, pause, waited, wanted) =>
    expect(untilReminded(pause * MINUTE, SINCE, plus(SINCE, waited * MINUTE))).toBe(wanted * MINUTE),
  );

  test('never sooner than the pause, never later than a day and the pause', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 * DAY }), fc.integer({ min: 0, max: 100 * DAY }), (pause, waited) => {
        const pauses = untilReminded(pause, SINCE, plus(SINCE, waited));
        expect(pauses).toBeGreaterThanOrEqual(pause);
        expect(pauses).toBeLessThanOrEqual(Math.max(pause, DAY));
      }),
    ));

  test('a county that is asked for a vet hears of it every quarter of an hour at first, and once a day in the end', () => {
    let record = livestock.stepped(livestock.begun(), livestock.triaged());
    const reminded: number[] = [];
    for (let i = 0; i < 14; i++) {
      const before = record.updatedAt;
      record = livestock.stepped(record, runOut(record, i < 2 ? 'acceptance' : 'reminder'));
      reminded.push(between(before, record.updatedAt) / MINUTE);
    }
    expect(reminded).toEqual([5, 5, 15, 25, 50, 100, 200, 400, 800, 1440, 1440, 1440, 1440, 1440]);
  });

  test.each(typeNames)('whoever a %s waits for, hears of it once a day in the end', async (name) => {
    const { life } = await caseType(name);
    let record = caseSamples[name]?.placed() as LifeRecord;
    let last = 0;
    for (let i = 0; i < 20; i++) {
      const before = record.updatedAt;
      record = decide(life, record, runOut(record, 'waiting.'));
      last = between(before, record.updatedAt);
    }
    expect(last).toBe(DAY);
  });
});
