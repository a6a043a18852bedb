import { assign, setup } from 'xstate';
import { between } from '../../shared/time.ts';
import type { RewardEvent } from './events.ts';
import * as after from './progress.ts';
import { endOfPayee, isAnew, reminderAt } from './rules.ts';
import type { RewardData } from './schema.ts';

/** A reward from its consideration to the payment. Named actions are effects, carried out after the stream. */
export const machine = setup({
  types: {} as { context: RewardData; events: RewardEvent },
  delays: {
    reminder: ({ context, event }) => Math.max(0, between(event.at, reminderAt(context, event.at))),
    claimWindow: ({ context, event }) => Math.max(0, between(event.at, context.claim?.until ?? event.at)),
    keepPayee: ({ context, event }) => between(event.at, endOfPayee(context, event.at)),
  },
  guards: {
    isEligible: ({ context }) => context.eligible,
    isAnew: ({ context, event }) => event.type === 'reconsidered' && isAnew(context, event.input),
    wasProposed: ({ context }) => context.held?.from === 'proposed',
    wasClaimable: ({ context }) => context.held?.from === 'claimable',
    wasClaimed: ({ context }) => context.held?.from === 'claimed',
  },
  actions: {
    // Effects: carried out after the stream, see jobs.ts
    tellOfficials: (_, _params: { about: string }) => {},
    tellApprovers: (_, _params: { about: string }) => {},
    tellReporter: (_, _params: { about: string }) => {},
    // What the record remembers of a step
    renewed: assign(({ context, event }) => after.renewed(context, event)),
    proposed: assign(({ context, event }) => after.proposed(context, event)),
    approved: assign(({ context, event }) => after.approved(context, event)),
    returned: assign(({ event }) => after.returned(event)),
    refused: assign(({ event }) => after.refused(event)),
    released: assign(after.released),
    claimed: assign(({ event }) => after.claimed(event)),
    unclaimed: assign(({ context, event }) => after.unclaimed(context, event)),
    claimReturned: assign(({ context, event }) => after.claimReturned(context, event)),
    paid: assign(({ context, event }) => after.paid(context, event)),
    held: assign(({ event }, { from }: { from: NonNullable<RewardData['held']>['from'] }) => after.held(event, from)),
    resumed: assign(({ context, event }) => after.resumed(context, event)),
    questioned: assign(({ event }) => after.questioned(event)),
    forgotten: assign(after.forgotten),
  },
}).createMachine({
  id: 'reward',
  context: ({ input }) => input as RewardData,
  initial: 'considered',
  on: { reconsidered: { guard: 'isAnew', target: '.considered', actions: 'renewed' } },
  states: {
    considered: { always: [{ guard: 'isEligible', target: 'eligible' }, { target: 'notEligible' }] },
    notEligible: { entry: { type: 'tellReporter', params: { about: 'notEligible' } } },
    eligible: {
      entry: { type: 'tellOfficials', params: { about: 'eligible' } },
      on: {
        propose: { target: 'proposed', actions: 'proposed' },
        refuse: { target: 'refused', actions: 'refused' },
        hold: { target: 'held', actions: { type: 'held', params: { from: 'eligible' } } },
      },
    },
    proposed: {
      entry: { type: 'tellApprovers', params: { about: 'proposed' } },
      on: {
        approve: {
          target: 'claimable',
          actions: ['approved', { type: 'tellReporter', params: { about: 'claimable' } }],
        },
        return: { target: 'eligible', actions: 'returned' },
        refuse: { target: 'refused', actions: 'refused' },
        hold: { target: 'held', actions: { type: 'held', params: { from: 'proposed' } } },
      },
    },
    claimable: {
      initial: 'open',
      after: { claimWindow: { target: 'lapsed', actions: 'released' } },
      states: {
        open: { after: { reminder: 'reminded' } },
        reminded: { entry: { type: 'tellReporter', params: { about: 'reminder' } } },
      },
      on: {
        claim: { target: 'claimed', actions: 'claimed' },
        refuse: { target: 'refused', actions: ['refused', 'released'] },
        hold: {
          target: 'held',
          actions: [
            { type: 'held', params: { from: 'claimable' } },
            { type: 'tellReporter', params: { about: 'held' } },
          ],
        },
      },
    },
    claimed: {
      entry: { type: 'tellOfficials', params: { about: 'claimed' } },
      on: {
        pay: { target: 'paid', actions: 'paid' },
        'correct-claim': { actions: ['claimed', { type: 'tellOfficials', params: { about: 'claim-corrected' } }] },
        'withdraw-claim': { target: 'claimable', actions: 'unclaimed' },
        'return-claim': {
          target: 'claimable',
          actions: ['claimReturned', { type: 'tellReporter', params: { about: 'claim-returned' } }],
        },
        refuse: { target: 'refused', actions: ['refused', 'released'] },
        hold: {
          target: 'held',
          actions: [
            { type: 'held', params: { from: 'claimed' } },
            { type: 'tellReporter', params: { about: 'held' } },
          ],
        },
      },
    },
    held: {
      on: {
        reconsidered: [
          { guard: 'isAnew', target: 'considered', actions: 'renewed' },
          { guard: 'wasProposed', target: 'proposed', actions: 'resumed' },
          {
            guard: 'wasClaimable',
            target: 'claimable',
            actions: ['resumed', { type: 'tellReporter', params: { about: 'claimable' } }],
          },
          { guard: 'wasClaimed', target: 'claimed', actions: 'resumed' },
          { target: 'considered', actions: 'resumed' },
        ],
        refuse: { target: 'refused', actions: ['refused', 'released'] },
        'withdraw-claim': { guard: 'wasClaimed', actions: 'unclaimed' },
      },
    },
    paid: {
      initial: 'kept',
      entry: { type: 'tellReporter', params: { about: 'paid' } },
      states: {
        kept: { after: { keepPayee: { target: 'forgotten', actions: 'forgotten' } } },
        forgotten: {},
      },
      on: {
        reconsidered: {
          guard: 'isAnew',
          actions: ['questioned', { type: 'tellOfficials', params: { about: 'questioned' } }],
        },
      },
    },
    refused: { entry: { type: 'tellReporter', params: { about: 'refused' } } },
    lapsed: {
      entry: [
        { type: 'tellReporter', params: { about: 'lapsed' } },
        { type: 'tellOfficials', params: { about: 'lapsed' } },
      ],
      on: { reconsidered: {} }, // its time is over, whatever the case has become since
    },
  },
});
