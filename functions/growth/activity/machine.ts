import { assign, setup } from 'xstate';
import { plus, until } from '../../../shared/time.ts';
import { type LifeEvent, personOf } from '../../../shared/workflow/lifecycle.ts';
import type { ActivityData, Debate } from './schema.ts';

type Result = Omit<NonNullable<ActivityData['result']>, 'at' | 'by'>;

type Event =
  | (LifeEvent & { type: 'sign-up' | 'sign-off' })
  | (LifeEvent<{ place?: string; starts?: string; debate?: Debate }> & { type: 'change' })
  | (LifeEvent<{ attended: ActivityData['attended'] }> & { type: 'hold' })
  | (LifeEvent<Result> & { type: 'conclude' })
  | (LifeEvent<{ reason: string }> & { type: 'cancel' });

const DAY = 86_400_000;
type About = 'announced' | 'changed' | 'soon' | 'cancelled' | 'concluded';

/** A debate, a training or culture: announced, held with those who came, concluded with what was learned. */
export const machine = setup({
  types: {} as { context: ActivityData; events: Event },
  delays: {
    dayBefore: ({ context, event }) => until(plus(context.starts, -DAY), event.at ?? context.openedAt),
    start: ({ context, event }) => until(context.starts, event.at ?? context.openedAt),
    unrecorded: 2 * DAY,
  },
  actions: {
    tellTeam: (_, _params: { about: About }) => {},
    tellParticipants: (_, _params: { about: About }) => {},
    askForAttendance: () => {},
    signedUp: assign(({ context, event }) => ({ signedUp: [...context.signedUp, personOf(event.by)] })),
    signedOff: assign(({ context, event }) => ({ signedUp: context.signedUp.filter((p) => p.id !== event.by.id) })),
    changed: assign(({ context, event }) => {
      if (event.type !== 'change') return {};
      const { place = context.place, starts = context.starts, debate = context.debate } = event.input;
      return { place, starts, debate };
    }),
    held: assign(({ event }) => (event.type === 'hold' ? { attended: event.input.attended, heldAt: event.at } : {})),
    concluded: assign(({ event }) =>
      event.type === 'conclude' ? { result: { at: event.at, by: personOf(event.by), ...event.input } } : {},
    ),
    cancelled: assign(({ event }) =>
      event.type === 'cancel'
        ? { cancelled: { at: event.at, by: personOf(event.by), reason: event.input.reason } }
        : {},
    ),
  },
}).createMachine({
  id: 'activity',
  context: ({ input }) => input as ActivityData,
  initial: 'begun',
  states: {
    begun: { entry: { type: 'tellTeam', params: { about: 'announced' } }, always: 'announced' },
    announced: {
      initial: 'early',
      after: { start: 'underway' },
      states: {
        early: { after: { dayBefore: 'soon' } },
        soon: { entry: { type: 'tellParticipants', params: { about: 'soon' } } },
      },
      on: {
        'sign-up': { actions: 'signedUp' },
        'sign-off': { actions: 'signedOff' },
        change: {
          target: 'announced',
          reenter: true,
          actions: ['changed', { type: 'tellParticipants', params: { about: 'changed' } }],
        },
        cancel: { target: 'cancelled', actions: 'cancelled' },
      },
    },
    underway: {
      after: { unrecorded: 'unrecorded' },
      on: {
        hold: { target: 'held', actions: 'held' },
        cancel: { target: 'cancelled', actions: 'cancelled' },
      },
    },
    unrecorded: {
      entry: 'askForAttendance',
      on: {
        hold: { target: 'held', actions: 'held' },
        cancel: { target: 'cancelled', actions: 'cancelled' },
      },
    },
    held: { on: { hold: { actions: 'held' }, conclude: { target: 'concluded', actions: 'concluded' } } },
    concluded: { entry: { type: 'tellTeam', params: { about: 'concluded' } } },
    cancelled: { entry: { type: 'tellParticipants', params: { about: 'cancelled' } } },
  },
});
