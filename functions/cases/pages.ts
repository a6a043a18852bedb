import { inputSchema } from '../../shared/body.ts';
import type { FieldError } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import type { JsonSchema } from '../../shared/form.ts';
import type { Option } from '../../shared/form-fields.ts';
import { formHtml } from '../../shared/form-html.ts';
import { localised } from '../../shared/form-labels.ts';
import { attributes, type Html, html, trusted } from '../../shared/html.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { page, sitePath } from '../../shared/page.ts';
import { spacedReceipt } from '../../shared/receipt.ts';
import { wallClock } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import type { OpenAction } from '../../shared/workflow/lifecycle.ts';
import { photosCard } from '../photos/card.ts';
import { messages as photoWords } from '../photos/messages.ts';
import type { CaseType } from './case-type.ts';
import type { ReceivedView, ReportView } from './schema.ts';

/** The pages that public functions answer to browsers. All of them work without script. */

/** A form that came back wrong: which action's, what was filled in, what is wrong with it. */
export interface Returned {
  action: string;
  values: unknown;
  errors: FieldError[];
}

const statusAddress = (receipt: string, language: Language): string => `/reports/${receipt}?lang=${language}`;

/** Where a reporter's action is posted to. */
export const actionAddress = (receipt: string, action: string, language: Language): string =>
  `/reports/${receipt}/actions/${action}?lang=${language}`;

const time = (moment: string): Html => html`<time datetime="${moment}">${wallClock(moment)}</time>`;

/** After a report: the receipt, what happens next and by when, how to keep it. */
export const receivedPage = (view: ReceivedView, language: Language): string => {
  const t = translator(language, photoWords, words);
  const body = html`<h1>${t('page.received')}</h1>
<section class="card good"><h2>${t('page.receipt')}</h2>
<p class="receipt">${spacedReceipt(view.receipt)}</p>
<p>${t('page.keep')}</p></section>
${nextCard(view, t)}
<p class="act"><a class="button" href="${statusAddress(view.receipt, language)}">${t('page.follow')}</a></p>
<p class="hint">${t('photo.later')}</p>`;
  return page({ language, title: t('page.received'), body, inLanguage: (l) => statusAddress(view.receipt, l) });
};

const nextCard = ({ next }: ReceivedView, t: Translate): Html | undefined =>
  next &&
  html`<section class="card"><h2>${t('page.next')}</h2><p>${next.text}</p>${next.by !== undefined && html`<p class="strong">${t('page.by', { time: wallClock(next.by) })}</p>`}</section>`;

/** What the reporter sees under the receipt; `returned` shows an action's form again with what is wrong in it, `sent` is the number of a photo that was sent just now. */
export const statusPage = (
  type: Pick<CaseType, 'messages' | 'way' | 'standsAt'>,
  view: ReportView,
  language: Language,
  { returned, sent }: { returned?: Returned; sent?: number } = {},
): string => {
  const t = translator(language, type.messages, photoWords, words);
  const body = html`<h1>${view.stage.text}</h1>
<p class="quiet line"><span>${view.number === undefined ? spacedReceipt(view.receipt) : t('page.number', { number: view.number })}</span><span>${t('page.received-at', { time: wallClock(view.receivedAt) })}</span></p>
<div class="two"><div>
${told(view)}
${nextCard(view, t)}
${steps(view, type, t)}
${rewards(view, t)}
${photosCard(view, sent, t)}
${actions(view, language, t, returned)}
</div><div>
${history(view, t)}
<section class="card"><h2>${t('page.held')}</h2>${factList(view.held)}<p><a href="${sitePath(language, '/privacy/')}">${t('site.privacy')}</a></p></section>
</div></div>`;
  return page({
    language,
    title: view.stage.text,
    path: '/status/',
    body,
    inLanguage: (l) => statusAddress(view.receipt, l),
  });
};

/** What was said to the reporter comes before everything else. */
const told = ({ told }: ReportView): Html[] =>
  told.map(
    ({ label, value }) => html`<section class="card good"><h2>${label}</h2><p class="lines">${value}</p></section>`,
  );

