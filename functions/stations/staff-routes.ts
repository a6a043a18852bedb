import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { notFound } from '../../shared/errors.ts';
import { type Route, route } from '../../shared/route.ts';
import { actionAt, anyInput, inLanguage, lang, recordAt, stepQuery } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { staffDoer } from '../../shared/workflow/open-actions.ts';
import { perform } from '../../shared/workflow/perform.ts';
import { load } from '../../shared/workflow/store.ts';
import { mustKeep } from './access.ts';
import { keptList, keptStation, keptStations, keptView, newStation } from './desk.ts';
import { editStation } from './edit.ts';
import { type Fault, fault } from './fault/fault.ts';
import { faultView } from './fault/schema.ts';
import { faultViewOf } from './fault/view.ts';
import { stationAt } from './public-routes.ts';
import * as s from './schema.ts';
import { getStation } from './store.ts';

/** Throws `not-found`, `other-unit`. */
const seenFault = async (id: string, actor: Actor): Promise<Fault> => {
  const record = await load(fault, id);
  if (!record) throw notFound('fault');
  await mustKeep(actor, record.data.unit);
  return record;
};

export const staffRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/stations/kept',
    summary: 'The stations that the caller’s units keep, with their open faults',
    access: 'staff',
    query: inLanguage,
    reply: keptList,
    handle: async ({ actor, language }) => ({
      body: { ...(await keptStations(actor, language, now())), ...(await newStation(actor, language)) },
    }),
  }),
  route({
    method: 'GET',
    path: '/stations/kept/{id}',
    summary: 'A station as its keepers see it: the form that changes it, its faults with what can be done now',
    access: 'staff',
    params: stationAt,
    query: inLanguage,
    reply: keptView,
    handle: async ({ actor, params, language }) => {
      const station = await getStation(params.id);
      if (!station) throw notFound('station');
      await mustKeep(actor, station.unit);
      return { body: await keptStation(station, actor, language, now()) };
    },
  }),
  route({
    method: 'PUT',
    path: '/stations/{id}',
    summary: 'Add a station, or change one; `version` is the one the caller looked at, 0 for a new one',
    access: 'staff',
    params: stationAt,
    query: z.object({ version: z.coerce.number().int().min(0), lang }),
    body: s.stationInput,
    reply: s.station,
    handle: async ({ actor, params, query, body }) => ({
      body: await editStation(actor, params.id, body, { version: query.version, at: now() }),
    }),
  }),
  route({
    method: 'GET',
    path: '/stations/faults/{id}',
    summary: 'A fault with its reports, and the actions open to the caller now with their forms',
    access: 'staff',
    params: recordAt,
    query: inLanguage,
    reply: faultView,
    handle: async ({ actor, params, language }) => ({
      body: await faultViewOf(await seenFault(params.id, actor), actor, language),
    }),
  }),
  route({
    method: 'POST',
    path: '/stations/faults/{id}/actions/{action}',
    summary: 'One action on a fault; `version` is the one the caller looked at',
    access: 'staff',
    params: actionAt,
    query: stepQuery,
    body: anyInput,
    reply: faultView,
    handle: async ({ actor, params: { id, action }, query: { version }, body, language }) => {
      await seenFault(id, actor);
      const record = await perform(fault, id, { action, version, input: body }, staffDoer(actor));
      return { body: await faultViewOf(record, actor, language) };
    },
  }),
];
