import type { Language } from './fields.ts';

/** A catalogue: each key in the three languages. Tibetan texts are drafts until a native speaker has reviewed them. */
export type Catalogue = Record<string, Record<Language, string>>;

export type Words = Record<string, string | number>;

/**
 * The text of a key with `{name}` replaced, and `{name:# case|# cases}` by the first form for one and the second for any other
 * number, `#` being the number; the key itself where no catalogue knows it.
 */
export type Translate = ((key: string, words?: Words) => string) & {
  has: (key: string) => boolean;
  language: Language;
};

/** A translator over catalogues; the first that knows a key wins. */
export const translator = (language: Language, ...catalogues: Catalogue[]): Translate => {
  const find = (key: string) => catalogues.find((c) => Object.hasOwn(c, key))?.[key];
  const translate = (key: string, words: Words = {}) => fill(find(key)?.[language] ?? key, words);
  return Object.assign(translate, { has: (key: string) => find(key) !== undefined, language });
};

const FILLED = /\{(\w+)(?::([^|{}]*)\|([^|{}]*))?\}/g;

/** A text with its places filled. */
export const fill = (template: string, words: Words): string =>
  template.replace(FILLED, (whole, name: string, one?: string, more?: string) => {
    const word = words[name];
    if (word === undefined) return whole;
    const form = Number(word) === 1 ? one : more;
    return form === undefined ? String(word) : form.replaceAll('#', String(word));
  });
