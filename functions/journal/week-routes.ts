import * as z from 'zod';
import { type Actor, leads } from '../../shared/auth.ts';
import { invalidField } from '../../shared/errors.ts';
import { date, type Language } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang } from '../../shared/route-parts.ts';
import { type Moment, now } from '../../shared/time.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { load } from '../../shared/workflow/store.ts';
import { localDaysOf } from '../directory/local-days.ts';
import { unitAt } from '../directory/schema.ts';
import { teamOf } from '../duty/people.ts';
import { withDuty } from '../duty/powers.ts';
import type { WeekRule } from '../duty/schema.ts';
import { isWeek, weekLabel, weekOf } from '../duty/week.ts';
import { mustBeInside } from './access.ts';
import { journalsOfPerson } from './board.ts';
import { weekOfTeam } from './meeting/items.ts';
import { type TeamWeek, teamWeek } from './meeting/schema.ts';
import { stageOf as meetingStageOf, weekly, weeklyId } from './meeting/weekly.ts';
import { rectification, rectificationId } from './rectification/rectification.ts';
import { rhythmOf } from './rules.ts';
import { openOwn } from './start.ts';
import { journalViewOf, missingOf, pastRowOf, rowOf, wordsIn } from './views.ts';
import { type Journal, journal, journalId } from './week/journal.ts';
import { owedBy, resolve } from './week/resolve.ts';
import { type JournalView, journalRow, journalView } from './week/schema.ts';
import { ruleIn, settingsIn } from './weeks.ts';

export const weekQuery = z.object({ week: date().optional(), lang });

/** The week asked for, or the one that runs; throws `invalid-input` for a day on which none begins. */
export const weekAsked = (week: string | undefined, rule: WeekRule, at: Moment): string => {
  if (week !== undefined && !isWeek(week, rule))
    throw invalidField('week', 'no-week', 'is not a day on which a week begins');
  return week ?? weekOf(at, rule);
};

/** A person's week as this reader sees it now. */
const viewOf = async (record: Journal, actor: Actor, language: Language): Promise<JournalView> => {
  const { unit, who, reflection } = record.data;
  const [{ topics }, owed, follows] = await Promise.all([
    settingsIn(unit),
    owedBy(who.id, unit),
    reflection && load(rectification, rectificationId(record.id)),
  ]);
  return journalViewOf(record, { owed, rectification: follows?.id }, { actor, topics, language, at: now() });
};

/** Weeks of one's own past that are shown. */
const SHOWN = 26;

export const weekRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/journal/units/{unit}/week',
    summary: 'A week of the community: how far everybody is, and, for who leads it, who has not done what is due',
    access: 'staff',
    params: unitAt,
    query: weekQuery,
    reply: teamWeek,
    handle: async ({ actor, params: { unit }, query, language }) => {
      mustBeInside(actor, unit);
      return { body: await teamWeekOf(unit, query.week, await withDuty(actor), language, now()) };
    },
  }),
  route({
    method: 'GET',
    path: '/journal/units/{unit}/mine',
    summary: 'My week with its forms, if it has been opened; what I owe from weeks before; and the weeks behind me',
    access: 'staff',
    params: unitAt,
    query: weekQuery,
    reply: z.object({
      week: z.string(),
      label: z.string(),
      journal: journalView.optional(),
      owed: journalView.shape.owed,
      weeks: z.array(journalRow),
    }),
    handle: async ({ actor, params: { unit }, query, language }) => {
      mustBeInside(actor, unit);
      const week = weekAsked(query.week, await ruleIn(unit), now());
      const [record, owed, weeks] = await Promise.all([
        load(journal, journalId(unit, week, actor.id)),
        owedBy(actor.id, unit),
        journalsOfPerson(actor.id),
      ]);
      const t = wordsIn(language);
      const past = weeks.filter((w) => w.unit === unit).slice(0, SHOWN);
      return {
        body: {
          ...{ week, label: weekLabel(week), owed, weeks: past.map((w) => pastRowOf(w, t)) },
          journal: record && (await viewOf(record, actor, language)),
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/journal/units/{unit}/mine',
    summary: 'Open my week: the present one, the next one to plan it before it begins, or one that can be caught up',
    access: 'staff',
    params: unitAt,
    body: z.strictObject({ week: date() }),
    reply: journalView,
    handle: async ({ actor, params: { unit }, body: { week }, language }) => {
      mustBeInside(actor, unit);
      const record = await openOwn(unit, week, { id: actor.id, name: actor.name }, now());
      return { body: await viewOf(record, actor, language) };
    },
  }),
  ...recordRoutes({
    life: journal,
    at: '/journal/weeks/{id}',
    summary: {
      record: 'A person’s week with the suggestions of colleagues, and the actions open to the caller now',
      actions: 'Plan, check or reflect on my week, or suggest something to a colleague',
    },
    reply: journalView,
    view: viewOf,
    mustSee: (actor, { data }) => mustBeInside(actor, data.unit),
    empowered: withDuty,
    resolve,
  }),
];

const teamWeekOf = async (
  unit: string,
  asked: string | undefined,
  actor: Actor,
  language: Language,
  at: Moment,
): Promise<TeamWeek> => {
  const rule = await ruleIn(unit);
  const week = weekAsked(asked, rule, at);
  const [journals, team, settings, local, meeting] = await Promise.all([
    weekOfTeam(unit, week),
    teamOf(unit, language),
    settingsIn(unit),
    localDaysOf(unit),
    load(weekly, weeklyId(unit, week)),
  ]);
  const t = wordsIn(language);
  const code = meeting && meetingStageOf(meeting.state);
  return {
    ...{ unit: { id: unit, name: team.unitName }, week, label: weekLabel(week), present: weekOf(at, rule) },
    rhythm: rhythmOf(week, rule, settings, local),
    people: journals.map((j) => rowOf(j, actor, t, at)),
    missing: leads(actor, unit) ? missingBy(journals, at) : undefined,
    meeting: meeting && code && { id: meeting.id, stage: { code, text: t(`weekly.stage.${code}`) } },
  };
};

const missingBy = (journals: Journal[], at: Moment): NonNullable<TeamWeek['missing']> => {
  const lacking = (what: ReturnType<typeof missingOf>[number]) =>
    journals.filter((j) => missingOf(j, at).includes(what)).map((j) => j.data.who);
  return { plan: lacking('plan'), check: lacking('check'), reflection: lacking('reflection') };
};
