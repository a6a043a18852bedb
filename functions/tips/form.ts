import { inputSchema } from '../../shared/body.ts';
import type { FieldError } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { formHtml } from '../../shared/form-html.ts';
import { localised } from '../../shared/form-labels.ts';
import { type Html, html, trusted } from '../../shared/html.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { countyOptions } from './counties.ts';
import { messages } from './messages.ts';
import { pageMessages } from './page-messages.ts';
import { tipReport } from './schema.ts';

/** The forms of the sender, for the site and for the pages that functions answer. Free of any SDK. */

export const wordsIn = (language: Language): Translate => translator(language, messages, pageMessages, words);

/** Where a tip-off is followed: the receipt goes there in the body, never in the address. */
export const FOLLOW = '/tips/follow';

/** Where somebody goes who has to leave: a page that anybody looks at. */
const ELSEWHERE = 'https://www.weather.com.cn/';

/** The way out. A script lets it take the page's place, so that the way back does not lead here, and tells of the key; see web/public/leave.js. */
export const leaveLink = (t: Translate): Html =>
  html`<p class="leave"><a class="button danger" id="leave" href="${ELSEWHERE}" rel="noreferrer">${t('tip.leave')}<span id="leave-key" hidden>${t('tip.leave.key')}</span></a></p>`;

export const withLanguage = (address: string, language: Language): string => `${address}?lang=${language}`;

/** The report form with its words. */
export const tipForm = (t: Translate, filled: { values?: unknown; errors?: FieldError[] } = {}): Html =>
  trusted(
    formHtml(localised(inputSchema(tipReport), t, 'tip'), {
      ...filled,
      action: withLanguage('/reports/tip', t.language),
      method: 'post',
      language: t.language,
      submit: t('tip.submit'),
      autocomplete: 'off',
      options: { county: countyOptions(t.language) },
    }),
  );

/** The form that asks for a receipt. */
export const followForm = (t: Translate): Html => {
  const receipt = { type: 'string', title: t('field.receipt'), inputmode: 'numeric', maxLength: 40 };
  const schema = { type: 'object', required: ['receipt'], properties: { receipt } };
  return trusted(
    formHtml(schema, {
      action: withLanguage(FOLLOW, t.language),
      method: 'post',
      language: t.language,
      submit: t('tip.find'),
      autocomplete: 'off',
      tone: 'plain',
      idPrefix: 'follow',
    }),
  );
};
