import type { Language } from '../../shared/fields.ts';
import { html } from '../../shared/html.ts';
import { page, problemText } from '../../shared/page.ts';
import { toProblem } from '../../shared/problem.ts';
import { listAddress } from './page.ts';
import { wordsIn } from './words.ts';

/** Where a printed code leads to nothing any more: what is wrong, and the way to the other stations. */
export const problemPage = async (error: unknown, { language = 'zh' }: { language?: Language }): Promise<string> => {
  const t = wordsIn(language);
  const title = problemText(toProblem(error).code, t);
  const body = html`<section class="card alarm" role="alert"><h1>${title}</h1>
<p><a class="button" href="${listAddress(language)}">${t('station.all')}</a></p></section>`;
  return page({ language, title, body, path: '/stations/', inLanguage: listAddress });
};
