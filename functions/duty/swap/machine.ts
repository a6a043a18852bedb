import { assign, setup } from 'xstate';
import type { LifeEvent } from '../../../shared/workflow/lifecycle.ts';
import type { SwapData } from './schema.ts';

type Event = LifeEvent<{ note?: string }> & { type: 'accept' | 'decline' | 'withdraw' };

/** A swap: asked, then accepted, declined, withdrawn or too late. Accepting it and the change of the rota are one write. */
export const machine = setup({
  types: {} as { context: SwapData; events: Event },
  delays: { tooLate: ({ context }) => context.answerIn },
  actions: {
    askOther: () => {},
    tellAsker: () => {},
    answered: assign(({ event }) => ({ answer: event.input.note })),
  },
}).createMachine({
  id: 'swap',
  context: ({ input }) => input as SwapData,
  initial: 'asked',
  states: {
    asked: {
      entry: 'askOther',
      after: { tooLate: 'expired' },
      on: {
        accept: { target: 'accepted', actions: 'answered' },
        decline: { target: 'declined', actions: 'answered' },
        withdraw: 'withdrawn',
      },
    },
    accepted: { entry: 'tellAsker' },
    declined: { entry: 'tellAsker' },
    withdrawn: {},
    expired: { entry: 'tellAsker' },
  },
});
