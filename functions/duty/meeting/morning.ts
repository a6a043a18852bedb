import { type Actor, leads } from '../../../shared/auth.ts';
import { instantOf } from '../../../shared/calendar.ts';
import { forbidden, invalidField } from '../../../shared/errors.ts';
import { addDays, type Moment } from '../../../shared/time.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import { type LifeRecord, SYSTEM } from '../../../shared/workflow/lifecycle.ts';
import { ruleOf, staffDoer } from '../../../shared/workflow/open-actions.ts';
import { perform } from '../../../shared/workflow/perform.ts';
import { create, load } from '../../../shared/workflow/store.ts';
import { type LocalDays, workingDay } from '../../../shared/working-days.ts';
import { localDaysOf } from '../../directory/local-days.ts';
import type { Team } from '../people.ts';
import type { WeekRule } from '../schema.ts';
import { agendaOf } from '../sources.ts';
import { addWeeks, weekOf } from '../week.ts';
import { meeting, meetingId } from './meeting.ts';
import type { MeetingData } from './schema.ts';

/** The meeting of a date as it is kept; before anybody has touched it, as it composes itself, without a record. */
export const morningOf = async (
  unit: string,
  date: string,
  rule: WeekRule,
): Promise<{ data: MeetingData; record?: LifeRecord<MeetingData> }> => {
  const record = await load(meeting, meetingId(unit, date));
  return record ? { data: record.data, record } : { data: await composed(unit, date, rule) };
};

const composed = async (unit: string, date: string, rule: WeekRule): Promise<MeetingData> => {
  const local = await localDaysOf(unit);
  const week = weekOf(instantOf(date, '23:59', rule.zone), rule);
  const weekEnds = addDays(addWeeks(week, 1), -1);
  const since = instantOf(lastWorkingDay(date, local), rule.time, rule.zone);
  return { unit, date, lines: (await agendaOf(unit, { date, weekEnds, since })).slice(0, 200), decisions: [] };
};

/** Farther back than any holiday reaches. */
const LONGEST_BREAK = 20;

/** The last working day before a date. */
const lastWorkingDay = (date: string, local: LocalDays): string => {
  const before = Array.from({ length: LONGEST_BREAK }, (_, i) => addDays(date, -1 - i));
  return before.find((d) => workingDay(d, local)) ?? addDays(date, -1);
};

/**
 * One action on the meeting of a date, which is kept from then on. Throws `invalid-input` for a day nobody works on, and for
 * a decision that names a stranger; otherwise as `perform` does.
 */
export const actOnMeeting = async (
  { unit, date, rule, team }: { unit: string; date: string; rule: WeekRule; team: Team },
  ask: { action: string; input: unknown; version?: number },
  doer: Actor,
  at: Moment,
): Promise<LifeRecord<MeetingData>> => {
  if (!workingDay(date, await localDaysOf(unit))) throw invalidField('date', 'day-off', 'is not a working day');
  const { data, record } = await morningOf(unit, date, rule);
  const id = meetingId(unit, date);
  if (!leads(doer, unit))
    throw forbidden('Only the secretary on duty, or the first secretary, leads the meeting.', 'not-on-duty');
  if (!record && ruleOf(meeting, ask.action))
    await create(meeting, begin(meeting, id, data, { type: 'composed', at, by: SYSTEM }));
  const resolve = async (action: string, input: Record<string, unknown>) =>
    action === 'minute' ? { ...input, decisions: people(input.decisions as { who: string }[], team) } : input;
  return perform(meeting, id, ask, staffDoer(doer), { resolve });
};

const people = (decisions: { who: string }[], { members, named }: Team) =>
  decisions.map((d, i) => {
    if (!members.some((m) => m.email === d.who))
      throw invalidField(`decisions.${i}.who`, 'unknown-person', 'is not an active member of this unit');
    return { ...d, who: named(d.who) };
  });
