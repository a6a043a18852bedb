import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { messages } from './messages.ts';
import type { Focus } from './settings.ts';

export const wordsIn = (language: Language): Translate => translator(language, messages, words);

/** What a focus is called in a language; the id of one that is gone. */
export const focusName = (id: string, focuses: Focus[], language: Language): string => {
  const name = focuses.find((f) => f.id === id)?.name;
  return name?.[language] ?? name?.zh ?? id;
};
