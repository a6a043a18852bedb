import type { FieldError } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import type { JsonSchema } from '../../shared/form.ts';
import { formHtml } from '../../shared/form-html.ts';
import { attributes, type Html, html, trusted } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { fieldErrorText, page, problemText } from '../../shared/page.ts';
import { toProblem } from '../../shared/problem.ts';
import { spacedReceipt } from '../../shared/receipt.ts';
import type { OpenAction } from '../../shared/workflow/lifecycle.ts';
import { FOLLOW, followForm, leaveLink, tipForm, withLanguage, wordsIn } from './form.ts';
import type { ReceivedTip, SenderView } from './view.ts';

/** The sender's pages. All of them work without script, and no address of theirs holds a receipt. */

/** Pages that a script may make easier to leave say so; on those that tell of errors the link alone does. */
export const LEAVE_POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

const LEAVE_SCRIPT = html`<script src="/leave.js" defer></script>`;

const shell = (t: Translate, title: string, inner: Html, scripted = true): string =>
  page({
    language: t.language,
    title,
    path: '/tip/',
    body: html`${leaveLink(t)}<h1>${title}</h1>${inner}${scripted && LEAVE_SCRIPT}`,
  });

/** The receipt, once. */
export const receivedPage = (view: ReceivedTip, language: Language): string => {
  const t = wordsIn(language);
  const inner = html`<section class="card good"><h2>${t('page.receipt')}</h2>
<p class="receipt">${spacedReceipt(view.receipt)}</p><p class="strong">${t('tip.keep')}</p></section>
<section class="card"><h2>${t('page.next')}</h2><p>${view.next.text}</p></section>`;
  return shell(t, t('tip.received'), inner);
};

/** A form that came back wrong. */
export interface Returned {
  action: string;
  values: unknown;
  errors: FieldError[];
}

/** What the sender sees; the receipt goes on from form to form as an unseen field. */
export const senderPage = (view: SenderView, receipt: string, language: Language, returned?: Returned): string => {
  const t = wordsIn(language);
  const inner = html`<p class="quiet">${t('tip.received-on', { date: view.receivedOn })}</p>
${view.outcome !== undefined && html`<p class="card">${t(`tip.outcome.${view.outcome}`)}</p>`}
${view.reward && html`<section class="card good"><h2>${t('tip.reward')}</h2><p>${view.reward.text}</p></section>`}
<section class="card"><h2>${t('tip.messages')}</h2>${messageList(view, t)}</section>
${view.actions.length > 0 && html`<section class="card"><h2>${t('page.can-do')}</h2>${view.actions.map((a) => actionForm(a, view, receipt, t, returned))}</section>`}
<p class="quiet">${t('tip.hidden')}</p>
<form action="${withLanguage(FOLLOW, language)}" method="post"><input type="hidden" name="receipt" value="${receipt}"><button class="button plain" type="submit">${t('tip.refresh')}</button></form>`;
  return shell(t, view.stage.text, inner, returned === undefined);
};

const messageList = ({ messages }: SenderView, t: Translate): Html => {
  if (messages.length === 0) return html`<p>${t('tip.messages.none')}</p>`;
  const item = (m: SenderView['messages'][number]) =>
    html`<li class="done"><strong>${t(`tip.from.${m.from}`)}</strong> <span class="lines">${m.text}</span><time datetime="${m.on}">${m.on}</time></li>`;
  return html`<ol class="steps">${messages.map(item)}</ol>`;
};

/** What each stage waits for stands open. */
const AWAITED: Record<string, string> = { asked: 'reply', claimable: 'claim' };

const actionForm = (a: OpenAction, { stage }: SenderView, receipt: string, t: Translate, returned?: Returned): Html => {
  const mine = returned?.action === a.action ? returned : undefined;
  const form = formHtml(a.input as JsonSchema, {
    action: withLanguage(`${FOLLOW}/${a.action}`, t.language),
    method: 'post',
    language: t.language,
    submit: a.label,
    tone: a.tone,
    idPrefix: a.action,
    hidden: { receipt },
    values: mine?.values,
    errors: mine?.errors,
    autocomplete: 'off',
  });
  const open = returned ? mine !== undefined : AWAITED[stage.code] === a.action;
  return html`<details${attributes({ open })}><summary>${a.label}</summary>${trusted(form)}</details>`;
};

/** The form again, with what was filled in and what is wrong with it. */
export const formAgainPage = (values: unknown, errors: FieldError[], language: Language): string => {
  const t = wordsIn(language);
  return shell(t, t('tip.title'), html`<p>${t('page.mistyped')}</p>${tipForm(t, { values, errors })}`, false);
};

/** What went wrong, with the way out and the way on. */
export const problemPage = (error: unknown, language: Language): string => {
  const t = wordsIn(language);
  const { code, fields = [] } = toProblem(error);
  const title = problemText(code, t);
  const wrong = fields.map((f) => html`<p>${fieldErrorText(f, t)}</p>`);
  return shell(
    t,
    title,
    html`<section class="card alarm" role="alert">${wrong}<p>${t('problem.way-back')}</p></section>${followForm(t)}`,
    false,
  );
};
