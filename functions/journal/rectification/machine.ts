import { assign, setup } from 'xstate';
import { instantOf } from '../../../shared/calendar.ts';
import { addDays, between, dateOf, type Moment, plus } from '../../../shared/time.ts';
import { type LifeEvent, personOf } from '../../../shared/workflow/lifecycle.ts';
import { nextWorkingDay, onWorkingDay } from '../../../shared/working-days.ts';
import type { RectificationData } from './schema.ts';

type Words = Pick<RectificationData, 'what' | 'why' | 'measure' | 'topics' | 'due'>;

type Event =
  | (LifeEvent<{ evidence: string; photo?: string }> & { type: 'finish' })
  | (LifeEvent<{ note?: string }> & { type: 'verify' })
  | (LifeEvent<{ reason: string; due?: string }> & { type: 'return' })
  | (LifeEvent<{ measure?: string; owner?: RectificationData['owner']; due?: string; reason: string }> & {
      type: 'amend';
    })
  | (LifeEvent<{ reason: string }> & { type: 'waive' })
  | (LifeEvent<Words> & { type: 'restated' });

/** When, on the first working morning after its last day, a rectification is called overdue. */
const MORNING = '08:30';
const WEEK = 7 * 86_400_000;
/** Days that whoever gets it back has at least. */
const DAYS_AGAIN = 3;

const overdueFrom = ({ due, zone, local }: RectificationData): Moment =>
  instantOf(nextWorkingDay(due, local), MORNING, zone);

/** Milliseconds until so much time has passed and people work. */
const workingIn = (ms: number, { openedAt, local, zone }: RectificationData, at: Moment = openedAt): number =>
  between(at, onWorkingDay(plus(at, ms), local, zone));

/** The date after a return: the one named, or the old one unless it is too close. */
const dueAgain = ({ due, zone }: RectificationData, asked: string | undefined, at: Moment): string =>
  asked ?? ([due, addDays(dateOf(at, zone), DAYS_AGAIN)].sort().at(-1) as string);

/** A rectification: it ends verified by somebody who never owned it, or waived by the first secretary, and in no other way. */
export const machine = setup({
  types: {} as { context: RectificationData; events: Event },
  delays: {
    overdue: ({ context, event }) => Math.max(0, between(event.at ?? context.openedAt, overdueFrom(context))),
    escalation: ({ context, event }) => workingIn(context.escalateIn, context, event.at),
    verification: ({ context, event }) => workingIn(context.verifyIn, context, event.at),
    weekly: ({ context, event }) => workingIn(WEEK, context, event.at),
  },
  actions: {
    tellOwner: (_, _params: { about: 'amended' | 'returned' | 'verified' | 'waived' }) => {},
    tellDutySecretary: () => {},
    tellFirstSecretary: () => {},
    askToVerify: () => {},
    finished: assign(({ event }) =>
      event.type === 'finish' ? { done: { at: event.at, by: personOf(event.by), ...event.input } } : {},
    ),
    givenBack: assign(({ context, event }) =>
      event.type === 'return'
        ? {
            done: undefined,
            due: dueAgain(context, event.input.due, event.at),
            returned: [...context.returned, { at: event.at, by: personOf(event.by), reason: event.input.reason }],
          }
        : {},
    ),
    amended: assign(({ context, event }) => {
      if (event.type !== 'amend') return {};
      const { measure = context.measure, owner = context.owner, due = context.due } = event.input;
      return { measure, owner, due, owners: [...new Set([...context.owners, owner.id])] };
    }),
    restated: assign(({ event }) => (event.type === 'restated' ? event.input : {})),
    closed: assign(({ event }) => {
      const how = { at: event.at, by: personOf(event.by) };
      if (event.type === 'verify') return { closed: { how: 'verified' as const, ...how, note: event.input.note } };
      if (event.type === 'waive') return { closed: { how: 'waived' as const, ...how, note: event.input.reason } };
      return {};
    }),
  },
}).createMachine({
  id: 'rectification',
  context: ({ input }) => input as RectificationData,
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      states: {
        work: {
          initial: 'set',
          states: {
            set: {},
            amended: { entry: { type: 'tellOwner', params: { about: 'amended' } } },
            restated: {},
            returned: { entry: { type: 'tellOwner', params: { about: 'returned' } } },
          },
        },
        time: {
          initial: 'inTime',
          states: {
            inTime: { after: { overdue: 'overdue' } },
            overdue: { entry: 'tellDutySecretary', after: { escalation: 'escalated' } },
            escalated: {
              entry: ['tellDutySecretary', 'tellFirstSecretary'],
              after: { weekly: { target: 'escalated', reenter: true } },
            },
          },
        },
      },
      on: {
        finish: { target: 'done', actions: 'finished' },
        amend: { target: ['.work.amended', '.time.inTime'], actions: 'amended' },
        restated: { target: ['.work.restated', '.time.inTime'], actions: 'restated' },
        waive: { target: 'waived', actions: 'closed' },
      },
    },
    done: {
      entry: 'askToVerify',
      after: { verification: { target: 'done', reenter: true } },
      on: {
        verify: { target: 'verified', actions: 'closed' },
        return: { target: 'open.work.returned', actions: 'givenBack' },
        waive: { target: 'waived', actions: 'closed' },
      },
    },
    verified: { entry: { type: 'tellOwner', params: { about: 'verified' } } },
    waived: { entry: { type: 'tellOwner', params: { about: 'waived' } } },
  },
});
