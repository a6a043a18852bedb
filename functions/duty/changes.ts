import { conflict, invalidField, notFound } from '../../shared/errors.ts';
import { addDays, dateOf, type Moment } from '../../shared/time.ts';
import { compacted, everyone, isAway, nextWeek, presentWeek, rosterOf, turns, whoIsOn } from './rules.ts';
import type { Leave, Move, Override, RosterInput, Rota, Shift, Turn, WeekRule } from './schema.ts';
import { addWeeks, isWeek, startOf } from './week.ts';

/**
 * What may be changed in a rota, and who moves by it. Pure: each answers the next rota or throws. No change reaches the week
 * that runs or one that is over; what is long over is folded into the anchor.
 */

/** Weeks behind the present one that stay computable, for hand-overs that are caught up. */
const KEPT_WEEKS = 4;
/** The longest leave, in days. */
const LONGEST_LEAVE = 366;
/** How far changes are shown and gaps looked for, in weeks. */
export const AHEAD_WEEKS = 26;

const settled = (rota: Rota, at: Moment): Rota => compacted(rota, addWeeks(presentWeek(rota, at), -KEPT_WEEKS));

/** The weeks to come that a change gives to somebody else; where it is to another day, week by week in their order. */
export const shifts = (before: Rota, after: Rota, at: Moment, weeks = AHEAD_WEEKS): Shift[] => {
  const then = turns(after, nextWeek(after, at), weeks);
  return turns(before, nextWeek(before, at), weeks).flatMap((was, i) => {
    const is = then[i] as Turn;
    return sameTurn(was, is) ? [] : [{ week: was.week, before: was, after: is }];
  });
};

const sameTurn = (a: Turn, b: Turn): boolean =>
  a.kind === b.kind && (a.kind !== 'turn' || b.kind !== 'turn' || a.who === b.who);

/** The weeks ahead in which nobody serves though somebody should; what lies before the rota’s beginning is no gap. */
export const gaps = (rota: Rota, from: string, weeks = AHEAD_WEEKS): Turn[] =>
  turns(rota, from, weeks).filter((t) => t.kind === 'gap' && t.reason !== 'not-begun');

/** The most weeks that are remembered as lost. */
const MOST_LOST = 60;

/** The changed rota with what people lost by the change, and when it was made. */
export const remembered = (before: Rota, after: Rota, at: Moment): Rota => {
  const from = nextWeek(after, at);
  const moved = shifts(before, after, at).flatMap(({ week, before: b }) =>
    b.kind === 'turn' ? { week, who: b.who } : [],
  );
  const still = turns(after, from, AHEAD_WEEKS);
  const hasIt = (l: { week: string; who: string }) =>
    still.some((t) => t.kind === 'turn' && t.week === l.week && t.who === l.who);
  const known = new Map([...before.lost, ...moved].map((l) => [`${l.week} ${l.who}`, l]));
  const lost = [...known.values()].filter((l) => l.week >= from && !hasIt(l)).slice(-MOST_LOST);
  return { ...after, lost, changedAt: at };
};

/** Adds a leave. Throws `invalid-input` for a date before today, an unknown person, one that overlaps, one over a year. */
export const withLeave = (rota: Rota, asked: Omit<Leave, 'holdsFrom'>, at: Moment): Rota => {
  const base = settled(rota, at);
  if (!everyone(base).includes(asked.who)) throw invalidField('who', 'not-in-roster', 'is not of this rota');
  if (asked.from < dateOf(at, rota.week.zone)) throw invalidField('from', 'past', 'lies before today');
  if (asked.to < asked.from) throw invalidField('to', 'before-start', 'lies before the first day');
  if (asked.to > addDays(asked.from, LONGEST_LEAVE)) throw invalidField('to', 'too-long', 'is more than a year away');
  const own = base.leaves.filter((l) => l.who === asked.who);
  if (own.some((l) => l.from <= asked.to && asked.from <= l.to))
    throw invalidField('from', 'overlaps', 'overlaps another leave of the same person');
  return { ...base, leaves: [...base.leaves, { ...asked, holdsFrom: nextWeek(rota, at) }] };
};

