import fc from 'fast-check';
import { expect, test } from 'vitest';
import { informationOf, textOf } from '../../functions/cases/added.ts';
import { matches } from '../../functions/cases/rules.ts';
import { request } from '../../functions/requests/case.ts';
import { begun, stepped, triaged } from '../support/requests.ts';

const record = stepped(begun(), triaged(), { type: 'add-information', input: { text: '四单元也坏了' } });
const { data } = record;
const added = (await informationOf(request.life, record)).map(textOf);

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
])('%s is found: %s', (asked, found) => expect(matches(data, asked, added)).toBe(found));

const spelled = {
  ...data,
  reporter: { ...data.reporter, name: '尼玛·次仁 \u0f62\u0f92\u0fb7', phone: '13911112345' },
  place: { ...data.place, words: 'Ａ栋３单元' },
  report: { ...data.report, matter: '楼道灯 Cìrén，打 139 2222 3333' },
};

test.each([
  '13911112345',
  '+8613911112345',
  ' 8613911112345',
  '0086 139 1111 2345',
  '139-1111-2345',
  '139–1111–2345',
  '１３９１１１１２３４５',
  '༡༣༩༡༡༡༡༢༣༤༥',
  '12345',
  '１２３４５',
  '1111-2345',
  '尼玛次仁',
  '尼玛·次仁',
  '尼玛•次仁',
  '尼玛・次仁',
  '尼玛 次仁',
  '\u0f62\u0f93',
  '\u0f62\u0f92\u0fb7',
  'A栋3单元',
  'ａ栋３单元',
  'Ａ栋３单元',
  'ciren',
  'CÌRÉN',
  'Ci\u0300re\u0301n',
  '+8613922223333',
  'r26540102',
  'Ｒ２６－５４０１０２－０００１',
])('%j finds what was written in another way', (asked) => expect(matches(spelled, asked)).toBe(true));

test.each(['+8613911112346', '8613911112', '139-1111', '次仁尼玛', '·', '+'])('%j does not', (asked) =>
  expect(matches(spelled, asked)).toBe(false),
);

test('any part of what was said finds it, unless it is punctuation alone', () =>
  fc.assert(
    fc.property(fc.nat(data.report.matter.length - 1), fc.integer({ min: 1, max: 9 }), (from, length) => {
      const part = data.report.matter.slice(from, from + length);
      expect(matches(data, part)).toBe(/[\p{L}\p{N}]/u.test(part));
    }),
  ));
