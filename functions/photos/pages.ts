import type { Language } from '../../shared/fields.ts';
import { html } from '../../shared/html.ts';
import { translator } from '../../shared/i18n.ts';
import { page } from '../../shared/page.ts';
import { words } from '../../shared/words.ts';
import { messages } from './messages.ts';
import { MOST } from './rules.ts';
import type { Upload } from './schema.ts';

/** What the browser's own choice of files offers; what arrives is looked at all the same. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp';

/** The form that sends one photo straight to where photos are kept; it works without script. With it, the photo is made small first (web/public/photo.js). */
export const uploadPage = ({ url, fields }: Upload, back: string, language: Language): string => {
  const t = translator(language, messages, words);
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const body = html`<h1>${t('photo.add')}</h1>
<form class="form" action="${url}" method="post" enctype="multipart/form-data">${hidden}
<div class="field"><label for="file">${t('photo.choose')}</label><p class="hint" id="file-hint">${t('photo.hint', { most: MOST })}</p><input type="file" id="file" name="file" accept="${ACCEPTED}" aria-describedby="file-hint" required></div>
<p class="act"><button class="button primary" type="submit">${t('photo.send')}</button> <a class="button plain" href="${back}">${t('form.back')}</a></p></form><script src="/photo.js" defer></script>`;
  return page({
    language,
    title: t('photo.add'),
    path: '/status/',
    body,
    inLanguage: (l) => `${back.split('?')[0]}?lang=${l}`,
  });
};
