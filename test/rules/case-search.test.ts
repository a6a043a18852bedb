import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches } from '../../functions/cases/rules.ts';
import { begun, stepped, triaged } from '../support/requests.ts';

const { data } = stepped(begun(), triaged(), { type: 'add-information', input: { text: '四单元也坏了' } });

test.each([
  ['R26-540102-0001', true],
  ['r26-540102', true],
  ['次央', true],
  ['1234', true],
  ['13908911234', true],
  ['0891', false],
  ['34', false],
  ['二区 3栋', true],
  ['楼道灯', true],
  ['四单元', true],
  ['下水道', false],
  ['ciyang@', false],
  ['  ', true],
])('%s is found: %s', (asked, found) => expect(matches(data, asked)).toBe(found));

test('any part of what was said finds it', () =>
  fc.assert(
    fc.property(fc.nat(data.report.matter.length - 1), fc.integer({ min: 1, max: 9 }), (from, length) => {
      expect(matches(data, data.report.matter.slice(from, from + length))).toBe(true);
    }),
  ));
