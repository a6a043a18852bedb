import { assign, setup } from 'xstate';
import { until } from '../../shared/time.ts';
import { type LifeEvent, personOf } from '../../shared/workflow/lifecycle.ts';
import { endOf } from './rules.ts';
import type { Change, ComplaintInput, NoticeData } from './schema.ts';

type Event =
  | (LifeEvent & { type: 'publish' | 'discard' | 'keep' })
  | (LifeEvent<Change> & { type: 'change' })
  | (LifeEvent<{ reason: string }> & { type: 'withdraw' })
  | (LifeEvent<ComplaintInput> & { type: 'complain' });

/** A complaint that is sent once more is the same one. */
const isNew = ({ complaints }: NoticeData, { once }: ComplaintInput): boolean =>
  once === undefined || !complaints.some((c) => c.once === once);

/** A notice: written, published until its last day is over or it is withdrawn; complaints hold it back until somebody decides. */
export const machine = setup({
  types: {} as { context: NoticeData; events: Event },
  delays: { lastDay: ({ context, event }) => until(context.ends, event.at ?? context.openedAt) },
  guards: {
    isNew: ({ context, event }) => event.type === 'complain' && isNew(context, event.input),
    isEnough: ({ context, event }) =>
      event.type === 'complain' &&
      isNew(context, event.input) &&
      context.complaints.length + 1 >= context.complaintLimit,
  },
  actions: {
    tellOfficials: (_, _params: { about: 'complaint' | 'held' }) => {},
    published: assign(({ event }) => ({ publishedAt: event.at })),
    written: assign(({ context, event }) =>
      event.type === 'change' ? { ...said(event.input), revision: context.revision + 1 } : {},
    ),
    changed: assign(({ context, event }) =>
      event.type === 'change' ? { ...said(event.input), revision: context.revision + 1, changedAt: event.at } : {},
    ),
    complained: assign(({ context, event }) =>
      event.type === 'complain' ? { complaints: [...context.complaints, { ...event.input, at: event.at }] } : {},
    ),
    settled: assign(({ context }) => ({ complaints: [], settled: context.settled + context.complaints.length })),
    withdrawn: assign(({ event }) =>
      event.type === 'withdraw'
        ? { withdrawn: { at: event.at, by: personOf(event.by), reason: event.input.reason } }
        : {},
    ),
  },
}).createMachine({
  id: 'notice',
  context: ({ input }) => input as NoticeData,
  initial: 'draft',
  states: {
    draft: {
      on: {
        change: { actions: 'written' },
        publish: { target: 'published', actions: 'published' },
        discard: 'discarded',
      },
    },
    published: {
      initial: 'shown',
      after: { lastDay: 'ended' },
      on: {
        change: { target: 'published', reenter: true, actions: 'changed' },
        withdraw: { target: 'withdrawn', actions: 'withdrawn' },
      },
      states: {
        shown: {
          on: {
            complain: [
              {
                guard: 'isEnough',
                target: 'held',
                actions: ['complained', { type: 'tellOfficials', params: { about: 'held' } }],
              },
              {
                guard: 'isNew',
                actions: ['complained', { type: 'tellOfficials', params: { about: 'complaint' } }],
              },
            ],
          },
        },
        held: { on: { keep: { target: 'shown', actions: 'settled' } } },
      },
    },
    ended: {},
    withdrawn: {},
    discarded: {},
  },
});

/** What it says, and when that is over. What is not said any more is gone. */
const said = ({ text, area, stations, until: last, place, contact, job }: Change): Partial<NoticeData> => ({
  ...{ text, area, stations, until: last, ends: endOf(last), place, contact, job },
});
