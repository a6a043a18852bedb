import * as z from 'zod';
import { type Actor, holds } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import { startOfDay } from '../../shared/calendar.ts';
import { forbidden, invalidField, notFound } from '../../shared/errors.ts';
import { date, type Language } from '../../shared/fields.ts';
import { localised } from '../../shared/form-labels.ts';
import { serve } from '../../shared/http.ts';
import { translator } from '../../shared/i18n.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage, lang } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { type OpenAction, openAction } from '../../shared/workflow/lifecycle.ts';
import { membersOf } from '../directory/lookup.ts';
import { messages } from './messages.ts';
import { note } from './note.ts';
import { checkDay, daysSince, differs } from './rules.ts';
import * as s from './schema.ts';
import { changeHousehold, getHousehold, longestUnvisited, plannedFor, visitsTo } from './store.ts';

const listed = s.card.extend({ daysSince: z.number().optional() });
const kept = z.object({ visit: s.visit, receipt: z.string().optional() });

const mustBelong = (actor: Actor, unit: string): void => {
  if (!holds(actor, unit)) throw forbidden('You do not belong to this unit.', 'other-unit');
};
const mayLead = (actor: Actor, unit: string): boolean => holds(actor, unit, 'first-secretary', 'official', 'admin');

const mustLead = (actor: Actor, unit: string): void => {
  if (!mayLead(actor, unit)) throw forbidden('Your role does not allow this.');
};

/** A form as the desk shows it. */
const formOf = (action: string, input: z.ZodType, language: Language, options?: OpenAction['options']): OpenAction => {
  const t = translator(language, messages, words);
  return {
    ...{ action, label: t(`action.${action}`), tone: action === 'note' ? 'primary' : 'plain', options },
    input: localised(inputSchema(input), t, action),
  };
};

const noteAction = (language: Language): OpenAction => formOf('note', s.noteForm, language);

/** What can be done to the households listed and to each of them: anybody plans visits, whoever leads enters and corrects. */
const planActions = async (actor: Actor, unit: string, found: s.Card[], language: Language) => {
  const who = (await membersOf(unit)).map((m) => ({ value: m.email, label: m.name }));
  const grid = [...new Set(found.map((h) => h.grid))].sort().map((g) => ({ value: g, label: g }));
  const households = found.map(({ id, householder, address }) => ({ value: id, label: `${householder} ${address}` }));
  const plan = formOf('plan-doors', s.doorsPlan, language, { who, grid, households });
  const leads = mayLead(actor, unit);
  return {
    actions: [...(found.length > 0 ? [plan] : []), ...(leads ? [formOf('enter', s.entered, language)] : [])],
    atDoor: [
      formOf('plan-door', s.doorPlan, language, { who }),
      ...(leads ? [formOf('correct', s.correction, language)] : []),
    ],
  };
};

const shown = (card: s.Card) => ({ ...card, daysSince: daysSince(card, now()) });

export const routes: Route[] = [
  route({
    method: 'GET',
    path: '/visits/households',
    summary:
      'The households of a unit (of one grid), longest unvisited first; `before` for those not visited since a date',
    access: 'staff',
    query: z.object({
      unit: s.unitId,
      grid: z.string().max(30).optional(),
      before: date().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      lang,
    }),
    reply: z.object({
      households: z.array(listed),
      note: openAction,
      atDoor: z.array(openAction),
      actions: z.array(openAction),
    }),
    handle: async ({ actor, query: { unit, grid, before, limit }, language }) => {
      mustBelong(actor, unit);
      const found = await longestUnvisited(unit, { grid, limit, before: before && startOfDay(before) });
      const plans = await planActions(actor, unit, found, language);
      return { body: { households: found.map(shown), note: noteAction(language), ...plans } };
    },
  }),
  route({
    method: 'POST',
    path: '/visits/households',
    summary: 'Enters households of a unit, or corrects what is known of them; their visits stay',
    access: 'staff',
    body: z.strictObject({
      ...{ unit: s.unitId, households: z.array(s.entered).min(1).max(100), corrects: z.boolean().default(false) },
    }),
    reply: z.object({ entered: z.number() }),
    handle: async ({ actor, body: { unit, households, corrects } }) => {
      mustLead(actor, unit);
      for (const [i, entered] of households.entries())
        await changeHousehold(unit, entered.id, (known) => {
          if (known && !corrects && differs(known, entered))
            throw invalidField(`households.${i}.id`, 'duplicate', 'is that of another household');
          return { version: 0, ...known, ...entered, unit };
        });
      return { body: { entered: households.length } };
    },
  }),
  route({
    method: 'GET',
    path: '/visits/households/{unit}/{id}',
    summary: 'A household and the visits to it, newest first',
    access: 'staff',
    params: z.strictObject({ unit: s.unitId, id: s.householdId }),
    query: z.object({ lang: z.string().optional() }),
    reply: s.household.extend({ visits: z.array(s.visit.extend({ metText: z.string() })) }),
    handle: async ({ actor, params: { unit, id }, language }) => {
      mustBelong(actor, unit);
      const found = await getHousehold(unit, id);
      if (!found) throw notFound('household');
      const t = translator(language, messages, words);
      const visits = (await visitsTo(unit, id)).map((v) => ({ ...v, metText: t(`choice.met.${v.met}`) }));
      return { body: { ...found, visits } };
    },
  }),
  route({
    method: 'POST',
    path: '/visits/plans',
    summary: 'Who is to visit the households of a grid, or those listed, on which day',
    access: 'staff',
    body: s.plan,
    reply: z.object({ planned: z.number() }),
    handle: async ({ actor, body: { unit, who, on, grid, households } }) => {
      mustBelong(actor, unit);
      checkDay(on, now());
      const visitor = (await membersOf(unit)).find((m) => m.email === who);
      if (!visitor) throw invalidField('who', 'unknown-person', 'is nobody of this unit');
      const ofGrid = grid === undefined ? [] : await longestUnvisited(unit, { grid, limit: 200 });
      const ids = [...new Set([...ofGrid.map((h) => h.id), ...households])];
      if (ids.length === 0)
        throw invalidField('households', 'required', 'name a grid with households, or some of them');
      const planned = { on, who: { id: visitor.email, name: visitor.name } };
      for (const id of ids) await changeHousehold(unit, id, (known) => ({ ...there(known), planned }));
      return { body: { planned: ids.length } };
    },
  }),
  route({
    method: 'GET',
    path: '/visits/mine',
    summary: 'Whom I am to visit, by date',
    access: 'staff',
    reply: z.object({ households: z.array(listed), note: openAction }),
    query: inLanguage,
    handle: async ({ actor, language }) => ({
      body: { households: (await plannedFor(actor.id)).map(shown), note: noteAction(language) },
    }),
  }),
  route({
    method: 'POST',
    path: '/visits',
    summary: 'A visit as it is noted at the door; what was raised becomes a request with the visitor as its lead',
    access: 'staff',
    body: s.noted,
    reply: kept,
    status: 201,
    handle: async ({ actor, body, headers, language }) => {
      mustBelong(actor, body.unit);
      const idempotencyKey = headers['idempotency-key'];
      return { status: 201, body: await note(body, actor, { language, at: now(), idempotencyKey }) };
    },
  }),
];

const there = (household: s.Household | undefined): s.Household => {
  if (!household) throw notFound('household');
  return household;
};

/** The Lambda function of these routes. */
export const handler = serve(routes);
