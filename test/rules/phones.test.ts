import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phone } from '../../shared/fields.ts';
import { phoneLink, readPhone, shownPhone } from '../../shared/phone.ts';
import { ranges } from '../../shared/phone-ranges.ts';
import { parseInput } from '../../shared/problem.ts';

/** Telephone numbers as people type them: one stored form each, or a reason that helps. */

const stored = (typed: string): unknown => {
  try {
    return parseInput(phone(), typed);
  } catch (e) {
    return (e as { fields: { code: string }[] }).fields.map((f) => f.code).join();
  }
};

test.each([
  ['13800002222', '13800002222'],
  [' 138 0000 2222 ', '13800002222'],
  ['138-0000-2222', '13800002222'],
  ['138–0000–2222', '13800002222'],
  ['138—0000−2222', '13800002222'],
  ['138.0000.2222', '13800002222'],
  ['138·0000·2222', '13800002222'],
  ['１３８００００２２２２', '13800002222'],
  ['༡༣༨༠༠༠༠༢༢༢༢', '13800002222'],
  ['\u202d13800002222\u202c', '13800002222'],
  ['138\u200b0000\u00a02222', '13800002222'],
  ['\ufeff13800002222', '13800002222'],
  ['+8613800002222', '13800002222'],
  ['+86 138 0000 2222', '13800002222'],
  ['＋８６－１３８００００２２２２', '13800002222'],
  ['0086 13800002222', '13800002222'],
  ['86 13800002222', '13800002222'],
  ['(+86)13800002222', '13800002222'],
  ['tel:+8613800002222', '13800002222'],
  ['19400002222', '19400002222'],
  ['08954522345', '08954522345'],
  ['0895-4522345', '08954522345'],
  ['（0895）4522345', '08954522345'],
  ['(0895) 452 2345', '08954522345'],
  ['【0895】4522345', '08954522345'],
  ['+86 895 4522345', '08954522345'],
  ['+86 (0)895 4522345', '08954522345'],
  ['010-12345678', '01012345678'],
  ['400-123-4567', '4001234567'],
  ['8008101234', '8008101234'],
  ...['0891', '0892', '0893', '0894', '0895', '0896', '0897'].map((area) => [`${area}-6322222`, `${area}6322222`]),
])('%j is kept as %s', (typed, kept) => {
  expect([stored(typed), stored(kept)]).toEqual([kept, kept]);
});

test.each([
  ['0895-4522345-801', '08954522345;ext=801'],
  ['0895-4522345转801', '08954522345;ext=801'],
  ['0895-4522345 转 801', '08954522345;ext=801'],
  ['０８９５－４５２２３４５轉８０１', '08954522345;ext=801'],
  ['（0895）4522345（转801）', '08954522345;ext=801'],
  ['（0895）4522345（801）', '08954522345;ext=801'],
  ['08954522345 分机 801', '08954522345;ext=801'],
  ['08954522345转分机801', '08954522345;ext=801'],
  ['08954522345 ext 801', '08954522345;ext=801'],
  ['08954522345 Ext. 801', '08954522345;ext=801'],
  ['08954522345 extension 801', '08954522345;ext=801'],
  ['08954522345x801', '08954522345;ext=801'],
  ['08954522345#801', '08954522345;ext=801'],
  ['08954522345,801', '08954522345;ext=801'],
  ['08954522345;ext=801', '08954522345;ext=801'],
  ['tel:+868954522345;ext=801', '08954522345;ext=801'],
  ['17012345678-1234', '17012345678;ext=1234'],
  ['4001234567-8', '4001234567;ext=8'],
  ['+977-1-4412345 ext 12', '+97714412345;ext=12'],
])('%j keeps its extension apart: %s', (typed, kept) => {
  expect([stored(typed), stored(kept)]).toEqual([kept, kept]);
});

test.each([
  ['110', '110'],
  ['120', '120'],
  ['１２３４５', '12345'],
  ['12316', '12316'],
  ['10086', '10086'],
  ['95588', '95588'],
  ['962345', '962345'],
  ['+977 1 4412345', '+97714412345'],
  ['+977-984-1234567', '+9779841234567'],
  ['00977 984 1234567', '+9779841234567'],
  ['+91 98765 43210', '+919876543210'],
  ['+975 17 12 34 56', '+97517123456'],
  ['+44 (0)20 7946 0958', '+442079460958'],
  ['+852 2123 4567', '+85221234567'],
])('a number of a service or from abroad, %j, is kept as %s', (typed, kept) => {
  expect([stored(typed), stored(kept)]).toEqual([kept, kept]);
});

