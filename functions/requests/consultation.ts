import { assign, setup } from 'xstate';
import { personOf } from '../../shared/workflow/lifecycle.ts';
import type { ConsultationEvent } from './events.ts';
import type { Consultation } from './schema.ts';

/** One unit's opinion on a request that another unit keeps. */
export const consultationMachine = setup({
  types: {} as { context: Consultation; events: ConsultationEvent },
  actions: {
    inviteOpinion: () => {},
    tellOpinion: () => {},
    given: assign(({ event }) => ({
      opinion: event.input.opinion,
      givenAt: event.at,
      givenBy: personOf(event.by),
    })),
  },
}).createMachine({
  id: 'consultation',
  context: ({ input }) => input as Consultation,
  initial: 'asked',
  states: {
    asked: {
      entry: 'inviteOpinion',
      on: { 'give-opinion': { target: 'given', actions: ['given', 'tellOpinion'] } },
    },
    given: {},
  },
});
