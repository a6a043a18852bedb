/** Text that people wrote: cut, compared and read without damage, in the browser as on the server. */

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

/**
 * What a search compares: compatibility forms alike (full width, ligatures, Tibetan stacks however they were typed), without
 * case, tone marks, and everything that only separates or shows nothing: `尼玛·次仁` is `尼玛次仁`, `Cìrén` is `ciren`.
 * A text of nothing but separators is empty.
 */
export const fold = (text: string): string => asciiDigits(text).normalize('NFKD').toLowerCase().replace(UNSEARCHED, '');

/** Combining accents (not Tibetan vowels), punctuation, spaces, controls, what is invisible, and operators typed as middle dots. */
const UNSEARCHED = /[\u0300-\u036f\p{P}\p{Z}\p{Cc}\p{Cf}\p{DI}\u2219\u22c5]+/gu;
