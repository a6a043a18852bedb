import { addDays, type Moment } from '../../shared/time.ts';
import type { Anchor, Leave, Override, Roster, Rota, Turn } from './schema.ts';
import { addWeeks, startOf, weekOf, weeksBetween, weeksFrom } from './week.ts';

/**
 * Who is on duty: computed, never advanced.
 *
 * The rota goes round by round. A round is a list of turns (`pending`): everybody of the roster once, in the order of the
 * `ring`, after what is owed from earlier rounds. Week by week from the anchor on:
 *
 * 1. The roster of the week is the latest version that begins by then. Who has left is taken out of ring and round, and
 *    those behind move up. Who has joined comes last in both, so nobody who waits is put off in this round.
 * 2. In a pause nobody serves and nothing moves: every turn is a week later.
 * 3. Otherwise the first of the round serves who is not away and did not serve the week before. Who is away stays where they
 *    are in the list, so they serve in the first week after their return: the turn is made up.
 * 4. Where the round has no such person, the next round is put behind it (what is owed stays in front), and it is asked again.
 *    Nobody owes more than three turns at once: whoever was away for months does not come back to months of duty.
 * 5. Where even that finds nobody but who served the week before, they serve again: the roster forces it.
 * 6. Where everybody is away, or the roster is empty, the week is a gap. A gap uses up no turn.
 *
 * Swaps and covers are laid over the result in the order in which they were agreed, and change no other week. A move holds
 * where the person who gives the week away has it, and who takes it is of the roster and not away; the two moves of a swap
 * hold together or not at all.
 */

/** A leave that takes at least this many of a week's days takes its turn; a shorter one is the stand-in's business. */
export const MISSED_DAYS = 2;

/** The most turns that one person owes at once. */
const MOST_OWED = 3;

/** The turns of `count` weeks from one on. Weeks before the anchor are gaps of reason `not-begun`. */
export const turns = (rota: Rota, from: string, count: number): Turn[] => {
  const agreed = rota.overrides.flatMap((o) => o.moves.map((m) => m.week));
  const last = [addWeeks(from, count - 1), ...agreed].sort().at(-1) as string;
  const byWeek = new Map(baseTurns(rota, last).map((t) => [t.week, t]));
  for (const o of rota.overrides) layOver(rota, o, byWeek);
  return weeksFrom(from, count).map((week) => byWeek.get(week) ?? { kind: 'gap', week, reason: 'not-begun' });
};

/** Everybody who takes turns by one of the rosters that are kept. */
export const everyone = ({ rosters }: Pick<Rota, 'rosters'>): string[] => [
  ...new Set(rosters.flatMap((r) => r.members)),
];

/** Everybody whom some turns name. */
export const peopleOf = (list: Turn[]): (string | undefined)[] =>
  list.flatMap((t) => (t.kind === 'turn' ? [t.who, t.instead] : []));

/** Who serves in a week, or why nobody does. */
export const whoIsOn = (rota: Rota, week: string): Turn => turns(rota, week, 1)[0] as Turn;

/** Whether somebody is away in a week so much that they cannot serve it. */
export const isAway = (rota: Pick<Rota, 'leaves'>, who: string, week: string): boolean =>
  rota.leaves.some((l) => l.who === who && takes(l, week));

/** Whether the leave takes enough of the week's days, counted from the week's first date. */
const takes = ({ from, to, holdsFrom }: Leave, week: string): boolean => {
  const first = from > week ? from : week;
  const last = to < addDays(week, 6) ? to : addDays(week, 6);
  return holdsFrom <= week && addDays(first, MISSED_DAYS - 1) <= last;
};

/** The roster that is in force in a week. */
export const rosterOf = ({ rosters }: Pick<Rota, 'rosters'>, week: string): Roster =>
  (rosters.findLast((r) => r.from <= week) ?? rosters[0]) as Roster;

type State = Omit<Anchor, 'week'>;

const baseTurns = (rota: Rota, last: string): Turn[] => {
  const found: Turn[] = [];
  walk(rota, last, (turn) => found.push(turn));
  return found;
};

/** Goes from the anchor through the week named; answers where the rota then stands. */
const walk = (rota: Rota, last: string, see: (turn: Turn) => void): State => {
  let state: State = rota.anchor;
  for (const week of weeksFrom(rota.anchor.week, weeksBetween(rota.anchor.week, last) + 1)) {
    const step = serve(rota, week, withRoster(state, rosterOf(rota, week).members));
    state = step.state;
    see(step.turn);
  }
  return state;
};

const withRoster = (state: State, members: string[]): State => {
  const joined = members.filter((m) => !state.ring.includes(m));
  if (joined.length === 0 && members.length === state.ring.length) return state;
  const stays = (m: string) => members.includes(m);
  return {
    ring: [...state.ring.filter(stays), ...joined],
    pending: [...state.pending.filter(stays), ...joined],
    last: state.last,
  };
};

