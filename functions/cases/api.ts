import * as z from 'zod';
import { actorByEmail } from '../../shared/actor.ts';
import { forbidden } from '../../shared/errors.ts';
import { moment } from '../../shared/fields.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { anyInput, caseActionAt, caseAt, earlierQuery, inLanguage, lang, partQuery } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { perform } from '../../shared/workflow/perform.ts';
import { loadCase, mustSee } from './access.ts';
import { cardViews, caseView, historyPage, logOf } from './case-view.ts';
import { intakeRoutes } from './intake.ts';
import { linkPreview, mayByLink } from './link-preview.ts';
import { readToken, staleLink } from './links.ts';
import { typedNumber } from './number.ts';
import { cardOfNumber, queuePage, unitsSeen } from './queue.ts';
import { viewRoutes } from './saved-views.ts';
import { searchRoute } from './search.ts';
import { wordsOf } from './track.ts';
import { caseCard, caseView as caseViewSchema, linkPreview as linkPreviewSchema } from './views.ts';

const queueQuery = z.object({
  unit: z.string().max(60).optional(),
  state: z.enum(['open', 'closed']).default('open'),
  /** The one case of this number, as far as the caller may see it. */
  number: z.string().max(40).transform(typedNumber).pipe(z.string()).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  lang,
});
const stepQuery = z.object({
  part: partQuery.optional(),
  version: z.coerce.number().int().min(1).optional(),
  lang,
});
const token = z.string().max(2000);

export const routes: Route[] = [
  ...intakeRoutes,
  searchRoute,
  ...viewRoutes,
  route({
    method: 'GET',
    path: '/cases',
    summary:
      'My queue: open cases of my units by what falls due first; or the closed ones, newest first; or one by number',
    access: 'staff',
    query: queueQuery,
    reply: z.object({ cases: z.array(caseCard), cursor: z.string().optional() }),
    handle: async ({ actor, query: { unit, state, number, cursor, limit }, language }) => {
      if (number !== undefined)
        return { body: { cases: await cardViews(await cardOfNumber(number, actor), language) } };
      const seen = await unitsSeen(actor);
      if (unit !== undefined && !seen.includes(unit)) throw forbidden('You do not belong to this unit.', 'other-unit');
      const page = await queuePage(unit === undefined ? seen : [unit], { closed: state === 'closed', cursor, limit });
      return { body: { cases: await cardViews(page.cards, language), cursor: page.cursor } };
    },
  }),
  route({
    method: 'GET',
    path: '/cases/{id}',
    summary: 'A case: its report, animals, clocks, history, and the actions open to the caller now with their forms',
    access: 'staff',
    params: caseAt,
    query: inLanguage,
    reply: caseViewSchema,
    handle: async ({ actor, params, language }) => {
      const { type, record } = await loadCase(params.id);
      mustSee(type, record, actor);
      return { body: await caseView(type, record, actor, language) };
    },
  }),
  route({
    method: 'GET',
    path: '/cases/{id}/history',
    summary: 'Older steps of a case: the newest of those before one (`before`, as `earlier` of the answer before says)',
    access: 'staff',
    params: caseAt,
    query: earlierQuery,
    reply: caseViewSchema.pick({ history: true, earlier: true }),
    handle: async ({ actor, params, query: { before }, language }) => {
      const { type, record } = await loadCase(params.id);
      mustSee(type, record, actor);
      return { body: await historyPage(type, record, language, before) };
    },
  }),
  route({
    method: 'GET',
    path: '/cases/{id}/log',
    summary: 'What was written beside a case before an instant, the newest of it: the care of its animals',
    access: 'staff',
    params: caseAt,
    query: inLanguage.extend({ before: moment() }),
    reply: caseViewSchema.pick({ log: true, logBefore: true }),
    handle: async ({ actor, params, query: { before }, language }) => {
      const { type, record } = await loadCase(params.id);
      mustSee(type, record, actor);
      return { body: await logOf(record.id, wordsOf(type, language), before) };
    },
  }),
  route({
    method: 'POST',
    path: '/cases/{id}/actions/{action}',
    summary:
      'One action on a case, or on animals of it in one step (`part`); `version` is the one the caller looked at',
    access: 'staff',
    params: caseActionAt,
    query: stepQuery,
    body: anyInput,
    reply: caseViewSchema,
    handle: async ({ actor, params: { id, action }, query: { part, version }, body, headers, language }) => {
      const { type } = await loadCase(id);
      const ask = { action, parts: part, version, input: body, idempotencyKey: headers['idempotency-key'] };
      const record = await perform(type.life, id, ask, staffDoer(actor), {
        resolve: type.resolve,
        visible: (r) => mustSee(type, r, actor),
      });
      return { body: await caseView(type, record, actor, language) };
    },
  }),
  route({
    method: 'POST',
    path: '/links/preview',
    summary: 'What the link in a mail would do, to which version of the case; changes nothing',
    access: 'public',
    limited: true,
    body: z.strictObject({ token }),
    reply: linkPreviewSchema,
    handle: async ({ body, language }) => ({ body: await linkPreview(readToken(body.token, now()), language) }),
  }),
  route({
    method: 'POST',
    path: '/links/confirm',
    summary: 'Does what the link in a mail says, once',
    access: 'public',
    limited: true,
    body: z.strictObject({ token, input: z.record(z.string(), z.unknown()).default({}) }),
    reply: z.object({ caseId: z.string(), version: z.number() }),
    handle: async ({ body }) => {
      const bound = readToken(body.token, now());
      const [{ type, record }, actor] = await Promise.all([loadCase(bound.id), actorByEmail(bound.person)]);
      mayByLink(type, bound);
      if (record.version !== bound.version) throw staleLink(record.version);
      const ask = { ...bound, input: body.input };
      const visible = (r: typeof record) => mustSee(type, r, actor);
      const after = await perform(type.life, bound.id, ask, staffDoer(actor), { resolve: type.resolve, visible });
      return { body: { caseId: after.id, version: after.version } };
    },
  }),
];

export const handler = serve(routes);
