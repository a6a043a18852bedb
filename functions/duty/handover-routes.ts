import * as z from 'zod';
import { invalidField, notFound } from '../../shared/errors.ts';
import { date, type Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { actionName, anyInput, inLanguage, lang, stepQuery } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { perform } from '../../shared/workflow/perform.ts';
import { load } from '../../shared/workflow/store.ts';
import { unitAt } from '../directory/schema.ts';
import { mustBelong } from './change-rota.ts';
import { handover, handoverId } from './handover/handover.ts';
import { peopleIn, servingIn } from './handover/rules.ts';
import { handoverView, report } from './handover/schema.ts';
import { type Team, teamOf, withPast } from './people.ts';
import { presentWeek, weeksUpTo } from './rules.ts';
import { handoversOf, mustRota } from './store.ts';
import * as view from './views.ts';
import { weekLabel } from './week.ts';

const weekAt = unitAt.extend({ week: date() });
const listQuery = z.object({ weeks: z.coerce.number().int().min(1).max(104).default(12), lang });

/** Who stands in has to be of the unit. */
const standIn = (input: Record<string, unknown>, { members, named }: Team) => {
  if (!members.some((m) => m.email === input.who))
    throw invalidField('who', 'unknown-person', 'is not an active member of this unit');
  return { ...input, who: named(String(input.who)) };
};

/** The weeks of duty behind a unit, newest first, and everybody whom they name. */
const lookBack = async (unit: string, weeks: number, language: Language) => {
  const [rota, team] = await Promise.all([mustRota(unit), teamOf(unit, language)]);
  const asked = weeksUpTo(rota, presentWeek(rota, now()), weeks);
  const records = (await handoversOf(unit, asked)).reverse();
  return {
    rota,
    records,
    team: await withPast(
      team,
      records.flatMap((r) => peopleIn(r.data)),
    ),
  };
};

export const handoverRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/duty/{unit}/handovers',
    summary: 'Weeks of duty as they really were, newest first',
    access: 'staff',
    params: unitAt,
    query: listQuery,
    reply: z.object({ handovers: z.array(handoverView) }),
    handle: async ({ actor, params: { unit }, query: { weeks }, language }) => {
      mustBelong(actor, unit);
      const { rota, team, records } = await lookBack(unit, weeks, language);
      const t = view.wordsIn(language);
      const handovers = await Promise.all(records.map((r) => view.handoverViewOf(r, rota.week, team, actor, t)));
      return { body: { handovers } };
    },
  }),
  route({
    method: 'GET',
    path: '/duty/{unit}/handovers/{week}',
    summary: 'One week of duty, with the actions open to the caller now',
    access: 'staff',
    params: weekAt,
    query: inLanguage,
    reply: handoverView,
    handle: async ({ actor, params: { unit, week }, language }) => {
      mustBelong(actor, unit);
      const [rota, team, record] = await Promise.all([
        mustRota(unit),
        teamOf(unit, language),
        load(handover, handoverId(unit, week)),
      ]);
      if (!record) throw notFound('hand-over');
      return { body: await view.handoverViewOf(record, rota.week, team, actor, view.wordsIn(language)) };
    },
  }),
  route({
    method: 'POST',
    path: '/duty/{unit}/handovers/{week}/actions/{action}',
    summary: 'Sign a hand-over, leave words for the next, name a stand-in',
    access: 'staff',
    params: weekAt.extend({ action: actionName }),
    query: stepQuery,
    body: anyInput,
    reply: handoverView,
    handle: async ({ actor, params: { unit, week, action }, query: { version }, body, language }) => {
      const [rota, team] = await Promise.all([mustRota(unit), teamOf(unit, language)]);
      const ask = { action, version, input: body };
      const record = await perform(handover, handoverId(unit, week), ask, staffDoer(actor), {
        visible: () => mustBelong(actor, unit),
        resolve: async (name, input) => (name === 'stand-in' ? standIn(input, team) : input),
      });
      return { body: await view.handoverViewOf(record, rota.week, team, actor, view.wordsIn(language)) };
    },
  }),
  route({
    method: 'GET',
    path: '/duty/{unit}/reports',
    summary: 'The reports of weeks of duty that have ended, newest first',
    access: 'staff',
    params: unitAt,
    query: listQuery,
    reply: z.object({
      reports: z.array(
        z.object({
          ...{ week: z.string(), label: z.string(), who: z.string().optional(), report },
          notes: z.array(z.object({ by: z.string(), note: z.string() })),
          words: z.string().optional(),
        }),
      ),
    }),
    handle: async ({ actor, params: { unit }, query: { weeks }, language }) => {
      mustBelong(actor, unit);
      const { team, records } = await lookBack(unit, weeks, language);
      const reports = records.flatMap(({ data }) => {
        const who = servingIn(data);
        const notes = (data.signed ?? []).flatMap((x) => (x.note ? [{ by: x.by.name, note: x.note }] : []));
        const common = { week: data.week, label: weekLabel(data.week), who: who && team.nameOf(who) };
        return data.report ? [{ ...common, report: data.report, notes, words: data.words }] : [];
      });
      return { body: { reports } };
    },
  }),
];
