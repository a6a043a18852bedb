import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { decide } from '../../shared/workflow/decide.ts';
import type { By, Lifecycle, LifeRecord, Step } from '../../shared/workflow/lifecycle.ts';

/** Records of any lifecycle, step by step without a store. */

const SYSTEM: By = { kind: 'system', id: 'kora' };

/** The record after some steps, by the system and at once unless they say otherwise. */
export const taken = <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  ...steps: (Partial<Step> & { type: string })[]
): LifeRecord<D> => steps.reduce((r, s) => decide(life, r, { at: r.updatedAt, by: SYSTEM, ...s }), record);

/** The record after its next deadline has passed, at that instant. */
export const rung = <D>(life: Lifecycle<D>, record: LifeRecord<D>): LifeRecord<D> => {
  const [next] = Object.entries(record.clocks).sort(([, a], [, b]) => (a.due < b.due ? -1 : 1));
  if (!next) throw new Error('no clock runs');
  const [clock, { event, due }] = next;
  return decide(life, record, { type: event, at: due, by: SYSTEM, clock });
};

/** What the last step asks to be carried out beside clocks: each effect, with what it is about. */
export const told = <D>(record: LifeRecord<D>): string[] =>
  (record.history.at(-1)?.effects ?? [])
    .filter((e) => !e.type.startsWith('clock.'))
    .map((e) => (e.params?.about ? `${e.type} ${e.params.about}` : e.type));

const below = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states).flatMap((n) => [n, ...below(n)]);

/** Every state of a chart by its path, and every deadline by its name and state, as they are stored. */
export const released = (machine: AnyStateMachine): { states: string[]; deadlines: string[] } => ({
  states: below(machine.root)
    .map((n) => n.path.join('.'))
    .sort(),
  deadlines: machine.events.filter((e) => e.startsWith('xstate.after.')).sort(),
});

/** The effects that a chart names anywhere: its actions that are no pure assignments. */
export const effectsNamed = (machine: AnyStateMachine): string[] => {
  const named = [machine.root, ...below(machine.root)].flatMap((n) => [
    ...n.entry,
    ...[...n.transitions.values()].flat().flatMap((t) => t.actions),
    ...(n.always ?? []).flatMap((t) => t.actions),
  ]);
  const types = named.flatMap((a) => (typeof a === 'string' ? a : typeof a === 'function' ? [] : String(a.type)));
  const assigns = Object.entries(machine.implementations.actions).filter(
    ([, a]) => (a as { type?: string } | undefined)?.type === 'xstate.assign',
  );
  return [...new Set(types)].filter((t) => !t.startsWith('xstate.') && !assigns.some(([name]) => name === t)).sort();
};
