import { translator } from '../../../../shared/i18n.ts';
import { words } from '../../../../shared/words.ts';
import { language } from '../text.ts';
import { deskWords } from '../words.ts';
import { stationWords } from './words.ts';

export const t = translator(language, stationWords, deskWords, words);

export const DOT = ' · ';
