import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { QueuedMail } from '../../shared/mail.ts';

type Language = QueuedMail['mail']['language'];

/**
 * A queued mail as a message: plain text and the same as simple HTML. The Message-ID follows from the effect, so that a
 * mail sent twice is one mail to whoever receives it. Throws RangeError for a link that is not a web address.
 */
export const render = ({ effect, mail }: QueuedMail, from: string): SendMailOptions => {
  const link = mail.link && { ...mail.link, url: webAddress(mail.link.url) };
  return {
    from: { name: 'Kora', address: from },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: link ? `${mail.text}\n\n${link.label}\n${link.url}\n` : `${mail.text}\n`,
    html: page(mail.subject, [...paragraphs(mail.text), ...(link ? [button(link)] : [])], mail.language),
    messageId: messageId(effect, from),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
  };
};

/** The Message-ID of an effect's mail: the same at every try. */
export const messageId = (effect: string, from: string): string =>
  `<${createHash('sha256').update(effect).digest('hex').slice(0, 40)}@${from.split('@').at(-1)}>`;

const webAddress = (url: string): string => {
  const parsed = URL.parse(url);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
    throw new RangeError('a link in a mail must be a web address');
  return parsed.href;
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (s: string): string => s.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

const paragraphs = (text: string): string[] =>
  text
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((p) => p.trim())
    .filter((p) => p !== '')
    .map((p) => `<p>${escaped(p).replace(/\r?\n/g, '<br>')}</p>`);

const BUTTON =
  'display:inline-block;padding:12px 20px;background:#0b5d3b;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:bold';

/** The address stands below in full: where the button does not work, it can be copied. */
const button = ({ label, url }: { label: string; url: string }): string =>
  `<p><a href="${escaped(url)}" style="${BUTTON}">${escaped(label)}</a></p>
<p style="font-size:14px;color:#4a4a4a;word-break:break-all">${escaped(url)}</p>`;

const LOCALE: Record<Language, string> = { zh: 'zh-CN', bo: 'bo', en: 'en' };
const BODY =
  "margin:0;padding:24px;max-width:40em;font-family:system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Microsoft Himalaya','Noto Serif Tibetan',sans-serif;font-size:16px;line-height:1.6;color:#1c1c1c;background:#ffffff";

const page = (title: string, parts: string[], language: Language): string => `<!doctype html>
<html lang="${LOCALE[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
</head>
<body style="${BODY}">
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
