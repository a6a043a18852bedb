import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { short as shortRequest } from '../../functions/requests/view.ts';
import { short as shortHelp } from '../../functions/station-help/view.ts';
import { cardOf as taskCard } from '../../functions/tasks/task.ts';
import { line, text } from '../../shared/fields.ts';
import { decodeForm } from '../../shared/form.ts';
import { subjectLine } from '../../shared/mail.ts';
import { asciiDigits, cut, fold, normalised } from '../../shared/text.ts';

const clusters = (s: string): string[] => [...new Intl.Segmenter('zh').segment(s)].map((x) => x.segment);
const FAMILY = '👨‍👩‍👧‍👦';
const STACK = 'སྒྲུ';

describe('cut', () => {
  test.each([
    ['what fits is left as it is', '雪豹', 2, '雪豹'],
    ['what does not ends in an ellipsis, within the bound', '雪豹下山', 3, '雪豹…'],
    ['an emoji at the cut goes whole', `我我${'🙏'}谢`, 4, '我我…'],
    ['a character of plane 2 too', `我我${'𠮷'}谢`, 4, '我我…'],
    ['a family of joined emoji', `a${FAMILY}b`, 8, 'a…'],
    ['a flag', 'ab🇨🇳cd', 5, 'ab…'],
    ['a Tibetan stack', `ཀ${STACK}ཀ`, 4, 'ཀ…'],
    ['a letter with its marks', 'abe\u0301\u0302cd', 5, 'ab…'],
    ['one character longer than the bound', `${FAMILY}`, 3, '…'],
  ])('%s', (_, text, max, expected) => expect(cut(text, max)).toBe(expected));

  test('whatever the text and wherever the cut: within the bound, only whole characters', () => {
    const pieces = fc.constantFrom('a', '我', '🙏', '𠮷', FAMILY, '🇨🇳', STACK, 'e\u0301', 'ش', '\u200f', '\r\n', '각');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (parts, max) => {
        const text = parts.join('');
        const got = cut(text, max);
        expect(got.length).toBeLessThanOrEqual(max);
        const kept = clusters(got === text ? got : got.slice(0, -1));
        expect(clusters(text).slice(0, kept.length)).toEqual(kept);
      }),
    );
  });
});

