import { chooser, dateHtml, factsHtml, inLine, paragraphs } from '../../shared/article.ts';
import { inputSchema } from '../../shared/body.ts';
import type { FieldError } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { formHtml } from '../../shared/form-html.ts';
import { localised } from '../../shared/form-labels.ts';
import { attributes, type Html, html, trusted } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { newId } from '../../shared/ids.ts';
import { LANG_TAG, page, problemText } from '../../shared/page.ts';
import { toProblem } from '../../shared/problem.ts';
import type { Request } from '../../shared/route.ts';
import { areaChoices } from '../directory/around.ts';
import type { Asked } from './asked.ts';
import { complaintInput } from './schema.ts';
import type { Board } from './station.ts';
import type { NoticeList, PublicNotice } from './view.ts';
import { wordsIn } from './words.ts';

/** The public pages of notices. All of them work without script. */

type Filters = Partial<Pick<Asked, 'station' | 'area' | 'kind' | 'q' | 'page'>>;

const listAddress = (language: Language, filters: Filters = {}): string => {
  const given = Object.entries(filters).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]]));
  return `/notices?${new URLSearchParams([...given, ['lang', language]])}`;
};

const noticeAddress = (id: string, language: Language): string => `/notices/${id}?lang=${language}`;

const shell = (t: Translate, title: string, body: Html, inLanguage: (l: Language) => string): string =>
  page({ language: t.language, title, path: '/notices', body, inLanguage });

/** What is published and not over, with the form that finds among it. */
export const listPage = async (list: NoticeList, asked: Asked, language: Language, board?: Board): Promise<string> => {
  const t = wordsIn(language);
  const filters: Filters = { station: asked.station, area: asked.area, kind: asked.kind, q: asked.q || undefined };
  const body = html`<h1>${t('notices.title')}</h1>${board?.name !== undefined && html`<p class="strong"><a href="/stations/${board.id}?lang=${language}">${board.name}</a></p>`}<p>${t('notices.lead')}</p>
${asked.station !== undefined && html`<p><a href="${listAddress(language)}">${t('notices.all')}</a></p>`}
${await findForm(asked, t)}
${list.notices.length === 0 && html`<p class="card">${t('notices.none')}</p>`}
<ul class="queue">${list.notices.map((n) => row(n, t))}</ul>
${list.more && html`<p class="act"><a class="button plain" href="${listAddress(language, { ...filters, page: asked.page + 1 })}">${t('notices.more')}</a></p>`}`;
  return shell(t, t('notices.title'), body, (l) => listAddress(l, filters));
};

/** The language of a text where it is not the page's. */
const langOf = (n: PublicNotice, t: Translate) =>
  attributes({ lang: n.language === t.language ? undefined : LANG_TAG[n.language] });

const row = (n: PublicNotice, t: Translate): Html =>
  html`<li><a href="${noticeAddress(n.id, t.language)}"><span class="line"><strong${langOf(n, t)}>${n.title}</strong> <span class="tag">${n.kindText}</span></span>
${n.pay && html`<span class="line"><span>${n.pay.text}</span><span${langOf(n, t)}>${n.employer}</span></span>`}
<span class="line quiet"><span>${n.place ?? n.area.name}</span><span>${n.unit}</span><span>${t('notices.until', { date: n.lastDay })}</span></span></a></li>`;

const findForm = async ({ kind, area, q, station }: Asked, t: Translate): Promise<Html> => {
  const kinds = ['notice', 'job'].map((value) => ({ value, label: t(`choice.kind.${value}`) }));
  const areas = [{ value: '', label: t('notices.area.all') }, ...(await areaChoices(area, t.language))];
  return html`<form class="filters" action="/notices" method="get" role="search"><input type="hidden" name="lang" value="${t.language}">
${station !== undefined && html`<input type="hidden" name="station" value="${station}">`}
${chooser('kind', t('notices.kind'), [{ value: '', label: t('notices.kind.all') }, ...kinds], kind)}
${chooser('area', t('notices.area'), areas, area)}
<div class="field"><label for="q">${t('notices.q')}</label><input id="q" name="q" type="search" maxlength="60" autocomplete="off" value="${q ?? ''}"></div>
<p class="act"><button class="button" type="submit">${t('notices.find')}</button></p></form>`;
};

/** One notice, with the form to report it. */
export const noticePage = (n: PublicNotice, language: Language): string => {
  const t = wordsIn(language);
  const lang = langOf(n, t);
  const body = html`<p><a href="${listAddress(language)}">${t('notices.all')}</a></p>
<h1${lang}>${n.title}</h1><p class="line"><span class="tag">${n.kindText}</span></p>
<section class="card"${lang}>${paragraphs(n.body)}</section>
<section class="card">${factsHtml([
    [t('field.employer'), n.employer],
    [t('field.pay'), n.pay?.text],
    [t('field.openings'), n.openings],
    [
      t('field.for'),
      n.for &&
        inLine(
          n.for.map((f) => f.text),
          language,
        ),
    ],
    [t('field.place'), n.place],
    [t('notices.area'), n.area.name],
    [t('field.contact'), n.contact],
    [t('notices.last-day'), dateHtml(n.lastDay)],
    [t('notices.unit'), t('notices.verified', { unit: n.unit })],
  ])}<p class="quiet">${t('notices.published', { unit: n.unit, date: n.publishedOn })}${n.changedOn !== undefined && html` · ${t('notices.changed', { date: n.changedOn })}`}</p></section>
<details><summary>${t('notices.complain')}</summary>${complaintForm(n.id, t)}</details>`;
  return shell(t, n.title, body, (l) => noticeAddress(n.id, l));
};

const complaintForm = (id: string, t: Translate, filled: { values?: unknown; errors?: FieldError[] } = {}): Html =>
  trusted(
    formHtml(localised(inputSchema(complaintInput), t, 'complain'), {
      values: { once: newId() },
      ...filled,
      action: `/notices/${id}/complaints?lang=${t.language}`,
      method: 'post',
      language: t.language,
      submit: t('notices.complain'),
      tone: 'danger',
      idPrefix: 'complain',
    }),
  );

export const complainedPage = (language: Language): string => {
  const t = wordsIn(language);
  const body = html`<h1>${t('notices.complained')}</h1><section class="card good"><p>${t('notices.complained.text')}</p></section>
<p><a href="${listAddress(language)}">${t('notices.all')}</a></p>`;
  return shell(t, t('notices.complained'), body, (l) => listAddress(l));
};

/** What went wrong, and the way on; a complaint that is not right comes back with what was filled in. */
export const problemPage = async (error: unknown, request: Partial<Request> & { raw: unknown }): Promise<string> => {
  const language = request.language ?? 'zh';
  const t = wordsIn(language);
  const { code, fields = [] } = toProblem(error);
  const { id } = (request.params ?? {}) as { id?: string };
  const again = id !== undefined && request.raw !== undefined && fields.length > 0;
  const title = problemText(code, t);
  const body = html`<h1>${title}</h1>${again ? complaintForm(id, t, { values: request.raw, errors: fields }) : html`<section class="card alarm" role="alert"><p>${t('problem.way-back')}</p></section>`}
<p><a class="button" href="${listAddress(language)}">${t('notices.all')}</a></p>`;
  return shell(t, title, body, (l) => listAddress(l));
};
