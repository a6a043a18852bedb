import { isDomainError } from '../../shared/errors.ts';
import { type Moment, now } from '../../shared/time.ts';
import { begin, decide } from '../../shared/workflow/decide.ts';
import { SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { create } from '../../shared/workflow/store.ts';
import { workingDay } from '../../shared/working-days.ts';
import { localDaysOf } from '../directory/local-days.ts';
import { membersOf } from '../directory/lookup.ts';
import { begun } from './changes.ts';
import { handover, handoverId } from './handover/handover.ts';
import { frozen, servingIn } from './handover/rules.ts';
import type { HandoverData } from './handover/schema.ts';
import { compacted, turns, whoIsOn } from './rules.ts';
import { type Rota, weekRule } from './schema.ts';
import { NOTHING } from './sources.ts';
import { getRota, putRota } from './store.ts';
import { addWeeks, datesOf, startOf, weekOf, weeksFrom } from './week.ts';

const UNIT = 'jiarong-community';
/** Who joined last: she has taken turns for four weeks. */
const NEWCOMER = 'yangki@jiarong.kora.example';
const WEEKS = 52;

/** A community's rota with a year behind it: a newcomer, a leave, a swap, weeks without a working day. Changes nothing that is there. */
export const seedDuty = async (): Promise<void> => {
  if (await getRota(UNIT)) return;
  const at = now();
  const rota = await yearOf(at);
  if (rota === undefined) return;
  const present = weekOf(at, rota.week);
  await Promise.all(keptWeeks(rota, present).map(keep));
  try {
    await putRota({ ...compacted(rota, addWeeks(present, -4)), changedAt: at });
  } catch (e) {
    if (!isDomainError(e, 'stale')) throw e; // somebody else was faster
  }
};

const yearOf = async (at: Moment): Promise<Rota | undefined> => {
  const rule = weekRule.parse({});
  const first = addWeeks(weekOf(at, rule), -WEEKS);
  const week = (n: number) => addWeeks(first, n);
  const everybody = (await membersOf(UNIT, 'worker')).map((m) => m.email);
  const workers = everybody.filter((m) => m !== NEWCOMER);
  const [, , , away] = workers;
  if (away === undefined) return undefined;
  const local = await localDaysOf(UNIT);
  const idle = weeksFrom(first, WEEKS).filter((w) => !datesOf(w).some((d) => workingDay(d, local)));
  const base: Rota = {
    ...begun(UNIT, first, workers, rule),
    rosters: [
      { from: first, members: workers },
      { from: week(WEEKS - 4), members: everybody },
    ],
    leaves: [{ id: 'l1', who: away, from: week(20), to: datesOf(week(21))[4] as string, holdsFrom: week(20) }],
    pauses: idle.map((w) => ({ week: w, reason: '春节、藏历新年' })),
  };
  return { ...base, overrides: swapOf(base, week(33), week(36)) };
};

const swapOf = (rota: Rota, a: string, b: string): Rota['overrides'] => {
  const [x, y] = [whoIsOn(rota, a), whoIsOn(rota, b)];
  if (x.kind !== 'turn' || y.kind !== 'turn' || x.who === y.who) return [];
  const moves = [
    { week: a, instead: x.who, by: y.who },
    { week: b, instead: y.who, by: x.who },
  ];
  return [{ id: 's1', kind: 'swap', moves }];
};

/** The weeks that are over, as they would have been frozen. */
const keptWeeks = (rota: Rota, present: string): { data: HandoverData; at: Moment }[] => {
  let from: string | undefined;
  const over = turns(rota, rota.anchor.week, WEEKS).filter((t) => t.week < present);
  return over.map((turn) => {
    const data = frozen(rota.unit, turn, from, { noonIn: 0, over: true });
    from = servingIn(data) ?? from;
    return { data, at: startOf(turn.week, rota.week) };
  });
};

/** Ended, and with nothing left to carry out: nobody is told of weeks that are long over. */
const keep = async ({ data, at }: { data: HandoverData; at: Moment }): Promise<void> => {
  const id = handoverId(data.unit, data.week);
  const over = begin(handover, id, data, { type: 'handed-over', at, by: SYSTEM });
  const ended = decide(handover, over, { type: 'ended', at, by: SYSTEM, input: NOTHING });
  await create(handover, { ...ended, delivered: ended.version }, { outbox: undefined, outboxAt: undefined });
};
