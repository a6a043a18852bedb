import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { startOfDay } from '../../shared/calendar.ts';
import { csv } from '../../shared/csv.ts';
import { forbidden } from '../../shared/errors.ts';
import { date, type Language, line } from '../../shared/fields.ts';
import { translator } from '../../shared/i18n.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang } from '../../shared/route-parts.ts';
import { addDays, wallClock } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { loadCase } from './access.ts';
import { informationOf, textOf } from './added.ts';
import { cardViews } from './case-view.ts';
import { caseWords } from './messages.ts';
import { type Card, queuePage, unitsSeen } from './queue.ts';
import { caseTypes } from './registry.ts';
import { matches } from './rules.ts';
import { wordsOf } from './track.ts';
import { type CaseCard, caseCard } from './views.ts';

/** Search across the cases of one's units; every filter stands in the address, so that a search can be handed on. */

/** What a search asks for; a view that is kept holds the same. */
export const filters = z.object({
  q: line(60).optional(),
  unit: line(60).optional(),
  type: line(40).optional(),
  state: z.enum(['open', 'closed', 'all']).default('all'),
  from: date().optional(),
  to: date().optional(),
});

const asked = filters.extend({
  format: z.enum(['json', 'csv']).default('json'),
  lang,
});
type Asked = z.infer<typeof asked>;

export const searchRoute: Route = route({
  method: 'GET',
  path: '/cases/search',
  summary: 'Cases of my units by number, telephone’s last digits, name, place or words; JSON or CSV',
  access: 'staff',
  query: asked,
  reply: z.object({ cases: z.array(caseCard), more: z.boolean() }),
  handle: async ({ actor, query, language }) => {
    const { cards, more } = await found(query, actor);
    const cases = await cardViews(cards, language);
    return query.format === 'csv' ? { file: await fileOf(cases, language) } : { body: { cases, more } };
  },
});

/** The newest of each unit that are looked through, in each of its two queues; a search by date reaches no further. */
const DEPTH = 500;
const PAGE = 100;

const found = async (query: Asked, actor: Actor): Promise<{ cards: Card[]; more: boolean }> => {
  const seen = await unitsSeen(actor);
  if (query.unit !== undefined && !seen.includes(query.unit))
    throw forbidden('You do not belong to this unit.', 'other-unit');
  const units = query.unit === undefined ? seen : [query.unit];
  const sides = query.state === 'all' ? [false, true] : [query.state === 'closed'];
  const listed = await Promise.all(sides.map((closed) => cardsOf(units, closed)));
  const unlike = listed.flatMap((l) => l.cards).filter((card) => fits(card, query));
  const once = [...new Map(unlike.map((card) => [card.id, card])).values()];
  const cards = query.q === undefined ? once : await containing(once, query.q);
  cards.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
  return { cards, more: listed.some((l) => l.more) };
};

const cardsOf = async (units: string[], closed: boolean): Promise<{ cards: Card[]; more: boolean }> => {
  const cards: Card[] = [];
  let cursor: string | undefined;
  do {
    const page = await queuePage(units, { closed, cursor, limit: PAGE });
    cards.push(...page.cards);
    cursor = page.cursor;
  } while (cursor !== undefined && cards.length < DEPTH);
  return { cards, more: cursor !== undefined };
};

const fits = ({ type, receivedAt }: Card, { type: wanted, from, to }: Asked): boolean =>
  (wanted === undefined || type === wanted) &&
  (from === undefined || receivedAt >= startOfDay(from)) &&
  (to === undefined || receivedAt < startOfDay(addDays(to, 1)));

const AT_ONCE = 25;

/** Names and numbers of reporters are in no index: each case that is left is read. All stand in queues the actor sees. */
const containing = async (cards: Card[], q: string): Promise<Card[]> => {
  const hits: Card[] = [];
  for (let i = 0; i < cards.length; i += AT_ONCE) {
    const some = cards.slice(i, i + AT_ONCE);
    const kept = await Promise.all(some.map((card) => contains(card, q)));
    hits.push(...some.filter((_, j) => kept[j]));
  }
  return hits;
};

const contains = async ({ id }: Card, q: string): Promise<boolean> => {
  const { type, record } = await loadCase(id);
  return matches(record.data, q, (await informationOf(type.life, record)).map(textOf));
};

const COLUMNS = ['number', 'type', 'title', 'stage', 'urgency', 'unit', 'received', 'due', 'place'];

/** What was found as a spreadsheet, in the words of the desk. */
const fileOf = async (cases: CaseCard[], language: Language) => {
  const t = translator(language, caseWords, words);
  const kinds = new Map(
    (await caseTypes()).map((type) => [type.type, wordsOf(type, language)(`site.report.${type.type}`)]),
  );
  const lines = cases.map((c) => [
    ...[c.number, kinds.get(c.type), c.title, c.stage.text, t(`urgency.${c.urgency}`), c.unit?.name],
    ...[wallClock(c.receivedAt), c.due && wallClock(c.due), c.place],
  ]);
  return {
    content: csv([COLUMNS.map((name) => t(`case.column.${name}`)), ...lines]),
    type: 'text/csv; charset=utf-8',
    name: `cases-${language}.csv`,
  };
};
