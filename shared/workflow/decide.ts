import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { conflict, type DomainError, notFound } from '../errors.ts';
import { firstState, nextState } from './chart.ts';
import type { Clock, Entry, Lifecycle, LifeEvent, LifeRecord, Part, Step } from './lifecycle.ts';
import { effectsOf, type PartAction } from './parts.ts';

/** What the main chart sees when a part has moved; a chart that does not take it now keeps its parts still. */
export const PARTS_CHANGED = 'parts.changed';

/** A new record in its chart's first state, with the entry that tells how it began. */
export const begin = <D>(life: Lifecycle<D>, id: string, data: D, step: Step): LifeRecord<D> => {
  const { snapshot, actions } = firstState(life.machine, data);
  const record: LifeRecord<D> = {
    id,
    type: life.type,
    version: 0,
    state: undefined,
    data,
    clocks: {},
    history: [],
    createdAt: step.at,
    updatedAt: step.at,
    delivered: 0,
    archivedTo: 0,
  };
  return withEntry(record, step, { state: snapshot.value, data: snapshot.context as D }, actions);
};

/**
 * The next record, or a `not-possible` conflict that names what is possible now. Pure: the same arguments, the same answer.
 * A step with `parts` moves the charts of all of them or of none; the main chart then sees `parts.changed`, once.
 */
export const decide = <D>(life: Lifecycle<D>, record: LifeRecord<D>, step: Step): LifeRecord<D> => {
  const running = step.clock === undefined ? record : withoutClock(record, step.clock);
  return step.parts === undefined ? decideWhole(life, running, step) : decideParts(life, running, step, step.parts);
};

/** A clock that has run out is gone, also where the chart stays in its state. */
const withoutClock = <D>(record: LifeRecord<D>, id: string): LifeRecord<D> => {
  const { [id]: _, ...clocks } = record.clocks;
  return { ...record, clocks };
};

const decideWhole = <D>(life: Lifecycle<D>, record: LifeRecord<D>, step: Step): LifeRecord<D> => {
  const { snapshot, actions } = taken(life.machine, snapshotOf(life.machine, record.state, record.data), step, () =>
    possible(life, record),
  );
  const born = withNewParts(life, snapshot.context as D);
  return withEntry(record, step, { state: snapshot.value, data: born.data }, [...actions, ...born.actions]);
};

const decideParts = <D>(life: Lifecycle<D>, record: LifeRecord<D>, step: Step, ids: string[]): LifeRecord<D> => {
  const all = partsOf(life, record);
  const chosen = partsNamed(life, record, ids);
  if (!life.parts || chosen.length === 0) throw notFound('part of this case');
  const { machine, key } = life.parts;
  const event = eventOf(step);
  const snapshots = new Map(chosen.map((part) => [part.id, snapshotOf(machine, part.state, part)]));
  const unable = chosen.filter((part) => !snapshots.get(part.id)?.can(event as never)).map((part) => part.id);
  if (unable.length > 0) throw notPossible(step.type, possible(life, record, chosen), unable);
  const moved = new Map([...snapshots].map(([id, snapshot]) => [id, nextState(machine, snapshot, event)]));
  const next = all.map((part) => {
    const { snapshot } = moved.get(part.id) ?? {};
    return snapshot ? { ...(snapshot.context as Part), state: snapshot.value } : part;
  });
  const changed = { ...step, type: PARTS_CHANGED };
  const whole = taken(
    life.machine,
    snapshotOf(life.machine, record.state, { ...record.data, [key]: next }),
    changed,
    () => possible(life, record),
  );
  return withEntry(record, step, { state: whole.snapshot.value, data: whole.snapshot.context as D }, [
    ...[...moved].flatMap(([part, { actions }]) => actions.map((a) => ({ ...a, part }))),
    ...whole.actions,
  ]);
};

/** The parts of the ids, in the record's order; throws `not-found` where there is one that it has not. */
export const partsNamed = <D>(life: Lifecycle<D>, record: LifeRecord<D>, ids: string[]): Part[] => {
  const wanted = new Set(ids);
  const found = partsOf(life, record).filter((p) => wanted.has(p.id));
  if (found.length < wanted.size) throw notFound('part of this case');
  return found;
};

