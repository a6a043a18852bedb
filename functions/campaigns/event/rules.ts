import { instantOf, startOfDay } from '../../../shared/calendar.ts';
import { conflict, invalidField } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/fields.ts';
import { addDays, dateOf, daysBetween, type Moment, weekdayOf } from '../../../shared/time.ts';
import { concerns } from '../../directory/nearness.ts';
import type { Change, EventCard, EventData, EventInput, EventStage } from './schema.ts';

/** What an event has to be, and when it is on. Pure. */

const LANGUAGES: readonly Language[] = ['zh', 'bo', 'en'];
const LONGEST_DAYS = 1100;

type When = Pick<EventInput, 'last' | 'opens' | 'closes'> & { first: string };

/** The instants at which an event begins and is over: its hours on the first and last day, or the whole days. */
export const spanOf = ({ first, last, opens, closes }: When) => ({
  begins: opens === undefined ? startOfDay(first) : instantOf(first, opens),
  ends: closes === undefined ? startOfDay(addDays(last, 1)) : instantOf(last, closes),
});

/** Throws `invalid-input` where an event has no text, no day on which it is open, is over, or closes before it opens. */
export const checkEvent = (said: Change, at: Moment): void => {
  const { text, first = dateOf(at), last, opens, closes, closedOn } = said;
  if (LANGUAGES.every((l) => !text[l])) throw invalidField('text.zh.title', 'required', 'is needed in one language');
  if (last < first) throw invalidField('last', 'too-small', 'lies before the first day');
  if (daysBetween(first, last) > LONGEST_DAYS) throw invalidField('last', 'too-late', 'is more than three years later');
  if ((opens === undefined) !== (closes === undefined))
    throw invalidField(opens === undefined ? 'opens' : 'closes', 'required', 'hours have a beginning and an end');
  if (opens !== undefined && closes !== undefined && closes <= opens)
    throw invalidField('closes', 'too-small', 'lies before it opens');
  if (daysOpen({ first, last, closedOn }, 1).length === 0)
    throw invalidField('closedOn', 'never-open', 'leaves no day on which it is open');
  if (spanOf({ first, last, opens, closes }).ends <= at) throw invalidField('last', 'past', 'is over');
};

type Days = { first: string; last: string; closedOn: string[] };

/** So often an event may change, each time on record. */
export const MOST_REVISIONS = 20;

/** Throws where it would be no event any more, or was changed too often. Without a first day it keeps the one it has. */
export const checkChange = (said: Change, { first, revision }: EventData, at: Moment): void => {
  if (revision >= MOST_REVISIONS) throw conflict('too-many', 'It was changed too often; announce a new one.');
  checkEvent({ ...said, first: said.first ?? first }, at);
};

/** Up to so many days on which it is open, from the first. */
export const daysOpen = ({ first, last, closedOn }: Days, most: number): string[] => {
  const open: string[] = [];
  for (let day = first; day <= last && open.length < most; day = addDays(day, 1))
    if (!closedOn.includes(String(weekdayOf(day)))) open.push(day);
  return open;
};

/** The stage at an instant, whatever the event's clocks have done yet. */
export const stageAt = (
  { stage, begins, ends }: Pick<EventCard, 'stage' | 'begins' | 'ends'>,
  at: Moment,
): EventStage => {
  if (stage === 'cancelled') return stage;
  if (at >= ends) return 'over';
  return at >= begins ? 'underway' : 'announced';
};

/** Whether it is of interest to somebody who looks for what is on: not over, and not called off before it would have been. */
export const isAhead = ({ ends }: Pick<EventCard, 'ends'>, at: Moment): boolean => at < ends;

/** What it is called and about in a language, or in the first it is written in; and which that is. */
export const wordingIn = ({ text }: Pick<EventInput, 'text'>, language: Language) => {
  const found = [language, ...LANGUAGES].find((l) => text[l]) ?? 'zh';
  return { language: found, ...(text[found] ?? { title: '', about: '' }) };
};

export const matches = (card: EventCard, { kind, area }: { kind?: EventInput['kind']; area?: string }): boolean =>
  (kind === undefined || card.kind === kind) && (area === undefined || concerns(card.area, area));

/** What is on or comes next before what comes later. */
export const soonestFirst = (a: EventCard, b: EventCard): number => (a.begins < b.begins ? -1 : 1);