/** Ends a leave: one that lies ahead is gone, one that runs ends with this week. Throws `not-found`. */
export const withoutLeave = (rota: Rota, id: string, at: Moment): Rota => {
  const base = settled(rota, at);
  const ended = base.leaves.find((l) => l.id === id);
  if (!ended) throw notFound('leave');
  const lastDay = addDays(nextWeek(rota, at), -1);
  const others = base.leaves.filter((l) => l.id !== id);
  if (ended.from > lastDay) return { ...base, leaves: others };
  const to = [ended.to, lastDay].sort()[0] as string;
  return { ...base, leaves: [...others, { ...ended, to }] };
};

/** Lets a week pass without duty. Throws `invalid-input` for a week that is no week, begun, over or paused already. */
export const withPause = (rota: Rota, week: string, reason: string, at: Moment): Rota => {
  const base = settled(rota, at);
  ahead(rota, week, 'week', at);
  if (base.pauses.some((p) => p.week === week)) throw invalidField('week', 'duplicate', 'is paused already');
  return { ...base, pauses: [...base.pauses, { week, reason }] };
};

/** Takes a pause back. Throws `not-found`, `invalid-input` for one that has begun. */
export const withoutPause = (rota: Rota, week: string, at: Moment): Rota => {
  const base = settled(rota, at);
  ahead(rota, week, 'week', at);
  if (!base.pauses.some((p) => p.week === week)) throw notFound('pause');
  return { ...base, pauses: base.pauses.filter((p) => p.week !== week) };
};

/** Somebody serves a week for whose it is. Throws as `withSwap` does. */
export const withCover = (rota: Rota, { id, week, by }: { id: string; week: string; by: string }, at: Moment): Rota => {
  const base = settled(rota, at);
  const instead = serving(base, ahead(rota, week, 'week', at), 'week');
  if (instead === by) throw invalidField('by', 'oneself', 'serves that week already');
  return agreed(base, { id, kind: 'cover', moves: [{ week, instead, by }] });
};

/**
 * Two people exchange their weeks. Throws `invalid-input` for a week that is begun, over or nobody's, for a swap with
 * oneself, for somebody who is away or not of the roster then; `two-running` where somebody would serve two weeks running.
 */
export const withSwap = (rota: Rota, { id, weeks }: { id: string; weeks: [string, string] }, at: Moment): Rota => {
  const base = settled(rota, at);
  const [a, b] = weeks;
  const first = serving(base, ahead(rota, a, 'week', at), 'week');
  const second = serving(base, ahead(rota, b, 'with', at), 'with');
  if (first === second) throw invalidField('with', 'oneself', 'is the same person’s week');
  return agreed(base, {
    id,
    kind: 'swap',
    moves: [
      { week: a, instead: first, by: second },
      { week: b, instead: second, by: first },
    ],
  });
};

const ahead = (rota: Pick<Rota, 'week' | 'earlier'>, week: string, path: string, at: Moment): string => {
  if (!isWeek(week, rota.week)) throw invalidField(path, 'no-week', 'is not a day on which a week begins');
  if (week < nextWeek(rota, at)) throw invalidField(path, 'past', 'has begun or is over');
  return week;
};

/** Who serves the week; throws for a pause, a gap, or a week further ahead than turns are shown. */
const serving = (rota: Rota, week: string, path: string): string => {
  const turn = whoIsOn(rota, week);
  if (turn.kind !== 'turn') throw invalidField(path, 'nobody', 'is nobody’s week');
  return turn.who;
};

