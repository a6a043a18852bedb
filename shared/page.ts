import type { FieldError } from './errors.ts';
import type { Language } from './fields.ts';
import { attributes, type Html, html } from './html.ts';
import { type Translate, translator } from './i18n.ts';
import { toProblem } from './problem.ts';
import type { Request } from './route.ts';
import { words } from './words.ts';

/** The shell of every page, whether a function answers it or the site's build writes it. */

export const LANGUAGES: readonly Language[] = ['zh', 'bo', 'en'];

const OWN_NAME: Record<Language, string> = { zh: '中文', bo: 'བོད་ཡིག', en: 'English' };

/** What `lang` attributes say. */
export const LANG_TAG: Record<Language, string> = { zh: 'zh-Hans-CN', bo: 'bo', en: 'en' };

/** The address of a page of the site in a language: Chinese at the root, the others under their code. */
export const sitePath = (language: Language, path: string): string =>
  language === 'zh' ? path : `/${language}${path}`;

export interface PageOptions {
  language: Language;
  title: string;
  body: Html;
  /** The page's path on the site (without a language); other languages are linked there. */
  path?: string;
  /** Where else the page stands in another language, as for pages that functions answer. */
  inLanguage?: (language: Language) => string;
  /** `desk` leaves out what only the public needs. */
  kind?: 'public' | 'desk';
  /** The page belongs to what a phone may install. */
  installable?: boolean;
}

/** A whole page. The markup carries no inline style or script, so that `style-src 'self'` holds. */
export const page = (options: PageOptions): string => `${pageStart(options)}${options.body.markup}${pageEnd(options)}`;

/** A page up to where its own content begins. */
export const pageStart = (options: Omit<PageOptions, 'body'>): string => {
  const { language, title, kind = 'public' } = options;
  const t = translator(language, words);
  return html`<!doctype html>
<html lang="${LANG_TAG[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="referrer" content="no-referrer">
<title>${title === t('site.name') ? title : `${title} · ${t('site.name')}`}</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/kora.css">${
    options.installable &&
    html`
<link rel="manifest" href="${sitePath(language, '/manifest.json')}">`
  }
</head>
<body class="${kind}">
<a class="skip" href="#content">${t('site.skip')}</a>
<header class="top"><div class="wide">
<a class="mark" href="${sitePath(language, kind === 'desk' ? '/desk/' : '/')}"><img src="/mark.svg" alt="" width="32" height="32"><span>${t(kind === 'desk' ? 'site.desk' : 'site.name')}</span></a>
${languageSwitch(options, t)}
</div></header>
${kind === 'public' && navigation(options, t)}
<main id="content" class="wide" tabindex="-1">
`.markup;
};

/** A page from the end of its own content. */
export const pageEnd = ({ language, kind = 'public' }: Pick<PageOptions, 'language' | 'kind'>): string => {
  const t = translator(language, words);
  const notices = html`<p class="strong">${t('site.emergency')}</p><p>${t('site.confidential')} <a href="${sitePath(language, '/privacy/')}">${t('site.privacy')}</a> · <a href="${sitePath(language, '/accessibility/')}">${t('site.accessibility')}</a></p>`;
  return html`
</main>
<footer class="foot"><div class="wide">${kind === 'public' && notices}<p>${t('site.times')}</p></div></footer>
</body>
</html>
`.markup;
};

const languageSwitch = (options: Omit<PageOptions, 'body'>, t: Translate): Html => {
  const at = options.inLanguage ?? ((l: Language) => sitePath(l, options.path ?? '/'));
  const link = (l: Language) =>
    html`<a href="${at(l)}" lang="${LANG_TAG[l]}" hreflang="${LANG_TAG[l]}"${attributes({ 'aria-current': l === options.language && 'true' })}>${OWN_NAME[l]}</a>`;
  return html`<nav class="languages" aria-label="${t('site.languages')}">${LANGUAGES.map(link)}</nav>`;
};

const SECTIONS = [
  ['/', 'site.home'],
  ['/report/', 'site.report'],
  ['/status/', 'site.status'],
  ['/tip/', 'site.tip'],
  ['/figures/', 'site.bulletin'],
] as const;

/** A section holds the pages below it; the first page is below none, and a page without a place in none. */
const isHere = (to: string, path = ''): boolean => (to === '/' ? path === to : path.startsWith(to));

const navigation = ({ language, path }: Omit<PageOptions, 'body'>, t: Translate): Html => {
  const link = ([to, key]: (typeof SECTIONS)[number]) =>
    html`<a href="${sitePath(language, to)}"${attributes({ 'aria-current': isHere(to, path) && 'page' })}>${t(key)}</a>`;
  return html`<nav class="sections" aria-label="${t('site.navigation')}"><div class="wide">${SECTIONS.map(link)}</div></nav>`;
};

/** What went wrong in the reader's language: the code's words, or those for anything else. */
export const problemText = (code: string, t: Translate): string =>
  t(t.has(`problem.${code}`) ? `problem.${code}` : 'problem.unknown');

/** The words for one wrong field; an unknown code is told by its own message in English, blandly in other languages. */
export const fieldErrorText = (error: Omit<FieldError, 'path'>, t: Translate): string => {
  if (t.has(`error.${error.code}`)) return t(`error.${error.code}`, { most: error.most ?? '' });
  return t.language === 'en' ? error.message : t('error.invalid');
};

/** The page that tells a browser what went wrong: title, what is wrong, which fields, the way back. */
export const errorPage = async (error: unknown, request: Partial<Request> & { raw: unknown }): Promise<string> => {
  const language = request.language ?? 'zh';
  const t = translator(language, words);
  const problem = toProblem(error, request.requestId);
  const title = problemText(problem.code, t);
  const fields = (problem.fields ?? []).map(
    (f) =>
      html`<li>${t.has(`field.${f.path}`) ? t(`field.${f.path}`) : f.path}${language === 'en' ? ': ' : '：'}${fieldErrorText(f, t)}</li>`,
  );
  const detail =
    language === 'en' && problem.code !== 'internal' && problem.detail !== `${title}.`
      ? html`<p>${problem.detail}</p>`
      : undefined;
  const body = html`<section class="card alarm" role="alert"><h1>${title}</h1>${detail}
${fields.length > 0 && html`<ul>${fields}</ul>`}
<p>${t('problem.way-back')}</p>
${problem.status >= 500 && problem.requestId !== undefined && html`<p class="quiet">${t('problem.reference', { id: problem.requestId })}</p>`}
<p><a class="button" href="${sitePath(language, '/')}">${t('site.home')}</a></p></section>`;
  return page({ language, title, body, inLanguage: request.address ? sameIn(request.address) : undefined });
};

/** The address of the same page, which a function answers, in another language. */
const sameIn = (address: string) => (language: Language) => {
  const { pathname, searchParams } = new URL(address, 'http://site');
  searchParams.set('lang', language);
  return `${pathname}?${searchParams}`;
};
