import type { Catalogue } from '../../shared/i18n.ts';
import type { Section } from '../../shared/settings.ts';
import { campaignSettings } from '../campaigns/settings.ts';
import { calendarSettings, publicSettings } from '../directory/settings.ts';
import { growthSettings } from '../growth/settings.ts';
import { journalSettings } from '../journal/settings.ts';
import { livestockSettings } from '../livestock/settings.ts';
import { noticeSettings } from '../notices/settings.ts';
import { requestSettings } from '../requests/settings.ts';
import { stationHelpSettings } from '../station-help/settings.ts';
import { stationSettings } from '../stations/settings.ts';
import { tipSettings } from '../tips/settings.ts';
import { wildlifeSettings } from '../wildlife/settings.ts';

/** A section with its words for people, which are read when somebody looks at it. */
export interface Registered {
  section: Section;
  words: () => Promise<Catalogue>;
}

/** Every section of a unit's settings, one line each. */
export const registered: Registered[] = [
  { section: publicSettings, words: async () => (await import('../directory/settings-words.ts')).publicWords },
  { section: calendarSettings, words: async () => (await import('../directory/settings-words.ts')).calendarWords },
  { section: wildlifeSettings, words: async () => (await import('../wildlife/settings-words.ts')).settingsWords },
  { section: livestockSettings, words: async () => (await import('../livestock/settings-words.ts')).settingsWords },
  { section: requestSettings, words: async () => (await import('../requests/settings-words.ts')).settingsWords },
  {
    section: stationHelpSettings,
    words: async () => (await import('../station-help/settings-words.ts')).settingsWords,
  },
  { section: stationSettings, words: async () => (await import('../stations/settings-words.ts')).settingsWords },
  { section: tipSettings, words: async () => (await import('../tips/settings-words.ts')).settingsWords },
  { section: noticeSettings, words: async () => (await import('../notices/settings-words.ts')).settingsWords },
  { section: campaignSettings, words: async () => (await import('../campaigns/settings-words.ts')).settingsWords },
  { section: journalSettings, words: async () => (await import('../journal/settings-words.ts')).settingsWords },
  { section: growthSettings, words: async () => (await import('../growth/settings-words.ts')).settingsWords },
];

export const sections: Section[] = registered.map(({ section }) => section);
