import { type Card, queuePage } from '../../cases/queue.ts';
import { type AgendaLine, type Source, short } from '../lines.ts';

/** Most cases looked at, newest first; a community has fewer that move in a week. */
const MOST = 300;
/** What residents ask for is counted by itself. */
const REQUEST = 'request';

const lineOf = (kind: AgendaLine['kind'], { id, number, type, words }: Card): AgendaLine => ({
  ...{ kind, text: short([number, words].filter(Boolean).join(' ')), ref: { type, id } },
});

const cards = async (unit: string, closed: boolean): Promise<Card[]> =>
  (await queuePage([unit], { closed, limit: MOST })).cards;

/** Cases and requests of the unit: what came in since the last morning, and what waits. */
export const caseSource: Source = {
  name: 'cases',
  agenda: async (unit, { since }) =>
    (await cards(unit, false)).filter((c) => c.receivedAt >= since).map((c) => lineOf('new', c)),
  brief: async (unit) => (await cards(unit, false)).map((c) => lineOf('waiting', c)),
  report: async (unit, { from, to }) => {
    const [open, closed] = await Promise.all([cards(unit, false), cards(unit, true)]);
    const within = (at: unknown) => typeof at === 'string' && from <= at && at < to;
    const received = [...open, ...closed].filter((c) => within(c.receivedAt));
    const ended = closed.filter((c) => within(c.movedAt));
    return {
      casesReceived: received.length,
      casesClosed: ended.length,
      casesMoved: [...open, ...closed].filter((c) => within(c.movedAt)).length,
      casesOpen: open.length,
      requestsReceived: received.filter((c) => c.type === REQUEST).length,
      requestsAnswered: ended.filter((c) => c.type === REQUEST).length,
    };
  },
};
