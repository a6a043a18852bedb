import type { AnyStateMachine } from 'xstate';
import * as z from 'zod';
import type { Actor } from '../auth.ts';
import type { Moment } from '../time.ts';
import type { Companions } from './act.ts';

/** Who did a step: a person of the staff, the reporter through the receipt, or the system itself. */
export const by = z.object({
  kind: z.enum(['staff', 'reporter', 'system']),
  id: z.string(),
  name: z.string().optional(),
});
export type By = z.infer<typeof by>;

/** Somebody, or a unit, with the name it had at that moment. */
export const named = z.object({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof named>;

/** Who did a step, as records name people. */
export const personOf = ({ id, name }: By): Named => ({ id, name: name ?? id });

export const SYSTEM: By = { kind: 'system', id: 'kora' };

/** The parts of a record (animals) that something concerns: those of one step together. */
const parts = z.array(z.string()).optional();

/** A side effect as data; carried out after the stream, under the id `<record>#<seq>#<index>`. */
export const effect = z.object({
  type: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  parts,
});
export type Effect = z.infer<typeof effect>;

/** A running deadline: when it is due, the event it raises (in all of its parts at once), and which entry set it. */
export const clock = z.object({ due: z.string(), event: z.string(), parts, seq: z.number() });
export type Clock = z.infer<typeof clock>;

export const entry = z.object({
  seq: z.number(),
  at: z.string(),
  by,
  event: z.string(),
  parts,
  input: z.record(z.string(), z.unknown()).optional(),
  from: z.unknown().optional(),
  to: z.unknown(),
  effects: z.array(effect),
});
export type Entry = z.infer<typeof entry>;

/** An entry as people are told it: when, by whom by name, what in words, and of which parts. */
export const toldEntry = z.object({
  seq: z.number(),
  at: z.string(),
  by: z.string(),
  event: z.string(),
  text: z.string(),
  parts: z.string().optional(),
  note: z.string().optional(),
});
export type ToldEntry = z.infer<typeof toldEntry>;

/** A record as it is kept: one item. `state` is the statechart's value, `data` its context. */
export interface LifeRecord<D = Record<string, unknown>> {
  id: string;
  type: string;
  version: number;
  state: unknown;
  data: D;
  clocks: Record<string, Clock>;
  history: Entry[];
  createdAt: Moment;
  updatedAt: Moment;
  /** The highest entry whose effects have all been carried out. */
  delivered: number;
  /** Entries before this one were moved to a sibling item. */
  archivedTo: number;
}

/** What a step is asked to do, of the record or of some of its parts together. `input` was parsed by the action's schema. */
export interface Step {
  type: string;
  at: Moment;
  by: By;
  parts?: string[];
  input?: Record<string, unknown>;
  /** The clock that has run out and raises this event. */
  clock?: string;
}

/** The event a statechart sees: its type, who, when, and the input. */
export interface LifeEvent<I = Record<string, unknown>> {
  type: string;
  at: Moment;
  by: By;
  input: I;
}

/** The *who* and *what with* of one event; the statechart says *when*. */
export interface ActionRule<D, P = unknown> {
  input: z.ZodType;
  /** May this person do it to this record (or part)? */
  may: (actor: Actor, data: D, part?: P) => boolean;
  /** People barred because of what they did before (four eyes). */
  notBy?: (data: D, part?: P) => (string | undefined)[];
  /** Rules across fields and data; throws a DomainError. */
  check?: (input: never, data: D, at: Moment, part?: P) => void;
  /** The input goes to a sibling item under this prefix; the record itself stays as it is. */
  appends?: 'care';
  /** What it adds stays in the record for good: it is the first to be refused where there is little room left. */
  grows?: boolean;
  /** Buttons: the main way on, an ordinary one, or one that ends something. */
  tone?: 'primary' | 'plain' | 'danger';
  /** Needs a signed-in person: never offered as a link in mail. */
  signInOnly?: boolean;
  /** The reporter may do it too, by receipt. */
  byReporter?: boolean;
}

/** A lifecycle: a statechart, the chart of its parts if it has any, and the action table beside them. */
// biome-ignore lint/suspicious/noExplicitAny: lifecycles of all data types stand in one registry
export interface Lifecycle<D = any, P = any> {
  type: string;
  /** First part of its records’ keys (`CASE`, `REWARD`, `TASK`, …); several types may share one. */
  kind: string;
  machine: AnyStateMachine;
  data: z.ZodType<D>;
  actions: Record<string, ActionRule<D, P>>;
  /** Parts with a chart of their own (each animal): where they are in `data`, and their events. */
  parts?: { key: keyof D & string; machine: AnyStateMachine; actions: Record<string, ActionRule<D, P>> };
  /** Attributes for the indexes (queue, area), derived from the record at each step. */
  index: (record: LifeRecord<D>) => Record<string, unknown>;
  /** What must agree with a step whoever takes it (a person, a clock, a follow-up) and is written with it. */
  companions?: (next: LifeRecord<D>, before: LifeRecord<D>) => Companions | undefined;
}

export interface Part {
  id: string;
  state: unknown;
}

const choice = z.object({ value: z.string(), label: z.string() });

/** An action that is open to the caller now: what to show, and the form it takes. */
export const openAction = z.object({
  action: z.string(),
  label: z.string(),
  tone: z.enum(['primary', 'plain', 'danger']),
  /** The parts that it is open for, in one step for as many of them as are named. */
  parts,
  input: z.record(z.string(), z.unknown()),
  options: z.record(z.string(), z.array(choice)).optional(),
});
export type OpenAction = z.infer<typeof openAction>;
