import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import type { Language } from '../../shared/fields.ts';
import { localised } from '../../shared/form-labels.ts';
import { type Translate, translator } from '../../shared/i18n.ts';
import type { Moment } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { type LifeRecord, named } from '../../shared/workflow/lifecycle.ts';
import { openActions, staffDoer } from '../../shared/workflow/open-actions.ts';
import { holidayName, holidaysKnown, type LocalDays } from '../../shared/working-days.ts';
import { clockName } from '../cases/rules.ts';
import type { Changed } from './change-rota.ts';
import { isFirst } from './change-rota.ts';
import { AHEAD_WEEKS } from './changes.ts';
import { handover, handoverStage } from './handover/handover.ts';
import { peopleIn, servingIn } from './handover/rules.ts';
import type { HandoverData, HandoverView } from './handover/schema.ts';
import { messages } from './messages.ts';
import { type Team, withPast } from './people.ts';
import { nextWeek, turns } from './rules.ts';
import * as s from './schema.ts';
import { type SwapData, type SwapView, swapStage } from './swap/schema.ts';
import { swap } from './swap/swap.ts';
import { datesOf, endOf, startOf, weekLabel } from './week.ts';

/** What the duty's API answers. */

export const wordsIn = (language: Language): Translate => translator(language, messages, words);

/** A week of the rota. */
export const turnRow = z.object({
  week: z.string(),
  label: z.string(),
  begins: z.string(),
  ends: z.string(),
  kind: z.enum(['turn', 'pause', 'gap']),
  who: named.optional(),
  instead: named.optional(),
  via: z.string().optional(),
  reason: z.string().optional(),
  /** It is over or runs: who serves is settled. */
  frozen: z.boolean(),
  holidays: z.array(z.string()),
});

export const rowOf = (turn: s.Turn, rota: s.Rota, team: Team, t: Translate, local: LocalDays, frozen: boolean) => {
  const { week } = turn;
  const common = {
    ...{ week, label: weekLabel(week), begins: startOf(week, rota.week), ends: endOf(week, rota.week), frozen },
    holidays: [...new Set(datesOf(week).flatMap((d) => holidayName(d, local) ?? []))],
  };
  switch (turn.kind) {
    case 'turn':
      return {
        ...{ ...common, kind: turn.kind, who: team.named(turn.who), via: turn.via },
        instead: turn.instead === undefined ? undefined : team.named(turn.instead),
      };
    case 'pause':
      return { ...common, kind: turn.kind, reason: turn.reason };
    case 'gap':
      return { ...common, kind: turn.kind, reason: t(`duty.gap.${turn.reason}`) };
  }
};

/** What a turn comes to in words: a name, a pause, nobody. */
const inWords = (turn: s.Turn, team: Team, t: Translate): string => {
  if (turn.kind === 'turn') return team.nameOf(turn.who);
  return turn.kind === 'pause' ? t('duty.pause', { reason: turn.reason }) : t('duty.nobody');
};

export const changedView = z.object({
  saved: z.boolean(),
  version: z.number(),
  moves: z.array(z.object({ week: z.string(), before: z.string(), after: z.string(), text: z.string() })),
  gaps: z.array(z.object({ week: z.string(), reason: z.string() })),
});

/** Who moves by a change, and which weeks it leaves without anybody. */
export const changedOf = ({ rota, shifts, gaps, saved }: Changed, team: Team, t: Translate) => ({
  ...{ saved, version: rota.version },
  moves: shifts.map(({ week, before, after }) => {
    const facts = { week: weekLabel(week), before: inWords(before, team, t), after: inWords(after, team, t) };
    return { ...facts, week, text: t('duty.shift', facts) };
  }),
  gaps: gaps.map((g) => ({ week: g.week, reason: g.kind === 'gap' ? t(`duty.gap.${g.reason}`) : '' })),
});

const form = z.object({
  input: z.record(z.string(), z.unknown()),
  options: z.record(z.string(), z.array(z.unknown())),
});

export const rotaView = z.object({
  unit: named,
  version: z.number(),
  rule: s.weekRule,
  present: z.string(),
  turns: z.array(turnRow),
  /** Weeks within thirty days that nobody serves. */
  gapsSoon: z.array(z.string()),
  /** Years shown whose holidays are not published yet. */
  holidaysUnknown: z.array(z.number()),
  rosters: z.array(z.object({ from: z.string(), members: z.array(named) })),
  /** People of the present roster who are no workers of the unit any more: take them off before their week comes. */
  left: z.array(z.string()),
  leaves: z.array(
    z.object({ id: z.string(), who: named, from: z.string(), to: z.string(), reason: z.string().optional() }),
  ),
  pauses: z.array(s.pause),
  /** What the caller may ask for, by name, with its form. */
  forms: z.record(z.string(), form),
});