/** Parts that a step of the main chart has added get the first state of their own chart. */
const withNewParts = <D>(life: Lifecycle<D>, data: D): { data: D; actions: PartAction[] } => {
  if (!life.parts) return { data, actions: [] };
  const { key, machine } = life.parts;
  const actions: PartAction[] = [];
  const parts = ((data[key] as Part[] | undefined) ?? []).map((part) => {
    if (part.state !== undefined) return part;
    const { snapshot, actions: first } = firstState(machine, part);
    actions.push(...first.map((a) => ({ ...a, part: part.id })));
    return { ...(snapshot.context as Part), state: snapshot.value };
  });
  return { data: { ...data, [key]: parts }, actions };
};

export const partsOf = <D>(life: Lifecycle<D>, record: LifeRecord<D>): Part[] =>
  life.parts ? ((record.data[life.parts.key] as Part[] | undefined) ?? []) : [];

const snapshotOf = (machine: AnyStateMachine, state: unknown, context: unknown): AnyMachineSnapshot =>
  machine.resolveState({ value: state as never, context: context as never });

const eventOf = (step: Step): LifeEvent => ({
  type: step.type,
  at: step.at,
  by: step.by,
  input: step.input ?? {},
});

/** The refusal of a step that a chart does not take: what it would take, and which of the parts are in the way. */
export const notPossible = (type: string, now: string[], parts?: string[]): DomainError => {
  const detail = parts ? `${type} is not possible now for ${parts.join(', ')}.` : `${type} is not possible now.`;
  return conflict('not-possible', detail, { possible: now, ...(parts ? { parts } : {}) });
};

const taken = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot, step: Step, now: () => string[]) => {
  if (!snapshot.can(eventOf(step) as never)) throw notPossible(step.type, now());
  return nextState(machine, snapshot, eventOf(step));
};

/** The events of the action table (those that `asked` picks) that the chart of the case, or of all of these parts, takes now. */
export const possible = <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  parts?: Part[],
  asked: (action: string) => boolean = () => true,
): string[] => {
  const machine = parts ? life.parts?.machine : life.machine;
  const whole = snapshotOf(life.machine, record.state, record.data);
  const probe = { at: record.updatedAt, by: { kind: 'system', id: 'probe' }, input: {} };
  if (!machine || (parts && !whole.can({ type: PARTS_CHANGED, ...probe } as never))) return [];
  const snapshots = parts ? parts.map((part) => snapshotOf(machine, part.state, part)) : [whole];
  const table = parts ? (life.parts?.actions ?? {}) : life.actions;
  const can = (type: string) => snapshots.every((s) => s.can({ type, ...probe } as never));
  return Object.keys(table).filter((type) => asked(type) && can(type));
};

const withEntry = <D>(
  record: LifeRecord<D>,
  step: Step,
  next: { state: unknown; data: D },
  actions: PartAction[],
): LifeRecord<D> => {
  const seq = record.version + 1;
  const { effects, clocks } = effectsOf(actions, record.clocks, step, seq);
  const entry: Entry = {
    seq,
    at: step.at,
    by: step.by,
    event: step.type,
    ...(step.parts === undefined ? {} : { parts: step.parts }),
    ...(step.input && Object.keys(step.input).length > 0 ? { input: step.input } : {}),
    ...(record.state === undefined ? {} : { from: record.state }),
    to: next.state,
    effects,
  };
  return { ...record, ...next, clocks, version: seq, updatedAt: step.at, history: [...record.history, entry] };
};

/** The clock that fires next, under its id, if any runs. */
export const nextClock = (record: Pick<LifeRecord, 'clocks'>): [id: string, clock: Clock] | undefined =>
  Object.entries(record.clocks).sort(([, a], [, b]) => (a.due < b.due ? -1 : 1))[0];

/** When the next clock fires, if any runs. */
export const nextDue = (record: Pick<LifeRecord, 'clocks'>): string | undefined => nextClock(record)?.[1].due;
