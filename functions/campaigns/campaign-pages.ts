import { dateHtml, factsHtml, inLine, paragraphs } from '../../shared/article.ts';
import type { Language } from '../../shared/fields.ts';
import { type Html, html } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { page } from '../../shared/page.ts';
import { wallClock } from '../../shared/time.ts';
import type { CampaignPageView, PublicCampaign } from './campaign/public-view.ts';
import type { Summary } from './campaign/summary.ts';
import type { PublicEventView } from './event/view.ts';
import { eventRows } from './event-pages.ts';
import { wordsIn } from './words.ts';

/** The public pages of campaigns. All of them work without script. */

const listAddress = (language: Language): string => `/campaigns?lang=${language}`;
const campaignAddress = (id: string, language: Language, format?: string): string =>
  `/campaigns/${id}?${new URLSearchParams({ ...(format ? { format } : {}), lang: language })}`;

const row = (c: PublicCampaign, t: Translate): Html =>
  html`<li><a href="${campaignAddress(c.id, t.language)}"><span class="line"><strong>${c.name}</strong> <span class="tag">${c.stageText}</span></span>
<span class="line quiet"><span>${c.unit}</span><span>${c.area.name}</span><span>${t('campaign.period', { from: c.from, until: c.until })}</span></span></a></li>`;

export const campaignListPage = (campaigns: PublicCampaign[], language: Language): string => {
  const t = wordsIn(language);
  const body = html`<h1>${t('campaigns.title')}</h1><p>${t('campaigns.lead')}</p>
${campaigns.length === 0 && html`<p class="card">${t('campaigns.none')}</p>`}
<ul class="queue">${campaigns.map((c) => row(c, t))}</ul>`;
  return page({ language, title: t('campaigns.title'), body, inLanguage: listAddress });
};

/** One campaign: what it has come to, what comes next, and what people asked. */
export const campaignPage = (view: CampaignPageView, events: PublicEventView[], language: Language): string => {
  const t = wordsIn(language);
  const body = html`<p><a href="${listAddress(language)}">${t('campaigns.all')}</a></p>
<h1>${view.name}</h1><p class="line"><span class="tag">${view.stageText}</span></p>
${view.about !== undefined && html`<section class="card">${paragraphs(view.about)}</section>`}
<section class="card"><h2>${t(view.summary.frozen ? 'campaign.summary' : 'campaign.progress')}</h2>${sentences(view, language)}${view.summary.frozen && html`<p class="quiet">${t('campaign.frozen')}</p>`}</section>
<div class="two"><div>
${figureTable(view.summary, t)}
${monthTable(view.summary, t)}
</div><div>
<section class="card">${factsHtml([
    [t('campaign.unit'), view.unit],
    [t('campaign.where'), view.area.name],
    [t('campaign.when'), html`${dateHtml(view.from)} – ${dateHtml(view.until)}`],
    [t('campaign.topics'), view.topics.length > 0 ? inLine(view.topics, language) : undefined],
  ])}</section>
${list(
  t('campaign.upcoming'),
  view.upcoming.map((s) => html`<time datetime="${s.at}">${wallClock(s.at)}</time> ${s.place}`),
)}
${list(
  t('campaign.held'),
  view.held.map((s) => html`${dateHtml(s.on)} ${s.place} · ${t('campaign.people', { people: s.people })}`),
)}
</div></div>
${events.length > 0 && html`<h2>${t('campaign.events')}</h2>${eventRows(events, t)}`}
${questions(view, t)}
<p>${t('bulletin.data')}: <a href="${campaignAddress(view.id, language, 'json')}">JSON</a> · <a href="${campaignAddress(view.id, language, 'csv')}">CSV</a></p>`;
  return page({ language, title: view.name, body, inLanguage: (l) => campaignAddress(view.id, l) });
};

/** What it is stands by itself, before what has come of it. */
const sentences = ({ sentences }: CampaignPageView, language: Language): Html => {
  const [first = '', ...more] = sentences[language];
  return html`<p>${first}</p><p>${more.join(language === 'zh' ? '' : ' ')}</p>`;
};

const list = (title: string, items: Html[]): Html | undefined =>
  items.length === 0
    ? undefined
    : html`<section class="card"><h2>${title}</h2><ul>${items.map((i) => html`<li>${i}</li>`)}</ul></section>`;

const figureTable = ({ figures }: Summary, t: Translate): Html => {
  const line = (f: Summary['figures'][number]) =>
    html`<tr><th scope="row">${f.label}</th><td class="number">${f.planned ?? '–'}</td><td class="number">${f.done}</td><td class="number">${f.percent !== undefined && `${f.percent}%`}</td></tr>`;
  return html`<div class="scroll"><table><caption>${t('campaign.figures')}</caption><thead><tr><td></td><th scope="col" class="number">${t('campaign.planned')}</th><th scope="col" class="number">${t('campaign.done')}</th><th scope="col" class="number">%</th></tr></thead><tbody>${figures.map(line)}</tbody></table></div>`;
};

const MONTH_COLUMNS = ['sessions', 'people', 'questions', 'materials'] as const;

/** With a hyphen at which no line breaks. */
const unbroken = (month: string): string => month.replace('-', '\u2011');

const monthTable = ({ months }: Summary, t: Translate): Html | undefined => {
  if (months.length === 0) return undefined;
  const line = (m: Summary['months'][number]) =>
    html`<tr><th scope="row">${unbroken(m.month)}</th>${MONTH_COLUMNS.map((c) => html`<td class="number">${m[c]}</td>`)}</tr>`;
  return html`<div class="scroll"><table><caption>${t('campaign.months')}</caption><thead><tr><td></td>${MONTH_COLUMNS.map((c) => html`<th scope="col" class="number">${t(`figure.${c}`)}</th>`)}</tr></thead><tbody>${months.map(line)}</tbody></table></div>`;
};

/** What was asked and answered, without names. */
const questions = ({ questions: asked }: CampaignPageView, t: Translate): Html | undefined => {
  if (asked.length === 0) return undefined;
  const item = (q: CampaignPageView['questions'][number]) =>
    html`<details><summary>${q.asked}</summary>${paragraphs(q.answer)}<p class="quiet">${[q.topic, q.on].filter(Boolean).join(' · ')}</p></details>`;
  return html`<section class="card"><h2>${t('campaign.questions')}</h2>${asked.map(item)}</section>`;
};
