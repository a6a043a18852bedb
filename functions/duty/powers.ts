import { type Actor, unitsOf } from '../../shared/auth.ts';
import { type Moment, now, ZONE } from '../../shared/time.ts';
import { load } from '../../shared/workflow/store.ts';
import { handover, handoverId } from './handover/handover.ts';
import { servingIn } from './handover/rules.ts';
import { presentWeek, whoIsOn } from './rules.ts';
import { getRota } from './store.ts';

/**
 * Who is duty secretary of a unit at an instant: by the frozen week and its stand-ins; between the week's beginning and its
 * freezing, whom the rota names. Undefined where nobody is.
 */
export const onDutyIn = async (unit: string, at: Moment): Promise<string | undefined> => {
  const rota = await getRota(unit);
  if (!rota) return undefined;
  const week = presentWeek(rota, at);
  const record = await load(handover, handoverId(unit, week));
  if (record) return servingIn(record.data);
  const turn = whoIsOn(rota, week);
  return turn.kind === 'turn' ? turn.who : undefined;
};

/**
 * The actor with the powers they have at this moment: in `onDuty` the units they are duty secretary of now. Two reads for each
 * unit in which they are a worker. `leads` of shared/auth.ts then says whether they lead a unit.
 */
export const withDuty = async (actor: Actor, at: Moment = now()): Promise<Actor> => {
  const units = unitsOf(actor, 'worker', 'first-secretary');
  const serving = await Promise.all(units.map((u) => onDutyIn(u, at)));
  return { ...actor, onDuty: units.filter((_, i) => serving[i] === actor.id) };
};

/** The zone on whose wall clock a unit works. */
export const zoneOf = async (unit: string): Promise<string> => (await getRota(unit))?.week.zone ?? ZONE;
