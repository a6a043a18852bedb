import { type Actor, holds } from '../../../shared/auth.ts';
import { conflict, invalidField } from '../../../shared/errors.ts';
import { lists } from '../../../shared/keys.ts';
import { dateOf, type Moment } from '../../../shared/time.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { machine } from './machine.ts';
import { roleOf, unjudged } from './rules.ts';
import * as s from './schema.ts';

export type Mentorship = LifeRecord<s.MentorshipData>;

const first = (actor: Actor, d: s.MentorshipData) => holds(actor, d.unit, 'first-secretary');
const isOfPair = (actor: Actor, d: s.MentorshipData) => [d.newcomer.id, d.mentor.id].includes(actor.id);
const pair = (actor: Actor, d: s.MentorshipData) => isOfPair(actor, d) && holds(actor, d.unit);

/** What two people tell each other is seen by them and by the first secretary. */
export const sees = (actor: Actor, d: s.MentorshipData): boolean => pair(actor, d) || first(actor, d);

/** Whoever has a judgement left to give. */
const judge = (actor: Actor, d: s.MentorshipData) => sees(actor, d) && unjudged(d).includes(roleOf(d, actor.id));

/** More sessions than any pair has. */
const MOST_SESSIONS = 200;

const whenMet = ({ date }: { date: string }, d: s.MentorshipData, at: Moment): void => {
  if (date > dateOf(at, d.zone)) throw invalidField('date', 'future', 'lies ahead');
  if (date < d.from) throw invalidField('date', 'before-start', 'lies before the pair began');
  if (d.sessions.length >= MOST_SESSIONS) throw conflict('too-many-sessions', 'This pair has as many as can be kept.');
};

const known = ({ session }: { session: string }, d: s.MentorshipData): void => {
  if (!d.sessions.some((x) => x.id === session))
    throw invalidField('session', 'not-a-choice', 'is no session of theirs');
};

const laterThan = ({ until }: { until: string }, d: s.MentorshipData, at: Moment): void => {
  if (until < dateOf(at, d.zone)) throw invalidField('until', 'past', 'lies before today');
  if (until <= d.until) throw invalidField('until', 'before-end', 'is not later than the present end');
};

/** Who may do what to a pair. */
const actions: Record<string, ActionRule<s.MentorshipData>> = {
  session: { input: s.session, may: pair, check: whenMet, tone: 'primary' },
  'add-note': { input: s.addNote, may: pair, check: known },
  judge: { input: s.judge, may: judge, tone: 'primary' },
  extend: { input: s.extend, may: first, check: laterThan },
  end: { input: s.reason, may: (a, d) => first(a, d) || (pair(a, d) && a.id === d.mentor.id) },
  'break-off': { input: s.reason, may: first, tone: 'danger' },
};

/** The stage of a pair as people are told it. */
export const stageOf = (state: unknown): s.MentorshipStage => {
  if (state === 'brokenOff') return 'broken-off';
  if (typeof state === 'string') return s.mentorshipStage.parse(state);
  return (state as { running: string }).running === 'silent' ? 'silent' : 'running';
};

export const isOpen = (stage: s.MentorshipStage): boolean => stage !== 'closed' && stage !== 'broken-off';

/** A pair as lists hold it. */
export const cardOf = ({ id, state, data }: Mentorship): s.MentorshipCard => ({
  ...{ id, unit: data.unit, newcomer: data.newcomer, mentor: data.mentor, focus: data.focus },
  ...{ from: data.from, until: data.until, stage: stageOf(state), sessions: data.sessions.length },
  lastSession: data.sessions
    .map((x) => x.date)
    .sort()
    .at(-1),
});

const index = (record: Mentorship) => ({
  queue: lists.mentorships(record.data.unit),
  queueOrder: `${record.data.from}#${record.id}`,
  card: cardOf(record),
});

export const mentorship: Lifecycle<s.MentorshipData> = {
  ...{ type: 'mentorship', kind: 'MENTORSHIP', machine, actions, index },
  data: s.mentorshipData as Lifecycle<s.MentorshipData>['data'],
};
