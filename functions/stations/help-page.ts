import type { Language } from '../../shared/fields.ts';
import { formHtml } from '../../shared/form-html.ts';
import { html, trusted } from '../../shared/html.ts';
import { translator } from '../../shared/i18n.ts';
import { newReceipt } from '../../shared/ids.ts';
import { page } from '../../shared/page.ts';
import { words } from '../../shared/words.ts';
import { reportForm } from '../cases/pages.ts';
import { caseType } from '../cases/registry.ts';
import { STYLES, stationAddress } from './page.ts';
import type { Station } from './schema.ts';
import { wordsIn } from './words.ts';

/** The form of the case type `station-help` with this station chosen: it is posted to where all reports go. */
export const helpPage = async (station: Station, language: Language): Promise<string> => {
  const type = await caseType('station-help');
  const t = wordsIn(language);
  const name = station.name[language] ?? station.name.zh;
  const form = formHtml(reportForm(type, language), {
    ...{ action: `/reports/station-help?lang=${language}`, method: 'post', language },
    submit: translator(language, type.messages, words)('form.submit'),
    values: { station: station.id, language, receipt: newReceipt() }, // sent twice, it is one report
    options: { station: [{ value: station.id, label: name }] },
  });
  const body = html`${STYLES}<h1>${t('station.help')}</h1><p class="strong">${name}</p><p>${t('station.help.text')}</p>${trusted(form)}
<p class="act"><a class="button plain" href="${stationAddress(station.id, language)}">${t('station.back')}</a></p>`;
  const inLanguage = (l: Language) => stationAddress(station.id, l, '/help');
  return page({ language, title: t('station.help'), body, path: '/stations/', inLanguage });
};
