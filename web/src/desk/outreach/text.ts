import { translator } from '../../../../shared/i18n.ts';
import { words } from '../../../../shared/words.ts';
import { language } from '../text.ts';
import { deskWords } from '../words.ts';
import { outreachWords } from './words.ts';

/** The words of the pages of notices, campaigns and events. */
export const t = translator(language, outreachWords, deskWords, words);

/** Stands between two things in one line. */
export const DOT = ' · ';
