import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messages } from '../../functions/visits/messages.ts';
import * as rules from '../../functions/visits/rules.ts';
import {
  correction,
  doorPlan,
  doorsPlan,
  entered,
  type Household,
  household,
  noteForm,
} from '../../functions/visits/schema.ts';
import { inputSchema } from '../../shared/body.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { untranslated } from '../support/words.ts';

const AT = '2026-11-24T02:00:00.000Z';
const planned = { on: '2026-11-24', who: { id: 'a@x.example', name: '甲' } };
const home = (change: Partial<Household> = {}): Household =>
  household.parse({ id: 'h1', unit: 'u1', grid: '一网格', householder: '甲', address: '1 栋', planned, ...change });

describe('after a visit', () => {
  test.each([
    ['met', AT, undefined],
    ['nobody-home', undefined, planned],
    ['not-now', undefined, undefined],
  ] as const)('at which %s, it was last visited at %s and planned %j', (met, lastVisitedAt, left) => {
    const after = rules.visited(home(), { at: AT, met });
    expect([after.lastVisitedAt, after.planned]).toEqual([lastVisitedAt, left]);
  });

  test('that arrives late, the later one stays the last', () => {
    const later = '2026-11-24T03:00:00.000Z';
    expect(rules.visited(home({ lastVisitedAt: later }), { at: AT, met: 'met' }).lastVisitedAt).toBe(later);
  });
});

test('whoever was not visited for longer comes first, and who never was before all', () =>
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }))),
      (dates) => {
        const homes = dates.map((d, i) => ({ id: `h${i}`, lastVisitedAt: d?.toISOString() }));
        const sorted = homes.toSorted((a, b) => (rules.orderOf(a) < rules.orderOf(b) ? -1 : 1));
        const times = sorted.map((h) => h.lastVisitedAt ?? '');
        expect(times).toEqual(times.toSorted());
      },
    ),
  ));

test('the forms of visits have words for everything', () => {
  const t = translator('zh', messages, words);
  expect(missingLabels(inputSchema(noteForm), t, 'note')).toEqual([]);
  expect(missingLabels(inputSchema(doorsPlan), t, 'plan-doors')).toEqual([]);
  expect(missingLabels(inputSchema(doorPlan), t, 'plan-door')).toEqual([]);
  expect(missingLabels(inputSchema(entered), t, 'enter')).toEqual([]);
  expect(missingLabels(inputSchema(correction), t, 'correct')).toEqual([]);
  expect(untranslated(messages)).toEqual([]);
});
