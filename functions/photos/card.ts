import { type Html, html } from '../../shared/html.ts';
import type { Translate } from '../../shared/i18n.ts';
import { MOST, nameAfter } from './rules.ts';
import type { PhotoView } from './schema.ts';
import { hasRoom } from './views.ts';

/** The photos of a report on its reporter's page: what is kept, what was refused and why, and the way to add one. */
export const photosCard = (
  of: { receipt: string; photos: PhotoView[] },
  sent: number | undefined,
  t: Translate,
): Html => {
  const { receipt, photos } = of;
  return html`<section class="card"><h2>${t('photo.title')}</h2>
${photos.length > 0 && html`<ul class="photos">${photos.map((p) => item(p, t))}</ul>`}
${hasRoom(photos) ? addForm(receipt, nameOfNext(photos, sent), t) : html`<p class="hint">${t('photo.full', { most: MOST })}</p>`}</section>`;
};

const item = ({ n, text, address, width = 1, height = 1 }: PhotoView, t: Translate): Html => {
  const name = t('photo.nth', { n });
  if (address === undefined) return html`<li class="quiet">${name}：${text}</li>`;
  return html`<li><a href="${address}"><img src="${address}" alt="${name}" width="${width}" height="${height}" loading="lazy"></a></li>`;
};

/** A form that is pressed twice asks for one place: it names the next photo after the last that was sent. */
const nameOfNext = (photos: PhotoView[], sent = 0): string => {
  const settled = photos.filter((p) => p.state !== 'expected').map((p) => p.n);
  return nameAfter(Math.max(sent, 0, ...settled));
};

const addForm = (receipt: string, name: string, t: Translate): Html =>
  html`<p class="hint">${t('photo.hint', { most: MOST })}</p>
<form action="/reports/${receipt}/photos?lang=${t.language}" method="post"><input type="hidden" name="photo" value="${name}"><p class="act"><button class="button plain" type="submit">${t('photo.add')}</button></p></form>`;
