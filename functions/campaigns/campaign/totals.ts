import { monthOf } from '../../../shared/time.ts';
import type { HandedOut, Session, Tally, Totals } from './schema.ts';

/** What sessions come to. Pure arithmetic: adding a session and taking it away again leaves nothing behind. */

export const NOTHING: Totals = {
  sessions: 0,
  people: 0,
  questions: 0,
  planned: 0,
  materials: {},
  topics: {},
  months: {},
};

type Numbers = Record<string, number>;

/** Entries of nought are not there, so that equal sums are equal. */
const sum = (a: Numbers, b: Numbers, sign: 1 | -1): Numbers =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .map((k) => [k, (a[k] ?? 0) + sign * (b[k] ?? 0)] as const)
      .filter(([, n]) => n !== 0)
      .sort(([x], [y]) => (x < y ? -1 : 1)),
  );

const NO_TALLY: Tally = { sessions: 0, people: 0, questions: 0, materials: 0 };

const monthsOf = (a: Totals['months'], b: Totals['months'], sign: 1 | -1): Totals['months'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .sort()
      .map((m) => [m, { ...NO_TALLY, ...sum({ ...a[m] }, { ...b[m] }, sign) }] as const)
      .filter(([, t]) => t.sessions !== 0),
  );

const combined = (a: Totals, b: Totals, sign: 1 | -1): Totals => ({
  sessions: a.sessions + sign * b.sessions,
  people: a.people + sign * b.people,
  questions: a.questions + sign * b.questions,
  planned: a.planned + sign * b.planned,
  materials: sum(a.materials, b.materials, sign),
  topics: sum(a.topics, b.topics, sign),
  months: monthsOf(a.months, b.months, sign),
});

/** The totals after a session came to `after` instead of `before`. */
export const changed = (totals: Totals, before: Totals | undefined, after: Totals): Totals =>
  combined(before ? combined(totals, before, -1) : totals, after, 1);

/** So many of each kind, kinds that stand there twice together. */
export const byKind = (handedOut: HandedOut[]): Numbers =>
  handedOut.reduce<Numbers>((all, { kind, number }) => sum(all, { [kind]: number }, 1), {});

const all = (numbers: Numbers): number => Object.values(numbers).reduce((a, b) => a + b, 0);

type Counts = Pick<Session, 'stage' | 'at' | 'people' | 'materials' | 'questions'>;

/** What one session comes to: all of it once it was held, one to be held while it is planned, nothing if it was cancelled. */
export const cameTo = ({ stage, at, people, materials, questions }: Counts): Totals => {
  switch (stage) {
    case 'cancelled':
      return NOTHING;
    case 'planned':
      return { ...NOTHING, planned: 1 };
    case 'held': {
      const own = { sessions: 1, people, questions: questions.length };
      const kinds = byKind(materials);
      const topics = questions.flatMap(({ topic }) => (topic === undefined ? [] : [{ [topic]: 1 }]));
      return {
        ...{ ...own, planned: 0, materials: kinds, months: { [monthOf(at)]: { ...own, materials: all(kinds) } } },
        topics: topics.reduce<Numbers>((a, b) => sum(a, b, 1), {}),
      };
    }
  }
};

/** What many sessions come to. */
export const sumOf = (sessions: Counts[]): Totals =>
  sessions.reduce<Totals>((totals, s) => changed(totals, undefined, cameTo(s)), NOTHING);

/** Everything that was handed out. */
export const handedOutIn = ({ materials }: Totals): number => all(materials);
