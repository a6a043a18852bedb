import { assign, setup } from 'xstate';
import { type LifeEvent, personOf } from '../../../shared/workflow/lifecycle.ts';
import type { HalfName, JournalData } from './schema.ts';

type Planned = Omit<NonNullable<JournalData['plan']>, 'at'>;
type Checked = Omit<NonNullable<JournalData['check']>, 'at'>;
type Reflected = Pick<NonNullable<JournalData['reflection']>, 'most' | 'least'>;

type Event =
  | (LifeEvent<Planned> & { type: 'plan' })
  | (LifeEvent<Checked> & { type: 'check' })
  | (LifeEvent<Reflected> & { type: 'reflect' })
  | (LifeEvent<{ half: HalfName; text: string }> & { type: 'suggest' })
  | (LifeEvent & { type: 'shared' | 'closed' });

/**
 * A person's week: planned, checked, reflected with both halves, shared. It keeps no time of its own: the community's week
 * reminds whoever is behind, shares what was told in the meeting, and closes what is left.
 */
export const machine = setup({
  types: {} as { context: JournalData; events: Event },
  actions: {
    rectify: () => {},
    planned: assign(({ event }) => (event.type === 'plan' ? { plan: { at: event.at, ...event.input } } : {})),
    checked: assign(({ event }) => (event.type === 'check' ? { check: { at: event.at, ...event.input } } : {})),
    reflected: assign(({ context, event }) =>
      event.type === 'reflect'
        ? {
            reflection: {
              at: event.at,
              most: event.input.most,
              least: event.input.least,
              late: context.reflection?.late ?? event.at > context.rhythm.reflect,
            },
          }
        : {},
    ),
    suggested: assign(({ context, event }) =>
      event.type === 'suggest'
        ? { suggestions: [...context.suggestions, { at: event.at, by: personOf(event.by), ...event.input }] }
        : {},
    ),
    shared: assign(({ event }) => ({ sharedAt: event.at })),
  },
}).createMachine({
  id: 'journal',
  context: ({ input }) => input as JournalData,
  initial: 'open',
  states: {
    open: {
      initial: 'begun',
      states: {
        begun: { on: { plan: { target: 'planned', actions: 'planned' } } },
        planned: { on: { plan: { actions: 'planned' }, check: { target: 'checked', actions: 'checked' } } },
        checked: { on: { plan: { actions: 'planned' }, check: { actions: 'checked' } } },
      },
      on: { reflect: { target: 'reflected', actions: ['reflected', 'rectify'] }, closed: 'missed' },
    },
    reflected: {
      on: {
        reflect: { actions: ['reflected', 'rectify'] },
        suggest: { actions: 'suggested' },
        shared: { target: 'shared', actions: 'shared' },
        closed: { target: 'shared', actions: 'shared' },
      },
    },
    shared: {},
    missed: {},
  },
});
