import * as z from 'zod';
import { type Route, route } from '../../shared/route.ts';
import { actionName, anyInput, inLanguage, recordId, stepQuery } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { unitAt } from '../directory/schema.ts';
import { mustBelong, previewOf } from './change-rota.ts';
import { teamOf } from './people.ts';
import { swapInput } from './schema.ts';
import { mustRota } from './store.ts';
import { answerSwap, askForSwap, openSwaps, proposed } from './swap/ask.ts';
import { swapView } from './swap/schema.ts';
import * as view from './views.ts';

export const swapRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/duty/{unit}/swaps',
    summary: 'Swaps that wait for an answer and that the caller has to do with',
    access: 'staff',
    params: unitAt,
    query: inLanguage,
    reply: z.object({ swaps: z.array(swapView) }),
    handle: async ({ actor, params: { unit }, language }) => {
      mustBelong(actor, unit);
      const t = view.wordsIn(language);
      const records = await openSwaps(unit, actor);
      return { body: { swaps: await Promise.all(records.map((r) => view.swapViewOf(r, actor, t))) } };
    },
  }),
  route({
    method: 'POST',
    path: '/duty/{unit}/swaps',
    summary: 'Ask for a swap of one’s own week with another’s; `preview` shows who would move and asks nobody',
    access: 'staff',
    params: unitAt,
    body: swapInput,
    reply: z.object({ preview: view.changedView, swap: swapView.optional() }),
    status: 201,
    handle: async ({ actor, params: { unit }, body, language }) => {
      mustBelong(actor, unit);
      const at = now();
      const [rota, team] = await Promise.all([mustRota(unit), teamOf(unit, language)]);
      const t = view.wordsIn(language);
      const weeks: [string, string] = [body.week, body.with];
      const seen = previewOf(rota, proposed(rota, weeks, actor, at), at);
      const preview = view.changedOf({ ...seen, saved: false }, team, t);
      if (body.preview) return { status: 200, body: { preview } };
      const record = await askForSwap(rota, { weeks, note: body.note }, actor, team, at);
      return { body: { preview, swap: await view.swapViewOf(record, actor, t) } };
    },
  }),
  route({
    method: 'POST',
    path: '/duty/{unit}/swaps/{id}/actions/{action}',
    summary: 'Accept or decline a swap, or take it back',
    access: 'staff',
    params: unitAt.extend({ id: recordId(), action: actionName }),
    query: stepQuery,
    body: anyInput,
    reply: swapView,
    handle: async ({ actor, params: { unit, id, action }, query: { version }, body, language }) => {
      mustBelong(actor, unit);
      const record = await answerSwap(id, { action, input: body, version }, actor, now());
      return { body: await view.swapViewOf(record, actor, view.wordsIn(language)) };
    },
  }),
];
