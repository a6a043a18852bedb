import { type AgendaLine, type Source, short } from '../duty/lines.ts';
import { openInUnit } from './board.ts';
import type { RectificationCard } from './rectification/schema.ts';

const lineOf = (kind: AgendaLine['kind'], { id, what, owner, due }: RectificationCard): AgendaLine => ({
  ...{ kind, text: short(what), who: owner.name, due, ref: { type: 'rectification', id } },
});

/** Rectifications age in sight of everyone: overdue ones, those due today, those to be verified. */
export const rectificationSource: Source = {
  name: 'rectifications',
  agenda: async (unit, { date }) => {
    const open = await openInUnit(unit);
    const owed = open.filter((r) => r.stage !== 'done');
    return [
      ...owed.filter((r) => r.due < date).map((r) => lineOf('overdue', r)),
      ...owed.filter((r) => r.due === date).map((r) => lineOf('due', r)),
      ...open.filter((r) => r.stage === 'done').map((r) => lineOf('waiting', r)),
    ];
  },
  brief: async (unit) => (await openInUnit(unit)).map((r) => lineOf(r.stage === 'done' ? 'waiting' : 'due', r)),
};
