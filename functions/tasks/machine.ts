import { assign, setup } from 'xstate';
import { instantOf } from '../../shared/calendar.ts';
import { addDays, between, dateOf, type Moment } from '../../shared/time.ts';
import { type LifeEvent, personOf } from '../../shared/workflow/lifecycle.ts';
import type { TaskData } from './schema.ts';

type Event =
  | (LifeEvent<{ note?: string }> & { type: 'start' })
  | (LifeEvent<{ note?: string; photo?: string }> & { type: 'finish' })
  | (LifeEvent<{ note?: string }> & { type: 'verify' })
  | (LifeEvent<{ reason: string }> & { type: 'return' | 'cancel' })
  | (LifeEvent<{ who: TaskData['who']; reason: string }> & { type: 'hand-on' })
  | (LifeEvent<{ due: string; reason: string }> & { type: 'postpone' })
  | (LifeEvent<{ week: string; from: string; to: string }> & { type: 'carried' });

/** When, on the morning after its last day, a task is called overdue. */
const MORNING = '08:30';

/** The instant from which a task is overdue. */
const overdueFrom = ({ due, zone }: TaskData): Moment => instantOf(addDays(due, 1), MORNING, zone);

/** The first morning after an instant. */
const nextMorning = (at: Moment, zone: string): Moment => {
  const today = instantOf(dateOf(at, zone), MORNING, zone);
  return today > at ? today : instantOf(addDays(dateOf(at, zone), 1), MORNING, zone);
};

/** A task from its setting to its verification. Overdue ones come to mind every morning until they are done. */
export const machine = setup({
  types: {} as { context: TaskData; events: Event },
  delays: {
    overdue: ({ context, event }) => Math.max(0, between(event.at ?? context.setAt, overdueFrom(context))),
    daily: ({ context, event }) => between(event.at, nextMorning(event.at, context.zone)),
  },
  actions: {
    tellAssignee: (_, _params: { about: 'set' | 'returned' }) => {},
    tellVerifier: () => {},
    remindAssignee: () => {},
    started: assign(({ event }) => ({ startedAt: event.at })),
    finished: assign(({ event }) =>
      event.type === 'finish' ? { done: { at: event.at, by: personOf(event.by), ...event.input } } : {},
    ),
    closed: assign(({ event }) => {
      if (event.type === 'verify') return { closed: { at: event.at, by: personOf(event.by), note: event.input.note } };
      if (event.type === 'cancel')
        return { closed: { at: event.at, by: personOf(event.by), note: event.input.reason } };
      return {};
    }),
    sentBack: assign(({ context, event }) =>
      event.type === 'return'
        ? {
            done: undefined,
            returned: [...context.returned, { at: event.at, by: personOf(event.by), reason: event.input.reason }],
          }
        : {},
    ),
    handedOn: assign(({ event }) => (event.type === 'hand-on' ? { who: event.input.who, startedAt: undefined } : {})),
    postponed: assign(({ event }) => (event.type === 'postpone' ? { due: event.input.due } : {})),
    carried: assign(({ context, event }) =>
      event.type === 'carried' ? { carried: [...context.carried, { at: event.at, ...event.input }] } : {},
    ),
  },
}).createMachine({
  id: 'task',
  context: ({ input }) => input as TaskData,
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      states: {
        work: {
          initial: 'set',
          states: {
            set: {
              entry: { type: 'tellAssignee', params: { about: 'set' } },
              on: { start: { target: 'started', actions: 'started' } },
            },
            started: {},
            returned: {
              entry: { type: 'tellAssignee', params: { about: 'returned' } },
              on: { start: { target: 'started', actions: 'started' } },
            },
          },
        },
        time: {
          initial: 'inTime',
          states: {
            inTime: { after: { overdue: 'overdue' } },
            overdue: { entry: 'remindAssignee', after: { daily: { target: 'overdue', reenter: true } } },
          },
        },
      },
      on: {
        finish: { target: 'done', actions: 'finished' },
        'hand-on': { target: 'open', actions: 'handedOn', reenter: true },
        postpone: { target: '.time.inTime', actions: 'postponed' },
        carried: { actions: 'carried' },
        cancel: { target: 'cancelled', actions: 'closed' },
      },
    },
    done: {
      entry: 'tellVerifier',
      on: {
        verify: { target: 'verified', actions: 'closed' },
        return: { target: 'open.work.returned', actions: 'sentBack' },
        carried: { actions: 'carried' },
      },
    },
    verified: {},
    cancelled: {},
  },
});
