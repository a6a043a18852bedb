import * as z from 'zod';
import { holds } from '../../shared/auth.ts';
import { DomainError, forbidden, notFound } from '../../shared/errors.ts';
import { date, type Language } from '../../shared/fields.ts';
import { newId } from '../../shared/ids.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage, lang } from '../../shared/route-parts.ts';
import { addDays, dateOf, now } from '../../shared/time.ts';
import { localDaysOf } from '../directory/local-days.ts';
import { unitAt } from '../directory/schema.ts';
import { weeksOf } from './calendar/content.ts';
import * as may from './change-rota.ts';
import * as change from './changes.ts';
import { SPAN, share, shares } from './fairness.ts';
import { freezeWeek } from './handover/freeze.ts';
import { servingIn } from './handover/rules.ts';
import { type Team, teamOf, withPast } from './people.ts';
import { everyone, nextWeek, peopleOf, presentWeek, rosterOf, weeksUpTo } from './rules.ts';
import * as s from './schema.ts';
import { getRota, handoversOf, mustRota, putRota, staleRota } from './store.ts';
import * as view from './views.ts';
import { isWeek } from './week.ts';

/** Days ahead within which a week without anybody is reported. */
const GAP_DAYS = 30;

const rotaQuery = z.object({
  from: date().optional(),
  weeks: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 * SPAN)
    .default(change.AHEAD_WEEKS + 1),
  lang,
});

/** A date within a week names it. */
const weekAt = (day: string | undefined, rota: s.Rota, present: string): string => {
  if (day === undefined) return present;
  const found = Array.from({ length: 7 }, (_, i) => addDays(day, -i)).find((d) => isWeek(d, rota.week));
  return found ?? day;
};