/** How far a report has come on its type's straight way; other ends stand in the place of the last stage. */
const steps = (view: ReportView, { way, standsAt = {} }: Pick<CaseType, 'way' | 'standsAt'>, t: Translate): Html => {
  const here = standsAt[view.stage.code] ?? view.stage.code;
  const at = way.indexOf(here);
  const ended = at < 0 || at === way.length - 1;
  const passed = at < 0 ? [...way.slice(0, 1), here] : way;
  const item = (code: string, i: number) => {
    const current = code === here;
    const name = current ? view.stage.text : t(t.has(`step.${code}`) ? `step.${code}` : `stage.${code}`);
    const state = current && !ended ? 'now' : i < at || ended ? 'done' : '';
    const told = state === '' ? undefined : html`<span class="unseen">（${t(`page.${state}`)}）</span>`;
    return html`<li${attributes({ class: state || undefined, 'aria-current': current && 'step' })}>${name}${told}</li>`;
  };
  return html`<section class="card"><h2>${t('page.progress')}</h2><ol class="steps">${passed.map(item)}</ol></section>`;
};

const history = ({ history }: ReportView, t: Translate): Html => {
  const item = (e: ReportView['history'][number]) => html`<li class="done">${e.text}${time(e.at)}</li>`;
  return html`<section class="card"><h2>${t('page.history')}</h2><ol class="steps">${[...history].reverse().map(item)}</ol></section>`;
};

const factList = (facts: { label: string; value: string }[]): Html =>
  html`<dl class="facts">${facts.map((f) => html`<dt>${f.label}</dt><dd>${f.value}</dd>`)}</dl>`;

const yuan = (fen: number): string => (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2);

const rewards = ({ rewards }: ReportView, t: Translate): Html | undefined => {
  if (rewards.length === 0) return undefined;
  const item = (r: ReportView['rewards'][number]) =>
    html`<p><strong>${r.text}</strong>${r.amountFen !== undefined && html` ${t('page.amount', { yuan: yuan(r.amountFen) })}`}${r.by !== undefined && html`<br>${t('page.by', { time: wallClock(r.by) })}`}</p>`;
  return html`<section class="card"><h2>${t('page.rewards')}</h2>${rewards.map(item)}</section>`;
};

const actions = (view: ReportView, language: Language, t: Translate, returned?: Returned): Html | undefined => {
  if (view.actions.length === 0) return undefined;
  const forms = view.actions.map((a) =>
    actionForm(a, view.receipt, language, returned?.action === a.action ? returned : undefined),
  );
  return html`<section class="card"><h2>${t('page.can-do')}</h2>${forms}</section>`;
};

const actionForm = (a: OpenAction, receipt: string, language: Language, returned?: Returned): Html => {
  const form = formHtml(a.input as JsonSchema, {
    action: actionAddress(receipt, a.action, language),
    method: 'post',
    language,
    submit: a.label,
    tone: a.tone,
    idPrefix: a.action,
    options: a.options,
    values: returned?.values,
    errors: returned?.errors,
  });
  return html`<details${attributes({ open: returned !== undefined })}><summary>${a.label}</summary>${trusted(form)}</details>`;
};

/** The form's schema of a case type with its words; what the site shows and what comes back with errors is one form. */
export const reportForm = (type: CaseType, language: Language): JsonSchema =>
  localised(inputSchema(type.report), translator(language, type.messages, words), type.type);

/** A report's form again, with the values kept and the errors at their fields. */
export const reportFormPage = (
  type: CaseType,
  filled: { values: unknown; errors: FieldError[]; options?: Record<string, Option[]> },
  language: Language,
): string => {
  const t = translator(language, type.messages, words);
  const title = t(`site.report.${type.type}`);
  const action = `/reports/${type.type}?lang=${language}`;
  const form = formHtml(reportForm(type, language), {
    ...filled,
    action,
    method: 'post',
    language,
    submit: t('form.submit'),
  });
  const body = html`<h1>${title}</h1><p>${t('page.mistyped')}</p>${trusted(form)}`;
  return page({ language, title: `${t('form.error')}${title}`, path: `/report/${type.type}/`, body });
};
