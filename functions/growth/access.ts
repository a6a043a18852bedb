import { type Actor, holds, leads } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';
import { type Mentorship, sees } from './mentorship/mentorship.ts';

/** Who may see what of how people grow; who may act is in the action tables. */

/** Throws `other-unit` for everybody but the community's workers and first secretary. */
export const mustBeInside = (actor: Actor, unit: string): void => {
  if (!holds(actor, unit, 'worker', 'first-secretary'))
    throw forbidden('This is seen inside the community only.', 'other-unit');
};

export const isFirst = (actor: Actor, unit: string): boolean => holds(actor, unit, 'first-secretary');

/** Throws `not-first-secretary`. */
export const mustBeFirst = (actor: Actor, unit: string): void => {
  if (!isFirst(actor, unit)) throw forbidden('Only the first secretary may do this.', 'not-first-secretary');
};

/** Throws `not-on-duty` unless the actor leads the unit now. */
export const mustLead = (actor: Actor, unit: string): void => {
  if (!leads(actor, unit))
    throw forbidden('Only the secretary on duty, or the first secretary, may do this.', 'not-on-duty');
};

/** What a pair tells each other: throws `other-unit` for strangers, `not-yours` for colleagues. */
export const mustSeePair = (actor: Actor, { data }: Mentorship): void => {
  mustBeInside(actor, data.unit);
  if (!sees(actor, data)) throw forbidden('Only the two of them and the first secretary see this.', 'not-yours');
};

/** Whose record the actor reads: their own, or, as first secretary, anybody's of the community. */
export const mustSeeRecord = (actor: Actor, unit: string, person: string): void => {
  mustBeInside(actor, unit);
  if (person !== actor.id && !isFirst(actor, unit)) throw forbidden('This record is somebody else’s.', 'not-yours');
};
