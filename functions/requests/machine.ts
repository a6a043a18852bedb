import { assign, setup } from 'xstate';
import { personOf } from '../../shared/workflow/lifecycle.ts';
import { withNewest } from '../../shared/workflow/lists.ts';
import { informed } from '../cases/information.ts';
import type { RequestEvent } from './events.ts';
import { lastAttempt, until } from './rules.ts';
import { MOST_CALLS, type RequestData } from './schema.ts';

/** It is not settled: its lead goes on, and who asked hears that. */
const GO_ON = [
  'again',
  { type: 'tellLead', params: { what: 'reopened' } },
  { type: 'tellReporter', params: { stage: 'working' } },
] as const;

/** A request from the question to the word of who asked that it is settled. Named actions are effects, see jobs.ts. */
export const machine = setup({
  types: {} as { context: RequestData; events: RequestEvent },
  delays: {
    take: ({ context }) => context.delays.take ?? 14_400_000,
    reminder: ({ context }) => context.delays.reminder ?? 86_400_000,
    answer: ({ context }) => context.delays.answer ?? 432_000_000,
    callBack: ({ context }) => context.delays.callBack ?? 172_800_000,
  },
  guards: {
    hasLead: ({ context }) => context.responder !== undefined,
    unrouted: ({ context }) => context.unrouted,
    mayExtend: ({ context }) => context.extension === undefined && !context.late && context.responder !== undefined,
    saysSettled: ({ event }) => event.type === 'record-call' && event.input.result === 'settled',
    saysNotSettled: ({ event }) => event.type === 'record-call' && event.input.result === 'not-settled',
    lastAttempt: ({ context, event }) =>
      event.type === 'record-call' && event.input.result === 'no-answer' && lastAttempt(context, event.at),
  },
  actions: {
    // Effects: carried out after the stream
    triage: () => {},
    askToTake: (_, _params: { level: 'team' | 'lead' }) => {},
    alarmLate: () => {},
    remindOfCall: () => {},
    tellReporter: (_, _params: { stage: string }) => {},
    tellLead: (_, _params: { what: 'information' | 'reopened' | 'assigned' }) => {},
    // What the record remembers of a step
    noted: assign({}),
    placed: assign(({ event }) => (event.type === 'triaged' ? placedAt(event) : {})),
    taken: assign(({ event }) => ({ responder: personOf(event.by), takenAt: event.at })),
    assigned: assign(({ context, event }) =>
      event.type === 'assign-lead'
        ? {
            responder: { id: event.input.person, name: event.input.name },
            takenAt: context.takenAt ?? event.at,
          }
        : {},
    ),
    moved: assign(({ event }) =>
      event.type === 'reassign' ? { unit: event.input.unit, bureau: event.input.bureau, unrouted: false } : {},
    ),
    asked: assign(({ context, event }) => (event.type === 'consult' ? consulted(context, event) : {})),
    extended: assign(({ context, event }) => (event.type === 'extend' ? extendedBy(context, event) : {})),
    answered: assign(({ context, event }) =>
      event.type === 'answer'
        ? {
            answer: { text: event.input.text, at: event.at, by: personOf(event.by) },
            delays: until(context.delays, 'callBack', event.at, event.input.callBackBy),
          }
        : {},
    ),
    called: assign(({ context, event }) => (event.type === 'record-call' ? calledOnce(context, event) : {})),
    rated: assign(({ event }) => (event.type === 'settle' ? { rating: event.input.rating } : {})),
    again: assign(({ context, event }) => ({
      ...{ reopened: context.reopened + 1, late: false, extension: undefined, closedAt: undefined },
      ...{ rating: undefined, delays: until(context.delays, 'answer', event.at, answerBy(event)) },
    })),
    ranLate: assign({ late: true }),
    informed: assign(({ context, event }) => (event.type === 'add-information' ? informed(context, event) : {})),
    closed: assign(({ event }) => ({ closedAt: event.at })),
  },
}).createMachine({
  id: 'request',
  context: ({ input }) => input as RequestData,
  initial: 'received',
  states: {
    received: {
      entry: ['triage', { type: 'tellReporter', params: { stage: 'received' } }],
      on: {
        triaged: [
          { guard: 'hasLead', target: 'open.working', actions: 'placed' },
          { target: 'open', actions: 'placed' },
        ],
        withdraw: 'closed.withdrawn',
      },
    },
    open: {
      initial: 'waiting',
      after: { answer: { actions: ['ranLate', 'alarmLate'] } },
      states: {
        waiting: {
          initial: 'team',
          states: {
            team: { entry: { type: 'askToTake', params: { level: 'team' } }, after: { take: 'lead' } },
            lead: {
              entry: { type: 'askToTake', params: { level: 'lead' } },
              after: { reminder: { target: 'lead', reenter: true } },
            },
          },
          on: {
            take: { target: 'working', actions: ['taken', { type: 'tellReporter', params: { stage: 'working' } }] },
            'assign-lead': {
              target: 'working',
              actions: [
                'assigned',
                { type: 'tellReporter', params: { stage: 'working' } },
                { type: 'tellLead', params: { what: 'assigned' } },
              ],
            },
            reassign: { guard: 'unrouted', target: 'waiting', reenter: true, actions: 'moved' },
          },
        },
        working: {},
      },
      on: {
        'parts.changed': { actions: 'noted' },
        'assign-lead': {
          target: '.working',
          actions: ['assigned', { type: 'tellLead', params: { what: 'assigned' } }],
        },
        consult: { guard: 'hasLead', actions: 'asked' },
        extend: {
          ...{ guard: 'mayExtend', target: '.working', reenter: true },
          actions: ['extended', { type: 'tellReporter', params: { stage: 'extended' } }],
        },
        answer: { guard: 'hasLead', target: 'answered', actions: 'answered' },
        'add-information': { actions: ['informed', { type: 'tellLead', params: { what: 'information' } }] },
        withdraw: 'closed.withdrawn',
      },
    },
    answered: {
      entry: { type: 'tellReporter', params: { stage: 'answered' } },
      initial: 'toCall',
      states: {
        toCall: {
          after: { callBack: { target: 'toCall', reenter: true, actions: 'remindOfCall' } },
          on: {
            'record-call': [
              { guard: 'saysSettled', target: '#request.closed.settled', actions: 'called' },
              {
                ...{ guard: 'saysNotSettled', target: '#request.open.working' },
                actions: ['called', ...GO_ON],
              },
              { guard: 'lastAttempt', target: '#request.closed.unreached', actions: 'called' },
              { target: 'toCall', reenter: true, actions: 'called' },
            ],
          },
        },
      },
      on: {
        settle: { target: 'closed.settled', actions: 'rated' },
        'not-settled': {
          ...{ target: 'open.working' },
          actions: [...GO_ON],
        },
        'add-information': { actions: ['informed', { type: 'tellLead', params: { what: 'information' } }] },
      },
    },
    closed: {
      initial: 'settled',
      entry: 'closed',
      states: {
        settled: { entry: { type: 'tellReporter', params: { stage: 'settled' } } },
        unreached: {
          entry: { type: 'tellReporter', params: { stage: 'unreached' } },
          on: {
            'not-settled': {
              ...{ target: '#request.open.working' },
              actions: [...GO_ON],
            },
          },
        },
        withdrawn: { entry: { type: 'tellReporter', params: { stage: 'withdrawn' } } },
      },
      on: {
        reopen: [
          {
            ...{ guard: 'hasLead', target: 'open.working' },
            actions: [...GO_ON],
          },
          { target: 'open', actions: 'again' },
        ],
      },
    },
  },
});