test.each([
  '13800002222/13900002222',
  '13800002222、13900002222',
  '13800002222，13900002222',
  '13800002222 13900002222',
  '13800002222-13900002222',
  '13800002222或13900002222',
  '13800002222 or 13900002222',
  '13800002222 ཡང་ན 13900002222',
  '13800002222；0895-4522345',
  '0895-4522345/6',
  '0895-4522345转801/0895-4522346',
  '１３８００００２２２２／１３９００００２２２２',
])('%j is two numbers', (typed) => {
  expect(stored(typed)).toBe('two-numbers');
});

test.each(['4522345', '452-2345', '87654321', '（4522345）'])('%j lacks the area code', (typed) => {
  expect(stored(typed)).toBe('no-area-code');
});

test.each([
  '',
  '   ',
  '-',
  '没有',
  'call me',
  '1380000222',
  '138000022223',
  '12800002222',
  '00000000000',
  '0895-452234',
  '0895-45223456',
  '+86 1380000222',
  '+977 98412',
  '+1',
  '+44 20 7946 0958 0000 0000',
  '540102199001011234',
  '13800002222转8012345678',
  '13800002222（妻子）',
  '13８００００2222abc',
])('%j is no telephone number', (typed) => {
  expect(stored(typed)).toBe('not-a-phone');
});

test('what is much too long is refused at once', () => {
  for (const part of ['0', '-', '138 ', '转1', '（']) expect(stored(part.repeat(20_000))).toBe('not-a-phone');
});

/** Valid numbers of each kind, by their stored form. */
const numbers = fc.oneof(
  fc.stringMatching(/^1[3-9]\d{9}$/),
  fc.stringMatching(/^089[1-7][2-8]\d{6}$/),
  fc.stringMatching(/^400[1-9]\d{6}$/),
  fc.stringMatching(/^\+97798[4-6]\d{7}$/),
);

/** Something between two digits that does not change the number, and rarely more than that. */
const between = fc.constantFrom('', '', '', '', ' ', '-', '–', '－', '.', '\u00a0', '\u200b', '\u2060');
const hidden = fc.constantFrom('', '\u202d', '\ufeff', ' ');
const fullWidth = (s: string): string => s.replace(/[+\d]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const tibetan = (s: string): string => s.replace(/\d/g, (c) => String.fromCharCode(0x0f20 + Number(c)));

const prefixed = (number: string): string[] =>
  number.startsWith('+')
    ? [number, number.replace('+', '00')]
    : [number, `+86${number.replace(/^0/, '')}`, `0086${number.replace(/^0/, '')}`];

const typings = numbers.chain((number) =>
  fc
    .tuple(
      fc.constantFrom(...prefixed(number)),
      fc.array(between, { minLength: number.length + 4, maxLength: number.length + 4 }),
      hidden,
      fc.constantFrom((s: string) => s, fullWidth, tibetan),
      fc.option(fc.tuple(fc.constantFrom('转', ' ext ', '#', '，转', ';ext='), fc.stringMatching(/^\d{1,6}$/)), {
        nil: undefined,
      }),
    )
    .map(([digits, gaps, around, script, extension]) => ({
      typed:
        around +
        script([...digits].map((c, i) => c + (i === digits.length - 1 ? '' : gaps[i])).join('')) +
        (extension?.join('') ?? '') +
        around,
      kept: extension ? `${number};ext=${extension[1]}` : number,
    })),
);

test('a number has one stored form, however it is typed', () => {
  const isOne = fc.property(typings, ({ typed, kept }) => {
    expect(stored(typed)).toBe(kept);
  });
  fc.assert(isOne, { numRuns: 2000 });
});

test('whatever is typed is kept in a form that reads to itself, is shown in one, and links to a number', () => {
  const texts = fc.oneof(
    typings.map((t) => t.typed),
    fc.string({ maxLength: 70 }),
    fc.stringMatching(/^[+(]?[\d ()/转,;=-]{0,30}$/),
  );
  const holds = fc.property(texts, (typed) => {
    const { phone: kept } = readPhone(typed);
    if (kept === undefined) return;
    expect(kept).toMatch(/^(\d{3,12}|\+\d{8,15})(;ext=\d{1,6})?$/);
    expect([readPhone(kept).phone, readPhone(shownPhone(kept)).phone, readPhone(phoneLink(kept)).phone]).toEqual([
      kept,
      kept,
      kept,
    ]);
  });
  fc.assert(holds, { numRuns: 5000 });
});

test('the ranges are those of the library that is installed', () => {
  expect(
    JSON.parse(readFileSync(new URL('../../shared/phone-ranges.generated.json', import.meta.url), 'utf8')),
  ).toEqual(JSON.parse(JSON.stringify(ranges())));
});
