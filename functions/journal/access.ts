import type { Actor } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';
import { isInside } from './week/journal.ts';

/** What is told in a community stays in it: throws `other-unit` for everybody but its workers and first secretary. */
export const mustBeInside = (actor: Actor, unit: string): void => {
  if (!isInside(actor, unit)) throw forbidden('This is seen inside the community only.', 'other-unit');
};
