/** Text as real people and unkind ones send it. */

/** Pieces that break programs: each is whole in itself, most are longer than one UTF-16 unit. */
const PIECES = [
  ...['🙏', '👩‍👩‍👧‍👦', '🇨🇳', '👍🏽', '❤️', '1️⃣', '𠮷', '𡨄', '𪚥', '\u{2f81a}'],
  ...['བཀྲ་ཤིས་བདེ་ལེགས།', 'གྷ', 'གྷ', 'རྒྱུད', 'ༀ', 'e\u0301', 'é', 'q\u0323\u0307', 'שלום', 'مرحبا', 'ไทย', 'नि'],
  ...['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202d1\u202c', '\u2066x\u2069', 'Ａ栋３单元', '１２３'],
  ...[
    '尼玛·次仁',
    '尼玛•次仁',
    '=1+1',
    '+SUM(A1)',
    '@x',
    '-2',
    '"',
    "'",
    ',',
    ';',
    '&amp;',
    '<b>',
    '</script>',
    ']]>',
    '{{x}}',
  ],
  ...[
    '\\',
    '%00',
    '%B3%C2',
    '../',
    '$1',
    'null',
    'NaN',
    '__proto__',
    'constructor',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u2028',
    '  ',
    '。',
  ],
];

/** What no store takes: a report with it is refused, and names the field. */
const UNSTORABLE = ['\u0000', '\u0007', '\ud83d', '\ude4f', 'a\ud800b'];

/** A number from 0 to 1. */
export type Random = () => number;

export const oneOf = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

export const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));

/** A text of at most `max` UTF-16 units: often short, often exactly at the bound, with a whole character right before it. */
export const hostileText = (random: Random, max: number): string => {
  const bound = oneOf(random, [Math.min(12, max), Math.min(40, max), Math.min(130, max), max, upTo(random, max)]);
  const filler = oneOf(random, ['我', 'ཀ', 'a', '牦牛']);
  const end = oneOf(random, PIECES);
  const pieces: string[] = [];
  let length = end.length;
  const add = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  for (let i = upTo(random, 6); i > 0 && length + 20 < bound; i--) add(oneOf(random, PIECES));
  while (length + filler.length <= bound) add(filler);
  if (random() < 0.005) add(oneOf(random, UNSTORABLE));
  return [...pieces, length <= max ? end : '我'].join('') || '我';
};

const PHONES = [
  ...['13800001555', '+8613911112345', '139-1111-2345', '（0895）4522345', '0895-4522345-801', '0895-4522345转801'],
  ...['１３８００００２２２２', '\u202d13800002222\u202c', '138–0000–2222', '138\u200b00002222', '110', '12345'],
  ...['13800002222/13900002222', '😀', '+', '00000000000000000000', '1e9'],
];

export const hostilePhone = (random: Random): string =>
  random() < 0.85
    ? `1${oneOf(random, ['38', '39', '59', '86'])}${String(upTo(random, 99_999_999)).padStart(8, '0')}`
    : oneOf(random, PHONES);
