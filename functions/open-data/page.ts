import type { Language } from '../../shared/fields.ts';
import { html } from '../../shared/html.ts';
import { translator } from '../../shared/i18n.ts';
import { page } from '../../shared/page.ts';
import { words } from '../../shared/words.ts';
import type { DataPackage, Resource } from './data-package.ts';
import { messages } from './messages.ts';

/** What is published, as people read it: each data set with the formats that it comes in. */
export const dataPage = ({ resources, licenses }: DataPackage, language: Language): string => {
  const t = translator(language, messages, words);
  const sets = [...Map.groupBy(resources, (r) => r.title)];
  const files = (all: Resource[]) =>
    all.map((r, i) => html`${i > 0 && ' · '}<a href="${r.path}">${r.format.toUpperCase()}</a>`);
  const said = (i: number) => sets[i]?.[1][0]?.description;
  const set = ([title, all]: (typeof sets)[number], i: number) =>
    html`<section class="card"><h2>${title}</h2>${said(i) !== said(i - 1) && html`<p>${said(i)}</p>`}<p>${files(all)}</p></section>`;
  const [licence] = licenses ?? [];
  const body = html`<h1>${t('data.title')}</h1>
<p>${t('data.description')}</p>
${sets.map(set)}
<p>${t('data.licence')}: ${licence ? html`<a href="${licence.path}">${licence.path}</a>` : t('data.licence.none')}</p>
<p><a href="/data/datapackage.json?lang=${language}">${t('data.machine')}</a></p>`;
  return page({
    ...{ language, title: t('data.title'), path: '/figures/', body },
    inLanguage: (l) => `/data?lang=${l}`,
  });
};
