import * as z from 'zod';
import { notFound } from '../../shared/errors.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage, lang } from '../../shared/route-parts.ts';
import { now } from '../../shared/time.ts';
import { recordRoutes } from '../../shared/workflow/record-routes.ts';
import { mustKeep } from './access.ts';
import { keptList, keptStation, keptStations, keptView, newStation } from './desk.ts';
import { editStation } from './edit.ts';
import { fault } from './fault/fault.ts';
import { faultView } from './fault/schema.ts';
import { faultViewOf } from './fault/view.ts';
import { stationAt } from './public-routes.ts';
import * as s from './schema.ts';
import { getStation } from './store.ts';

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
  ...recordRoutes({
    life: fault,
    at: '/stations/faults/{id}',
    summary: {
      record: 'A fault with its reports, and the actions open to the caller now with their forms',
      actions: 'One action on a fault; `version` is the one the caller looked at',
    },
    reply: faultView,
    view: faultViewOf,
    mustSee: (actor, { data }) => mustKeep(actor, data.unit),
  }),
];
