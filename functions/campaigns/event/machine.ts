import { assign, setup } from 'xstate';
import { until } from '../../../shared/time.ts';
import { type LifeEvent, personOf } from '../../../shared/workflow/lifecycle.ts';
import { spanOf } from './rules.ts';
import type { Change, EventData } from './schema.ts';

type Event = (LifeEvent<Change> & { type: 'change' }) | (LifeEvent<{ reason: string }> & { type: 'cancel' });

/** A public event: announced, under way, over by itself; called off with a reason, which calendars are told. */
export const machine = setup({
  types: {} as { context: EventData; events: Event },
  delays: {
    beginning: ({ context, event }) => until(context.begins, event.at ?? context.openedAt),
    end: ({ context, event }) => until(context.ends, event.at ?? context.openedAt),
  },
  guards: { hasBegun: ({ context, event }) => (event.at ?? context.openedAt) >= context.begins },
  actions: {
    changed: assign(({ context, event }) => {
      if (event.type !== 'change') return {};
      const said = { ...event.input, first: event.input.first ?? context.first };
      const { text, place, area, first, last, opens, closes, closedOn, free, contact } = said;
      return {
        ...{ text, place, area, first, last, opens, closes, closedOn, free, contact, ...spanOf(said) },
        ...{ changedAt: event.at, revision: context.revision + 1 },
      };
    }),
    cancelled: assign(({ context, event }) =>
      event.type === 'cancel'
        ? {
            cancelled: { at: event.at, by: personOf(event.by), reason: event.input.reason },
            ...{ changedAt: event.at, revision: context.revision + 1 },
          }
        : {},
    ),
  },
}).createMachine({
  id: 'event',
  context: ({ input }) => input as EventData,
  initial: 'begun',
  states: {
    begun: { always: [{ guard: 'hasBegun', target: 'underway' }, { target: 'announced' }] },
    announced: {
      after: { beginning: 'underway' },
      on: {
        change: { target: 'begun', actions: 'changed' },
        cancel: { target: 'cancelled', actions: 'cancelled' },
      },
    },
    underway: {
      after: { end: 'over' },
      on: {
        change: { target: 'begun', actions: 'changed' },
        cancel: { target: 'cancelled', actions: 'cancelled' },
      },
    },
    over: {},
    cancelled: {},
  },
});
