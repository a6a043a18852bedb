import { assign, setup } from 'xstate';
import { instantOf } from '../../../shared/calendar.ts';
import { addDays, dateOf, later, type Moment, until } from '../../../shared/time.ts';
import { type LifeEvent, personOf, SYSTEM } from '../../../shared/workflow/lifecycle.ts';
import { spanOf } from './rules.ts';
import type { CampaignData, CampaignInput, Counted } from './schema.ts';
import { changed } from './totals.ts';

type Event =
  | (LifeEvent<Counted & Record<string, unknown>> & { type: 'plan-session' | 'hold' | 'correct' | 'cancel-session' })
  | (LifeEvent<CampaignInput & { silentDays: number }> & { type: 'change' })
  | (LifeEvent<{ note?: string }> & { type: 'close' })
  | (LifeEvent<{ reason: string }> & { type: 'cancel' });

const DAY = 86_400_000;
/** When in the morning a unit is reminded. */
const MORNING = '09:00';

/** Without reminders it lasts until the campaign is over, and longer. */
const silentUntil = ({ lastHeld, from, until: last, silentDays }: CampaignData): Moment =>
  silentDays === 0
    ? instantOf(addDays(last, 2), MORNING)
    : instantOf(addDays(lastHeld === undefined ? from : dateOf(lastHeld), silentDays), MORNING);

/** A campaign: planned, running from its first day to its last, then closed with what it has come to. */
export const machine = setup({
  types: {} as { context: CampaignData; events: Event },
  delays: {
    firstDay: ({ context, event }) => until(context.begins, event.at ?? context.openedAt),
    lastDay: ({ context, event }) => until(context.ends, event.at ?? context.openedAt),
    silence: ({ context, event }) => until(silentUntil(context), event.at ?? context.openedAt),
    again: ({ context }) => context.silentDays * DAY,
  },
  guards: { hasBegun: ({ context, event }) => (event.at ?? context.openedAt) >= context.begins },
  actions: {
    remind: () => {},
    tellClosed: () => {},
    counted: assign(({ context, event }) => {
      if (!('session' in event.input)) return {};
      const { before, after, heldAt } = event.input as Counted;
      const lastHeld = heldAt && later(context.lastHeld ?? heldAt, heldAt);
      return { totals: changed(context.totals, before, after), lastHeld: lastHeld ?? context.lastHeld };
    }),
    changed: assign(({ event }) => {
      if (event.type !== 'change') return {};
      const { name, about, area, from, until: last, topics, plan, silentDays } = event.input;
      return { name, about, area, from, until: last, topics, plan, silentDays, ...spanOf(event.input) };
    }),
    closed: assign(({ context, event }) => ({
      closed: {
        at: event.at,
        by: personOf(event.by ?? SYSTEM),
        note: event.type === 'close' ? event.input.note : undefined,
        totals: context.totals,
      },
    })),
    cancelled: assign(({ event }) =>
      event.type === 'cancel'
        ? { cancelled: { at: event.at, by: personOf(event.by), reason: event.input.reason } }
        : {},
    ),
  },
}).createMachine({
  id: 'campaign',
  context: ({ input }) => input as CampaignData,
  initial: 'begun',
  states: {
    begun: { always: [{ guard: 'hasBegun', target: 'running' }, { target: 'planned' }] },
    planned: {
      after: { firstDay: 'running' },
      on: {
        change: { target: 'begun', actions: 'changed' },
        'plan-session': { actions: 'counted' },
        'cancel-session': { actions: 'counted' },
        cancel: { target: 'cancelled', actions: 'cancelled' },
      },
    },
    running: {
      initial: 'active',
      after: { lastDay: { target: 'closed', actions: ['closed', 'tellClosed'] } },
      on: {
        change: { target: 'running', reenter: true, actions: 'changed' },
        'plan-session': { actions: 'counted' },
        'cancel-session': { actions: 'counted' },
        correct: { actions: 'counted' },
        hold: { target: '.active', actions: 'counted' },
        close: { target: 'closed', actions: ['closed', 'tellClosed'] },
      },
      states: {
        active: { after: { silence: 'quiet' } },
        quiet: { entry: 'remind', after: { again: { target: 'quiet', reenter: true } } },
      },
    },
    closed: {},
    cancelled: {},
  },
});
