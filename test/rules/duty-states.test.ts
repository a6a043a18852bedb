import { expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { type DirectedGraphNode, toDirectedGraph } from 'xstate/graph';
import { machine as handover } from '../../functions/duty/handover/machine.ts';
import { machine as meeting } from '../../functions/duty/meeting/machine.ts';
import { machine as swap } from '../../functions/duty/swap/machine.ts';
import { machine as task } from '../../functions/tasks/machine.ts';

/**
 * Every state and every deadline ever released. They are data in the table for months: renaming or removing one needs a
 * mapping of the stored ones first. New ones are added here; none is taken out.
 */
const RELEASED = {
  handover: {
    states: ['frozen', 'signing', 'signing.fresh', 'signing.late', 'serving', 'vacant', 'over', 'ended'],
    deadlines: ['noon.handover.signing.fresh'],
  },
  meeting: { states: ['planned', 'held', 'minuted'], deadlines: [] },
  swap: { states: ['asked', 'accepted', 'declined', 'withdrawn', 'expired'], deadlines: ['tooLate.swap.asked'] },
  task: {
    states: [
      ...['open', 'open.work', 'open.work.set', 'open.work.started', 'open.work.returned'],
      ...['open.time', 'open.time.inTime', 'open.time.overdue', 'done', 'verified', 'cancelled'],
    ],
    deadlines: ['overdue.task.open.time.inTime', 'daily.task.open.time.overdue'],
  },
};

const CHARTS: Record<keyof typeof RELEASED, AnyStateMachine> = { handover, meeting, swap, task };

const idsBelow = (n: DirectedGraphNode): string[] => n.children.flatMap((c) => [c.id, ...idsBelow(c)]);

test.each(Object.entries(CHARTS))(
  'the %s chart has every released state and deadline, and lists the new ones here',
  (name, chart) => {
    const { states, deadlines } = RELEASED[name as keyof typeof RELEASED];
    expect(idsBelow(toDirectedGraph(chart)).sort()).toEqual(states.map((s) => `${name}.${s}`).sort());
    const clocks = chart.events.filter((e) => e.startsWith('xstate.after.'));
    expect(clocks.sort()).toEqual(deadlines.map((d) => `xstate.after.${d}`).sort());
  },
);