export const rotaRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/duty/{unit}/rota',
    summary:
      'Who serves in which week: as it really was behind, as the rota has it ahead; with the changes open to the caller',
    access: 'staff',
    params: unitAt,
    query: rotaQuery,
    reply: view.rotaView,
    handle: async ({ actor, params: { unit }, query, language }) => {
      may.mustBelong(actor, unit);
      const at = now();
      const [rota, members, local] = await Promise.all([mustRota(unit), teamOf(unit, language), localDaysOf(unit)]);
      const present = presentWeek(rota, at);
      const { turns, kept } = await weeksOf(rota, weekAt(query.from, rota, present), query.weeks, at);
      const team = await withPast(members, [...peopleOf(turns), ...everyone(rota)]);
      const t = view.wordsIn(language);
      const soon = addDays(dateOf(at, rota.week.zone), GAP_DAYS);
      return {
        body: {
          ...{ unit: { id: unit, name: team.unitName }, version: rota.version, rule: rota.week, present },
          turns: turns.map((turn) => view.rowOf(turn, rota, team, t, local, kept.has(turn.week))),
          gapsSoon: change
            .gaps(rota, nextWeek(rota, at), 6)
            .filter((g) => g.week <= soon)
            .map((g) => g.week),
          holidaysUnknown: view.unknownYears(turns),
          rosters: rota.rosters.map((r) => ({ from: r.from, members: r.members.map(team.named) })),
          left: rosterOf(rota, nextWeek(rota, at)).members.filter((m) => !team.workers.some((w) => w.email === m)),
          ...{ leaves: view.leavesOf(rota, team, actor), pauses: rota.pauses },
          forms: view.formsFor(actor, rota, team, t, at),
        },
      };
    },
  }),
  route({
    method: 'PUT',
    path: '/duty/{unit}/roster',
    summary: 'Who takes turns from a week on, and when the week begins; `preview` shows who moves and saves nothing',
    access: 'staff',
    params: unitAt,
    body: s.rosterInput,
    reply: view.changedView,
    handle: async ({ actor, params: { unit }, body, language }) => {
      if (!holds(actor, unit, 'first-secretary', 'admin'))
        throw forbidden('Only the first secretary, or an admin of the unit, may do this.', 'not-first-secretary');
      const team = await teamOf(unit, language);
      const known = new Set(team.workers.map((m) => m.email));
      const before = await getRota(unit);
      const changed = before
        ? await may.changeRota(unit, body.preview, (rota, at) => {
            if (rota.version !== body.version) throw staleRota();
            const ruled = body.week ? change.withWeekRule(rota, body.week, at) : rota;
            return change.withRoster(ruled, body, known, at);
          })
        : await firstRota(unit, body, known);
      if (changed.saved && body.week) await freezeWeek([unit], presentWeek(changed.rota, now()));
      return { body: await changeShown(changed, team, language) };
    },
  }),
  route({
    method: 'POST',
    path: '/duty/{unit}/leaves',
    summary: 'Somebody is away; `preview` shows who moves and saves nothing',
    access: 'staff',
    params: unitAt,
    body: s.leaveInput,
    reply: view.changedView,
    handle: async ({ actor, params: { unit }, body: { preview, ...asked }, language }) => {
      may.mustBeFor(actor, unit, asked.who);
      const id = newId();
      const edit = (rota: s.Rota, at: string) => change.withLeave(rota, { id, ...asked }, at);
      return changedBody(unit, await may.changeRota(unit, preview, edit), language);
    },
  }),
  route({
    method: 'DELETE',
    path: '/duty/{unit}/leaves/{id}',
    summary: 'A leave that lies ahead is gone; one that runs ends with this week',
    access: 'staff',
    params: unitAt.extend({ id: z.string().max(40) }),
    query: z.object({ preview: z.stringbool().default(false), lang }),
    reply: view.changedView,
    handle: async ({ actor, params: { unit, id }, query: { preview }, language }) => {
      may.mustBelong(actor, unit);
      const found = (await mustRota(unit)).leaves.find((l) => l.id === id);
      if (!found) throw notFound('leave');
      may.mustBeFor(actor, unit, found.who);
      const edit = (rota: s.Rota, at: string) => change.withoutLeave(rota, id, at);
      return changedBody(unit, await may.changeRota(unit, preview, edit), language);
    },
  }),
  route({
    method: 'POST',
    path: '/duty/{unit}/pauses',
    summary: 'A week without duty; `preview` shows who moves and saves nothing',
    access: 'staff',
    params: unitAt,
    body: s.pauseInput,
    reply: view.changedView,
    handle: async ({ actor, params: { unit }, body: { preview, week, reason }, language }) => {
      may.mustBeFirst(actor, unit);
      const edit = (rota: s.Rota, at: string) => change.withPause(rota, week, reason, at);
      return changedBody(unit, await may.changeRota(unit, preview, edit), language);
    },
  }),
  route({
    method: 'DELETE',
    path: '/duty/{unit}/pauses/{week}',
    summary: 'Takes a pause back that has not begun',
    access: 'staff',
    params: unitAt.extend({ week: date() }),
    query: z.object({ preview: z.stringbool().default(false), lang }),
    reply: view.changedView,
    handle: async ({ actor, params: { unit, week }, query: { preview }, language }) => {
      may.mustBeFirst(actor, unit);
      const edit = (rota: s.Rota, at: string) => change.withoutPause(rota, week, at);
      return changedBody(unit, await may.changeRota(unit, preview, edit), language);
    },
  }),
  route({
    method: 'POST',
    path: '/duty/{unit}/covers',
    summary:
      'Somebody serves a week for whose it is: oneself, or by the first secretary’s word; `preview` saves nothing',
    access: 'staff',
    params: unitAt,
    body: s.coverInput,
    reply: view.changedView,
    handle: async ({ actor, params: { unit }, body: { preview, week, by }, language }) => {
      may.mustBeFor(actor, unit, by);
      const id = newId();
      const edit = (rota: s.Rota, at: string) => change.withCover(rota, { id, week, by }, at);
      return changedBody(unit, await may.changeRota(unit, preview, edit), language);
    },
  }),
  route({
    method: 'GET',
    path: '/duty/{unit}/fairness',
    summary: 'What each carried over 52 weeks: turns, weekend days, holidays; who has rested longest, who is due',
    access: 'staff',
    params: unitAt,
    query: inLanguage,
    reply: z.object({
      from: z.string(),
      to: z.string(),
      shares: z.array(share.extend({ name: z.string() })),
      longestRested: z.string().optional(),
      due: z.string().optional(),
    }),
    handle: async ({ actor, params: { unit }, language }) => {
      may.mustBelong(actor, unit);
      const [rota, members, local] = await Promise.all([mustRota(unit), teamOf(unit, language), localDaysOf(unit)]);
      const team = await withPast(members, everyone(rota));
      const present = presentWeek(rota, now());
      const weeks = weeksUpTo(rota, present, SPAN);
      const served = (await handoversOf(unit, weeks)).flatMap(({ data }) => {
        const who = servingIn(data);
        return who === undefined ? [] : [{ week: data.week, who }];
      });
      const list = shares(
        rota,
        rosterOf(rota, present).members,
        served,
        { now: present, next: nextWeek(rota, now()) },
        local,
      );
      const due = list.filter((x) => x.next).sort((a, b) => ((a.next ?? '') < (b.next ?? '') ? -1 : 1))[0];
      const named = list.map((x) => ({ ...x, name: team.nameOf(x.who) }));
      return {
        body: { from: weeks[0] ?? present, to: present, shares: named, longestRested: list[0]?.who, due: due?.who },
      };
    },
  }),
];

const changedBody = async (unit: string, changed: may.Changed, language: Language) => ({
  body: await changeShown(changed, await teamOf(unit, language), language),
});

/** A change with the names of everybody who loses a week by it, also of who has left. */
const changeShown = async (changed: may.Changed, team: Team, language: Language) => {
  const known = await withPast(team, peopleOf(changed.shifts.flatMap(({ before, after }) => [before, after])));
  return view.changedOf(changed, known, view.wordsIn(language));
};

const firstRota = async (unit: string, body: s.RosterInput, known: ReadonlySet<string>): Promise<may.Changed> => {
  if (body.version !== 0) throw new DomainError('not-found', 'not-found', 'No such rota.');
  const at = now();
  const made = change.firstRota(unit, body, body.week ?? s.weekRule.parse({}), known, at);
  const seen = may.previewOf(made, made, at);
  return body.preview
    ? { ...seen, saved: false }
    : { ...seen, rota: await putRota({ ...made, changedAt: at }), saved: true };
};
