import { assign, setup } from 'xstate';
import { type LifeEvent, personOf } from '../../../shared/workflow/lifecycle.ts';
import { completes } from './rules.ts';
import type { HandoverData, Report } from './schema.ts';

type Event =
  | (LifeEvent<{ note?: string }> & { type: 'sign' })
  | (LifeEvent<{ reason: string }> & { type: 'sign-for' })
  | (LifeEvent<{ words: string }> & { type: 'leave-words' })
  | (LifeEvent<{ who: { id: string; name: string }; reason: string }> & { type: 'stand-in' })
  | (LifeEvent<Report> & { type: 'ended' });

/** A week of duty: both sign the hand-over, one of them serves, the next week's hand-over ends it. */
export const machine = setup({
  types: {} as { context: HandoverData; events: Event },
  delays: { noon: ({ context }) => context.noonIn },
  guards: {
    isOver: ({ context }) => context.over === true,
    nobody: ({ context }) => context.who === undefined,
    completes: ({ context, event }) => completes(context, event.by.id),
  },
  actions: {
    endBefore: () => {},
    carryTasks: () => {},
    sendBriefs: () => {},
    tellVacant: () => {},
    askFirstSecretary: () => {},
    tellStandIn: () => {},
    mailReport: () => {},
    signed: assign(({ context, event }) =>
      event.type === 'sign'
        ? { signed: [...(context.signed ?? []), { by: personOf(event.by), at: event.at, note: event.input.note }] }
        : {},
    ),
    signedFor: assign(({ context, event }) =>
      event.type === 'sign-for'
        ? {
            signed: [
              ...(context.signed ?? []),
              { by: personOf(event.by), at: event.at, note: event.input.reason, instead: true },
            ],
          }
        : {},
    ),
    worded: assign(({ event }) => (event.type === 'leave-words' ? { words: event.input.words } : {})),
    stoodIn: assign(({ context, event }) =>
      event.type === 'stand-in' ? { standIns: [...(context.standIns ?? []), { at: event.at, ...event.input }] } : {},
    ),
    reported: assign(({ event }) => (event.type === 'ended' ? { report: event.input } : {})),
  },
}).createMachine({
  id: 'handover',
  context: ({ input }) => input as HandoverData,
  initial: 'frozen',
  on: {
    'leave-words': { actions: 'worded' },
    ended: { target: '.ended', actions: 'reported' },
  },
  states: {
    frozen: {
      always: [{ guard: 'isOver', target: 'over' }, { guard: 'nobody', target: 'vacant' }, { target: 'signing' }],
    },
    signing: {
      entry: ['endBefore', 'carryTasks', 'sendBriefs'],
      initial: 'fresh',
      states: {
        fresh: { after: { noon: 'late' } },
        late: { entry: 'askFirstSecretary', on: { 'sign-for': { target: '#handover.serving', actions: 'signedFor' } } },
      },
      on: {
        sign: [{ guard: 'completes', target: 'serving', actions: 'signed' }, { actions: 'signed' }],
        'stand-in': { actions: ['stoodIn', 'tellStandIn'] },
      },
    },
    serving: { on: { 'stand-in': { actions: ['stoodIn', 'tellStandIn'] } } },
    vacant: {
      entry: ['endBefore', 'carryTasks', 'tellVacant'],
      on: { 'stand-in': { target: 'serving', actions: ['stoodIn', 'tellStandIn'] } },
    },
    over: { entry: 'endBefore' },
    ended: { entry: 'mailReport', on: { 'leave-words': {}, ended: {} } },
  },
});
