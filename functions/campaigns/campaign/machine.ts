import { assign, setup } from 'xstate';
import { instantOf } from '../../../shared/calendar.ts';
import { addDays, dateOf, later, type Moment, until } from '../../../shared/time.ts';
import { type LifeEvent, personOf, SYSTEM } from '../../../shared/workflow/lifecycle.ts';
import { onWorkingDay } from '../../../shared/working-days.ts';
import { spanOf } from './rules.ts';
import type { CampaignData, CampaignInput, Counted } from './schema.ts';
import { changed } from './totals.ts';

type Event =
  | (LifeEvent<Counted & Record<string, unknown>> & { type: 'plan-session' | 'hold' | 'correct' | 'cancel-session' })
  | (LifeEvent<CampaignInput & Pick<CampaignData, 'silentDays' | 'local'>> & { type: 'change' })
  | (LifeEvent<{ note?: string }> & { type: 'close' })
  | (LifeEvent<{ reason: string }> & { type: 'cancel' });

/** When in the morning a unit is reminded. */
const MORNING = '09:00';

/** The first morning, on or after a date, on which the unit’s people work. */
const workingMorning = (date: string, { local }: CampaignData): Moment => onWorkingDay(instantOf(date, MORNING), local);

/** A morning to come, also where what is noted was held long ago. Without reminders it lasts longer than the campaign. */
const silentUntil = (data: CampaignData, at: Moment): Moment => {
  const { lastHeld, from, until: last, silentDays } = data;
  if (silentDays === 0) return instantOf(addDays(last, 2), MORNING);
  const due = workingMorning(addDays(lastHeld === undefined ? from : dateOf(lastHeld), silentDays), data);
  return due > at ? due : workingMorning(addDays(dateOf(at), 1), data);
};

/** A campaign: planned, running from its first day to its last, then closed with what it has come to. */
export const machine = setup({
  types: {} as { context: CampaignData; events: Event },
  delays: {
    firstDay: ({ context, event }) => until(context.begins, event.at ?? context.openedAt),
    lastDay: ({ context, event }) => until(context.ends, event.at ?? context.openedAt),
    silence: ({ context, event }) => {
      const at = event.at ?? context.openedAt;
      return until(silentUntil(context, at), at);
    },
    again: ({ context, event }) => {
      const at = event.at ?? context.openedAt;
      return until(workingMorning(addDays(dateOf(at), context.silentDays), context), at);
    },
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
      const { name, about, area, from, until: last, topics, plan, silentDays, local } = event.input;
      return { name, about, area, from, until: last, topics, plan, silentDays, local, ...spanOf(event.input) };
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