/** Why somebody is away is shown to them and the first secretary. */
export const leavesOf = ({ leaves, unit }: s.Rota, team: Team, actor: Actor) =>
  leaves.map(({ id, who, from, to, reason }) => ({
    ...{ id, who: team.named(who), from, to },
    reason: who === actor.id || isFirst(actor, unit) ? reason : undefined,
  }));

/** The forms open to the actor: their own affairs, and for the first secretary everybody's; weeks ahead are offered by name. */
export const formsFor = (actor: Actor, rota: s.Rota, team: Team, t: Translate, at: Moment) => {
  const first = isFirst(actor, rota.unit);
  const members = team.workers.map((m) => ({ value: m.email, label: m.name }));
  const own = members.filter((m) => first || m.value === actor.id);
  const ahead = turns(rota, nextWeek(rota, at), AHEAD_WEEKS);
  const weeks = ahead.map((turn) => ({ turn, value: turn.week, label: weekInWords(turn, team, t) }));
  const offered = (which: (turn: s.Turn) => boolean) =>
    weeks.filter((w) => which(w.turn)).map(({ value, label }) => ({ value, label }));
  const served = (turn: s.Turn) => turn.kind === 'turn';
  const mine = (turn: s.Turn) => turn.kind === 'turn' && turn.who === actor.id;
  const theirs = (turn: s.Turn) => served(turn) && !mine(turn);
  const made = (name: string, schema: z.ZodType, options: Record<string, unknown[]> = {}) => ({
    [name]: { input: localised(inputSchema(schema), t, name), options },
  });
  return {
    ...(own.length > 0 ? made('leave', s.leaveInput, { who: own }) : {}),
    ...(ahead.some(mine) ? made('swap', s.swapInput, { week: offered(mine), with: offered(theirs) }) : {}),
    ...(own.length > 0 ? made('cover', s.coverInput, { week: offered(served), by: own }) : {}),
    ...(first ? made('pause', s.pauseInput, { week: offered((turn) => turn.kind !== 'pause') }) : {}),
    ...(first ? made('roster', s.rosterInput, { from: offered(() => true), members }) : {}),
  };
};

const weekInWords = (turn: s.Turn, team: Team, t: Translate): string =>
  `${turn.week} ${weekLabel(turn.week)} ${inWords(turn, team, t)}`;

/** The years among some weeks whose holidays are not published yet. */
export const unknownYears = (turns: s.Turn[]): number[] =>
  [...new Set(turns.map((t) => Number(t.week.slice(0, 4))))].filter((y) => !holidaysKnown(y));

/** A week of duty with what the actor can do to it now. */
export const handoverViewOf = async (
  record: LifeRecord<HandoverData>,
  rule: s.WeekRule,
  team: Team,
  actor: Actor,
  t: Translate,
): Promise<HandoverView> => {
  const { id, version, data, state } = record;
  const { unit, week, who, from, via, pause, gap, signed = [], standIns = [], words: said, report } = data;
  const { named: byId } = await withPast(team, peopleIn(data));
  const person = (p: string | undefined) => (p === undefined ? undefined : byId(p));
  const code = handoverStage(state);
  const members = team.members.map((m) => ({ value: m.email, label: m.name }));
  const options = async (action: string) => (action === 'stand-in' ? { who: members } : undefined);
  return {
    ...{ id, version, unit, week, label: weekLabel(week), begins: startOf(week, rule), ends: endOf(week, rule) },
    ...{ stage: { code, text: t(`duty.stage.${code}`) }, via, pause, gap: gap && t(`duty.gap.${gap}`) },
    ...{ who: person(who), serving: person(servingIn(data)), from: person(from) },
    ...{ signed, standIns, words: said, report },
    clocks: Object.entries(record.clocks).map(([clock, { due }]) => ({
      ...{ id: clock, text: t(`clock.${clockName(clock)}`), due },
    })),
    actions: await openActions(handover, record, staffDoer(actor), t, { options }),
  };
};

export const swapViewOf = async (record: LifeRecord<SwapData>, actor: Actor, t: Translate): Promise<SwapView> => {
  const { id, version, data, state } = record;
  const code = swapStage.parse(state);
  return {
    ...{ ...data, id, version, stage: { code, text: t(`swap.stage.${code}`) } },
    actions: await openActions(swap, record, staffDoer(actor), t),
  };
};
