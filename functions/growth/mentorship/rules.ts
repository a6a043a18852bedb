import type { Moment } from '../../../shared/time.ts';
import type { JudgeRole, MentorshipData, Session } from './schema.ts';

/** What follows for a pair from what its two people do. Pure. */

type Pair = Pick<MentorshipData, 'newcomer' | 'mentor' | 'mentorIsFirst' | 'judgements'>;

/** As whom somebody acts: one of the two, or else the first secretary. */
export const roleOf = ({ newcomer, mentor }: Pick<Pair, 'newcomer' | 'mentor'>, id: string): JudgeRole => {
  if (id === newcomer.id) return 'newcomer';
  return id === mentor.id ? 'mentor' : 'first';
};

/** Whose judgements a pair's end needs. */
export const judgesOf = ({ mentorIsFirst }: Pair): JudgeRole[] => [
  'newcomer',
  'mentor',
  ...(mentorIsFirst ? [] : (['first'] as const)),
];

/** Whose judgements are not there yet. */
export const unjudged = (pair: Pair): JudgeRole[] =>
  judgesOf(pair).filter((role) => !pair.judgements.some((j) => j.role === role));

/** Whether nobody is left to judge once this person has. */
export const completes = (pair: Pair, id: string): boolean => unjudged(pair).every((r) => r === roleOf(pair, id));

/** The date of the last session, or the first day of a pair that has had none. */
export const lastContact = ({ from, sessions }: Pick<MentorshipData, 'from' | 'sessions'>): string =>
  [from, ...sessions.map((s) => s.date)].sort().at(-1) as string;

type SidesOf = Pick<MentorshipData, 'newcomer' | 'mentor' | 'sessions'>;

/** The side on which one of the two writes. */
const sideOf = (pair: SidesOf, id: string): 'newcomer' | 'mentor' => (id === pair.newcomer.id ? 'newcomer' : 'mentor');

/** The sessions with a new one, of which its writer has noted their side. */
export const withSession = (
  pair: SidesOf,
  id: string,
  at: Moment,
  { date, note }: { date: string; note: string },
): Session[] => [...pair.sessions, { id: `s${pair.sessions.length + 1}`, date, at, [sideOf(pair, id)]: note }];

/** The sessions with the side of one of the two written, or written anew. */
export const withNote = (pair: SidesOf, id: string, { session, note }: { session: string; note: string }): Session[] =>
  pair.sessions.map((s) => (s.id === session ? { ...s, [sideOf(pair, id)]: note } : s));
