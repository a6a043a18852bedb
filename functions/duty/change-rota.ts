import { type Actor, holds, unitsOf } from '../../shared/auth.ts';
import { forbidden, isDomainError } from '../../shared/errors.ts';
import { type Moment, now } from '../../shared/time.ts';
import { gaps, remembered, shifts } from './changes.ts';
import { nextWeek } from './rules.ts';
import type { Rota, Shift, Turn } from './schema.ts';
import { mustRota, putRota } from './store.ts';

/** A change of a rota as it is shown before it is saved, and after. */
export interface Changed {
  rota: Rota;
  shifts: Shift[];
  gaps: Turn[];
  saved: boolean;
}

/** The rota as it would be, and who moves by it. */
export const previewOf = (before: Rota, after: Rota, at: Moment): Omit<Changed, 'saved'> => ({
  ...{ rota: after, shifts: shifts(before, after, at), gaps: gaps(after, nextWeek(after, at)) },
});

const ATTEMPTS = 4;

/**
 * Changes the rota of a unit by a pure edit, or only shows what it would do. Where somebody else's change comes in between it
 * is computed anew from theirs. Throws what the edit throws, and `stale` under lasting contention.
 */
export const changeRota = async (
  unit: string,
  preview: boolean,
  edit: (rota: Rota, at: Moment) => Rota,
): Promise<Changed> => {
  for (let attempt = 1; ; attempt++) {
    const at = now();
    const before = await mustRota(unit);
    const after = edit(before, at);
    const changed = previewOf(before, after, at);
    if (preview) return { ...changed, saved: false };
    try {
      return { ...changed, rota: await putRota(remembered(before, after, at)), saved: true };
    } catch (e) {
      if (!isDomainError(e, 'stale') || attempt === ATTEMPTS) throw e;
    }
  }
};

/** Throws `other-unit` for whoever is not of the unit. */
export const mustBelong = (actor: Actor, unit: string): void => {
  if (!unitsOf(actor).includes(unit)) throw forbidden('You do not belong to this unit.', 'other-unit');
};

export const isFirst = (actor: Actor, unit: string): boolean => holds(actor, unit, 'first-secretary');

/** Throws `not-first-secretary`. */
export const mustBeFirst = (actor: Actor, unit: string): void => {
  if (!isFirst(actor, unit)) throw forbidden('Only the first secretary may do this.', 'not-first-secretary');
};

/** For a person's own affairs: they themselves, or the first secretary for them. Throws `other-people`. */
export const mustBeFor = (actor: Actor, unit: string, who: string): void => {
  mustBelong(actor, unit);
  if (actor.id !== who && !isFirst(actor, unit)) throw forbidden('This is somebody else’s to decide.', 'other-people');
};