const serve = (rota: Rota, week: string, state: State): { turn: Turn; state: State } => {
  const pause = rota.pauses.find((p) => p.week === week);
  if (pause) return { turn: { kind: 'pause', week, reason: pause.reason }, state };
  if (state.ring.length === 0) return { turn: { kind: 'gap', week, reason: 'empty-roster' }, state };
  const here = (who: string) => !isAway(rota, who, week);
  const rested = (who: string) => here(who) && who !== state.last;
  const round = state.pending.some(rested) ? state.pending : nextRound(state);
  const who = round.find(rested) ?? round.find(here);
  if (who === undefined) return { turn: { kind: 'gap', week, reason: 'all-away' }, state };
  const at = round.indexOf(who);
  return {
    turn: { kind: 'turn', week, who, via: 'rota' },
    state: { ring: state.ring, pending: round.toSpliced(at, 1), last: who },
  };
};

const nextRound = ({ ring, pending }: State): string[] => {
  const owed = (who: string) => pending.filter((p) => p === who).length;
  return [...pending, ...ring.filter((who) => owed(who) < MOST_OWED)];
};

const layOver = (rota: Rota, { kind, moves }: Override, byWeek: Map<string, Turn>): boolean => {
  const holds = moves.every(({ week, instead, by }) => {
    const turn = byWeek.get(week);
    const able = rosterOf(rota, week).members.includes(by) && !isAway(rota, by, week);
    return turn?.kind === 'turn' && turn.who === instead && able;
  });
  if (holds)
    for (const { week, instead, by } of moves) byWeek.set(week, given(byWeek.get(week), week, instead, by, kind));
  return holds;
};

/** Back with whom it was at first, a week is the rota's again. */
const given = (turn: Turn | undefined, week: string, from: string, by: string, kind: 'swap' | 'cover'): Turn => {
  const first = turn?.kind === 'turn' ? (turn.instead ?? from) : from;
  return first === by
    ? { kind: 'turn', week, who: by, via: 'rota' }
    : { kind: 'turn', week, who: by, instead: first, via: kind };
};

/**
 * The same rota with its anchor at a later week: what lies before is forgotten, every turn from there on stays. Answers the
 * rota itself where its anchor is there or later already.
 */
export const compacted = (rota: Rota, week: string): Rota => {
  if (week <= rota.anchor.week) return rota;
  const before = addWeeks(week, -1);
  const { ring, pending, last } = walk(rota, before, () => {});
  return {
    ...rota,
    anchor: { week, ring, pending, last },
    rosters: [rosterOf(rota, before), ...rota.rosters.filter((r) => r.from > before)],
    leaves: rota.leaves.filter((l) => l.to >= week),
    pauses: rota.pauses.filter((p) => p.week >= week),
    overrides: remaining(rota, week),
  };
};

/** What was agreed for weeks to come; of a swap that is half over only the other half, if it held. */
const remaining = (rota: Rota, week: string): Override[] => {
  const weeks = rota.overrides.flatMap((o) => o.moves.map((m) => m.week));
  const byWeek = new Map(baseTurns(rota, [week, ...weeks].sort().at(-1) as string).map((t) => [t.week, t]));
  return rota.overrides.flatMap((o) => {
    const holds = layOver(rota, o, byWeek);
    const ahead = o.moves.filter((m) => m.week >= week);
    if (ahead.length === 0 || (ahead.length < o.moves.length && !holds)) return [];
    return [{ ...o, moves: ahead }];
  });
};

type Weeks = Pick<Rota, 'week' | 'earlier'>;

/** The change of the week's day that is still to come to its first new week, if any. */
const changing = ({ week, earlier }: Weeks, at: Moment): Weeks['earlier'][number] | undefined => {
  const last = earlier.at(-1);
  return last && at < startOf(last.until, week) ? last : undefined;
};

/** The week that an instant lies in; before the first week of another day it is the last one of the old day, however long. */
export const presentWeek = (rota: Weeks, at: Moment): string => {
  const change = changing(rota, at);
  if (!change) return weekOf(at, rota.week);
  return [weekOf(at, change.rule), change.last].sort()[0] as string;
};

/** The first week that has not begun. */
export const nextWeek = (rota: Weeks, at: Moment): string =>
  changing(rota, at)?.until ?? addWeeks(presentWeek(rota, at), 1);

/** The week before another one. */
export const weekBefore = ({ earlier }: Weeks, week: string): string =>
  earlier.find((e) => e.until === week)?.last ?? addWeeks(week, -1);

/** A week and those before it, `count` in all, oldest first. */
export const weeksUpTo = (rota: Weeks, week: string, count: number): string[] => {
  const found = [week];
  while (found.length < count) found.unshift(weekBefore(rota, found[0] as string));
  return found;
};
