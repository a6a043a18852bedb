import { startOfDay } from '../../shared/calendar.ts';
import { invalidField } from '../../shared/errors.ts';
import { addDays, between, dateOf, duration, type Moment, plus } from '../../shared/time.ts';
import { addWorkingDays, type LocalDays } from '../../shared/working-days.ts';
import type { Urgency } from '../cases/schema.ts';
import type { Call, Kind, Report, RequestData } from './schema.ts';
import type { RequestSettings } from './settings.ts';

/** Whoever asks can be called back: the request ends only when they say so. Throws `invalid-input`. */
export const checkReport = ({ reporter }: Report): void => {
  if (!reporter.phone && !reporter.email)
    throw invalidField('reporter.phone', 'required', 'is needed (or an e-mail address) to call back');
};

export const urgencyOf = (kind: Kind): Urgency => {
  switch (kind) {
    case 'urgent':
      return 'critical';
    case 'complaint':
      return 'urgent';
    case 'question':
    case 'help':
    case 'suggestion':
      return 'normal';
  }
};

/** The end of the day that is `days` working days after the one of `at`. */
const endOfWorkingDay = (at: Moment, days: number, local: LocalDays): Moment =>
  startOfDay(addDays(addWorkingDays(dateOf(at), days, local), 1));

/** By when a request that came in (or was opened again) at `at` is to be answered. */
export const dueOf = (kind: Kind, at: Moment, settings: RequestSettings, local: LocalDays): Moment =>
  kind === 'urgent' ? plus(at, duration(settings.urgent)) : endOfWorkingDay(at, settings.workingDays[kind] ?? 5, local);

/** By when the person who asked is to be called. */
export const callBackOf = (at: Moment, settings: RequestSettings, local: LocalDays): Moment =>
  endOfWorkingDay(at, settings.callBack, local);

/** A deadline that is put off by working days; it ends with a day, so the day it belongs to is the one before. */
export const extendedFrom = (due: Moment, days: number, local: LocalDays): Moment =>
  endOfWorkingDay(plus(due, -1), days, local);

/** The delays in milliseconds of those clocks that go by hours, not by working days. */
export const delaysOf = (kind: Kind, settings: RequestSettings): Record<string, number> => ({
  take: duration(kind === 'urgent' ? settings.takeUrgent : settings.take),
  reminder: duration(settings.reminder),
});

/** On how many different days nobody was reached since the last answer. */
export const daysTried = (calls: Call[], since: Moment): number =>
  new Set(calls.filter((c) => c.result === 'no-answer' && c.at >= since).map((c) => dateOf(c.at))).size;

/** Whether one more call at `at` that reaches nobody completes the attempts that there have to be. */
export const lastAttempt = ({ calls, answer, attempts }: RequestData, at: Moment): boolean => {
  const missed: Call = { at, by: { id: '', name: '' }, result: 'no-answer' };
  return daysTried([...calls, missed], answer?.at ?? '') >= attempts;
};

/** Delays with one of them set so that it ends at `by`, in milliseconds from `at`; unchanged where nothing is said. */
export const until = (
  delays: Record<string, number>,
  name: 'answer' | 'callBack',
  at: Moment,
  by: Moment | undefined,
): Record<string, number> => (by === undefined ? delays : { ...delays, [name]: Math.max(0, between(at, by)) });
