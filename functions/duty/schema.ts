import * as z from 'zod';
import { date, email, line, text, version } from '../../shared/fields.ts';
import { isZone, ZONE } from '../../shared/time.ts';

/** When a unit's week begins: the day (1 Monday to 7 Sunday), the hour on the wall clock, and the zone. */
export const weekRule = z.strictObject({
  day: z.number().int().min(1).max(7).default(1),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('09:00'),
  zone: z.string().max(60).refine(isZone, { error: 'is not a time zone' }).default(ZONE),
});
export type WeekRule = z.infer<typeof weekRule>;

/** A week is named by the date on which it begins. */
export const week = date;

/** Who takes turns from a week on. The order counts among those who are new together; everybody else keeps their place. */
export const roster = z.strictObject({ from: week(), members: z.array(email()).max(60) });
export type Roster = z.infer<typeof roster>;

/** Somebody is away from a date to a date, both included; `holdsFrom` is the first week that it can still change. */
export const leave = z.strictObject({
  id: z.string(),
  who: email(),
  from: date(),
  to: date(),
  reason: line(200).optional(),
  holdsFrom: week(),
});
export type Leave = z.infer<typeof leave>;

/** A week in which nobody serves; every turn from then on is a week later. */
export const pause = z.strictObject({ week: week(), reason: line(200) });

/** In a week, `by` serves instead of `instead`. */
export const move = z.strictObject({ week: week(), instead: email(), by: email() });
export type Move = z.infer<typeof move>;

/** What people agreed among themselves: a swap has two moves, which hold together or not at all; a cover has one. */
export const override = z.strictObject({
  id: z.string(),
  kind: z.enum(['swap', 'cover']),
  moves: z.array(move).min(1).max(2),
});
export type Override = z.infer<typeof override>;

/** Where the rota stood before a week: the order of turns, who is still to serve in this round, who served last. */
export const anchor = z.strictObject({
  week: week(),
  ring: z.array(email()),
  pending: z.array(email()),
  last: email().optional(),
});
export type Anchor = z.infer<typeof anchor>;

/** All that decides who is on duty in a unit, week by week. */
export const rota = z.object({
  unit: z.string(),
  version: z.number().int().min(0),
  week: weekRule,
  anchor,
  rosters: z.array(roster).min(1),
  leaves: z.array(leave),
  pauses: z.array(pause),
  overrides: z.array(override),
  /** Weeks ahead that people had and lost by a change: their calendars have to take them back. */
  lost: z.array(z.strictObject({ week: week(), who: email() })).default([]),
  /** Where weeks began on another day before: its rule, its last week, and the first week of the rule after it. */
  earlier: z.array(z.strictObject({ rule: weekRule, last: week(), until: week() })).default([]),
  changedAt: z.string().default('1970-01-01T00:00:00.000Z'),
});
export type Rota = z.infer<typeof rota>;

/** Why nobody serves in a week. `not-begun` lies before the anchor: look at the hand-overs instead. */
export const gapReason = z.enum(['empty-roster', 'all-away', 'not-begun']);

/** One week of the rota: who serves and why they, or a pause, or a gap that somebody has to close. */
export const turn = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('turn'),
    week: week(),
    who: z.string(),
    /** Whose turn it was by the order, where somebody else took it. */
    instead: z.string().optional(),
    via: z.enum(['rota', 'swap', 'cover']),
  }),
  z.object({ kind: z.literal('pause'), week: week(), reason: z.string() }),
  z.object({ kind: z.literal('gap'), week: week(), reason: gapReason }),
]);
export type Turn = z.infer<typeof turn>;

/** A week that a change gives to somebody else. */
export const shift = z.object({ week: week(), before: turn, after: turn });
export type Shift = z.infer<typeof shift>;

/** What people ask to be changed. `preview` shows who moves and saves nothing. */
const previewed = { preview: z.boolean().default(false).meta({ widget: 'hidden' }) };

export const leaveInput = z.strictObject({
  who: email(),
  from: date(),
  to: date(),
  reason: line(200).optional(),
  ...previewed,
});

export const pauseInput = z.strictObject({ week: week(), reason: line(200), ...previewed });
export const coverInput = z.strictObject({ week: week(), by: email(), ...previewed });
export const swapInput = z.strictObject({ week: week(), with: week(), note: text(500).optional(), ...previewed });
export const rosterInput = z.strictObject({
  from: week(),
  members: z.array(email()).max(60).meta({ widget: 'ordered' }),
  week: weekRule.optional(),
  /** As it was read; 0 or none for a unit that has no rota yet. */
  version: version().default(0).meta({ widget: 'hidden' }),
  ...previewed,
});
export type RosterInput = z.infer<typeof rosterInput>;
