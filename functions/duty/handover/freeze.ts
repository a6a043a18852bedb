import { type Moment, now } from '../../../shared/time.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import { type LifeRecord, SYSTEM } from '../../../shared/workflow/lifecycle.ts';
import { create, load } from '../../../shared/workflow/store.ts';
import { weekBefore, whoIsOn } from '../rules.ts';
import type { Rota } from '../schema.ts';
import { rotasAndWeeks } from '../store.ts';
import { addWeeks, isWeek } from '../week.ts';
import { handover, handoverId } from './handover.ts';
import { frozen, isOver, servingIn, untilNoon } from './rules.ts';
import type { HandoverData } from './schema.ts';

/**
 * The record of a week of duty as it begins: whom the rota names, and who really served before. Pure. Undefined for a unit
 * whose rota has not begun, or whose weeks begin on another day by now.
 */
export const planned = (
  rota: Rota,
  week: string,
  before: HandoverData | undefined,
  at: Moment,
): LifeRecord<HandoverData> | undefined => {
  const turn = whoIsOn(rota, week);
  if (!isWeek(week, rota.week) || (turn.kind === 'gap' && turn.reason === 'not-begun')) return undefined;
  const from = before && (servingIn(before) ?? before.from);
  const data = frozen(rota.unit, turn, from, {
    noonIn: untilNoon(at, rota.week),
    over: isOver(week, rota.week, at),
  });
  return begin(handover, handoverId(rota.unit, week), data, { type: 'handed-over', at, by: SYSTEM });
};

/** The week before, where weeks began on another day until now. */
const lastOfOldDay = async (rota: Rota, week: string): Promise<HandoverData | undefined> => {
  const earlier = weekBefore(rota, week);
  if (earlier === addWeeks(week, -1)) return undefined;
  return (await load(handover, handoverId(rota.unit, earlier)))?.data;
};

/**
 * Freezes a week of duty of several units, each once however often it is asked; answers how many were new. One read of rota
 * and week before, and one conditional write, a unit.
 */
export const freezeWeek = async (units: string[], week: string, at: Moment = now()): Promise<number> => {
  const { rotas, weeks } = await rotasAndWeeks(units, addWeeks(week, -1));
  const known = new Map(weeks.map((w) => [w.data.unit, w.data]));
  const before = async (rota: Rota) => known.get(rota.unit) ?? (await lastOfOldDay(rota, week));
  const made = await Promise.all(
    rotas.map(async (rota) => {
      const record = planned(rota, week, await before(rota), at);
      return record !== undefined && (await create(handover, record)) === undefined;
    }),
  );
  return made.filter(Boolean).length;
};
