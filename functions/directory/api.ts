import * as z from 'zod';
import { notFound } from '../../shared/errors.ts';
import { areaCode, email } from '../../shared/fields.ts';
import { serve } from '../../shared/http.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage, lang } from '../../shared/route-parts.ts';
import { settingsSchema } from '../settings/json-schema.ts';
import { settingsView, settingsViewOf } from '../settings/view.ts';
import { areasUnder } from './areas.ts';
import * as edit from './edit.ts';
import { units } from './lookup.ts';
import * as s from './schema.ts';
import * as store from './store.ts';
import * as view from './views.ts';

const unitAt = z.strictObject({ id: s.unitId() });
const personAt = z.strictObject({ email: email() });
const routeAt = z.strictObject({ type: s.routeType(), area: s.routeArea() });
const divisionAt = z.strictObject({ code: areaCode() });
const speciesAt = z.strictObject({ key: s.speciesKey() });

/** A body says the version it changes; without one the thing must be new. What the address says already is not in it. */
const unitBody = s.unitInput.omit({ id: true }).extend({
  settings: s.unitInput.shape.settings.meta({
    override: ({ jsonSchema }) => void Object.assign(jsonSchema, settingsSchema()),
  }),
});
const personBody = z.strictObject(s.staff.omit({ email: true }).shape);
const routeBody = z.strictObject(s.route.omit({ type: true, area: true }).shape);
const divisionBody = z.strictObject(s.division.pick({ name: true, version: true }).shape);
const speciesBody = z.strictObject(s.localSpeciesEntry.omit({ key: true }).shape);

const found = <T>(thing: T | undefined, what: string): { body: T } => {
  if (thing === undefined) throw notFound(what);
  return { body: thing };
};

export const routes: Route[] = [
  route({
    method: 'GET',
    path: '/me',
    summary: 'Who am I, and what am I where',
    access: 'staff',
    reply: view.me,
    handle: async ({ actor, language }) => {
      const known = new Map((await units(actor.roles.map((r) => r.unit))).map((u) => [u.id, view.nameIn(u, language)]));
      const roles = actor.roles.map((r) => ({ unit: { id: r.unit, name: known.get(r.unit) ?? r.unit }, role: r.role }));
      return { body: { email: actor.id, name: actor.name, roles } };
    },
  }),
  route({
    method: 'GET',
    path: '/areas',
    summary: 'Administrative divisions directly under one, with those added by administrators',
    access: 'public',
    query: z.object({ under: areaCode().optional(), lang }),
    reply: view.areaList,
    handle: async ({ query }) => ({
      body: { areas: await areasUnder(query.under) },
      headers: { 'cache-control': 'public, max-age=300' },
    }),
  }),
  route({
    method: 'GET',
    path: '/directory/units',
    summary: 'Every unit',
    access: 'staff',
    reply: view.unitList,
    handle: async () => ({ body: { units: await store.listUnits() } }),
  }),
  route({
    method: 'GET',
    path: '/directory/units/{id}',
    summary: 'A unit with its settings and version',
    access: 'staff',
    params: unitAt,
    reply: s.unit,
    handle: async ({ params }) => found(await store.getUnit(params.id), 'unit'),
  }),
  route({
    method: 'PUT',
    path: '/directory/units/{id}',
    summary: 'Add or change a unit',
    access: 'staff',
    params: unitAt,
    body: unitBody,
    reply: s.unit,
    handle: async ({ actor, params, body }) => ({ body: await edit.editUnit(actor, { ...body, ...params }) }),
  }),
  route({
    method: 'GET',
    path: '/directory/units/{id}/settings',
    summary: 'The settings that hold for a unit, where each comes from, and what is stored and does not hold',
    access: 'staff',
    params: unitAt,
    query: inLanguage,
    reply: settingsView,
    handle: async ({ actor, params, language }) => ({
      body: await settingsViewOf(await edit.seeInside(actor, params.id), language),
    }),
  }),
  route({
    method: 'GET',
    path: '/directory/people',
    summary: 'The people of a unit',
    access: 'staff',
    query: z.object({ unit: s.unitId(), lang }),
    reply: view.memberList,
    handle: async ({ actor, query }) => ({ body: { people: await edit.seeMembers(actor, query.unit) } }),
  }),
  route({
    method: 'GET',
    path: '/directory/people/{email}',
    summary: 'A person with their roles and version',
    access: 'staff',
    params: personAt,
    reply: s.staff,
    handle: async ({ actor, params }) => ({ body: await edit.seePerson(actor, params.email) }),
  }),
  route({
    method: 'PUT',
    path: '/directory/people/{email}',
    summary: 'Add or change a person and what they are where',
    access: 'staff',
    params: personAt,
    body: personBody,
    reply: s.staff,
    handle: async ({ actor, params, body }) => ({ body: await edit.editPerson(actor, { ...body, ...params }) }),
  }),
  route({
    method: 'GET',
    path: '/directory/routes',
    summary: 'Which unit gets what from where',
    access: 'staff',
    reply: view.routeList,
    handle: async () => ({ body: { routes: await store.listRoutes() } }),
  }),
  route({
    method: 'GET',
    path: '/directory/routes/{type}/{area}',
    summary: 'A route with its version; the area is a code, or * for everywhere',
    access: 'staff',
    params: routeAt,
    reply: s.route,
    handle: async ({ params }) => found(await store.getRoute(params.type, params.area), 'route'),
  }),
  route({
    method: 'PUT',
    path: '/directory/routes/{type}/{area}',
    summary: 'Add or change a route',
    access: 'staff',
    params: routeAt,
    body: routeBody,
    reply: s.route,
    handle: async ({ actor, params, body }) => ({ body: await edit.editRoute(actor, { ...body, ...params }) }),
  }),
  route({
    method: 'DELETE',
    path: '/directory/routes/{type}/{area}',
    summary: 'Remove a route',
    access: 'staff',
    params: routeAt,
    status: 204,
    handle: async ({ actor, params }) => {
      await edit.dropRoute(actor, params.type, params.area);
      return {};
    },
  }),
  route({
    method: 'GET',
    path: '/directory/divisions/{code}',
    summary: 'A division that an administrator added',
    access: 'staff',
    params: divisionAt,
    reply: s.division,
    handle: async ({ params }) => found(await store.getDivision(params.code), 'division'),
  }),
  route({
    method: 'PUT',
    path: '/directory/divisions/{code}',
    summary: 'Add or rename a division that the published list lacks',
    access: 'staff',
    params: divisionAt,
    body: divisionBody,
    reply: s.division,
    handle: async ({ actor, params, body }) => ({
      body: await edit.editDivision(actor, { ...s.divisionOf(params.code, body.name), version: body.version }),
    }),
  }),
  route({
    method: 'GET',
    path: '/directory/species/{key}',
    summary: 'A species of the region’s own list',
    access: 'staff',
    params: speciesAt,
    reply: s.localSpeciesEntry,
    handle: async ({ params }) => found(await store.getSpecies(params.key), 'species'),
  }),
  route({
    method: 'PUT',
    path: '/directory/species/{key}',
    summary: 'Add or change a species of the region’s own list',
    access: 'staff',
    params: speciesAt,
    body: speciesBody,
    reply: s.localSpeciesEntry,
    handle: async ({ actor, params, body }) => ({ body: await edit.editSpecies(actor, { ...body, ...params }) }),
  }),
];

/** The Lambda function of these routes. */
export const handler = serve(routes);
