import { type AnyActorScope, type AnyMachineSnapshot, type AnyStateMachine, createActor } from 'xstate';

/** An action of a chart as data: what would be carried out, and with what. */
export interface Action {
  type: string;
  params?: { event?: { type: string }; id?: string; delay?: number; sendId?: string } & Record<string, unknown>;
}

export interface Moved {
  snapshot: AnyMachineSnapshot;
  actions: Action[];
}

/** A chart's first state for this context, and the actions that come with it. Pure. */
export const firstState = (machine: AnyStateMachine, context: unknown): Moved => {
  const { scope, actions } = scopeOf(machine);
  return { snapshot: machine.getInitialSnapshot(scope, context as never), actions };
};

/** The next state after an event, and the actions that come with it. Pure. */
export const nextState = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: unknown): Moved => {
  const { scope, actions } = scopeOf(machine);
  return { snapshot: machine.transition(snapshot, event as never, scope), actions };
};

/** Never started: only what an actor would be told of itself. */
const actors = new WeakMap<AnyStateMachine, AnyActorScope['self']>();

/**
 * Where a chart puts its actions. XState's own `transition` makes an actor for every call, and an actor begins by working
 * out its first state, which takes as long as all the rest; one a chart serves for all calls.
 */
const scopeOf = (machine: AnyStateMachine): { scope: AnyActorScope; actions: Action[] } => {
  const self = actors.get(machine) ?? createActor(machine);
  actors.set(machine, self);
  const actions: Action[] = [];
  const none = () => {};
  const scope: AnyActorScope = {
    ...{ self, system: self.system, id: '', sessionId: '' },
    ...{ logger: none, defer: none, emit: none, stopChild: none },
    actionExecutor: (action) => void actions.push(action as Action),
  };
  return { scope, actions };
};
