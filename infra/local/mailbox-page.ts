import { html } from '../../shared/html.ts';
import { translator } from '../../shared/i18n.ts';
import { page } from '../../shared/page.ts';
import { wallClock, ZONE } from '../../shared/time.ts';
import type { ReceivedMail } from './mailbox.ts';
import type { languageOf } from './reply.ts';
import { words } from './words.ts';

type Language = ReturnType<typeof languageOf>;

/** The mailbox of this machine, newest first; `to` narrows it to one address. */
export const mailboxPage = (language: Language, mails: ReceivedMail[], to?: string): string => {
  const t = translator(language, words);
  const title = to ? t('mail.of', { to }) : t('mail.title');
  const all = to !== undefined && html`<p><a href="${`/local/mailbox?lang=${language}`}">${t('mail.all')}</a></p>`;
  const shown = mails.toReversed().map((m) => mailCard(m, language, t('mail.to')));
  const body = html`<h1>${title}</h1><p class="quiet">${t('mail.text')}</p>${all}
${shown.length > 0 ? shown : html`<p>${t('mail.none')}</p>`}`;
  const inLanguage = (l: Language) => `?${new URLSearchParams({ ...(to ? { to } : {}), lang: l })}`;
  return page({ language, title, body, kind: 'desk', inLanguage });
};

const mailCard = (m: ReceivedMail, language: Language, toLabel: string) => {
  const address = (to: string) =>
    html`<a href="${`/local/mailbox?${new URLSearchParams({ to, lang: language })}`}">${to}</a> `;
  return html`<article class="card" id="mail-${m.number}"><h2>${m.subject}</h2>
<p class="quiet"><time datetime="${m.at}">${wallClock(m.at)} ${ZONE}</time> · ${toLabel} ${m.to.split(', ').map(address)}</p>
${paragraphs(m.text)}</article>`;
};

/** The plain text, with its links made to be followed. */
const paragraphs = (text: string) =>
  text
    .split(/\n\s*\n/)
    .filter((p) => p.trim() !== '')
    .map((p) => html`<p>${p.trim().split('\n').map(line)}</p>`);

const line = (text: string) =>
  html`${text.split(/(https?:\/\/[^\s<>"]+)/).map((part, i) => (i % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))}<br>`;
