import type { Language } from '../../shared/fields.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { messages } from './messages.ts';
import { pageMessages } from './page-messages.ts';

export const wordsIn = (language: Language): Translate => translator(language, messages, pageMessages, words);

const CHARGING = 'charging-';

/** What a facility is called by the id that faults and addresses have for it. */
export const facilityName = (id: string, t: Translate): string =>
  id.startsWith(CHARGING)
    ? t('station.charging-with', { connector: t(`choice.connector.${id.slice(CHARGING.length)}`) })
    : t(`choice.kind.${id}`);
