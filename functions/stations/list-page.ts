import type { Language } from '../../shared/fields.ts';
import { attributes, type Html, html } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { page } from '../../shared/page.ts';
import type { Moment } from '../../shared/time.ts';
import { brokenTag, openTag, STYLES, stationAddress } from './page.ts';
import { facilityKind } from './schema.ts';
import type { StationView } from './views.ts';
import { wordsIn } from './words.ts';

/** The page that finds a station: by place, by what it has, open ones only; a script adds the order by distance. */

/** What was asked for, as it stands in the address. */
export interface Asked {
  q?: string;
  area?: string;
  facility?: string;
  open?: boolean;
  near?: string;
}

export const listPage = (stations: StationView[], asked: Asked, language: Language, at: Moment): string => {
  const t = wordsIn(language);
  const body = html`${STYLES}<h1>${t('station.list')}</h1><p>${t('station.list.text')}</p>
${searchForm(asked, t)}
<div role="status">${stations.length === 0 && html`<p class="card">${t('station.none')}</p>`}</div>
${stations.map((s) => stationCard(s, at, t))}<script src="/nearby.js" defer></script>`;
  const inLanguage = (l: Language) => `/stations?${new URLSearchParams({ ...textOf(asked), lang: l })}`;
  return page({ language, title: t('station.list'), body, path: '/stations/', inLanguage });
};

const textOf = ({ open, ...asked }: Asked): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...asked, open: open ? 'true' : undefined }).filter(
      (e): e is [string, string] => e[1] !== undefined,
    ),
  );

const searchForm = (asked: Asked, t: Translate): Html => {
  const option = (kind: string) =>
    html`<option value="${kind}"${attributes({ selected: asked.facility === kind })}>${t(`choice.kind.${kind}`)}</option>`;
  const kinds = facilityKind.options.filter((k) => k !== 'other');
  const kept = (name: 'area' | 'near') =>
    asked[name] !== undefined && html`<input type="hidden" name="${name}" value="${asked[name]}">`;
  return html`<form class="form" id="find" action="/stations" method="get"><input type="hidden" name="lang" value="${t.language}">${kept('area')}${kept('near')}
<div class="field"><label for="q">${t('station.words')}</label><input id="q" name="q" type="search" maxlength="60"${attributes({ value: asked.q })}></div>
<div class="field"><label for="facility">${t('station.wanted')}</label><select id="facility" name="facility"><option value="">${t('station.any')}</option>${kinds.map(option)}</select></div>
<div class="field"><label class="tick"><input type="checkbox" name="open" value="true"${attributes({ checked: asked.open })}><span>${t('station.open-only')}</span></label></div>
<p class="act"><button class="button" type="submit">${t('station.find')}</button><button class="button plain" type="button" id="near-me" hidden>${t('station.near-me')}</button></p><p class="hint" id="near-told" role="status" data-denied="${t('station.near-denied')}" data-asking="${t('station.near-asking')}"></p></form>`;
};

const stationCard = (s: StationView, at: Moment, t: Translate): Html => {
  const has = s.facilities.map((f) => html`<li>${f.text}${brokenTag(f, t)}</li>`);
  return html`<article class="card"><h2><a href="${stationAddress(s.id, t.language)}">${s.name}</a></h2>
<p>${openTag(s, at, t)}${s.distance !== undefined && html` ${t('station.distance', { distance: distanceText(s.distance, t, s.approximate !== undefined) })}`}</p>
${s.distance !== undefined && s.approximate !== undefined && html`<p class="quiet">${t('station.distance-unsure')}</p>`}
<p>${s.address}</p><ul class="has">${has}</ul></article>`;
};

/** Metres to the nearest ten, from one kilometre on with one decimal; whole kilometres to a place that is not exact. */
export const distanceText = (metres: number, t: Translate, unsure = false): string => {
  if (unsure) return t('station.kilometres', { count: Math.max(1, Math.round(metres / 1000)) });
  return metres < 1000
    ? t('station.metres', { count: Math.round(metres / 10) * 10 })
    : t('station.kilometres', { count: (metres / 1000).toFixed(1) });
};
