import { type Html, html } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { weekLabel } from '../duty/week.ts';
import type { Figures } from './figures.ts';

/** Opened and closed rectifications a week, drawn as bars. Pure; colours are the page's own. */

const HEIGHT = 160;
const BAR = 10;
const STEP = 32;
const LEFT = 34;
const TOP = 24;

/** A picture with a text for those who cannot see it; its numbers stand in the table beside it too. */
export const chart = ({ byWeek, closingRate }: Figures, t: Translate): Html => {
  const most = Math.max(1, ...byWeek.flatMap((w) => [w.opened, w.closed]));
  const width = LEFT + STEP * Math.max(byWeek.length, 1);
  const rate = closingRate === undefined ? '–' : `${Math.round(closingRate * 100)}%`;
  const title = t('journal.chart.title', { rate });
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${TOP + HEIGHT + 40}" role="img" class="chart">
<title>${title}</title>
<text x="0" y="14" font-size="12">${title}</text>
<line x1="${LEFT}" y1="${TOP + HEIGHT}" x2="${width}" y2="${TOP + HEIGHT}" stroke="currentColor"/>
<text x="0" y="${TOP + 10}" font-size="10">${most}</text>
${byWeek.map((w, i) => bars(w, LEFT + STEP * i, most, t))}
${rates(byWeek)}
</svg>`;
};

/** The closing rate of each week's rectifications as a line, from none at the bottom to all at the top. */
const rates = (byWeek: Figures['byWeek']): Html => {
  const points = byWeek.flatMap(({ closingRate }, i) =>
    closingRate === undefined ? [] : `${LEFT + STEP * i + 4 + BAR},${TOP + Math.round((1 - closingRate) * HEIGHT)}`,
  );
  return html`<polyline class="rate" points="${points.join(' ')}" fill="none" stroke="currentColor" stroke-width="2"/>`;
};

const bars = ({ week, opened, closed }: Figures['byWeek'][number], x: number, most: number, t: Translate): Html => {
  const label = weekLabel(week);
  return html`<g><title>${t('journal.chart.week', { week: label, opened, closed })}</title>
${bar('opened', x + 4, opened / most, '0.35')}${bar('closed', x + 4 + BAR, closed / most, '1')}
<text x="${x + 4}" y="${TOP + HEIGHT + 16}" font-size="9">${weekLabel(week).slice(-3)}</text></g>`;
};

const bar = (name: string, x: number, share: number, opacity: string): Html => {
  const height = Math.round(share * HEIGHT);
  return html`<rect class="${name}" x="${x}" y="${TOP + HEIGHT - height}" width="${BAR}" height="${height}" fill="currentColor" fill-opacity="${opacity}"/>`;
};
