import { assign, setup } from 'xstate';
import { duration } from '../../shared/time.ts';
import type { TipEvent } from './events.ts';
import * as after from './progress.ts';
import { hasRoom, mayReward, untilErased, untilLapsed } from './rules.ts';
import type { TipData } from './schema.ts';

/** A tip-off from its arrival to its deletion. Named actions are effects, carried out after the stream. */
export const machine = setup({
  types: {} as { context: TipData; events: TipEvent },
  delays: {
    remind: ({ context }) => duration(context.terms.remind),
    keep: ({ context, event }) => untilErased(context, event.at),
    claimWindow: ({ context, event }) => untilLapsed(context, event.at),
  },
  guards: {
    hasRoom: ({ context }) => hasRoom(context),
    mayReward: ({ context }) => mayReward(context),
    isUnrewarded: ({ context }) => context.reward === undefined,
  },
  actions: {
    // Effects: carried out after the stream, see jobs.ts
    tellOfficers: () => {},
    tellApprovers: () => {},
    erase: () => {},
    // What the record remembers of a step
    seen: assign(after.seen),
    heard: assign(({ context }) => after.heard(context)),
    said: assign(({ context }) => after.said(context)),
    closed: assign(({ event }) => after.closed(event)),
    reopened: assign(after.reopened),
    proposed: assign(({ event }) => after.proposed(event)),
    approved: assign(({ context, event }) => after.approved(context, event)),
    returned: assign(after.returned),
    claimed: assign(({ context, event }) => after.claimed(context, event)),
    unclaimed: assign(({ context }) => after.unclaimed(context)),
    paid: assign(({ context, event }) => after.paid(context, event)),
    lapsed: assign(({ context }) => after.lapsed(context)),
  },
}).createMachine({
  id: 'tip',
  context: ({ input }) => input as TipData,
  initial: 'received',
  states: {
    received: {
      entry: 'tellOfficers',
      after: { remind: { target: 'received', reenter: true } },
      on: {
        read: { target: 'handling', actions: 'seen' },
        reply: { guard: 'hasRoom', actions: 'heard' },
      },
    },
    handling: {
      initial: 'assessing',
      on: {
        read: { actions: 'seen' },
        ask: { guard: 'hasRoom', target: '.asked', actions: 'said' },
        answer: { guard: 'hasRoom', actions: 'said' },
        act: '.acted',
        close: { target: 'closed', actions: 'closed' },
        reply: { guard: 'hasRoom', actions: ['heard', 'tellOfficers'] },
      },
      states: {
        assessing: { id: 'assessing' },
        asked: { on: { reply: { guard: 'hasRoom', target: 'assessing', actions: ['heard', 'tellOfficers'] } } },
        acted: {},
      },
    },
    closed: {
      initial: 'kept',
      on: {
        read: { actions: 'seen' },
        answer: { guard: 'hasRoom', actions: 'said' },
        reply: { guard: 'hasRoom', actions: ['heard', 'tellOfficers'] },
      },
      states: {
        kept: {
          id: 'kept',
          after: { keep: '#erased' },
          on: {
            propose: { guard: 'mayReward', target: 'proposed', actions: 'proposed' },
            reopen: { guard: 'isUnrewarded', target: '#assessing', actions: 'reopened' },
          },
        },
        proposed: {
          entry: 'tellApprovers',
          after: { remind: { target: 'proposed', reenter: true } },
          on: {
            approve: { target: 'granted', actions: 'approved' },
            return: { target: 'kept', actions: 'returned' },
          },
        },
        granted: {
          initial: 'claimable',
          after: { claimWindow: { target: 'kept', actions: 'lapsed' } },
          states: {
            claimable: { on: { claim: { target: 'claimed', actions: 'claimed' } } },
            claimed: {
              entry: 'tellOfficers',
              on: {
                pay: { target: '#kept', actions: 'paid' },
                'withdraw-claim': { target: 'claimable', actions: 'unclaimed' },
              },
            },
          },
        },
      },
    },
    erased: { id: 'erased', entry: 'erase' },
  },
});
