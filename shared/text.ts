/** Text that people wrote: cut, compared and read without damage, in the browser as on the server. */

/**
 * The one form in which a text is counted, kept and compared: line breaks as \n, composed (NFC), without invisible characters
 * that only mislead, trimmed. What joins emoji and Arabic or Indic letters stays, and so do variants of hanzi.
 */
export const normalised = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(JOINERS, '$1')
    .normalize('NFC')
    .trim();

/** Soft hyphen, zero-width space, word joiner, byte order mark, marks and controls of direction, invisible operators. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A joiner or non-joiner has its place behind an emoji, an Indic sign, an Arabic or Mongolian letter, and nowhere else. */
const JOINERS =
  /([\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Mongolian}][\u200c\u200d])|[\u200c\u200d]/gu;

/** One for the process, made when a text first has to be cut: most never are. */
let graphemes: Intl.Segmenter | undefined;

/**
 * The text in at most `max` UTF-16 units, an ellipsis at its end where something was left out. What is read as one character
 * stays whole: surrogate pairs, emoji of several signs, a Tibetan stack, a letter with its marks (UAX 29, grapheme clusters).
 */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  graphemes ??= new Intl.Segmenter('zh');
  const end = graphemes.segment(text).containing(max - 1)?.index ?? 0;
  return `${text.slice(0, end)}…`;
};

/** As much of a text as fits on a line of `max` UTF-16 units: line breaks and runs of spaces are one space. */
export const excerpt = (text: string, max: number): string => cut(text.replace(/\s+/g, ' '), max);

/** Full-width letters, digits and signs (U+FF01–FF5E) and Tibetan digits as ASCII, for numbers, dates and codes. */
export const asciiDigits = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u0f20-\u0f29]/g, (c) => String(c.charCodeAt(0) - 0x0f20))
    .replace(/\u3000/g, ' ');

/** A number, code or receipt as digits in ASCII, without the spaces, dashes and invisible characters typed or pasted with it. */
export const bareNumber = (text: string): string => asciiDigits(text).replace(/[\s\p{Pd}\p{Cf}]/gu, '');

/**
 * What a search compares: compatibility forms alike (full width, ligatures, Tibetan stacks however they were typed), without
 * case, tone marks, and everything that only separates or shows nothing: `尼玛·次仁` is `尼玛次仁`, `Cìrén` is `ciren`.
 * A text of nothing but separators is empty.
 */
export const fold = (text: string): string => asciiDigits(text).normalize('NFKD').toLowerCase().replace(UNSEARCHED, '');

/** Combining accents (not Tibetan vowels), punctuation, spaces, controls, what is invisible, and operators typed as middle dots. */
const UNSEARCHED = /[\u0300-\u036f\p{P}\p{Z}\p{Cc}\p{Cf}\p{DI}\u2219\u22c5]+/gu;

/** Whether every word of a search stands in one of the texts; a search without words finds everything. */
export const hasWords = (texts: (string | undefined)[], search: string): boolean => {
  const all = texts.map((text) => fold(text ?? '')).join('\n');
  return search.split(/\s+/).every((word) => all.includes(fold(word)));
};
