import { translator } from '../../../../shared/i18n.ts';
import { words } from '../../../../shared/words.ts';
import { language } from '../text.ts';
import { deskWords } from '../words.ts';
import { communityWords } from './words.ts';

/** The words of the community's pages. */
export const t = translator(language, communityWords, deskWords, words);

/** Stands between two things in one line. */
export const DOT = ' · ';

/** A date without its year, as in `3月2日`; of a date in the unit's calendar. */
export const dayOf = (date: string): string => dayFormat.format(new Date(`${date}T00:00:00Z`));

const dayFormat = new Intl.DateTimeFormat(language === 'bo' ? 'sv-SE' : language === 'zh' ? 'zh-CN' : 'en-GB', {
  timeZone: 'UTC',
  month: language === 'bo' ? '2-digit' : 'short',
  day: language === 'bo' ? '2-digit' : 'numeric',
});

/** A date some days later. */
export const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
