import { assign, setup } from 'xstate';
import { instantOf } from '../../../shared/calendar.ts';
import { addDays, between, type Moment } from '../../../shared/time.ts';
import { type LifeEvent, personOf } from '../../../shared/workflow/lifecycle.ts';
import { completes, lastContact, roleOf, withNote, withSession } from './rules.ts';
import type { MentorshipData } from './schema.ts';

type Judgement = MentorshipData['judgements'][number];

type Event =
  | (LifeEvent<{ date: string; note: string }> & { type: 'session' })
  | (LifeEvent<{ session: string; note: string }> & { type: 'add-note' })
  | (LifeEvent<{ until: string; reason: string }> & { type: 'extend' })
  | (LifeEvent<{ reason: string }> & { type: 'end' | 'break-off' })
  | (LifeEvent<Pick<Judgement, 'verdict' | 'text'>> & { type: 'judge' });

const WEEK = 7 * 86_400_000;
/** When in the morning a pair is nudged, and asked for its judgement. */
const MORNING = '09:00';

const until = (date: string, { zone, openedAt }: MentorshipData, at: Moment | undefined): number =>
  Math.max(0, between(at ?? openedAt, instantOf(date, MORNING, zone)));

/** A mentor and a newcomer: sessions, a nudge where there are none, and a judgement by both and the first secretary. */
export const machine = setup({
  types: {} as { context: MentorshipData; events: Event },
  delays: {
    silence: ({ context, event }) => until(addDays(lastContact(context), context.nudgeDays), context, event.at),
    ending: ({ context, event }) => until(addDays(context.until, 1), context, event.at),
    weekly: WEEK,
  },
  guards: { completes: ({ context, event }) => completes(context, event.by.id) },
  actions: {
    tellPair: (_, _params: { about: 'begun' | 'extended' | 'closed' | 'broken-off' }) => {},
    nudge: () => {},
    askJudgements: () => {},
    met: assign(({ context, event }) =>
      event.type === 'session' ? { sessions: withSession(context, event.by.id, event.at, event.input) } : {},
    ),
    noted: assign(({ context, event }) =>
      event.type === 'add-note' ? { sessions: withNote(context, event.by.id, event.input) } : {},
    ),
    extended: assign(({ event }) => (event.type === 'extend' ? { until: event.input.until } : {})),
    ended: assign(({ event }) =>
      event.type === 'end' || event.type === 'break-off'
        ? { ended: { at: event.at, by: personOf(event.by), reason: event.input.reason } }
        : {},
    ),
    judged: assign(({ context, event }) =>
      event.type === 'judge'
        ? {
            judgements: [
              ...context.judgements,
              { role: roleOf(context, event.by.id), by: personOf(event.by), at: event.at, ...event.input },
            ],
          }
        : {},
    ),
    closed: assign(({ event }) => ({ closedAt: event.at })),
  },
}).createMachine({
  id: 'mentorship',
  context: ({ input }) => input as MentorshipData,
  initial: 'begun',
  states: {
    begun: { entry: { type: 'tellPair', params: { about: 'begun' } }, always: 'running' },
    running: {
      initial: 'inTouch',
      after: { ending: 'judging' },
      states: {
        inTouch: { after: { silence: 'silent' } },
        silent: { entry: 'nudge', after: { weekly: { target: 'silent', reenter: true } } },
      },
      on: {
        session: { target: '.inTouch', actions: 'met' },
        'add-note': { actions: 'noted' },
        extend: {
          target: 'running',
          reenter: true,
          actions: ['extended', { type: 'tellPair', params: { about: 'extended' } }],
        },
        end: { target: 'judging', actions: 'ended' },
        'break-off': { target: 'brokenOff', actions: ['ended', 'closed'] },
      },
    },
    judging: {
      entry: 'askJudgements',
      after: { weekly: { target: 'judging', reenter: true } },
      on: {
        'add-note': { actions: 'noted' },
        judge: [{ guard: 'completes', target: 'closed', actions: ['judged', 'closed'] }, { actions: 'judged' }],
        'break-off': { target: 'brokenOff', actions: ['ended', 'closed'] },
      },
    },
    closed: { entry: { type: 'tellPair', params: { about: 'closed' } } },
    brokenOff: { entry: { type: 'tellPair', params: { about: 'broken-off' } } },
  },
});
