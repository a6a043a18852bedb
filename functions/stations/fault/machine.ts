import { assign, setup } from 'xstate';
import { instantOf } from '../../../shared/calendar.ts';
import { addDays, between } from '../../../shared/time.ts';
import { type LifeEvent, personOf } from '../../../shared/workflow/lifecycle.ts';
import { isNewlyUnsafe, joinedReport } from './rules.ts';
import type { FaultData, FaultReport } from './schema.ts';

type Event =
  | (LifeEvent<Pick<FaultReport, 'trouble' | 'extent' | 'words'>> & { type: 'reported-again' })
  | (LifeEvent<{ until?: string; note?: string }> & { type: 'acknowledge' })
  | (LifeEvent<{ note: string }> & { type: 'mended' | 'not-found' });

/** When in the morning the unit is reminded of a day it had named. */
const MORNING = '09:00';

/** A fault of a station: whoever keeps the station takes notice, then mends it or finds nothing; a clock reminds of both. */
export const machine = setup({
  types: {} as { context: FaultData; events: Event },
  delays: {
    unnoticed: ({ context }) => context.remind.acknowledge,
    unmended: ({ context, event }) => {
      const { until } = context.acknowledged ?? {};
      if (until === undefined || event.type !== 'acknowledge') return context.remind.mend;
      return Math.max(0, between(event.at, instantOf(addDays(until, 1), MORNING)));
    },
  },
  actions: {
    tellKeeper: (_, _params: { about: 'reported' | 'unsafe' | 'unnoticed' | 'unmended' }) => {},
    again: assign(({ context, event }) =>
      event.type === 'reported-again' ? joinedReport(context, event.input, event.at) : {},
    ),
    acknowledged: assign(({ event }) =>
      event.type === 'acknowledge' ? { acknowledged: { at: event.at, by: personOf(event.by), ...event.input } } : {},
    ),
    closed: assign(({ event }) =>
      event.type === 'mended' || event.type === 'not-found'
        ? { closed: { at: event.at, by: personOf(event.by), as: event.type, note: event.input.note } }
        : {},
    ),
  },
  guards: {
    turnsUnsafe: ({ context, event }) => event.type === 'reported-again' && isNewlyUnsafe(context, event.input),
  },
}).createMachine({
  id: 'fault',
  context: ({ input }) => input as FaultData,
  initial: 'open',
  states: {
    open: {
      initial: 'reported',
      on: {
        'reported-again': [
          { guard: 'turnsUnsafe', actions: ['again', { type: 'tellKeeper', params: { about: 'unsafe' } }] },
          { actions: 'again' },
        ],
        mended: { target: 'mended', actions: 'closed' },
        'not-found': { target: 'notFound', actions: 'closed' },
      },
      states: {
        reported: {
          initial: 'fresh',
          entry: { type: 'tellKeeper', params: { about: 'reported' } },
          on: { acknowledge: { target: 'acknowledged', actions: 'acknowledged' } },
          states: {
            fresh: { after: { unnoticed: 'unnoticed' } },
            unnoticed: {
              entry: { type: 'tellKeeper', params: { about: 'unnoticed' } },
              after: { unnoticed: { target: 'unnoticed', reenter: true } },
            },
          },
        },
        acknowledged: {
          initial: 'mending',
          states: {
            mending: { after: { unmended: 'unmended' } },
            unmended: {
              entry: { type: 'tellKeeper', params: { about: 'unmended' } },
              after: { unmended: { target: 'unmended', reenter: true } },
            },
          },
        },
      },
    },
    mended: {},
    notFound: {},
  },
});