const agreed = (rota: Rota, override: Override): Rota => {
  for (const m of override.moves) able(rota, m);
  const next = { ...rota, overrides: [...rota.overrides, override] };
  const running = override.moves.find((m) => servesBeside(next, m));
  if (running)
    throw conflict('two-running', `${running.by} would serve two weeks running.`, {
      who: running.by,
      week: running.week,
    });
  return next;
};

const able = (rota: Rota, { week, by }: Move): void => {
  if (!rosterOf(rota, week).members.includes(by))
    throw invalidField('by', 'not-in-roster', 'is not of the roster then');
  if (isAway(rota, by, week)) throw invalidField('by', 'away', 'is on leave then');
};

/** With two people or fewer there is nobody else, so it is no fault. */
const servesBeside = (rota: Rota, { week, by }: Move): boolean => {
  if (rosterOf(rota, week).members.length < 3) return false;
  const [before, , after] = turns(rota, addWeeks(week, -1), 3);
  return [before, after].some((t) => t?.kind === 'turn' && t.who === by);
};

/** Everything wrong with a list of members; throws `invalid-input` naming the first. `known` are the unit's people. */
const checkMembers = (members: string[], known: ReadonlySet<string>): void => {
  if (members.length === 0) throw invalidField('members', 'empty-roster', 'is empty: nobody could serve');
  members.forEach((m, i) => {
    if (!known.has(m)) throw invalidField(`members.${i}`, 'unknown-person', 'is not a worker of this unit');
    if (members.indexOf(m) < i) throw invalidField(`members.${i}`, 'duplicate', 'stands there twice');
  });
};

/** The first rota of a unit, from a week that has not begun. Throws `invalid-input`. */
export const firstRota = (
  unit: string,
  { from, members }: Pick<RosterInput, 'from' | 'members'>,
  rule: WeekRule,
  known: ReadonlySet<string>,
  at: Moment,
): Rota => {
  checkMembers(members, known);
  ahead({ week: rule, earlier: [] }, from, 'from', at);
  return begun(unit, from, members, rule);
};

/** A rota that begins in a week, with nobody's turn behind it. */
export const begun = (unit: string, from: string, members: string[], week: WeekRule): Rota => ({
  ...{ unit, version: 0, week, anchor: { week: from, ring: [], pending: [] } },
  ...{ rosters: [{ from, members }], leaves: [], pauses: [], overrides: [], lost: [], earlier: [] },
  changedAt: startOf(from, week),
});

/** A new roster from a week on; it takes the place of those that were to begin then or later. Throws `invalid-input`. */
export const withRoster = (
  rota: Rota,
  { from, members }: Pick<RosterInput, 'from' | 'members'>,
  known: ReadonlySet<string>,
  at: Moment,
): Rota => {
  const base = settled(rota, at);
  checkMembers(members, known);
  ahead(rota, from, 'from', at);
  return { ...base, rosters: [...base.rosters.filter((r) => r.from < from), { from, members }] };
};

/** Changes of the day that are remembered to look back. */
const MOST_EARLIER = 5;

/**
 * Other hours, or another day, for the weeks to come. With another day the first new week begins on that day after the
 * present one has ended; throws `weeks-agreed` while there are pauses, swaps or covers, which name weeks of the old day.
 */
export const withWeekRule = (rota: Rota, rule: WeekRule, at: Moment): Rota => {
  if (rule.day === rota.week.day) return { ...rota, week: rule };
  const next = nextWeek(rota, at);
  const base = compacted(rota, next);
  if (base.pauses.length + base.overrides.length > 0)
    throw conflict('weeks-agreed', 'Pauses, swaps and covers are agreed for weeks that begin on the old day.');
  const first = Array.from({ length: 7 }, (_, i) => addDays(next, i)).find((d) => isWeek(d, rule)) as string;
  const earlier = [...base.earlier, { rule: rota.week, last: presentWeek(rota, at), until: first }].slice(
    -MOST_EARLIER,
  );
  return { ...base, week: rule, earlier, anchor: { ...base.anchor, week: first } };
};