type Of<T extends RequestEvent['type']> = Extract<RequestEvent, { type: T }>;

const placedAt = ({ at, input: { answerBy: by, ...found } }: Of<'triaged'>): Partial<RequestData> => ({
  ...found,
  delays: until(found.delays, 'answer', at, by),
});

const answerBy = (event: RequestEvent): string | undefined => {
  if (event.type === 'record-call' || event.type === 'not-settled' || event.type === 'reopen')
    return event.input.answerBy;
  return undefined;
};

/** Each unit that is asked becomes a part with a chart of its own. */
const consulted = ({ consultations }: RequestData, { at, input }: Of<'consult'>): Partial<RequestData> => ({
  consultations: [...consultations, { id: `c${consultations.length + 1}`, ...input, askedAt: at }],
});

const extendedBy = (data: RequestData, { at, input }: Of<'extend'>): Partial<RequestData> => ({
  extension: { workingDays: input.workingDays, reason: input.reason, at },
  delays: until(data.delays, 'answer', at, input.answerBy),
});

const calledOnce = (data: RequestData, { at, by, input }: Of<'record-call'>): Partial<RequestData> => ({
  calls: withNewest(data.calls, { at, by: personOf(by), result: input.result, note: input.note }, MOST_CALLS),
  rating: input.rating ?? data.rating,
  delays: until(data.delays, 'callBack', at, input.callBackBy),
});
