import { assign, setup } from 'xstate';
import { personOf } from '../../shared/workflow/lifecycle.ts';
import { withNewest } from '../../shared/workflow/lists.ts';
import { informed } from '../cases/information.ts';
import { untilReminded } from '../cases/rules.ts';
import type { HelpEvent } from './events.ts';
import { untilHeld } from './rules.ts';
import { type HelpData, MOST_CHECKS } from './schema.ts';

/** Help at a rest station, from asking to its end: urgent help at once, or a mediation. Named actions are effects, see jobs.ts. */
export const machine = setup({
  types: {} as { context: HelpData; events: HelpEvent },
  delays: {
    acceptance: ({ context }) => context.delays.acceptance ?? 300_000,
    reminder: ({ context, event }) => untilReminded(context.delays.reminder ?? 900_000, context.waitingSince, event.at),
    review: ({ context }) => context.delays.review ?? 3_600_000,
    arranging: ({ context }) => context.delays.arranging ?? 259_200_000,
    mediation: ({ context }) => context.delays.mediation ?? 10_800_000,
    check: ({ context }) => context.delays.check ?? 604_800_000,
    lateCheck: ({ context }) => context.delays.lateCheck ?? 86_400_000,
  },
  guards: {
    isUrgent: ({ context }) => context.report.kind === 'urgent',
    goesToPost: ({ event }) => event.type === 'triaged' && event.input.post !== undefined,
    handedOn: ({ event }) => event.type === 'record-help' && event.input.result === 'handed-on',
    nobodyThere: ({ event }) => event.type === 'record-help' && event.input.result === 'nobody-there',
    agreed: ({ event }) => event.type === 'record-mediation' && event.input.result === 'agreed',
    gaveUp: ({ event }) => event.type === 'record-mediation' && event.input.result === 'withdrawn',
    isKept: ({ event }) => event.type === 'record-check' && event.input.result === 'kept',
  },
  actions: {
    // Effects: carried out after the stream
    triage: () => {},
    askToAccept: (_, _params: { level: 'post' | 'keeper' | 'union' }) => {},
    tellAsked: () => {},
    remind: (_, _params: { of: 'help' | 'arranging' | 'held' | 'check' }) => {},
    tellReporter: (_, _params: { stage: string }) => {},
    tellHandlers: (_, _params: { what: 'information' }) => {},
    // What the record remembers of a step
    waits: assign(({ event }) => ({ waitingSince: event.at })),
    placed: assign(({ event }) => (event.type === 'triaged' ? event.input : {})),
    toKeeper: assign(({ context }) => ({ unit: context.keeper ?? context.unit })),
    toUnion: assign(({ context }) => ({ unit: context.union ?? context.unit })),
    accepted: assign(({ context, event }) => ({
      ...{ responder: personOf(event.by), acceptedAt: context.acceptedAt ?? event.at },
    })),
    released: assign(() => ({ responder: undefined, planned: undefined })),
    helped: assign(({ event }) =>
      event.type === 'record-help' ? { help: { at: event.at, by: personOf(event.by).name, ...event.input } } : {},
    ),
    planned: assign(({ context, event }) => (event.type === 'plan-mediation' ? plannedFor(context, event) : {})),
    held: assign(({ context, event }) => (event.type === 'record-mediation' ? heldOnce(context, event) : {})),
    checked: assign(({ context, event }) => (event.type === 'record-check' ? checkedOnce(context, event) : {})),
    referred: assign(({ event }) => (event.type === 'refer' ? { referredTo: event.input.to } : {})),
    informed: assign(({ context, event }) => (event.type === 'add-information' ? informed(context, event) : {})),
    closed: assign(({ event }) => ({ closedAt: event.at })),
    reopened: assign(({ context }) => ({
      ...{ closedAt: undefined, responder: undefined, planned: undefined, referredTo: undefined },
      reopened: context.reopened + 1,
    })),
  },
}).createMachine({
  id: 'station-help',
  context: ({ input }) => input as HelpData,
  initial: 'received',
  states: {
    received: {
      entry: ['triage', { type: 'tellReporter', params: { stage: 'received' } }],
      on: {
        triaged: [
          { guard: 'goesToPost', target: 'open.awaiting.post', actions: 'placed' },
          { target: 'open.awaiting.keeper', actions: 'placed' },
        ],
        withdraw: 'closed.withdrawn',
      },
    },
    open: {
      initial: 'awaiting',
      on: {
        'add-information': { actions: ['informed', { type: 'tellHandlers', params: { what: 'information' } }] },
        'declare-false': 'closed.false',
      },
      states: {
        awaiting: {
          entry: 'waits',
          initial: 'keeper',
          states: {
            post: { entry: { type: 'askToAccept', params: { level: 'post' } }, after: { acceptance: 'keeper' } },
            keeper: {
              entry: ['toKeeper', { type: 'askToAccept', params: { level: 'keeper' } }],
              after: { acceptance: 'union' },
            },
            union: {
              entry: ['toUnion', { type: 'askToAccept', params: { level: 'union' } }],
              after: { reminder: { target: 'union', reenter: true } },
            },
          },
          on: {
            accept: [
              { guard: 'isUrgent', target: 'helping', actions: ['accepted', 'tellAsked'] },
              { target: 'mediating', actions: ['accepted', 'tellAsked'] },
            ],
            withdraw: '#station-help.closed.withdrawn',
          },
        },
        helping: {
          entry: { type: 'tellReporter', params: { stage: 'helping' } },
          initial: 'underWay',
          states: {
            underWay: {
              after: {
                review: {
                  ...{ target: 'underWay', reenter: true },
                  actions: { type: 'remind', params: { of: 'help' } },
                },
              },
            },
          },
          on: {
            'record-help': [
              { guard: 'handedOn', target: '#station-help.closed.handedOn', actions: 'helped' },
              { guard: 'nobodyThere', target: '#station-help.closed.nobodyThere', actions: 'helped' },
              { target: '#station-help.closed.helped', actions: 'helped' },
            ],
            mediate: 'mediating',
            'hand-back': { target: 'awaiting.keeper', actions: 'released' },
            withdraw: '#station-help.closed.withdrawn',
          },
        },
        mediating: {
          entry: { type: 'tellReporter', params: { stage: 'mediating' } },
          initial: 'arranging',
          states: {
            arranging: {
              after: {
                arranging: {
                  ...{ target: 'arranging', reenter: true },
                  actions: { type: 'remind', params: { of: 'arranging' } },
                },
              },
            },
            planned: { after: { mediation: 'overdue' } },
            overdue: {
              entry: { type: 'remind', params: { of: 'held' } },
              after: { arranging: { target: 'overdue', reenter: true } },
            },
          },
          on: {
            'plan-mediation': {
              target: '.planned',
              actions: ['planned', { type: 'tellReporter', params: { stage: 'planned' } }],
            },
            'record-mediation': [
              { guard: 'agreed', target: 'agreed', actions: 'held' },
              { guard: 'gaveUp', target: '#station-help.closed.withdrawn', actions: 'held' },
              { target: '#station-help.closed.notAgreed', actions: 'held' },
            ],
            refer: { target: '#station-help.closed.referred', actions: 'referred' },
            'hand-back': { target: 'awaiting.keeper', actions: 'released' },
            withdraw: '#station-help.closed.withdrawn',
          },
        },
        agreed: {
          entry: { type: 'tellReporter', params: { stage: 'agreed' } },
          initial: 'toCheck',
          states: {
            toCheck: { after: { check: 'overdue' } },
            overdue: {
              entry: { type: 'remind', params: { of: 'check' } },
              after: { lateCheck: { target: 'overdue', reenter: true } },
            },
          },
          on: {
            'record-check': [
              { guard: 'isKept', target: '#station-help.closed.settled', actions: 'checked' },
              { target: 'mediating', actions: 'checked' },
            ],
          },
        },
      },
    },
    closed: {
      initial: 'helped',
      entry: 'closed',
      states: {
        helped: { entry: { type: 'tellReporter', params: { stage: 'helped' } } },
        handedOn: { entry: { type: 'tellReporter', params: { stage: 'handedOn' } } },
        nobodyThere: { entry: { type: 'tellReporter', params: { stage: 'nobodyThere' } } },
        settled: { entry: { type: 'tellReporter', params: { stage: 'settled' } } },
        notAgreed: { entry: { type: 'tellReporter', params: { stage: 'notAgreed' } } },
        referred: { entry: { type: 'tellReporter', params: { stage: 'referred' } } },
        withdrawn: { entry: { type: 'tellReporter', params: { stage: 'withdrawn' } } },
        false: { entry: { type: 'tellReporter', params: { stage: 'false' } } },
      },
      on: { reopen: { target: 'open.awaiting.keeper', actions: 'reopened' } },
    },
  },
});

type Of<T extends HelpEvent['type']> = Extract<HelpEvent, { type: T }>;

const plannedFor = ({ delays }: HelpData, { at, input }: Of<'plan-mediation'>): Partial<HelpData> => ({
  planned: { at: input.at, where: input.where },
  delays: { ...delays, mediation: untilHeld(input.at, delays.heldGrace ?? 0, at) },
});

const heldOnce = ({ mediations }: HelpData, { by, input }: Of<'record-mediation'>): Partial<HelpData> => ({
  planned: undefined,
  mediations: [...mediations, { ...input, by: personOf(by).name }],
});

const checkedOnce = ({ checks }: HelpData, { at, by, input }: Of<'record-check'>): Partial<HelpData> => ({
  checks: withNewest(checks, { at, by: personOf(by).name, ...input }, MOST_CHECKS),
});
