import { assign, setup } from 'xstate';
import { between, type Moment } from '../../../shared/time.ts';
import type { By, LifeEvent } from '../../../shared/workflow/lifecycle.ts';
import type { Item, WeeklyData } from './schema.ts';

type Event =
  | (LifeEvent<{ items: Item[] }> & { type: 'start' | 'next' })
  | (LifeEvent<{ text: string }> & { type: 'note' })
  | (LifeEvent<{ attended: string[]; decisions?: string }> & { type: 'conclude' });

const person = ({ id, name }: By) => ({ id, name: name ?? id });

/** A meeting that was not held is missed by the Monday after. */
const GRACE = 2 * 86_400_000;

const until = (moment: Moment, { openedAt }: WeeklyData, at: Moment | undefined): number =>
  Math.max(0, between(at ?? openedAt, moment));

/** Items that came in since the meeting began are put behind those there are. */
export const withNew = (items: Item[], found: Item[]): Item[] => [
  ...items,
  ...found.filter((f) => !items.some((i) => i.journal === f.journal && i.half === f.half)),
];

const begunAt = (items: Item[], at: number, startedAt: Moment): Item[] =>
  items.map((item, i) => (i === at ? { ...item, startedAt } : item));

const endedAt = (items: Item[], at: number, moment: Moment): Item[] =>
  items.map((item, i) => (i === at ? { ...item, endedAt: moment } : item));

/** The weekly meeting: it goes through everybody's two items, takes the time of each, and notes what is said. */
export const machine = setup({
  types: {} as { context: WeeklyData; events: Event },
  delays: {
    deadline: ({ context, event }) => until(context.rhythm.reflect, context, event.at),
    notHeld: ({ context, event }) => until(context.rhythm.meeting, context, event.at) + GRACE,
  },
  guards: { hasNext: ({ context }) => context.current < context.items.length },
  actions: {
    openJournals: () => {},
    tellMissing: () => {},
    tellNotHeld: () => {},
    shareAll: () => {},
    sendDigest: () => {},
    begun: assign(({ event }) =>
      event.type === 'start'
        ? {
            startedAt: event.at,
            ledBy: person(event.by),
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
      const said = { at: event.at, by: person(event.by), text: event.input.text, ...about };
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
  initial: 'gathering',
  states: {
    gathering: {
      initial: 'early',
      states: {
        early: { entry: 'openJournals', after: { deadline: 'due' } },
        due: { entry: 'tellMissing', after: { notHeld: 'overdue' } },
        overdue: { entry: 'tellNotHeld' },
      },
      on: { start: { target: 'running', actions: 'begun' } },
    },
    running: {
      on: {
        next: { guard: 'hasNext', actions: 'advanced' },
        note: { actions: 'noted' },
        conclude: { target: 'concluded', actions: 'concluded' },
      },
    },
    concluded: { entry: ['shareAll', 'sendDigest'] },
  },
});
