import { expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { type DirectedGraphNode, toDirectedGraph } from 'xstate/graph';
import { animalMachine } from '../../functions/livestock/animal.ts';
import { machine as livestock } from '../../functions/livestock/machine.ts';
import { consultationMachine } from '../../functions/requests/consultation.ts';
import { machine as request } from '../../functions/requests/machine.ts';
import { machine as stationHelp } from '../../functions/station-help/machine.ts';

/**
 * Every state and every deadline of livestock cases, requests and help at stations ever released. They are data in the table for months:
 * renaming or removing one needs a mapping of the stored ones first. New ones are added here; none is taken out.
 */
const RELEASED: Record<string, { states: string[]; deadlines: string[] }> = {
  livestock: {
    states: [
      'livestock.received',
      'livestock.open',
      'livestock.open.awaiting',
      'livestock.open.awaiting.team',
      'livestock.open.awaiting.station',
      'livestock.open.awaiting.county',
      'livestock.open.responding',
      'livestock.open.responding.preparing',
      'livestock.open.responding.preparing.inTime',
      'livestock.open.responding.preparing.late',
      'livestock.open.responding.enRoute',
      'livestock.open.responding.onSite',
      'livestock.open.caring',
      'livestock.open.caring.tended',
      'livestock.open.caring.followedUp',
      'livestock.open.caring.followedUp.planned',
      'livestock.open.caring.followedUp.late',
      'livestock.closed',
      'livestock.closed.completed',
      'livestock.closed.advised',
      'livestock.closed.false',
      'livestock.closed.withdrawn',
      'livestock.closed.duplicate',
    ],
    deadlines: [
      'xstate.after.acceptance.livestock.open.awaiting.team',
      'xstate.after.acceptance.livestock.open.awaiting.station',
      'xstate.after.reminder.livestock.open.awaiting.county',
      'xstate.after.departure.livestock.open.responding.preparing.inTime',
      'xstate.after.reminder.livestock.open.responding.preparing.late',
      'xstate.after.review.livestock.open.responding.onSite',
      'xstate.after.review.livestock.open.caring.tended',
      'xstate.after.followUp.livestock.open.caring.followedUp.planned',
      'xstate.after.lateVisit.livestock.open.caring.followedUp.late',
    ],
  },
  patient: {
    states: ['patient.inTreatment', 'patient.ended'],
    deadlines: [],
  },
  request: {
    states: [
      'request.received',
      'request.open',
      'request.open.waiting',
      'request.open.waiting.team',
      'request.open.waiting.lead',
      'request.open.working',
      'request.answered',
      'request.answered.toCall',
      'request.closed',
      'request.closed.settled',
      'request.closed.unreached',
      'request.closed.withdrawn',
    ],
    deadlines: [
      'xstate.after.answer.request.open',
      'xstate.after.take.request.open.waiting.team',
      'xstate.after.reminder.request.open.waiting.lead',
      'xstate.after.callBack.request.answered.toCall',
    ],
  },
  consultation: {
    states: ['consultation.asked', 'consultation.given'],
    deadlines: [],
  },
  'station-help': {
    states: [
      'station-help.received',
      'station-help.open',
      'station-help.open.awaiting',
      'station-help.open.awaiting.post',
      'station-help.open.awaiting.keeper',
      'station-help.open.awaiting.union',
      'station-help.open.helping',
      'station-help.open.helping.underWay',
      'station-help.open.mediating',
      'station-help.open.mediating.arranging',
      'station-help.open.mediating.planned',
      'station-help.open.mediating.overdue',
      'station-help.open.agreed',
      'station-help.open.agreed.toCheck',
      'station-help.open.agreed.overdue',
      'station-help.closed',
      'station-help.closed.helped',
      'station-help.closed.handedOn',
      'station-help.closed.nobodyThere',
      'station-help.closed.settled',
      'station-help.closed.notAgreed',
      'station-help.closed.referred',
      'station-help.closed.withdrawn',
      'station-help.closed.false',
    ],
    deadlines: [
      'xstate.after.acceptance.station-help.open.awaiting.post',
      'xstate.after.acceptance.station-help.open.awaiting.keeper',
      'xstate.after.reminder.station-help.open.awaiting.union',
      'xstate.after.review.station-help.open.helping.underWay',
      'xstate.after.arranging.station-help.open.mediating.arranging',
      'xstate.after.mediation.station-help.open.mediating.planned',
      'xstate.after.arranging.station-help.open.mediating.overdue',
      'xstate.after.check.station-help.open.agreed.toCheck',
      'xstate.after.lateCheck.station-help.open.agreed.overdue',
    ],
  },
};

const CHARTS: Record<string, AnyStateMachine> = {
  livestock,
  patient: animalMachine,
  request,
  consultation: consultationMachine,
  'station-help': stationHelp,
};

const idsBelow = (n: DirectedGraphNode): string[] => n.children.flatMap((c) => [c.id, ...idsBelow(c)]);

test.each(Object.entries(CHARTS))(
  'the %s chart has every released state and deadline, and lists the new ones here',
  (name, chart) => {
    const { states = [], deadlines = [] } = RELEASED[name] ?? {};
    expect(idsBelow(toDirectedGraph(chart)).sort()).toEqual([...states].sort());
    expect(chart.events.filter((e) => e.startsWith('xstate.after.')).sort()).toEqual([...deadlines].sort());
  },
);
