import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { messages } from './messages.ts';
import type { Pay } from './schema.ts';

export const wordsIn = (language: Language): Translate => translator(language, messages, words);

const yuan = (fen: number): string => (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2);

/** What a job pays, as people read it. */
export const payText = ({ per, fromFen, toFen }: Pay, t: Translate): string => {
  const range = toFen === undefined || toFen === fromFen ? yuan(fromFen) : `${yuan(fromFen)}–${yuan(toFen)}`;
  return t(`pay.${per}`, { yuan: range });
};