describe('one form of a text', () => {
  test.each([
    ['line ends', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['composed letters', 'Zoe\u0308', 'Zo\u00eb'],
    ['Tibetan as it is canonical', '\u0f43', '\u0f42\u0fb7'],
    ['no controls of direction', '\u202eabc\u202c \u2067x\u2069\u200f', 'abc x'],
    ['nothing invisible inside words', '次\u200b仁\u2060卓\ufeff玛\u00ad', '次仁卓玛'],
    ['no joiner where nothing is joined', '次\u200d仁a\u200cb', '次仁ab'],
    ['no spaces around, wide ones neither', '\u3000 次仁\u00a0\n', '次仁'],
    ['nothing but what cannot be seen', '\u200b\u200d \ufeff', ''],
  ])('%s', (_, typed, kept) => expect(normalised(typed)).toBe(kept));

  test.each([
    ['a family', FAMILY],
    ['a heart on fire', '❤\ufe0f\u200d🔥'],
    ['an astronaut of dark skin', '👩🏿\u200d🚀'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['Devanagari with a joiner', 'क\u094d\u200dष'],
    ['a variant of a hanzi', '葛\u{e0100}'],
    ['Tibetan', 'བཀྲ་ཤིས་བདེ་ལེགས།'],
    ['empty lines and tabs', 'a\n\n\tb'],
  ])('stays: %s', (_, text) => expect(normalised(text)).toBe(text));
});

describe('lengths are what the browser counts', () => {
  const inLines = (lines: number, length: number) => {
    const words = '水管又坏了'.repeat(length).slice(0, length - (lines - 1));
    const each = Math.ceil(words.length / lines);
    return Array.from({ length: lines }, (_, i) => words.slice(i * each, (i + 1) * each)).join('\n');
  };
  test.each([
    [2000, 41],
    [3959, 120],
  ])('%d units in %d lines, sent with CRLF as forms are', (length, lines) => {
    const typed = inLines(lines, length);
    expect(typed).toHaveLength(length);
    const sent = decodeForm(TEXT, [['words', typed.replaceAll('\n', '\r\n')]]);
    expect(z.object({ words: text(length) }).parse(sent)).toEqual({ words: typed });
  });

  test('one more is too long', () =>
    expect(text(2000).safeParse(`${inLines(41, 2000)}水`).error?.issues[0]?.code).toBe('too_big'));

  test('what cannot be seen is as good as empty', () => {
    expect(decodeForm(TEXT, [['words', '\u200b \ufeff']])).toEqual({});
    expect(line().safeParse('\u200b').error?.issues[0]?.code).toBe('too_small');
  });
});

const TEXT = { type: 'object', properties: { words: { type: 'string' } } };

test.each([
  ['full width', '１３８－Ａｂ', '138-Ab'],
  ['Tibetan digits', '༢༠༢༦', '2026'],
  ['a wide space', '1\u30002', '1 2'],
  ['all else stays', '①二𠮷', '①二𠮷'],
])('digits in ASCII: %s', (_, typed, expected) => expect(asciiDigits(typed)).toBe(expected));

test.each([
  [
    'middle dots of all kinds',
    ['尼玛·次仁', '尼玛•次仁', '尼玛‧次仁', '尼玛・次仁', '尼玛･次仁', '尼玛 次仁', '尼玛次仁'],
  ],
  ['composed and decomposed', ['Zoë', 'Zoe\u0308', 'ZOË', 'zoe']],
  ['Tibetan stacks', ['ག\u0fb7', '\u0f43', '\u0f42\u0fb7\u0f0b']],
  ['Tibetan vowels of two signs', ['\u0f73', '\u0f71\u0f72', '\u0f72\u0f71']],
  ['full width', ['ＡＢ１２', 'ab12', 'Ab１2']],
  [
    'case numbers',
    ['W26-540102-0001', 'w26 540102 0001', 'Ｗ２６－５４０１０２－０００１', 'W26\u2010540102\u20130001'],
  ],
  ['invisible characters', ['次\u200b仁', '次\ufeff仁', '\u202a次仁\u202c', '次\u00ad仁', '次\ufe0f仁', '次仁']],
])('a search finds alike: %s', (_, forms) => {
  expect(new Set(forms.map(fold)).size).toBe(1);
});

test.each([
  ['Tibetan vowels tell words apart', 'ཀི', 'ཀུ'],
  ['and hanzi of plane 2', '𠮷', '吉'],
])('a search keeps apart: %s', (_, one, other) => expect(fold(one)).not.toBe(fold(other)));

test('a text of separators alone folds to nothing', () => expect(fold(' ·-་\u200b')).toBe(''));

describe('what was cut on its way stays whole', () => {
  const matter = '谢谢你们上次帮忙修好了水管，这次又坏了麻烦再来🙏🙏🙏';
  test.each([
    ['the title of a request', () => shortRequest(matter)],
    ['the title of help at a station', () => shortHelp(`${'我'.repeat(23)}${FAMILY}我`)],
    ['the card of a task', () => taskCard(taskOf(`${'我'.repeat(119)}🙏谢谢`)).why ?? ''],
    ['the subject of a mail', () => subjectLine(`${'我'.repeat(199)}🙏谢谢`)],
  ])('%s', (_, said) => {
    const text = said();
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toContain('\u200d');
    expect(text).toMatch(/…$/);
  });
});

const taskOf = (why: string) => {
  const who = { id: 'a@kora.example', name: '次仁' };
  const data = { unit: 'u', what: '检查', why, who, due: '2026-01-01', carried: [], setBy: who, setAt: '', source: {} };
  return { id: '1', state: { open: { work: 'set' } }, data } as never;
};
