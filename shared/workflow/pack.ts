/**
 * A long text that a record holds more than once (what was found of fifty animals, and the input of the step that said so) is
 * stored once: each of its places holds a reference, and the texts lie beside. Only the store knows of it.
 */

/** No shorter text is worth a reference. */
const LEAST = 64;
/** How a reference begins; no field of a form takes this character. */
const REFERENCE = '\u0001';

const eachText = (value: unknown, see: (text: string) => void): void => {
  if (typeof value === 'string') see(value);
  else if (typeof value === 'object' && value !== null) for (const v of Object.values(value)) eachText(v, see);
};

const withTexts = (value: unknown, text: (text: string) => string): unknown => {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return value.map((v) => withTexts(v, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withTexts(v, text)]));
};

const isReference = (text: string): boolean => text.startsWith(REFERENCE);

export interface Packed<T> {
  value: T;
  /** What the references refer to, by position. */
  texts: string[];
}

/** A value with every text that repeats stored once. What holds no such text is answered as it is. */
export const packed = <T>(value: T): Packed<T> => {
  const times = new Map<string, number>();
  eachText(value, (text) => {
    if (text.length >= LEAST || isReference(text)) times.set(text, (times.get(text) ?? 0) + 1);
  });
  const texts = [...times].filter(([text, n]) => n > 1 || isReference(text)).map(([text]) => text);
  if (texts.length === 0) return { value, texts };
  const references = new Map(texts.map((text, i) => [text, `${REFERENCE}${i}`]));
  return { value: withTexts(value, (text) => references.get(text) ?? text) as T, texts };
};

/** The value that was packed. */
export const unpacked = <T>({ value, texts }: Packed<T>): T =>
  texts.length === 0
    ? value
    : (withTexts(value, (text) =>
        isReference(text) ? (texts[Number(text.replace(REFERENCE, ''))] ?? text) : text,
      ) as T);
