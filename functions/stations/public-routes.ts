import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { DomainError, isDomainError, notFound } from '../../shared/errors.ts';
import { areaCode, coordinates } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { inLanguage, lang } from '../../shared/route-parts.ts';
import { dateOf, now } from '../../shared/time.ts';
import { reportFault } from './fault/report.ts';
import { faultReport } from './fault/schema.ts';
import { pointOf, shownStation, shownStations } from './find.ts';
import { helpPage } from './help-page.ts';
import { listPage } from './list-page.ts';
import { station as stationOf } from './lookup.ts';
import { stationPage } from './page.ts';
import { problemPage } from './problem-page.ts';
import { reportedPage } from './reported-page.ts';
import { dayOf } from './rules.ts';
import * as s from './schema.ts';
import { SCREEN_POLICY, screenPage } from './screen-page.ts';
import { sheetPage } from './sheet-page.ts';
import { stationList, stationView } from './views.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

/** The list's page alone has a script: the button that finds what is near. */
const LIST_POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

export const stationAt = z.strictObject({ id: s.stationId() });

const asked = z.object({
  q: z.string().trim().max(60).optional(),
  area: areaCode().optional(),
  facility: s.facilityId.optional(),
  open: z.enum(['true', 'false']).optional(),
  /** `latitude,longitude` in degrees. */
  near: z
    .string()
    .regex(/^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/)
    .refine((near) => coordinates().safeParse(pointOf(near)).success, { error: 'lies nowhere' })
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  lang,
});

/** A station that is in service. Throws `not-found`, `station-gone` (410). */
const found = async (id: string): Promise<s.Station> => {
  const there = await stationOf(id);
  if (!there) throw notFound('station');
  if (!there.active) throw new DomainError('gone', 'station-gone', 'This station was given up.');
  return there;
};

const screenAddress = async (id: string) => ({ station: await found(id), siteUrl: env().SITE_URL });

export const publicRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/stations',
    summary:
      'Rest stations by words, area, facility that works, open now; those nearest to `near` (latitude,longitude) first',
    access: 'public',
    limited: true,
    query: asked,
    reply: stationList,
    handle: async ({ query, language, wantsPage }) => {
      const at = now();
      const stations = await shownStations(query, language, at);
      if (!wantsPage) return { body: { stations } };
      const { open, ...said } = query;
      return { page: listPage(stations, { ...said, open: open === 'true' }, language, at), headers: LIST_POLICY };
    },
  }),
  route({
    method: 'GET',
    path: '/stations/{id}',
    summary: 'A rest station: open until when, what it has, what of it is broken',
    access: 'public',
    params: stationAt,
    query: inLanguage,
    reply: stationView,
    errorPage: problemPage,
    handle: async ({ params, language, wantsPage }) => {
      const at = now();
      const body = await shownStation(await found(params.id), language, at);
      return wantsPage ? { page: stationPage(body, language, { at, today: dayOf(dateOf(at)) }) } : { body };
    },
  }),
  route({
    method: 'GET',
    path: '/stations/{id}/sheet',
    summary: 'A sheet to print: the QR code that opens the station’s page',
    access: 'public',
    params: stationAt,
    query: inLanguage,
    errorPage: problemPage,
    handle: async ({ params, language }) => {
      const { station, siteUrl } = await screenAddress(params.id);
      return { page: sheetPage(station, siteUrl, language) };
    },
  }),
  route({
    method: 'GET',
    path: '/stations/{id}/screen',
    summary: 'The page for the station’s screen: notices and jobs turn over, also without a network',
    access: 'public',
    params: stationAt,
    query: inLanguage,
    errorPage: problemPage,
    handle: async ({ params, language }) => {
      const { station, siteUrl } = await screenAddress(params.id);
      return { page: screenPage(station, siteUrl, language), headers: SCREEN_POLICY };
    },
  }),
  route({
    method: 'GET',
    path: '/stations/{id}/help',
    summary: 'The form that asks for help or mediation at this station',
    access: 'public',
    params: stationAt,
    query: inLanguage,
    errorPage: problemPage,
    handle: async ({ params, language }) => ({ page: await helpPage(await found(params.id), language) }),
  }),
  route({
    method: 'POST',
    path: '/stations/{id}/faults',
    summary: 'Report something of a station that does not work; a further report joins the open fault',
    access: 'public',
    limited: true,
    params: stationAt,
    query: inLanguage,
    body: faultReport,
    reply: z.object({ station: z.string(), facility: z.string(), count: z.number(), joined: z.boolean() }),
    status: 201,
    handle: async ({ params, body, headers, language, wantsPage }) => {
      const key = headers['idempotency-key'] ?? body.once;
      const { fault, joined } = await reportFault(await found(params.id), body, { at: now(), key });
      const told = { station: params.id, facility: fault.data.facility, count: fault.data.count, joined };
      return { status: 201, ...(wantsPage ? { page: reportedPage(told, language) } : { body: told }) };
    },
    errorPage: async (error, request) => {
      const { id } = stationAt.safeParse(request.params).data ?? {};
      const station = id === undefined ? undefined : await stationOf(id);
      if (!station || !isDomainError(error, 'invalid-input')) return problemPage(error, request);
      const language = request.language ?? 'zh';
      const at = now();
      const returned = { values: request.raw, errors: error.fields };
      const shown = await shownStation(station, language, at);
      return stationPage(shown, language, { at, today: dayOf(dateOf(at)), returned });
    },
  }),
];
