import type { Language } from '../../shared/fields.ts';
import { attributes, type Html, html } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { page } from '../../shared/page.ts';
import type { BulletinView, Table } from './bulletin-figures.ts';
import { titleOf } from './bulletin-sentences.ts';
import type { Told } from './bulletin-told.ts';

/** The bulletin as people read it: its sentences, its figures as tables, a chart by month, and links to the data. */
export const bulletinPage = (view: BulletinView, { totals, tables, sentences }: Told, t: Translate): string => {
  const { language } = t;
  const title = titleOf(view.area.name, t);
  const body = html`<h1>${title}</h1>
<p class="quiet">${t('bulletin.period', { from: view.from, to: view.to })}</p>
${sentences.length > 0 ? html`<section class="card">${sentences.map((s) => html`<p>${s}</p>`)}</section>` : html`<p>${t('bulletin.none')}</p>`}
<dl class="figures">${totals.map((n) => !n.quiet && html`<div><dt>${n.label}</dt><dd>${n.value}</dd></div>`)}</dl>
${tables.map((table) => table.chart !== undefined && monthChart(table.chart, table.rows, t))}
<div class="halves">
${tables.map((table) => tableOf(table))}
</div>
<p>${t('bulletin.data')}: <a href="${addressOf(view, language, 'json')}">JSON</a> · <a href="${addressOf(view, language, 'csv')}">CSV</a> · <a href="/data?lang=${language}">${t('bulletin.open-data')}</a></p>`;
  return page({ language, title, path: '/figures/', body, inLanguage: (l) => addressOf(view, l) });
};

const addressOf = ({ type, area, from, to }: BulletinView, lang: Language, format?: string): string =>
  `/bulletin?${new URLSearchParams({ type, area: area.code, from, to, lang, ...(format ? { format } : {}) })}`;

const tableOf = ({ caption, columns, rows, quiet }: Table): Html | undefined => {
  if (quiet || rows.length === 0) return undefined;
  return columns.length === 1 ? barTable(caption, columns[0]?.label ?? '', rows) : wideTable(caption, columns, rows);
};

/** A table whose last column repeats each number as a bar. */
const barTable = (caption: string, column: string, rows: Table['rows']): Html => {
  const most = Math.max(1, ...rows.map((r) => r.values[0] ?? 0));
  const row = ({ label, values: [n = 0] }: Table['rows'][number]) =>
    html`<tr><th scope="row">${label}</th><td class="number">${n}</td><td class="share"><svg viewBox="0 0 100 12" width="100" height="12" aria-hidden="true" preserveAspectRatio="none"><rect class="bar" width="${(n / most) * 100}" height="12" rx="2"/></svg></td></tr>`;
  return html`<div class="scroll"><table><caption>${caption}</caption><thead class="unseen"><tr><th scope="col">${caption}</th><th scope="col">${column}</th><td></td></tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
};

const wideTable = (caption: string, columns: Table['columns'], rows: Table['rows']): Html => {
  const row = (r: Table['rows'][number]) =>
    html`<tr><th scope="row">${r.label}</th>${r.values.map((v) => html`<td class="number">${v}</td>`)}</tr>`;
  return html`<div class="scroll"><table><caption>${caption}</caption><thead><tr><td></td>${columns.map((c) => html`<th scope="col" class="number">${c.label}</th>`)}</tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
};

const CHART = { narrowest: 340, month: 56, height: 190, foot: 28, head: 24, widest: 48 };

/** Columns for the months, each with its number above; the same numbers stand in a table below. */
const monthChart = (title: string, rows: Table['rows'], t: Translate): Html | undefined => {
  const months = rows.map((r) => ({ month: r.code, number: r.values.at(-1) ?? 0 }));
  if (months.every((m) => m.number === 0)) return undefined;
  const { narrowest, month, height, foot, head, widest } = CHART;
  const width = Math.max(narrowest, months.length * month);
  const most = Math.max(1, ...months.map((m) => m.number));
  const slot = width / months.length;
  const bar = Math.min(widest, slot * 0.6);
  const column = ({ month, number }: (typeof months)[number], i: number) => {
    const tall = (number / most) * (height - foot - head);
    const middle = slot * (i + 0.5);
    const box = {
      x: round(middle - bar / 2),
      y: round(height - foot - tall),
      width: round(bar),
      height: round(tall),
      rx: 3,
    };
    return html`<rect class="bar"${attributes(box)}/><text x="${round(middle)}" y="${round(height - foot - tall - 6)}" text-anchor="middle">${number}</text><text x="${round(middle)}" y="${height - 8}" text-anchor="middle">${t(`month.${Number(month.slice(5))}`)}</text>`;
  };
  const told = months.map((m) => `${m.month}: ${m.number}`).join('; ');
  return html`<figure class="card"><figcaption>${title}</figcaption><svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="chart-title chart-data"><title id="chart-title">${title}</title><desc id="chart-data">${told}</desc><line x1="0" x2="${width}" y1="${height - foot}" y2="${height - foot}"/>${months.map(column)}</svg></figure>`;
};

const round = (n: number): number => Math.round(n * 10) / 10;
