import { type Actor, holds } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';

/** Throws `other-unit` for whoever is not of the unit. */
export const mustBelong = (actor: Actor, unit: string): void => {
  if (!holds(actor, unit)) throw forbidden('You do not belong to this unit.', 'other-unit');
};
