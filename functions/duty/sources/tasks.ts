import { closedInUnit, openInUnit } from '../../tasks/board.ts';
import type { TaskCard } from '../../tasks/schema.ts';
import { type AgendaLine, type Source, type Span, short } from '../lines.ts';

const lineOf = (kind: AgendaLine['kind'], { id, what, who, due }: TaskCard): AgendaLine => ({
  ...{ kind, text: short(what), who: who.name, due, ref: { type: 'task', id } },
});

const within = (at: string | undefined, { from, to }: Span): boolean => at !== undefined && from <= at && at < to;

/** Tasks: overdue ones first, then those due today, those to be verified, and those due later in the week. */
export const taskSource: Source = {
  name: 'tasks',
  agenda: async (unit, { date, weekEnds }) => {
    const open = await openInUnit(unit);
    const todo = open.filter((t) => t.stage !== 'done');
    return [
      ...todo.filter((t) => t.due < date).map((t) => lineOf('overdue', t)),
      ...todo.filter((t) => t.due === date).map((t) => lineOf('due', t)),
      ...open.filter((t) => t.stage === 'done').map((t) => lineOf('waiting', t)),
      ...todo.filter((t) => t.due > date && t.due <= weekEnds).map((t) => lineOf('plan', t)),
    ];
  },
  brief: async (unit) => (await openInUnit(unit)).map((t) => lineOf(t.stage === 'done' ? 'waiting' : 'due', t)),
  report: async (unit, span) => {
    const [open, closed] = await Promise.all([openInUnit(unit), closedInUnit(unit, span.from)]);
    return {
      tasksSet: [...open, ...closed].filter((t) => within(t.setAt, span)).length,
      tasksClosed: closed.filter((t) => t.stage === 'verified' && within(t.closedAt, span)).length,
      tasksOpen: open.length,
    };
  },
};
