import { invalidField } from '../../shared/errors.ts';
import type { Subject } from './schema.ts';
import { photosOf } from './store.ts';

/** Throws `invalid-input` where the photo that is named as evidence is not kept; nothing where none is named. */
export const mustHavePhoto = async (subject: Subject, photo: unknown): Promise<void> => {
  if (photo === undefined) return;
  const found = (await photosOf(subject)).find((p) => String(p.n) === photo);
  if (found?.state !== 'kept') throw invalidField('photo', 'photo-not-kept', 'is not kept, or not looked at yet');
};
