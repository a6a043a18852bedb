import type { Language } from '../../../shared/fields.ts';
import { translator } from '../../../shared/i18n.ts';
import { sitePath } from '../../../shared/page.ts';
import { words } from '../../../shared/words.ts';
import { deskWords } from './words.ts';

/** The page's language and words. */
export const language = document.documentElement.lang.slice(0, 2) as Language;
export const t = translator(language, deskWords, words);

/** A page of the desk in the page's language. */
export const deskPath = (path: string): string => sitePath(language, `/desk/${path}`);

const formatter = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-04-06 09:20` in Asia/Shanghai. */
export const wallClock = (moment: string): string => formatter.format(new Date(moment));

export const yuan = (fen: number): string => t('desk.amount', { yuan: (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2) });

export const asked = (name: string): string => new URLSearchParams(location.search).get(name) ?? '';
