import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { conflict, notFound } from '../errors.ts';
import { plus } from '../time.ts';
import { type Action, firstState, nextState } from './chart.ts';
import type { Clock, Effect, Entry, Lifecycle, LifeEvent, LifeRecord, Part, Step } from './lifecycle.ts';

/** What the main chart sees when a part has moved; a chart that does not take it now keeps its parts still. */
export const PARTS_CHANGED = 'parts.changed';

type PartAction = Action & { part?: string };

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
 * A step with `part` moves that part's chart; the main chart then sees `parts.changed`.
 */
export const decide = <D>(life: Lifecycle<D>, record: LifeRecord<D>, step: Step): LifeRecord<D> => {
  const running = step.clock === undefined ? record : withoutClock(record, step.clock);
  return step.part === undefined ? decideWhole(life, running, step) : decidePart(life, running, step);
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

const decidePart = <D>(life: Lifecycle<D>, record: LifeRecord<D>, step: Step): LifeRecord<D> => {
  const parts = partsOf(life, record);
  const part = parts.find((p) => p.id === step.part);
  if (!life.parts || !part) throw notFound('part of this case');
  const { machine, key } = life.parts;
  const moved = taken(machine, snapshotOf(machine, part.state, part), step, () => possible(life, record, part));
  const next = { ...(moved.snapshot.context as Part), state: moved.snapshot.value };
  const data = { ...record.data, [key]: parts.map((p) => (p.id === part.id ? next : p)) };
  const changed = { ...step, type: PARTS_CHANGED };
  const whole = taken(life.machine, snapshotOf(life.machine, record.state, data), changed, () =>
    possible(life, record),
  );
  return withEntry(record, step, { state: whole.snapshot.value, data: whole.snapshot.context as D }, [
    ...moved.actions.map((a) => ({ ...a, part: part.id })),
    ...whole.actions,
  ]);
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
  part: step.part,
  input: step.input ?? {},
});

const taken = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot, step: Step, now: () => string[]) => {
  if (!snapshot.can(eventOf(step) as never))
    throw conflict('not-possible', `${step.type} is not possible now.`, { possible: now() });
  return nextState(machine, snapshot, eventOf(step));
};

/** The events of the action table (those that `asked` picks) that the chart of the case, or of one part, takes now. */
export const possible = <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  part?: Part,
  asked: (action: string) => boolean = () => true,
): string[] => {
  const machine = part ? life.parts?.machine : life.machine;
  const whole = snapshotOf(life.machine, record.state, record.data);
  const probe = { at: record.updatedAt, by: { kind: 'system', id: 'probe' }, input: {} };
  if (!machine || (part && !whole.can({ type: PARTS_CHANGED, ...probe } as never))) return [];
  const snapshot = part ? snapshotOf(machine, part.state, part) : whole;
  const table = part ? (life.parts?.actions ?? {}) : life.actions;
  return Object.keys(table).filter((type) => asked(type) && snapshot.can({ type, ...probe } as never));
};

const withEntry = <D>(
  record: LifeRecord<D>,
  step: Step,
  next: { state: unknown; data: D },
  actions: PartAction[],
): LifeRecord<D> => {
  const seq = record.version + 1;
  const effects: Effect[] = [];
  const clocks = { ...record.clocks };
  for (const a of actions) effects.push(...effectsOf(a, clocks, step, seq));
  const entry: Entry = {
    seq,
    at: step.at,
    by: step.by,
    event: step.type,
    ...(step.part === undefined ? {} : { part: step.part }),
    ...(step.input && Object.keys(step.input).length > 0 ? { input: step.input } : {}),
    ...(record.state === undefined ? {} : { from: record.state }),
    to: next.state,
    effects,
  };
  return { ...record, ...next, clocks, version: seq, updatedAt: step.at, history: [...record.history, entry] };
};

/** `after` in the chart becomes a clock and the effect that sets or clears it; named actions pass as they are. */
const effectsOf = (a: PartAction, clocks: Record<string, Clock>, step: Step, seq: number): Effect[] => {
  const part = a.part === undefined ? {} : { part: a.part };
  if (a.type === 'xstate.raise' && a.params?.delay !== undefined) {
    const id = clockId(a.params.id ?? a.params.event?.type ?? '', a.part);
    clocks[id] = { due: plus(step.at, a.params.delay), event: a.params.event?.type ?? '', seq, ...part };
    return [{ type: 'clock.set', params: { clock: id }, ...part }];
  }
  if (a.type === 'xstate.cancel') {
    const id = clockId(a.params?.sendId ?? '', a.part);
    const running = clocks[id];
    if (!running) return [];
    delete clocks[id];
    return [{ type: 'clock.clear', params: { clock: id, seq: running.seq }, ...part }];
  }
  if (a.type.startsWith('xstate.')) return [];
  return [{ type: a.type, ...(a.params ? { params: a.params } : {}), ...part }];
};

const clockId = (id: string, part?: string) => (part === undefined ? id : `${part}/${id}`);

/** The clock that fires next, under its id, if any runs. */
export const nextClock = (record: Pick<LifeRecord, 'clocks'>): [id: string, clock: Clock] | undefined =>
  Object.entries(record.clocks).sort(([, a], [, b]) => (a.due < b.due ? -1 : 1))[0];

/** When the next clock fires, if any runs. */
export const nextDue = (record: Pick<LifeRecord, 'clocks'>): string | undefined => nextClock(record)?.[1].due;
