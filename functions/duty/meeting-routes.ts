import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { date, type Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { actionName, anyInput, inLanguage, lang } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { unitAt } from '../directory/schema.ts';
import { mustBelong } from './change-rota.ts';
import { actOnMeeting, morningOf } from './meeting/morning.ts';
import { edit, meetingView } from './meeting/schema.ts';
import { meetingViewOf } from './meeting/view.ts';
import { teamOf } from './people.ts';
import { withDuty } from './powers.ts';
import { mustRota } from './store.ts';
import * as view from './views.ts';

const morningAt = unitAt.extend({ date: date() });
const version = z.coerce.number().int().min(1).optional();

/** One action on a meeting, and the meeting as it then is. */
const acted = async (
  { unit, date: day }: z.infer<typeof morningAt>,
  ask: { action: string; input: unknown; version?: number },
  actor: Actor,
  language: Language,
) => {
  mustBelong(actor, unit);
  const at = now();
  const [rota, team, doer] = await Promise.all([mustRota(unit), teamOf(unit, language), withDuty(actor)]);
  const record = await actOnMeeting({ unit, date: day, rule: rota.week, team }, ask, doer, at);
  const about = { team, actor: doer, t: view.wordsIn(language), at };
  return { body: await meetingViewOf({ data: record.data, record }, about) };
};

export const meetingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/duty/{unit}/meetings/{date}',
    summary: 'The morning meeting of a date; its agenda composes itself until somebody edits it or holds it',
    access: 'staff',
    params: morningAt,
    query: inLanguage,
    reply: meetingView,
    handle: async ({ actor, params: { unit, date: day }, language }) => {
      mustBelong(actor, unit);
      const [rota, team, doer] = await Promise.all([mustRota(unit), teamOf(unit, language), withDuty(actor)]);
      const about = { team, actor: doer, t: view.wordsIn(language), at: now() };
      return { body: await meetingViewOf(await morningOf(unit, day, rota.week), about) };
    },
  }),
  route({
    method: 'PUT',
    path: '/duty/{unit}/meetings/{date}',
    summary: 'Edit the agenda; for who leads the unit now',
    access: 'staff',
    params: morningAt,
    query: z.object({ version, lang }),
    body: edit,
    reply: meetingView,
    handle: ({ actor, params, query, body, language }) =>
      acted(params, { action: 'edit', input: body, version: query.version }, actor, language),
  }),
  route({
    method: 'POST',
    path: '/duty/{unit}/meetings/{date}/actions/{action}',
    summary: 'Hold the meeting, minute it; what is decided becomes tasks',
    access: 'staff',
    params: morningAt.extend({ action: actionName }),
    query: z.object({ version, lang }),
    body: anyInput,
    reply: meetingView,
    handle: ({ actor, params: { action, ...at }, query, body, language }) =>
      acted(at, { action, input: body, version: query.version }, actor, language),
  }),
];
