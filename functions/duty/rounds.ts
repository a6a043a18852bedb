import { log } from '../../shared/log.ts';
import { type Moment, now } from '../../shared/time.ts';
import { fanOut } from './fan-out.ts';
import { reminderDue } from './handover/rules.ts';
import type { WeekRule } from './schema.ts';
import { markSlot, type SlotState, slots, unitsOfSlot } from './store.ts';
import { addWeeks, ruleOfSlot, weekOf, weeksBetween, weeksFrom } from './week.ts';

/** Missed weeks that are caught up; what was missed longer ago stays without a record. */
const MOST_MISSED = 8;

/** The weeks that a slot has to hand over now: the present one, and before it those that were missed, in order. */
export const weeksDue = (done: string | undefined, rule: WeekRule, at: Moment): string[] => {
  const present = weekOf(at, rule);
  if (done === undefined) return [present];
  const missed = Math.min(weeksBetween(done, present), MOST_MISSED);
  return missed <= 0 ? [] : weeksFrom(addWeeks(present, 1 - missed), missed);
};

/** Finds slots whose moment has come since the last round, and puts their units into the queue. */
export const handler = async (): Promise<void> => {
  const at = now();
  for (const state of await slots()) {
    await handOver(state, at);
    await remind(state, at);
  }
};

/** The mark is set after the queue has everything: a round that dies halfway is done again, and each week is frozen once. */
const handOver = async ({ slot, week }: SlotState, at: Moment): Promise<void> => {
  const due = weeksDue(week, ruleOfSlot(slot), at);
  const last = due.at(-1);
  if (last === undefined) return;
  const units = await everyUnit(slot, (page) => fanOut('hand-over', due, page));
  await markSlot(slot, 'week', last);
  log.info('hand-over put into the queue', { slot, weeks: due.length, units });
};

const remind = async ({ slot, friday }: SlotState, at: Moment): Promise<void> => {
  const rule = ruleOfSlot(slot);
  const week = weekOf(at, rule);
  if (week === friday || !reminderDue(week, rule, at)) return;
  const units = await everyUnit(slot, (page) => fanOut('reminder', [addWeeks(week, 1)], page));
  await markSlot(slot, 'friday', week);
  log.info('reminders put into the queue', { slot, units });
};

const everyUnit = async (slot: string, each: (units: string[]) => Promise<void>): Promise<number> => {
  let count = 0;
  for await (const page of unitsOfSlot(slot)) {
    await each(page);
    count += page.length;
  }
  return count;
};
