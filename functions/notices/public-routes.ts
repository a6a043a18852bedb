import * as z from 'zod';
import { DomainError, notFound } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang, recordAt } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { load } from '../../shared/workflow/store.ts';
import { type Asked, asked } from './asked.ts';
import { complain } from './complain.ts';
import { publishedAround } from './list.ts';
import { cardOf, type Notice, notice } from './notice.ts';
import { complainedPage, listPage, noticePage, problemPage } from './pages.ts';
import { isOver, isPublic, matches, newestFirst } from './rules.ts';
import { complaintInput } from './schema.ts';
import { type Board, boardOf } from './station.ts';
import { type NoticeList, noticeList, type PublicNotice, publicNotice, publicViews } from './view.ts';

const listed = async (
  { area, kind, q, page, limit }: Asked,
  language: Language,
  board: Board | undefined,
): Promise<NoticeList> => {
  const at = now();
  const around = area ?? board?.areas[0];
  const found = (await publishedAround(around, at))
    .filter((c) => isPublic(c, at) && matches(c, { kind, area, station: board, q }))
    .sort(newestFirst);
  const from = (page - 1) * limit;
  const shown = await publicViews(found.slice(from, from + limit), language);
  return { notices: shown, more: found.length > from + limit };
};

/** A notice that the public may see now, and what it sees. Throws `notice-ended` (410), `notice-held`, `not-found`. */
const seen = async (id: string, language: Language): Promise<{ record: Notice; shown: PublicNotice }> => {
  const record = await load(notice, id);
  const card = record && cardOf(record);
  const at = now();
  if (card && isOver(card, at)) throw new DomainError('gone', 'notice-ended', 'This has ended or was withdrawn.');
  if (card?.stage === 'held') throw new DomainError('not-found', 'notice-held', 'This is being looked into.');
  const [shown] = card && isPublic(card, at) ? await publicViews([card], language) : [];
  if (!record || !shown) throw notFound('notice');
  return { record, shown };
};

export const publicRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/notices',
    summary: 'Notices and jobs that are published and not over: at a station, around an area, of a kind, with words',
    access: 'public',
    limited: true,
    query: asked,
    reply: noticeList,
    errorPage: problemPage,
    handle: async ({ query, language, wantsPage }) => {
      const board = query.station === undefined ? undefined : await boardOf(query.station, language);
      const list = await listed(query, language, board);
      if (!wantsPage || query.format === 'json') return { body: list };
      return { page: await listPage(list, query, language, board) };
    },
  }),
  route({
    method: 'GET',
    path: '/notices/{id}',
    summary: 'A notice or job; answers 410 once it has ended or was withdrawn',
    access: 'public',
    params: recordAt,
    query: z.object({ format: z.enum(['json']).optional(), lang }),
    reply: publicNotice,
    errorPage: problemPage,
    handle: async ({ params, query, language, wantsPage }) => {
      const { shown } = await seen(params.id, language);
      return wantsPage && query.format !== 'json' ? { page: noticePage(shown, language) } : { body: shown };
    },
  }),
  route({
    method: 'POST',
    path: '/notices/{id}/complaints',
    summary: 'Report a notice: fraud, asks for money, not right; without a name',
    access: 'public',
    limited: true,
    params: recordAt,
    body: complaintInput,
    reply: z.object({ received: z.boolean() }),
    status: 201,
    errorPage: problemPage,
    handle: async ({ params, body, language, wantsPage }) => {
      const { record } = await seen(params.id, language);
      await complain(record, body);
      return wantsPage ? { page: complainedPage(language) } : { body: { received: true } };
    },
  }),
];
