import { assign, setup } from 'xstate';
import { between, type Moment } from '../../../shared/time.ts';
import type { By, LifeEvent } from '../../../shared/workflow/lifecycle.ts';
import type { HalfName, JournalData } from './schema.ts';

type Planned = Omit<NonNullable<JournalData['plan']>, 'at'>;
type Checked = Omit<NonNullable<JournalData['check']>, 'at'>;
type Reflected = Pick<NonNullable<JournalData['reflection']>, 'most' | 'least'>;

type Event =
  | (LifeEvent<Planned> & { type: 'plan' })
  | (LifeEvent<Checked> & { type: 'check' })
  | (LifeEvent<Reflected> & { type: 'reflect' })
  | (LifeEvent<{ half: HalfName; text: string }> & { type: 'suggest' })
  | (LifeEvent & { type: 'shared' });

type About = 'plan' | 'check' | 'reflect';

const person = ({ id, name }: By) => ({ id, name: name ?? id });

/** Milliseconds from a step (the first has no instant of its own) to a moment of the rhythm. */
const until = (moment: keyof JournalData['rhythm'], context: JournalData, at: Moment | undefined): number =>
  Math.max(0, between(at ?? context.openedAt, context.rhythm[moment]));

/** Whoever opens a week after a moment has passed is not reminded of it. */
const inTime = (context: JournalData, moment: keyof JournalData['rhythm']): boolean =>
  context.openedAt < context.rhythm[moment];

/** A person's week: planned, checked, reflected with both halves, shared. Reminders only for what is not there. */
export const machine = setup({
  types: {} as { context: JournalData; events: Event },
  delays: {
    planReminder: ({ context, event }) => until('plan', context, event.at),
    checkReminder: ({ context, event }) => until('check', context, event.at),
    reflectReminder: ({ context, event }) => until('ask', context, event.at),
    closing: ({ context, event }) => until('closes', context, event.at),
  },
  guards: {
    unplanned: ({ context }) => context.plan === undefined && inTime(context, 'plan'),
    unchecked: ({ context }) => context.check === undefined && inTime(context, 'check'),
    openedInTime: ({ context }) => inTime(context, 'ask'),
  },
  actions: {
    remind: (_, _params: { about: About }) => {},
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
        ? { suggestions: [...context.suggestions, { at: event.at, by: person(event.by), ...event.input }] }
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
      type: 'parallel',
      states: {
        work: {
          initial: 'begun',
          states: {
            begun: { on: { plan: { target: 'planned', actions: 'planned' } } },
            planned: { on: { plan: { actions: 'planned' }, check: { target: 'checked', actions: 'checked' } } },
            checked: { on: { plan: { actions: 'planned' }, check: { actions: 'checked' } } },
          },
        },
        time: {
          initial: 'early',
          states: {
            early: {
              after: {
                planReminder: [
                  { guard: 'unplanned', target: 'midweek', actions: { type: 'remind', params: { about: 'plan' } } },
                  { target: 'midweek' },
                ],
              },
            },
            midweek: {
              after: {
                checkReminder: [
                  { guard: 'unchecked', target: 'ending', actions: { type: 'remind', params: { about: 'check' } } },
                  { target: 'ending' },
                ],
              },
            },
            ending: {
              after: {
                reflectReminder: [
                  { guard: 'openedInTime', target: 'last', actions: { type: 'remind', params: { about: 'reflect' } } },
                  { target: 'last' },
                ],
              },
            },
            last: { after: { closing: '#journal.missed' } },
          },
        },
      },
      on: { reflect: { target: 'reflected', actions: ['reflected', 'rectify'] } },
    },
    reflected: {
      after: { closing: { target: 'shared', actions: 'shared' } },
      on: {
        reflect: { actions: ['reflected', 'rectify'] },
        suggest: { actions: 'suggested' },
        shared: { target: 'shared', actions: 'shared' },
      },
    },
    shared: {},
    missed: {},
  },
});
