import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { LANGUAGES } from '../../shared/page.ts';
import { words } from '../../shared/words.ts';
import { siteWords } from './words.ts';

/** Every page stands at `/`, `/bo/` and `/en/`. */
export const inEveryLanguage = () =>
  LANGUAGES.map((language) => ({ params: { lang: language === 'zh' ? undefined : language }, props: { language } }));

export const site = (language: Language): Translate => translator(language, siteWords, words);

/** The words a script of a page needs, as the page's data. */
export const wordsFor = (t: Translate, keys: string[]): string =>
  JSON.stringify(Object.fromEntries(keys.map((k) => [k, t(k)]))).replaceAll('<', '\\u003c');

/** What is told of photos on their way, on every page that may send them. */
export const PHOTO_WORDS = ['sending', 'waiting', 'sent', 'refused'].map((k) => `photos.${k}`);
