import type { ActorLogic, AnyStateMachine, AnyStateNode, EventObject, Snapshot } from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { animalMachine } from '../../functions/wildlife/animal.ts';
import { wildlife } from '../../functions/wildlife/case.ts';
import type { WildlifeData } from '../../functions/wildlife/schema.ts';
import { decide, partsOf, possible } from '../../shared/workflow/decide.ts';
import { type LifeRecord, type Step, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { AT, begun, INPUTS, SANGYE, stepped, triaged } from './wildlife.ts';

/**
 * The two charts as one graph for xstate/graph: a state is a whole record, an event is a step, and the logic is the very
 * `decide` that the functions use. The graph is kept small by following one animal.
 */

type WildlifeRecord = LifeRecord<WildlifeData>;
type StepEvent = EventObject & { step: Step };
type State = Snapshot<unknown> & { record: WildlifeRecord };
type Logic = ActorLogic<State, StepEvent>;

const stateOf = (record: WildlifeRecord): State => ({ status: 'active', output: undefined, error: undefined, record });

const logicFrom = (start: WildlifeRecord): Logic => ({
  getInitialSnapshot: () => stateOf(start),
  getPersistedSnapshot: (s) => s,
  transition: (s, { step }) => stateOf(decide(wildlife.life, s.record, step)),
});

const eventOf = (step: Step): StepEvent => ({ type: step.type, step });
type Key = (state: State) => string;

const byState: Key = ({ record }) => JSON.stringify([record.state, record.data.animals.map((a) => a.state)]);
const byStateAndClocks: Key = (s) => byState(s) + Object.keys(s.record.clocks).sort().join();

const stepOf = (type: string, more: Partial<Step> = {}): Step => ({
  ...{ type, at: AT, by: SANGYE, input: INPUTS[type] },
  ...more,
});

const ONCE = new Set(['assess']);
const STILL = new Set(['identify', 'keep-apart', 'add-information', 'log-care']);

/** What may happen to the case now: people's actions that move it, and its deadlines. */
const caseSteps = (record: WildlifeRecord): Step[] => [
  ...(record.state === 'received' ? [triaged()] : []),
  ...possible(wildlife.life, record)
    .filter((a) => !STILL.has(a) && !(ONCE.has(a) && record.data.animals.length > 0))
    .map((a) => stepOf(a)),
  ...deadlines(record, undefined),
];

/** What may happen to its animals now. */
const animalSteps = (record: WildlifeRecord): Step[] =>
  partsOf(wildlife.life, record).flatMap((part) => [
    ...possible(wildlife.life, record, part)
      .filter((a) => !STILL.has(a))
      .map((a) => stepOf(a, { part: part.id })),
    ...deadlines(record, part.id),
  ]);

const deadlines = (record: WildlifeRecord, part: string | undefined): Step[] =>
  Object.entries(record.clocks)
    .filter(([, c]) => c.part === part)
    .map(([clock, c]) => ({ type: c.event, at: AT, by: SYSTEM, part: c.part, clock }));

/** The steps of a path, and the record they lead to. */
export interface Walk {
  steps: Step[];
  record: WildlifeRecord;
}

interface Found {
  steps: { event: StepEvent }[];
}

/** The graph keeps one record a state; the one at the end of this very path comes of taking its steps. */
const walkFrom =
  (start: WildlifeRecord) =>
  ({ steps }: Found): Walk => {
    const taken = steps.map((s) => s.event.step).filter((s) => s !== undefined);
    return { steps: taken, record: stepped(start, ...taken) };
  };

const options = (steps: (r: WildlifeRecord) => Step[], serializeState: Key = byState) => ({
  serializeState,
  serializeEvent: (e: StepEvent) => JSON.stringify(e.step ?? e.type),
  events: (s: State) => steps(s.record).map(eventOf),
});

/** Every simple path of the case's chart, its one animal going one straight way. */
export const caseWalks = (): Walk[] => {
  const start = begun();
  const forCase = options((r) => [...caseSteps(r), ...settle(r)]);
  return getSimplePaths(logicFrom(start), forCase).map(walkFrom(start));
};

const settle = (record: WildlifeRecord): Step[] => animalSteps(record).filter((s) => s.type === 'release');

/** Every simple path of the animal's chart, from the assessment of one that lives, and of one found dead. */
export const animalWalks = (): Walk[] => ['injured', 'dead'].flatMap(walksOfAnimal);

const walksOfAnimal = (condition: string): Walk[] => {
  const first = [triaged(), stepOf('accept'), stepOf('assess', { input: { ...INPUTS.assess, condition } })];
  const start = stepped(begun(), ...first);
  const paths = getSimplePaths(logicFrom(start), options(animalSteps));
  return paths.map(walkFrom(start)).map((w) => ({ ...w, steps: [...first, ...w.steps] }));
};

/** The shortest path to every state of the two charts together, with each deadline running and run out. */
export const walks = (): Walk[] => {
  const start = begun();
  const everything = options((r) => [...caseSteps(r), ...animalSteps(r)], byStateAndClocks);
  return getShortestPaths(logicFrom(start), everything).map(walkFrom(start));
};

const leaf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Object.entries(value as object)
        .map(([k, v]) => `${k}.${leaf(v)}`)
        .join();

/** The deadlines that must run in the states a record and its parts are in. */
export const clocksOf = ({ state, data }: WildlifeRecord): string[] => [
  ...afterIn(wildlife.life.machine, state, data),
  ...data.animals.flatMap((a) => afterIn(animalMachine, a.state, a).map((event) => `${a.id}/${event}`)),
];

const afterIn = (machine: AnyStateMachine, value: unknown, context: unknown): string[] =>
  machine
    .resolveState({ value: value as never, context: context as never })
    ._nodes.flatMap((n: AnyStateNode) => n.after.map((a) => a.eventType));

/** Every state without children that a chart has, as `responding.onSite`; those that are passed in one go are left out. */
export const leavesOf = (machine: AnyStateMachine): string[] => {
  const below = (n: AnyStateNode): AnyStateNode[] => [n, ...Object.values(n.states).flatMap(below)];
  return below(machine.root)
    .filter((n) => Object.keys(n.states).length === 0 && !n.always?.length)
    .map((n) => n.path.join('.'));
};

/** What all paths together come by. */
export const explored = () => {
  const records = walks().map((w) => w.record);
  const animals = records.flatMap((r) => r.data.animals);
  return {
    caseStates: new Set(records.map((r) => leaf(r.state))),
    animalStates: new Set(animals.map((a) => leaf(a.state))),
    effects: new Set(records.flatMap((r) => r.history.flatMap((e) => e.effects.map((f) => f.type)))),
    stages: new Set(records.map((r) => wildlife.stage(r.state))),
    partStages: new Set(animals.map((a) => wildlife.partStage?.({ id: a.id, state: a.state }) ?? '')),
  };
};
