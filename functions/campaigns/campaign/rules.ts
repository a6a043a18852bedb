import { startOfDay } from '../../../shared/calendar.ts';
import { conflict, invalidField } from '../../../shared/errors.ts';
import { asciiDigits } from '../../../shared/text.ts';
import { addDays, dateOf, daysBetween, earlier, type Moment, plus } from '../../../shared/time.ts';
import type { CampaignData, CampaignInput, HandedOut, HoldSession, Plan, Question } from './schema.ts';

/** What a campaign and its sessions have to be. Pure. */

/** The instants at which a campaign's first day begins and its last is over. */
export const spanOf = ({ from, until }: Pick<CampaignInput, 'from' | 'until'>) => ({
  begins: startOfDay(from),
  ends: startOfDay(addDays(until, 1)),
});

/** Two years are more than any campaign. */
const LONGEST_DAYS = 731;

/** Throws `invalid-input` where the time is none or over, or the plan names what the unit does not hand out, or twice. */
export const checkCampaign = (said: CampaignInput, kinds: string[], at: Moment): void => {
  const { from, until, plan, topics } = said;
  if (until < from) throw invalidField('until', 'too-small', 'lies before the first day');
  if (daysBetween(from, until) > LONGEST_DAYS) throw invalidField('until', 'too-late', 'is more than two years later');
  if (until < dateOf(at)) throw invalidField('until', 'past', 'is over');
  const twice = topics.findIndex((t, i) => topics.indexOf(t) < i);
  if (twice >= 0) throw invalidField(`topics.${twice}`, 'duplicate', 'stands there twice');
  checkMaterials(plan.materials, 'plan.materials', kinds);
};

/** Throws `invalid-input` for a material that there is not, or that stands there twice. */
export const checkMaterials = (handedOut: HandedOut[], path: string, kinds: string[]): void => {
  handedOut.forEach(({ kind }, i) => {
    if (!kinds.includes(kind)) throw invalidField(`${path}.${i}.kind`, 'not-a-choice', 'is nothing the unit hands out');
    if (handedOut.findIndex((h) => h.kind === kind) < i)
      throw invalidField(`${path}.${i}.kind`, 'duplicate', 'stands there twice');
  });
};

/** A running campaign has begun when it has; what it wants to reach and its end may change. */
export const checkChange = (said: CampaignInput, { from, lastHeld }: CampaignData, at: Moment): void => {
  if (from <= dateOf(at) && said.from !== from) throw invalidField('from', 'begun', 'it has begun');
  if (lastHeld !== undefined && said.until < dateOf(lastHeld))
    throw invalidField('until', 'too-small', 'lies before a session that was held');
};

/** Five minutes that a phone's clock may be ahead. */
const SKEW = 5 * 60_000;

const inside = ({ begins, ends }: CampaignData, at: Moment): boolean => at >= begins && at < ends;

/** After the last day no session is taken any more, whatever the campaign's clock has done yet. */
const mustBeOpen = ({ ends }: CampaignData, at: Moment): void => {
  if (at >= ends) throw conflict('not-possible', 'The campaign’s last day is over.', { possible: [] });
};

/** Throws where a planned session lies behind, or outside the campaign's time. */
export const checkPlanned = ({ at: when }: { at: Moment }, data: CampaignData, at: Moment): void => {
  mustBeOpen(data, at);
  if (when <= at) throw invalidField('at', 'past', 'lies before now');
  if (!inside(data, when)) throw invalidField('at', 'outside-campaign', 'is not in the campaign’s time');
};

/** When a session is: as somebody says, or as it was planned; now, where nobody says or it is held before its time. */
export const timeOf = (said: Moment | undefined, planned: Moment | undefined, at: Moment): Moment =>
  said ?? earlier(planned ?? at, at);

/** Throws where a session lies ahead or outside the campaign's time, names another topic, or a question names somebody. */
export const checkHeld = ({ at: when, questions }: HoldSession, data: CampaignData, at: Moment): void => {
  mustBeOpen(data, at);
  if (when !== undefined && when > plus(at, SKEW)) throw invalidField('at', 'future', 'lies in the future');
  if (when !== undefined && !inside(data, when))
    throw invalidField('at', 'outside-campaign', 'is not in the campaign’s time');
  questions.forEach((q, i) => {
    if (q.topic !== undefined && !data.topics.includes(q.topic))
      throw invalidField(`questions.${i}.topic`, 'not-a-choice', 'is none of the campaign’s topics');
    for (const part of ['asked', 'answer'] as const)
      if (namesSomebody(q[part]))
        throw invalidField(`questions.${i}.${part}`, 'personal', 'has somebody’s number in it');
  });
};

/** Questions are shown to the public: numbers of telephones and identity cards do not belong into them. */
const namesSomebody = (text: Question['answer']): boolean =>
  /\d[\d\s\p{Cf}\p{Pd}]{9,}\d/u.test(asciiDigits(text ?? ''));

/** A planned target and what has come of it. */
export interface Reached {
  planned?: number;
  done: number;
  /** Whole per cent of what was planned, rounded down: 100 is all of it. */
  percent?: number;
}

export const reached = (done: number, planned: number | undefined): Reached =>
  planned === undefined ? { done } : { done, planned, percent: Math.floor((100 * done) / planned) };

/** So many of a kind were planned. */
export const plannedOf = ({ materials }: Plan, kind: string): number | undefined =>
  materials.find((m) => m.kind === kind && m.number > 0)?.number;
