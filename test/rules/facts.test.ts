import { expect, test } from 'vitest';
import { maskedPhone } from '../../functions/cases/rules.ts';
import { labelled, phoneFact, placeFacts, wordsOf } from '../../functions/cases/track.ts';
import { wildlife } from '../../functions/wildlife/case.ts';
import { dataOf } from '../support/wildlife.ts';

/** What is known, as staff act on it. */

const t = wordsOf(wildlife, 'zh');

test('a place is shown on a map where its position is known', () => {
  const words = { label: '具体位置', value: '桥头' };
  const place = { township: '540423206', words: '桥头' };
  expect(placeFacts({ ...dataOf(), place }, t)).toEqual([words]);
  const coordinates = { latitude: 29.2438, longitude: 95.1741 };
  expect(placeFacts({ ...dataOf(), place: { ...place, coordinates } }, t)).toEqual([
    words,
    { label: '经纬度', value: '29.2438, 95.1741', href: 'geo:29.2438,95.1741' },
  ]);
});

test('a telephone number is called; where there is none, nothing is said', () => {
  expect(labelled([phoneFact('电话', '13908940001'), phoneFact('另一个', undefined)])).toEqual([
    { label: '电话', value: '13908940001', href: 'tel:+8613908940001' },
  ]);
});

test('an extension is shown and dialled; behind a receipt a number has neither its middle nor its extension', () => {
  expect(phoneFact('电话', '08954522345;ext=801')).toEqual(['电话', '08954522345-801', 'tel:+868954522345;ext=801']);
  expect(phoneFact('电话', '12345')).toEqual(['电话', '12345', 'tel:12345']);
  expect([maskedPhone('08954522345;ext=801'), maskedPhone('12345')]).toEqual(['089••••2345', '•••••']);
});
