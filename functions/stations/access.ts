import { type Actor, holds, unitsOf } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';
import { ancestors } from '../directory/lookup.ts';

/** Who may see and change what of stations: the unit that keeps one, and the administrators of what stands above it. */

/** Whether the actor is an administrator of the unit or of one above it. */
export const administers = async (actor: Actor, unit: string): Promise<boolean> => {
  const own = unitsOf(actor, 'admin');
  return own.length > 0 && [unit, ...(await ancestors(unit))].some((id) => own.includes(id));
};

/** Whoever keeps a unit's stations: its people, but for those who only read tip-offs. */
const isKeeper = (actor: Actor, unit: string): boolean =>
  holds(actor, unit, 'worker', 'first-secretary', 'responder', 'official', 'approver', 'admin');

/** Throws `other-unit`. */
export const mustKeep = async (actor: Actor, unit: string): Promise<void> => {
  if (!isKeeper(actor, unit) && !(await administers(actor, unit)))
    throw forbidden('Only the unit that keeps the station may do this.', 'other-unit');
};

/** Whoever leads a unit may add a station to it. */
export const mayAdd = (actor: Actor, unit: string): boolean =>
  holds(actor, unit, 'first-secretary', 'official', 'admin');

/** Throws `forbidden`. */
export const mustBeAllowedToAdd = async (actor: Actor, unit: string): Promise<void> => {
  if (!mayAdd(actor, unit) && !(await administers(actor, unit))) throw forbidden('Your role does not allow this.');
};

/** The units whose stations are the actor’s to keep. */
export const keptBy = (actor: Actor): string[] => unitsOf(actor).filter((unit) => isKeeper(actor, unit));
