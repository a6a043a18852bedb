import { assign, setup } from 'xstate';
import { type LifeEvent, personOf } from '../../../shared/workflow/lifecycle.ts';
import type { Decided, MeetingData } from './schema.ts';

type Event =
  | (LifeEvent<Pick<MeetingData, 'lines'>> & { type: 'edit' })
  | (LifeEvent<{ attended: string[] }> & { type: 'hold' })
  | (LifeEvent<{ minutes: string; decisions: Decided[] }> & { type: 'minute' });

/** A morning meeting: its agenda can be edited until it is held; what it decides becomes tasks once it is minuted. */
export const machine = setup({
  types: {} as { context: MeetingData; events: Event },
  actions: {
    setTasks: () => {},
    edited: assign(({ event }) =>
      event.type === 'edit' ? { lines: event.input.lines, editedBy: personOf(event.by) } : {},
    ),
    held: assign(({ event }) =>
      event.type === 'hold' ? { held: { at: event.at, by: personOf(event.by), attended: event.input.attended } } : {},
    ),
    minuted: assign(({ event }) =>
      event.type === 'minute' ? { minutes: event.input.minutes, decisions: event.input.decisions } : {},
    ),
  },
}).createMachine({
  id: 'meeting',
  context: ({ input }) => input as MeetingData,
  initial: 'planned',
  states: {
    planned: { on: { edit: { actions: 'edited' }, hold: { target: 'held', actions: 'held' } } },
    held: { on: { edit: { actions: 'edited' }, minute: { target: 'minuted', actions: 'minuted' } } },
    minuted: { entry: 'setTasks' },
  },
});
