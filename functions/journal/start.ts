import { conflict, invalidField } from '../../shared/errors.ts';
import { type Moment, now } from '../../shared/time.ts';
import { begin } from '../../shared/workflow/decide.ts';
import { SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { create, fromItem } from '../../shared/workflow/store.ts';
import { localDaysOf } from '../directory/local-days.ts';
import { whoIsOn } from '../duty/rules.ts';
import type { Rota, WeekRule } from '../duty/schema.ts';
import { addWeeks, endOf, isWeek, weekOf } from '../duty/week.ts';
import { type Weekly, weekly, weeklyId } from './meeting/weekly.ts';
import { rhythmOf } from './rules.ts';
import type { JournalSettings } from './settings.ts';
import { type Journal, journal, journalId } from './week/journal.ts';
import type { Rhythm } from './week/schema.ts';
import { keepingJournals, ruleIn, settingsIn } from './weeks.ts';

/** How weeks of the journal begin. Beginning one twice is once. */

/**
 * Begins a week in each of the units that keep a journal and are not pausing; answers how many were new. One write a unit:
 * everybody's own week follows from it. A week that is over already is not begun.
 */
export const beginWeeks = async (units: string[], week: string, at: Moment = now()): Promise<number> => {
  const due = (await keepingJournals(units)).filter((rota) => isDue(rota, week, at));
  const made = await Promise.all(due.map(async (rota) => beginWeek(rota, week, await settingsIn(rota.unit), at)));
  return made.filter(Boolean).length;
};

const isDue = (rota: Rota, week: string, at: Moment): boolean =>
  isWeek(week, rota.week) && at < endOf(week, rota.week) && whoIsOn(rota, week).kind !== 'pause';

const beginWeek = async (
  { unit, week: rule }: Pick<Rota, 'unit' | 'week'>,
  week: string,
  settings: JournalSettings,
  at: Moment,
): Promise<boolean> => {
  const rhythm = rhythmOf(week, rule, settings, await localDaysOf(unit));
  return (await create(weekly, newWeekly(unit, week, rhythm, settings, at))) === undefined;
};

const newWeekly = (
  unit: string,
  week: string,
  rhythm: Rhythm,
  { minutesPerItem }: JournalSettings,
  at: Moment,
): Weekly => {
  const data = { unit, week, openedAt: at, rhythm, minutesPerItem, items: [], current: 0, notes: [], attended: [] };
  return begin(weekly, weeklyId(unit, week), data, { type: 'begun', at, by: SYSTEM });
};

/** Opens a person's week, or answers it as it is. */
export const openJournal = async (
  unit: string,
  week: string,
  who: { id: string; name: string },
  { rule, settings }: { rule: WeekRule; settings: JournalSettings },
  at: Moment,
): Promise<Journal> => {
  const rhythm = rhythmOf(week, rule, settings, await localDaysOf(unit));
  const data = { unit, week, zone: rule.zone, who, openedAt: at, rhythm, suggestions: [] };
  const by = { kind: 'staff' as const, ...who };
  const record = begin(journal, journalId(unit, week, who.id), data, { type: 'opened', at, by });
  const nothingFollows = { ...record, delivered: record.version }; // a week that begins asks for no effect
  const there = await create(journal, nothingFollows, { outbox: undefined, outboxAt: undefined });
  return there ? fromItem(journal, there) : nothingFollows;
};

/** Opens one's own week: the present one, the next one, or the last one while it can be caught up. Throws for others. */
export const openOwn = async (unit: string, week: string, who: { id: string; name: string }, at: Moment) => {
  const [rule, settings] = await Promise.all([ruleIn(unit), settingsIn(unit)]);
  if (!isWeek(week, rule)) throw invalidField('week', 'no-week', 'is not a day on which a week begins');
  const present = weekOf(at, rule);
  if (week > addWeeks(present, 1)) throw invalidField('week', 'too-early', 'lies too far ahead');
  if (rhythmOf(week, rule, settings).closes <= at)
    throw conflict('week-closed', 'This week can no longer be handed in.', { week });
  return openJournal(unit, week, who, { rule, settings }, at);
};
