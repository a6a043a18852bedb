import { isDomainError } from '../../../shared/errors.ts';
import { type Moment, now } from '../../../shared/time.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import { type LifeRecord, SYSTEM } from '../../../shared/workflow/lifecycle.ts';
import { create, load } from '../../../shared/workflow/store.ts';
import { type LocalDays, NO_LOCAL_DAYS } from '../../../shared/working-days.ts';
import { localDaysOfAll } from '../../directory/local-days.ts';
import { compacted, weekBefore, whoIsOn } from '../rules.ts';
import type { Rota } from '../schema.ts';
import { putRota, rotasAndWeeks } from '../store.ts';
import { addWeeks, isWeek, weeksBetween } from '../week.ts';
import { handover, handoverId } from './handover.ts';
import { frozen, isOver, servingIn, untilNoon } from './rules.ts';
import type { HandoverData } from './schema.ts';

/** Whether a week is one of the rota's: it has begun by then, and its weeks begin on that day. */
const hasWeek = (rota: Rota, week: string): boolean => isWeek(week, rota.week) && week >= rota.anchor.week;

/**
 * The record of a week of duty as it begins: whom the rota names, and who really served before. Pure. Undefined for a unit
 * whose rota has not begun, or whose weeks begin on another day by now.
 */
export const planned = (
  rota: Rota,
  week: string,
  before: HandoverData | undefined,
  at: Moment,
  local: LocalDays = NO_LOCAL_DAYS,
): LifeRecord<HandoverData> | undefined => {
  if (!hasWeek(rota, week)) return undefined;
  const turn = whoIsOn(rota, week);
  const from = before && (servingIn(before) ?? before.from);
  const data = frozen(rota.unit, turn, from, {
    noonIn: untilNoon(at, rota.week, local),
    over: isOver(week, rota.week, at),
  });
  return begin(handover, handoverId(rota.unit, week), data, { type: 'handed-over', at, by: SYSTEM });
};

/** Weeks before one that are frozen with it where they are missing; what was missed longer ago stays without a record. */
const MOST_MISSED = 8;

/** The week before one: as it was frozen, or where that was missed, frozen now, so that weeks follow each other in order. */
const weekBeforeOf = async (rota: Rota, week: string, at: Moment, most: number): Promise<HandoverData | undefined> => {
  const earlier = weekBefore(rota, week);
  const kept = await load(handover, handoverId(rota.unit, earlier));
  if (kept || most === 0) return kept?.data;
  if (!hasWeek(rota, earlier)) return undefined;
  const record = planned(rota, earlier, await weekBeforeOf(rota, earlier, at, most - 1), at);
  if (record) await create(handover, record);
  return record?.data;
};

/**
 * Freezes a week of duty of several units, each once however often it is asked, and before it those that were missed; answers
 * how many were new. One read of rota and week before, one of the calendar, and one conditional write, a unit.
 */
export const freezeWeek = async (units: string[], week: string, at: Moment = now()): Promise<number> => {
  const { rotas, weeks } = await rotasAndWeeks(units, addWeeks(week, -1));
  const local = await localDaysOfAll(rotas.map((r) => r.unit));
  const known = new Map(weeks.map((w) => [w.data.unit, w.data]));
  const made = await Promise.all(
    rotas.map(async (rota) => {
      const before = known.get(rota.unit) ?? (await weekBeforeOf(rota, week, at, MOST_MISSED));
      const record = planned(rota, week, before, at, local.get(rota.unit));
      if (!record) return false;
      const there = await create(handover, record);
      await shorten(rota, week);
      return there === undefined;
    }),
  );
  return made.filter(Boolean).length;
};

/** A rota that nobody has edited for so long is folded into a later anchor, so that what a week costs does not grow. */
const LONGEST = 104;

const shorten = async (rota: Rota, week: string): Promise<void> => {
  if (weeksBetween(rota.anchor.week, week) <= LONGEST) return;
  try {
    await putRota(compacted(rota, addWeeks(week, -MOST_MISSED)));
  } catch (e) {
    if (!isDomainError(e, 'stale')) throw e; // somebody edits it just now, which folds it, too
  }
};
