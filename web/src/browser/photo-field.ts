import { newId } from './id.ts';
import { MOST_PHOTOS, type WaitingPhoto } from './photo-box.ts';
import { shrink } from './shrink.ts';
import { element, say } from './words.ts';

/** The field of a report form where photos are chosen, looked at and taken out again. It is there with script only. */

export type Chosen = Pick<WaitingPhoto, 'id' | 'blob'>;

/** Puts the field before the consent; answers what asks for the photos that are chosen, once all of them are small. */
export const offerPhotos = (form: HTMLFormElement): (() => Promise<Chosen[]>) => {
  let chosen: Chosen[] = [];
  let work = Promise.resolve();
  if (!('createImageBitmap' in window)) return async () => [];
  const { field, input, list, told } = photoField();
  beforeConsent(form, field);

  const show = (words: string): void => {
    told.textContent = words;
    list.hidden = chosen.length === 0;
    list.replaceChildren(...chosen.map((photo, i) => preview(photo, i + 1, () => drop(photo))));
  };
  const drop = (photo: Chosen): void => {
    chosen = chosen.filter((c) => c !== photo);
    show(say('photos.count', { count: chosen.length }));
    input.focus();
  };
  const add = async (files: File[]): Promise<void> => {
    const taken = files.slice(0, MOST_PHOTOS - chosen.length);
    told.textContent = say('photos.shrinking');
    const small: Chosen[] = [];
    for (const file of taken) small.push(...(await made(file))); // one by one: phones have little memory
    chosen = [...chosen, ...small];
    show(outcome(chosen.length, taken.length - small.length, files.length - taken.length));
  };
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    work = work.then(() => add(files));
    input.value = ''; // the same file may be chosen again
  });
  return async () => {
    await work;
    return chosen;
  };
};

const made = async (file: File): Promise<Chosen[]> => {
  const blob = await shrink(file);
  return blob ? [{ id: newId(), blob }] : [];
};

const outcome = (count: number, unreadable: number, beyond: number): string =>
  [
    say('photos.count', { count }),
    ...(unreadable > 0 ? [say('photos.unreadable', { count: unreadable })] : []),
    ...(beyond > 0 ? [say('photos.too-many', { most: MOST_PHOTOS })] : []),
  ].join(' ');

const photoField = () => {
  const input = element('input', { type: 'file', id: 'photos', multiple: true, accept: 'image/*' });
  const hint = element('p', { className: 'hint', id: 'photos-hint' }, say('photos.hint', { most: MOST_PHOTOS }));
  const list = element('ul', { className: 'photos', hidden: true });
  const told = element('p', { className: 'hint' });
  const optional = element('span', { className: 'optional' }, say('form.optional'));
  const label = element('label', { htmlFor: input.id }, say('photos.choose'), optional);
  input.setAttribute('aria-describedby', hint.id);
  told.setAttribute('role', 'status');
  return { field: element('div', { className: 'field' }, label, hint, input, list, told), input, list, told };
};

const beforeConsent = (form: HTMLFormElement, field: HTMLElement): void => {
  const consent = form.elements.namedItem('consent');
  const place = consent instanceof HTMLElement ? consent.closest('.field') : form.querySelector('.act');
  if (place) place.before(field);
  else form.append(field);
};

const preview = ({ blob }: Chosen, n: number, drop: () => void): HTMLElement => {
  const address = URL.createObjectURL(blob);
  const picture = element('img', { src: address, alt: say('photos.nth', { n }) });
  picture.addEventListener('load', () => URL.revokeObjectURL(address));
  const button = element('button', { type: 'button', className: 'button plain' }, say('photos.drop'));
  button.setAttribute('aria-label', `${say('photos.drop')} ${say('photos.nth', { n })}`);
  button.addEventListener('click', drop);
  return element('li', {}, picture, button);
};
