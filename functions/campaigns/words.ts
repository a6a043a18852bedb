import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { messages } from './messages.ts';
import type { Material } from './settings.ts';

export const wordsIn = (language: Language): Translate => translator(language, messages, words);

/** What a material is called in a language; the id of one that is gone. */
export const materialName =
  (materials: Material[], language: Language) =>
  (kind: string): string => {
    const name = materials.find((m) => m.id === kind)?.name;
    return name?.[language] ?? name?.zh ?? kind;
  };
