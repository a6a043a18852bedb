import { describe, expect, test } from 'vitest';
import { typedNumber } from '../../functions/cases/number.ts';
import { divisions } from '../../functions/directory/divisions/divisions.ts';
import { choose } from '../../functions/directory/divisions/townships.ts';
import { topicsOf } from '../../functions/journal/rules.ts';
import { isAbout } from '../../functions/stations/rules.ts';
import { publishedSpecies } from '../../functions/wildlife/species/list.ts';
import { identify, search } from '../../functions/wildlife/species/search.ts';
import { hasWords } from '../../shared/text.ts';

/** What people look for is found however they typed it, and however somebody else wrote it. */

describe('every word of a search stands in one of the texts', () => {
  const texts = ['尼玛·次仁', undefined, 'Ａ栋３单元 Cafe\u0301', '\u0f62\u0f92\u0fb7'];
  test.each([
    ['尼玛次仁', true],
    ['尼玛•次仁 A栋3单元', true],
    ['ａ栋　３单元', true],
    ['CAFÉ', true],
    ['\u0f62\u0f93', true],
    ['  ', true],
    ['仁A栋', false],
    ['尼玛 4单元', false],
  ])('%s: %s', (asked, found) => expect(hasWords(texts, asked)).toBe(found));
});

test.each(['城北 ２号', 'CHENGBEI', '城北·2号', 'བྱང'])('a station is found by %s', (asked) => {
  const names = { zh: '城北2号驿站', bo: 'གྲོང་བྱང་།', en: 'Chengbei' };
  expect(isAbout({ name: names, address: { zh: '' }, serves: [] }, asked)).toBe(true);
});

test.each(['墨脱镇', ' 墨脱 镇', '墨脱', '墨·脱', '５４０４２３１００', '༥༤༠༤༢༣༡༠༠'])('%s is the township', (said) => {
  expect(choose(divisions, said).code).toBe('540423100');
});

test.each([
  'W26-540423-0007',
  'ｗ２６－５４０４２３－０００７',
  'w26—540423—0007',
  'w26 540423 0007',
  ' W265404230007\u200b',
  'Ｗ26-༥༤༠༤༢༣-0007',
])('%s is the number of a case', (said) => expect(typedNumber(said)).toBe('W26-540423-0007'));

test('the topic of a week is known from its words in any width and case', () => {
  const topics = [{ id: 'study', words: ['Ａ１学习'] }] as unknown as Parameters<typeof topicsOf>[2];
  expect(topicsOf([], '下午a1学习', topics)).toEqual(['study']);
});

const species = await publishedSpecies();

test.each(['黑 鸢', '黑·鸢', 'Milvus　migrans', 'ＭＩＬＶＵＳ migrans', 'hēiyuān', 'HEI YUAN'])(
  '%s finds the black kite',
  (q) => {
    expect(search(species, q)[0]?.nameZh).toBe('黑鸢');
  },
);

test('a species is known under its name in any width', () => {
  expect(identify(species, 'Ｍilvus·migrans')).toMatchObject({ status: 'listed', species: { nameZh: '黑鸢' } });
});
