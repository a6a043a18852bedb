import type { Language } from './fields.ts';

/** A catalogue: each key in the three languages. Tibetan texts are drafts until a native speaker has reviewed them. */
export type Catalogue = Record<string, Record<Language, string>>;

export type Words = Record<string, string | number>;

/** The text of a key with `{name}` replaced; the key itself where no catalogue knows it. */
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

const fill = (template: string, words: Words): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole));
