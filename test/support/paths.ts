import type { ActorLogic, AnyStateMachine, AnyStateNode, EventObject, Snapshot } from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { decide, partsOf, possible } from '../../shared/workflow/decide.ts';
import { type Clock, type Lifecycle, type LifeRecord, type Step, SYSTEM } from '../../shared/workflow/lifecycle.ts';

/**
 * The charts of a lifecycle (its own and its parts') as one graph for xstate/graph: a state is a whole record, an event is a
 * step, and the logic is the very `decide` that the functions use.
 */

type StepEvent = EventObject & { step: Step };
type State<D> = Snapshot<unknown> & { record: LifeRecord<D> };

/** Where paths begin, and what may happen to a record. */
export interface Graph<D> {
  life: Lifecycle<D>;
  start: LifeRecord<D>;
  steps: (record: LifeRecord<D>) => Step[];
  /** What tells records of one state apart, besides the states of their parts. */
  marks?: (record: LifeRecord<D>) => unknown;
}

/** The steps of a path, and the record they lead to. */
export interface Walk<D> {
  steps: Step[];
  record: LifeRecord<D>;
}

const stateOf = <D>(record: LifeRecord<D>): State<D> => ({
  ...{ status: 'active', output: undefined, error: undefined },
  record,
});

const logicFrom = <D>({ life, start }: Graph<D>): ActorLogic<State<D>, StepEvent> => ({
  getInitialSnapshot: () => stateOf(start),
  getPersistedSnapshot: (s) => s,
  transition: (s, { step }) => stateOf(decide(life, s.record, step)),
});

const keyOf =
  <D>({ life, marks }: Graph<D>, clocks: boolean) =>
  ({ record }: State<D>): string =>
    JSON.stringify([
      record.state,
      partsOf(life, record).map((p) => p.state),
      clocks ? Object.keys(record.clocks).sort() : [],
      marks?.(record),
    ]);

const options = <D>(graph: Graph<D>, clocks = false) => ({
  serializeState: keyOf(graph, clocks),
  serializeEvent: (e: StepEvent) => JSON.stringify(e.step ?? e.type),
  events: (s: State<D>): StepEvent[] => graph.steps(s.record).map((step) => ({ type: step.type, step })),
});

/** The record after the steps. */
export const stepped = <D>(life: Lifecycle<D>, record: LifeRecord<D>, steps: Step[]): LifeRecord<D> =>
  steps.reduce((r, s) => decide(life, r, s), record);

/** The graph keeps one record a state; the one at the end of this very path comes of taking its steps. */
const walkFrom =
  <D>({ life, start }: Graph<D>) =>
  (found: { steps: { event: StepEvent }[] }): Walk<D> => {
    const steps = found.steps.map((s) => s.event.step).filter((s) => s !== undefined);
    return { steps, record: stepped(life, start, steps) };
  };

/** Every simple path. */
export const simpleWalks = <D>(graph: Graph<D>): Walk<D>[] =>
  getSimplePaths(logicFrom(graph), options(graph)).map(walkFrom(graph));

/** The shortest path to every state of the charts together, with each deadline running and run out. */
export const shortestWalks = <D>(graph: Graph<D>): Walk<D>[] =>
  getShortestPaths(logicFrom(graph), options(graph, true)).map(walkFrom(graph));

/** The deadlines that may run out now, of the record itself or of one part. */
export const deadlines = <D>(record: LifeRecord<D>, at: string, part?: string): Step[] =>
  Object.entries(record.clocks)
    .filter(([, c]) => c.parts?.[0] === part)
    .map(([clock, c]) => ({ type: c.event, at, by: SYSTEM, parts: c.parts, clock }));

/** Everything that people may do to a record and its parts now, and its deadlines; `inputs` says what with. */
export const everyStep = <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  inputs: (action: string, record: LifeRecord<D>) => Step | undefined,
  at: string,
): Step[] => {
  const own = possible(life, record).flatMap((a) => inputs(a, record) ?? []);
  const ofParts = partsOf(life, record).flatMap((part) => [
    ...possible(life, record, [part]).flatMap((a) => {
      const step = inputs(a, record);
      return step ? [{ ...step, parts: [part.id] }] : [];
    }),
    ...deadlines(record, at, part.id),
  ]);
  return [...own, ...ofParts, ...deadlines(record, at)];
};

export const leaf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Object.entries(value as object)
        .map(([k, v]) => `${k}.${leaf(v)}`)
        .join();

const afterIn = (machine: AnyStateMachine, value: unknown, context: unknown): string[] =>
  machine
    .resolveState({ value: value as never, context: context as never })
    ._nodes.flatMap((n: AnyStateNode) => n.after.map((a) => a.eventType));

/** The deadlines that must run in the states a record and its parts are in. */
export const clocksOf = <D>(life: Lifecycle<D>, record: LifeRecord<D>): string[] => [
  ...afterIn(life.machine, record.state, record.data),
  ...partsOf(life, record).flatMap((p) =>
    life.parts ? afterIn(life.parts.machine, p.state, p).map((event) => `${p.id}/${event}`) : [],
  ),
];

/** Every state without children that a chart has, as `responding.onSite`; those that are passed in one go are left out. */
export const leavesOf = (machine: AnyStateMachine): string[] => {
  const below = (n: AnyStateNode): AnyStateNode[] => [n, ...Object.values(n.states).flatMap(below)];
  return below(machine.root)
    .filter((n) => Object.keys(n.states).length === 0 && !n.always?.length)
    .map((n) => n.path.join('.'));
};

/** What paths together come by. */
export const reached = <D>(life: Lifecycle<D>, walks: Walk<D>[]) => {
  const records = walks.map((w) => w.record);
  return {
    states: [...new Set(records.map((r) => leaf(r.state)))].sort(),
    partStates: [...new Set(records.flatMap((r) => partsOf(life, r).map((p) => leaf(p.state))))].sort(),
    effects: new Set(records.flatMap((r) => r.history.flatMap((e) => e.effects.map((f) => f.type)))),
    records,
  };
};

/** The running clock of a name, run out: the step that it raises at the instant at which it is due. */
export const runOut = ({ clocks }: { clocks: Record<string, Clock> }, name: string): Step => {
  const [clock, running] = Object.entries(clocks).find(([id]) => id.includes(name)) ?? [];
  if (!clock || !running) throw new Error(`no clock ${name} runs`);
  return { type: running.event, at: running.due, clock, parts: running.parts, by: SYSTEM };
};
