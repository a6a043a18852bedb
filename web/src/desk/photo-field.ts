import type { Placed } from '../../../functions/photos/schema.ts';
import { newId } from '../browser/id.ts';
import { postPhoto } from '../browser/post-photo.ts';
import { shrink } from '../browser/shrink.ts';
import { element } from '../browser/words.ts';
import { get, post } from './api.ts';
import { t } from './text.ts';
import { reasonOf } from './trouble.ts';
import type { PhotoList, PhotoView } from './views.ts';

/** How often it is asked whether a photo was looked at, a second apart: that takes a moment, and minutes where much is sent. */
const ASKS = 40;

/** Lets a form's field for a photo take one: it is sent at once, and its number stands in the form once it is kept. */
export const offerPhoto = (field: HTMLElement, at: string): void => {
  const number = field.querySelector<HTMLInputElement>('input[type=hidden]');
  const label = field.querySelector('label');
  if (!number || !label) return;
  const input = element('input', { type: 'file', id: label.htmlFor, accept: 'image/*' });
  const told = element('p', { className: 'hint' }, number.value && t('desk.photo.added', { n: number.value }));
  told.setAttribute('role', 'status');
  field.append(input, told);
  field.hidden = false;
  const submit = field.closest('form')?.querySelector<HTMLButtonElement>('[type=submit]');

  const take = async (file: File): Promise<void> => {
    number.value = '';
    told.textContent = t('desk.photo.sending');
    const photo = await sent(at, file);
    if (photo?.state === 'kept') number.value = String(photo.n);
    told.textContent = wordsFor(photo);
  };
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    if (submit) submit.disabled = true;
    await take(file).catch((e) => {
      told.textContent = reasonOf(e);
    });
    if (submit) submit.disabled = false;
  });
};

/** What became of a photo, in words. */
export const wordsFor = (photo: PhotoView | undefined): string => {
  if (!photo) return t('desk.photo.unreadable');
  return photo.state === 'kept' ? t('desk.photo.added', { n: photo.n }) : photo.text;
};

/** Sends a photo and waits for what becomes of it; undefined for what is no picture. */
export const sent = async (at: string, file: File): Promise<PhotoView | undefined> => {
  const blob = await shrink(file);
  if (!blob) return undefined;
  const { n, upload } = await post<Placed>(at, { photo: newId() });
  if (upload && !(await postPhoto(upload, blob)).ok) throw new Error('not taken');
  return settled(at, n);
};

const settled = async (at: string, n: number): Promise<PhotoView | undefined> => {
  for (let ask = 1; ; ask++) {
    const found = (await get<PhotoList>(at)).photos.find((p) => p.n === n);
    if (found?.state !== 'expected' || ask === ASKS) return found;
    await new Promise((go) => setTimeout(go, 1000));
  }
};
