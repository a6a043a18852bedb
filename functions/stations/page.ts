import type { FieldError } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { attributes, type Html, html, trusted } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { page } from '../../shared/page.ts';
import { phoneLink, shownPhone } from '../../shared/phone.ts';
import { dateOf, type Moment, wallClock } from '../../shared/time.ts';
import { faultForm } from './fault/form.ts';
import { ALL_DAY, CLOSED, type Weekday, weekday } from './schema.ts';
import type { ShownFacility, StationView } from './views.ts';
import { wordsIn } from './words.ts';

/** The public page of a station; it works without script. */

export const stationAddress = (id: string, language: Language, below = ''): string =>
  `/stations/${id}${below}?lang=${language}`;

/** Where all stations are found. */
export const listAddress = (language: Language): string => `/stations?lang=${language}`;

export const STYLES = html`<link rel="stylesheet" href="/station.css">`;

/** A fault form that came back wrong. */
export interface Returned {
  values: unknown;
  errors: FieldError[];
}

export const stationPage = (
  station: StationView,
  language: Language,
  { at, today, returned }: { at: Moment; today: Weekday; returned?: Returned },
): string => {
  const t = wordsIn(language);
  const body = html`${STYLES}<h1>${station.name}</h1>
<p>${openTag(station, at, t)}</p>
<div class="two"><div>
<section class="card"><h2>${t('station.has')}</h2><ul class="facilities">${station.facilities.map((f) => facilityItem(f, t))}</ul></section>
${helpCard(station, t)}
${faultCard(station, t, returned)}
</div><div>
${whereCard(station, t)}
${hoursCard(station, today, t)}
<p class="act"><a class="button plain" href="${listAddress(language)}">${t('station.all')}</a></p>
<p class="quiet"><a href="${stationAddress(station.id, language, '/sheet')}">${t('station.sheet')}</a></p>
</div></div>`;
  const title = returned ? `${t('form.error')}${station.name}` : station.name;
  return page({ language, title, body, path: '/stations/', inLanguage: (l) => stationAddress(station.id, l) });
};

/** `18:30` today, with its date otherwise. */
export const timeFrom = (moment: Moment, at: Moment): string => {
  const [date, time = ''] = wallClock(moment).split(' ');
  return date === dateOf(at) ? time : `${date?.slice(5)} ${time}`;
};

/** Open or closed, and until when. */
export const openTag = ({ open }: Pick<StationView, 'open'>, at: Moment, t: Translate): Html => {
  const [key, moment] = open.now
    ? [open.until === undefined ? 'open-always' : 'open-until', open.until]
    : [open.from === undefined ? 'closed' : 'closed-until', open.from];
  const time = moment === undefined ? '' : timeFrom(moment, at);
  return html`<strong class="state ${open.now ? 'open' : 'shut'}">${t(`station.${key}`, { time })}</strong>`;
};

export const brokenTag = ({ broken }: ShownFacility, t: Translate): Html | undefined =>
  broken && html`<strong class="state shut">${t(`station.${brokenAs(broken)}`)}</strong>`;

const brokenAs = ({ unsafe, extent }: NonNullable<ShownFacility['broken']>): string => {
  if (unsafe) return 'unsafe';
  return extent === 'all' ? 'broken' : 'broken-some';
};

const facilityItem = (f: ShownFacility, t: Translate): Html => {
  const more = [f.count === undefined ? undefined : t('station.count', { count: f.count }), f.note]
    .filter(Boolean)
    .join(' · ');
  return html`<li><span>${f.text}${more !== '' && html` <span class="quiet">${more}</span>`}</span>${brokenTag(f, t)}${f.broken && brokenSince(f.broken, t)}</li>`;
};

const brokenSince = ({ since, count, acknowledged }: NonNullable<ShownFacility['broken']>, t: Translate): Html => {
  const told = t('station.broken-since', { time: wallClock(since).slice(5), count });
  return html`<span class="quiet">${told}${acknowledged && html` · ${t('station.seen-to')}`}</span>`;
};

const helpCard = (station: StationView, t: Translate): Html =>
  html`<section class="card"><h2>${t('station.help')}</h2><p>${t('station.help.text')}</p>
<p class="act"><a class="button" href="${stationAddress(station.id, t.language, '/help')}">${t('station.help')}</a><a class="button plain" href="/notices?station=${station.id}&lang=${t.language}">${t('station.notices')}</a></p></section>`;

const faultCard = (station: StationView, t: Translate, returned?: Returned): Html => {
  if (station.facilities.length === 0) return html``;
  return html`<section class="card" id="fault"><h2>${t('station.report-fault')}</h2>${trusted(faultForm(station, t, returned))}</section>`;
};

const whereCard = (s: StationView, t: Translate): Html => {
  const at = s.coordinates && `${s.coordinates.latitude}, ${s.coordinates.longitude}`;
  const facts: [string, string | Html | undefined][] = [
    ['station.address', s.address],
    ['station.serves', s.serves.join('、') || undefined],
    ['station.post', s.post?.name],
    ['station.phone', s.phone && html`<a href="${phoneLink(s.phone)}">${shownPhone(s.phone)}</a>`],
    ['station.kept-by', s.unit.name],
    [
      'station.coordinates',
      at && html`${at}${s.approximate !== undefined && html` <span class="quiet">${t('station.approximate')}</span>`}`,
    ],
  ];
  const shown = facts.map(([key, value]) => value && html`<dt>${t(key)}</dt><dd>${value}</dd>`);
  return html`<section class="card"><h2>${t('station.where')}</h2><dl class="facts">${shown.map((f) => f || undefined)}</dl>${s.approximate !== undefined && html`<p class="quiet">${s.approximate}</p>`}</section>`;
};

export const dayText = (day: string, t: Translate): string => {
  if (day === CLOSED) return t('station.day-closed');
  return day === ALL_DAY ? t('station.day-all') : day.replaceAll(',', ' ').replaceAll('-', '–');
};

const hoursCard = (s: StationView, today: Weekday, t: Translate): Html => {
  const row = (day: Weekday) =>
    html`<tr${attributes({ class: day === today && 'today' })}><th scope="row">${t(`field.${day}`)}${day === today && html` <span class="quiet">${t('station.today')}</span>`}</th><td>${dayText(s.hours[day], t)}</td></tr>`;
  const closings = s.closings.map(
    (c) => html`<li>${c.from === c.to ? c.from : `${c.from} – ${c.to}`} ${c.reason}</li>`,
  );
  return html`<section class="card"><h2>${t('station.hours')}</h2><table class="hours">${weekday.options.map(row)}</table>
${s.holidays === 'closed' && html`<p>${t('station.holidays-closed')}</p>`}
${closings.length > 0 && html`<h3>${t('station.closings')}</h3><ul>${closings}</ul>`}</section>`;
};
