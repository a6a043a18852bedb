import { expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { type DirectedGraphNode, toDirectedGraph } from 'xstate/graph';
import { animalMachine } from '../../functions/wildlife/animal.ts';
import { machine } from '../../functions/wildlife/machine.ts';

/**
 * Every state and every deadline ever released. They are data in the table for months: renaming or removing one needs a
 * mapping of the stored ones first. New ones are added here; none is taken out.
 */
const RELEASED = {
  case: {
    states: [
      'wildlife.received',
      'wildlife.awaiting',
      'wildlife.awaiting.team',
      'wildlife.awaiting.official',
      'wildlife.awaiting.lead',
      'wildlife.responding',
      'wildlife.responding.preparing',
      'wildlife.responding.enRoute',
      'wildlife.responding.onSite',
      'wildlife.caring',
      'wildlife.caring.tended',
      'wildlife.closed',
      'wildlife.closed.completed',
      'wildlife.closed.false',
      'wildlife.closed.notWildlife',
      'wildlife.closed.gone',
      'wildlife.closed.withdrawn',
      'wildlife.closed.duplicate',
    ],
    deadlines: [
      'xstate.after.acceptance.wildlife.awaiting.team',
      'xstate.after.acceptance.wildlife.awaiting.official',
      'xstate.after.reminder.wildlife.awaiting.lead',
      'xstate.after.arrival.wildlife.responding.preparing',
      'xstate.after.arrival.wildlife.responding.enRoute',
      'xstate.after.review.wildlife.responding.onSite',
      'xstate.after.review.wildlife.caring.tended',
    ],
  },
  animal: {
    states: [
      'animal.assessed',
      'animal.inCare',
      'animal.inTransport',
      'animal.inTransport.onTime',
      'animal.inTransport.overdue',
      'animal.awaitingReceiver',
      'animal.dead',
      'animal.dead.awaitingInspection',
      'animal.dead.awaitingDisposal',
      'animal.dead.disposed',
      'animal.released',
      'animal.transferred',
      'animal.escaped',
    ],
    deadlines: ['xstate.after.transport.animal.inTransport.onTime'],
  },
};

const idsBelow = (n: DirectedGraphNode): string[] => n.children.flatMap((c) => [c.id, ...idsBelow(c)]);

const CHARTS: Record<string, AnyStateMachine> = { case: machine, animal: animalMachine };

test.each(Object.entries(CHARTS))(
  'the %s chart has every released state and deadline, and lists the new ones here',
  (name, chart) => {
    const { states, deadlines } = RELEASED[name as keyof typeof RELEASED];
    expect(idsBelow(toDirectedGraph(chart)).sort()).toEqual([...states].sort());
    expect(chart.events.filter((e) => e.startsWith('xstate.after.')).sort()).toEqual([...deadlines].sort());
  },
);
