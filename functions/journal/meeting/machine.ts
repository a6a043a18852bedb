import { assign, setup } from 'xstate';
import { between, type Moment, until } from '../../../shared/time.ts';
import { type LifeEvent, personOf } from '../../../shared/workflow/lifecycle.ts';
import type { Item, WeeklyData } from './schema.ts';

type Event =
  | (LifeEvent<{ items: Item[] }> & { type: 'start' | 'next' })
  | (LifeEvent<{ text: string }> & { type: 'note' })
  | (LifeEvent<{ attended: string[]; decisions?: string }> & { type: 'conclude' });

type About = 'plan' | 'check' | 'reflect';

const DAY = 86_400_000;

/** A week that was begun more than a day after a moment reminds nobody of it. */
const inTime = ({ openedAt }: WeeklyData, moment: Moment): boolean => between(moment, openedAt) < DAY;

/** Items that came in since the meeting began are put behind those there are. */
export const withNew = (items: Item[], found: Item[]): Item[] => [
  ...items,
  ...found.filter((f) => !items.some((i) => i.journal === f.journal && i.half === f.half)),
];

const begunAt = (items: Item[], at: number, startedAt: Moment): Item[] =>
  items.map((item, i) => (i === at ? { ...item, startedAt } : item));

const endedAt = (items: Item[], at: number, moment: Moment): Item[] =>
  items.map((item, i) => (i === at ? { ...item, endedAt: moment } : item));

/**
 * A community's week: its time reminds whoever is behind and closes what is left; its meeting goes through everybody's two
 * items, takes the time of each, and notes what is said.
 */
export const machine = setup({
  types: {} as { context: WeeklyData; events: Event },
  delays: {
    planReminder: ({ context, event }) => until(context.rhythm.plan, event.at ?? context.openedAt),
    checkReminder: ({ context, event }) => until(context.rhythm.check, event.at ?? context.openedAt),
    reflectReminder: ({ context, event }) => until(context.rhythm.ask, event.at ?? context.openedAt),
    deadline: ({ context, event }) => until(context.rhythm.reflect, event.at ?? context.openedAt),
    notHeld: ({ context, event }) => until(context.rhythm.missed, event.at ?? context.openedAt),
    closing: ({ context, event }) => until(context.rhythm.closes, event.at ?? context.openedAt),
  },
  guards: {
    hasNext: ({ context }) => context.current < context.items.length,
    /** A week that was begun after a moment owes nothing by it. */
    reflectionOwed: ({ context }) => context.openedAt < context.rhythm.reflect,
    meetingOwed: ({ context }) => context.startedAt === undefined && context.openedAt < context.rhythm.meeting,
    planInTime: ({ context }) => inTime(context, context.rhythm.plan),
    checkInTime: ({ context }) => inTime(context, context.rhythm.check),
    askInTime: ({ context }) => inTime(context, context.rhythm.ask),
  },
  actions: {
    openJournals: () => {},
    remind: (_, _params: { about: About }) => {},
    tellMissing: () => {},
    tellNotHeld: () => {},
    shareAll: () => {},
    closeAll: () => {},
    sendDigest: () => {},
    begun: assign(({ event }) =>
      event.type === 'start'
        ? {
            startedAt: event.at,
            ledBy: personOf(event.by),
            current: 0,
            items: begunAt(event.input.items, 0, event.at),
          }
        : {},
    ),
    advanced: assign(({ context, event }) => {
      if (event.type !== 'next') return {};
      const current = context.current + 1;
      const items = withNew(endedAt(context.items, context.current, event.at), event.input.items);
      return { current, items: begunAt(items, current, event.at) };
    }),
    noted: assign(({ context, event }) => {
      if (event.type !== 'note') return {};
      const item = context.items[context.current];
      const about = item ? { journal: item.journal, half: item.half } : {};
      const said = { at: event.at, by: personOf(event.by), text: event.input.text, ...about };
      return { notes: [...context.notes, said] };
    }),
    concluded: assign(({ context, event }) =>
      event.type === 'conclude'
        ? {
            concludedAt: event.at,
            attended: event.input.attended,
            decisions: event.input.decisions,
            items: endedAt(context.items, context.current, event.at),
          }
        : {},
    ),
  },
}).createMachine({
  id: 'weekly',
  context: ({ input }) => input as WeeklyData,
  type: 'parallel',
  states: {
    meeting: {
      initial: 'gathering',
      states: {
        gathering: { on: { start: { target: 'running', actions: 'begun' } } },
        running: {
          on: {
            next: { guard: 'hasNext', actions: 'advanced' },
            note: { actions: 'noted' },
            conclude: { target: 'concluded', actions: 'concluded' },
          },
        },
        concluded: { entry: ['shareAll', 'sendDigest'] },
      },
    },
    time: {
      initial: 'early',
      states: {
        early: {
          entry: 'openJournals',
          after: {
            planReminder: [
              { guard: 'planInTime', target: 'midweek', actions: { type: 'remind', params: { about: 'plan' } } },
              { target: 'midweek' },
            ],
          },
        },
        midweek: {
          after: {
            checkReminder: [
              { guard: 'checkInTime', target: 'ending', actions: { type: 'remind', params: { about: 'check' } } },
              { target: 'ending' },
            ],
          },
        },
        ending: {
          after: {
            reflectReminder: [
              { guard: 'askInTime', target: 'last', actions: { type: 'remind', params: { about: 'reflect' } } },
              { target: 'last' },
            ],
          },
        },
        last: {
          after: {
            deadline: [{ guard: 'reflectionOwed', target: 'due', actions: 'tellMissing' }, { target: 'due' }],
          },
        },
        due: {
          after: {
            notHeld: [{ guard: 'meetingOwed', target: 'overdue', actions: 'tellNotHeld' }, { target: 'overdue' }],
          },
        },
        overdue: { after: { closing: 'closed' } },
        closed: { entry: 'closeAll' },
      },
    },
  },
});
