import type { Language } from '../../shared/fields.ts';
import { attributes, type Html, html } from '../../shared/html.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { page } from '../../shared/page.ts';
import { words } from '../../shared/words.ts';
import type { BulletinView, Counted } from './bulletin-figures.ts';

/** The bulletin as people read it: its sentences, its figures as tables, a chart by month, and links to the data. */
export const bulletinPage = (view: BulletinView, language: Language): string => {
  const t = translator(language, words);
  const title = t('bulletin.title', { area: view.area.name });
  const sentences = view.sentences[language].length > 0 ? view.sentences[language] : view.sentences.zh;
  const body = html`<h1>${title}</h1>
<p class="quiet">${t('bulletin.period', { from: view.from, to: view.to })}</p>
${sentences.length > 0 ? html`<section class="card">${sentences.map((s) => html`<p>${s}</p>`)}</section>` : html`<p>${t('bulletin.none')}</p>`}
<dl class="figures"><div><dt>${t('bulletin.cases')}</dt><dd>${view.cases}</dd></div><div><dt>${t('bulletin.animals')}</dt><dd>${view.animals}</dd></div></dl>
${monthChart(view.byMonth, t)}
<div class="halves">
${countTable(t('bulletin.by-outcome'), view.byOutcome, t)}
${countTable(t('bulletin.by-class'), view.byClass, t)}
${countTable(t('bulletin.by-source'), view.bySource, t)}
${placeTable(
  t('bulletin.by-township'),
  view.byTownship.map((p) => ({ ...p, label: p.name })),
  t,
)}
${placeTable(
  t('bulletin.by-month'),
  view.byMonth.map((m) => ({ ...m, label: m.month })),
  t,
)}
</div>
<p>${t('bulletin.data')}: <a href="${addressOf(view, language, 'json')}">JSON</a> · <a href="${addressOf(view, language, 'csv')}">CSV</a></p>`;
  return page({ language, title, path: '/figures/', body, inLanguage: (l) => addressOf(view, l) });
};

const addressOf = ({ type, area, from, to }: BulletinView, lang: Language, format?: string): string =>
  `/bulletin?${new URLSearchParams({ type, area: area.code, from, to, lang, ...(format ? { format } : {}) })}`;

/** A table whose last column repeats each number as a bar. */
const countTable = (caption: string, rows: Counted[], t: Translate): Html | undefined => {
  if (rows.length === 0) return undefined;
  const most = Math.max(1, ...rows.map((r) => r.count));
  const row = (r: Counted) =>
    html`<tr><th scope="row">${r.label}</th><td class="number">${r.count}</td><td class="share"><svg viewBox="0 0 100 12" width="100" height="12" aria-hidden="true" preserveAspectRatio="none"><rect class="bar" width="${(r.count / most) * 100}" height="12" rx="2"/></svg></td></tr>`;
  return html`<div class="scroll"><table><caption>${caption}</caption><thead class="unseen"><tr><th scope="col">${caption}</th><th scope="col">${t('bulletin.count')}</th><td></td></tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
};

const placeTable = (
  caption: string,
  rows: { label: string; cases: number; animals: number }[],
  t: Translate,
): Html | undefined => {
  if (rows.length === 0) return undefined;
  const row = (r: (typeof rows)[number]) =>
    html`<tr><th scope="row">${r.label}</th><td class="number">${r.cases}</td><td class="number">${r.animals}</td></tr>`;
  return html`<div class="scroll"><table><caption>${caption}</caption><thead><tr><td></td><th scope="col" class="number">${t('bulletin.cases')}</th><th scope="col" class="number">${t('bulletin.animals')}</th></tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
};

const CHART = { narrowest: 340, month: 56, height: 190, foot: 28, head: 24, widest: 48 };

/** Columns for the months, each with its number above; the same numbers stand in a table below. */
const monthChart = (months: BulletinView['byMonth'], t: Translate): Html | undefined => {
  if (months.length === 0) return undefined;
  const { narrowest, month, height, foot, head, widest } = CHART;
  const width = Math.max(narrowest, months.length * month);
  const most = Math.max(1, ...months.map((m) => m.animals));
  const slot = width / months.length;
  const bar = Math.min(widest, slot * 0.6);
  const column = ({ month, animals }: (typeof months)[number], i: number) => {
    const tall = (animals / most) * (height - foot - head);
    const middle = slot * (i + 0.5);
    const box = {
      x: round(middle - bar / 2),
      y: round(height - foot - tall),
      width: round(bar),
      height: round(tall),
      rx: 3,
    };
    return html`<rect class="bar"${attributes(box)}/><text x="${round(middle)}" y="${round(height - foot - tall - 6)}" text-anchor="middle">${animals}</text><text x="${round(middle)}" y="${height - 8}" text-anchor="middle">${t(`month.${Number(month.slice(5))}`)}</text>`;
  };
  const told = months.map((m) => `${m.month}: ${m.animals}`).join('; ');
  return html`<figure class="card"><figcaption>${t('bulletin.chart')}</figcaption><svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="chart-title chart-data"><title id="chart-title">${t('bulletin.chart')}</title><desc id="chart-data">${told}</desc><line x1="0" x2="${width}" y1="${height - foot}" y2="${height - foot}"/>${months.map(column)}</svg></figure>`;
};

const round = (n: number): number => Math.round(n * 10) / 10;
