import type { Language } from '../../shared/fields.ts';
import { html } from '../../shared/html.ts';
import { page } from '../../shared/page.ts';
import { stationAddress } from './page.ts';
import { facilityName, wordsIn } from './words.ts';

/** After a fault report: what happens with it, and the way back. */
export const reportedPage = (
  { station, facility, count }: { station: string; facility: string; count: number },
  language: Language,
): string => {
  const t = wordsIn(language);
  const told = count > 1 ? t('station.reported.again', { count }) : t('station.reported.first');
  const body = html`<section class="card good"><h1>${t('station.reported')}</h1>
<p class="strong">${facilityName(facility, t)}</p><p>${told}</p>
<p class="act"><a class="button" href="${stationAddress(station, language)}">${t('station.back')}</a></p></section>`;
  const inLanguage = (l: Language) => stationAddress(station, l);
  return page({ language, title: t('station.reported'), body, path: '/stations/', inLanguage });
};
