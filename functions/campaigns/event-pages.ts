import { chooser, dateHtml, type Fact, factsHtml, paragraphs } from '../../shared/article.ts';
import type { Language } from '../../shared/fields.ts';
import { attributes, type Html, html } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { LANG_TAG, page } from '../../shared/page.ts';
import { areaChoices } from '../directory/around.ts';
import { eventKind } from './event/schema.ts';
import type { PublicEventView } from './event/view.ts';
import { wordsIn } from './words.ts';

/** The public pages of events and exhibitions. All of them work without script. */

interface Asked {
  kind?: string;
  area?: string;
}

export const eventListAddress = (language: Language, { kind, area }: Asked = {}): string =>
  `/events?${new URLSearchParams({ ...(kind ? { kind } : {}), ...(area ? { area } : {}), lang: language })}`;

const eventAddress = (id: string, language: Language): string => `/events/${id}?lang=${language}`;

const langOf = (e: PublicEventView, t: Translate) =>
  attributes({ lang: e.language === t.language ? undefined : LANG_TAG[e.language] });

const period = ({ kind, first, last }: PublicEventView, t: Translate): string => {
  if (kind === 'exhibition') return t('events.until', { date: last });
  return first === last ? first : t('campaign.period', { from: first, until: last });
};

/** Events as rows that lead to their pages. */
export const eventRows = (events: PublicEventView[], t: Translate): Html => {
  const row = (e: PublicEventView) =>
    html`<li><a href="${eventAddress(e.id, t.language)}"><span class="line"><strong${langOf(e, t)}>${e.title}</strong> <span class="tag">${e.kindText}</span> <span class="tag">${e.stageText}</span></span>
<span class="line quiet"><span>${period(e, t)}</span>${hours(e) !== undefined && html`<span>${hours(e)}</span>`}<span>${e.place}</span>${e.free && html`<span>${t('event.free')}</span>`}</span></a></li>`;
  return html`<ul class="queue">${events.map(row)}</ul>`;
};

const hours = ({ opens, closes }: PublicEventView): string | undefined =>
  opens === undefined ? undefined : `${opens}–${closes}`;

export const eventListPage = async (events: PublicEventView[], asked: Asked, language: Language): Promise<string> => {
  const t = wordsIn(language);
  const kinds = eventKind.options.map((value) => ({ value, label: t(`choice.kind.${value}`) }));
  const areas = [{ value: '', label: t('events.area.all') }, ...(await areaChoices(asked.area, language))];
  const body = html`<h1>${t('events.title')}</h1><p>${t('events.lead')}</p>
<form class="filters" action="/events" method="get" role="search"><input type="hidden" name="lang" value="${language}">
${chooser('kind', t('events.kind'), [{ value: '', label: t('events.kind.all') }, ...kinds], asked.kind)}
${chooser('area', t('events.area'), areas, asked.area)}
<p class="act"><button class="button" type="submit">${t('events.find')}</button></p></form>
${events.length === 0 && html`<p class="card">${t('events.none')}</p>`}
${eventRows(events, t)}
<p class="act"><a class="button plain" href="/events/calendar.ics?lang=${language}">${t('events.calendar')}</a></p>`;
  return page({ language, title: t('events.title'), body, inLanguage: (l) => eventListAddress(l, asked) });
};

/** One event; of an exhibition, above all until when and at which hours it is open, and that it costs nothing. */
export const eventPage = (e: PublicEventView, language: Language): string => {
  const t = wordsIn(language);
  const isCancelled = e.stage === 'cancelled';
  const body = html`<p><a href="${eventListAddress(language)}">${t('events.all')}</a></p>
<h1${langOf(e, t)}>${e.title}</h1><p class="line"><span class="tag">${e.kindText}</span> <span class="tag">${e.stageText}</span></p>
${isCancelled && html`<section class="card alarm"><p class="strong">${t('event.stage.cancelled')}</p><p>${e.reason}</p></section>`}
<section class="card"${langOf(e, t)}>${paragraphs(e.about)}</section>
<section class="card">${factsHtml([
    ...whenFacts(e, t),
    [t('field.place'), `${e.area.name} ${e.place}`],
    [t('events.entry'), t(e.free ? 'event.free' : 'event.paid')],
    [t('field.contact'), e.contact],
    [t('events.unit'), e.unit],
  ])}</section>
${e.campaign !== undefined && html`<p><a href="/campaigns/${e.campaign}?lang=${language}">${t('events.campaign')}</a></p>`}
<p class="act"><a class="button plain" href="/events/calendar.ics?lang=${language}">${t('events.calendar')}</a></p>`;
  return page({ language, title: e.title, body, inLanguage: (l) => eventAddress(e.id, l) });
};

/** An exhibition has opening hours and a closing date; whatever else is on a day, or several, at an hour. */
const whenFacts = (e: PublicEventView, t: Translate): Fact[] => {
  const { kind, first, last, stage, closedText } = e;
  const open = [hours(e), closedText].filter((x) => x !== undefined);
  if (kind === 'exhibition')
    return [
      [t('field.first'), stage === 'announced' ? dateHtml(first) : undefined],
      [t('events.last-day'), dateHtml(last)],
      [t('events.open'), open.length > 0 ? open.join(t.language === 'zh' ? '，' : ', ') : undefined],
    ];
  const through = html`${dateHtml(first)}${first !== last && html` – ${dateHtml(last)}`}`;
  return [[t('campaign.when'), html`${through} ${open.join(' ')}`]];
};
