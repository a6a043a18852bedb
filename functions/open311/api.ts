import * as z from 'zod';
import { flatForm } from '../../shared/body.ts';
import { DomainError, invalidField } from '../../shared/errors.ts';
import { serve } from '../../shared/http.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { isReceipt } from '../../shared/receipt.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang } from '../../shared/route-parts.ts';
import { bareNumber } from '../../shared/text.ts';
import { caseIdOf } from '../cases/receive.ts';
import { discoveryIn, discoveryXml } from './discovery.ts';
import { FORMATS, type Format, file, formatOf, written } from './format.ts';
import { refused } from './refusals.ts';
import * as s from './schema.ts';
import { type Filter, momentOf, spanOf, toldIn, toldOf, toldOfAll, viewsOf } from './service-requests.ts';
import { definitionOf, definitionXml, serviceOf, servicesIn } from './services.ts';
import { submitted } from './submit.ts';

/** Open311 GeoReport v2: what other programs may ask for and hand in. Every case type with public figures is a service. */

/** This is one jurisdiction, so nobody has to name it; whoever does names the region. */
const JURISDICTION = '54';

const common = z.object({ jurisdiction_id: z.string().optional(), lang });

const mustBeHere = ({ jurisdiction_id: id }: z.infer<typeof common>): void => {
  if (id !== undefined && id !== JURISDICTION)
    throw new DomainError('not-found', 'unknown-jurisdiction', 'jurisdiction_id was not found.');
};

const searched = common.extend({
  service_request_id: z.string().max(4000).optional(),
  service_code: z.string().max(400).optional(),
  start_date: z.string().max(40).optional(),
  end_date: z.string().max(40).optional(),
  status: z.string().max(40).optional(),
});
type Searched = z.infer<typeof searched>;

const listed = (text: string | undefined): string[] | undefined =>
  text
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const dateIn = (name: 'start_date' | 'end_date', query: Searched) => {
  const text = query[name];
  const moment = text === undefined ? undefined : momentOf(text, name === 'start_date' ? 'first' : 'last');
  if (text !== undefined && moment === undefined)
    throw invalidField(name, 'wrong-format', 'is not a date and time like 2026-11-25T08:00:00+08:00');
  return moment;
};

const filterOf = (query: Searched): Filter => {
  const status = z.array(z.enum(['open', 'closed'])).safeParse(listed(query.status) ?? []);
  if (!status.success) throw invalidField('status', 'not-a-choice', 'is neither open nor closed');
  const span = spanOf(dateIn('start_date', query), dateIn('end_date', query));
  return { services: listed(query.service_code), status: query.status ? status.data : undefined, ...span };
};

const MOST_IDS = 100;

const fewEnough = (ids: string[]): string[] => {
  if (ids.length > MOST_IDS) throw invalidField('service_request_id', 'too-large', `names more than ${MOST_IDS}`);
  return ids;
};

const found = async (query: Searched) => {
  mustBeHere(query);
  const ids = listed(query.service_request_id);
  return ids ? toldOfAll(fewEnough(ids)) : toldIn(filterOf(query));
};

/** The rows of the table that stand there once a format. */
const inEachFormat = (rows: (format: Format) => Route[]): Route[] => FORMATS.flatMap(rows);

/** `reply` is what it is as JSON; as XML it is the same under a root. */
const fixed = (format: Format, reply: z.ZodType) => ({
  ...{ access: 'public' as const, limited: true, reply: format === 'json' ? reply : undefined },
  refused: (problem: Parameters<typeof refused>[1]) => refused(format, problem),
});

const named = {
  ...{ access: 'public' as const, limited: true },
  refused: (problem: Parameters<typeof refused>[1], params: Record<string, string | undefined>) =>
    refused(formatOf(params.file ?? ''), problem),
};

/** Any name: what there is not is told as such. */
const anyFile = z.strictObject({ file });

export const routes: Route[] = [
  ...inEachFormat((format) => [
    route({
      ...fixed(format, s.discovery),
      method: 'GET',
      path: `/open311/v2/discovery.${format}`,
      summary: `Open311: where the interface is and how to be let in (${format})`,
      query: common,
      handle: async ({ language }) => {
        const about = discoveryIn(language);
        return written(format, 200, about, discoveryXml(about));
      },
    }),
    route({
      ...fixed(format, z.array(s.service)),
      method: 'GET',
      path: `/open311/v2/services.${format}`,
      summary: `Open311: what can be asked for (${format})`,
      query: common,
      handle: async ({ query, language }) => {
        mustBeHere(query);
        const services = await servicesIn(language);
        return written(format, 200, services, { services: { service: services.map((one) => ({ ...one })) } });
      },
    }),
    route({
      ...fixed(format, z.array(s.serviceRequest)),
      method: 'GET',
      path: `/open311/v2/requests.${format}`,
      summary: `Open311: cases of the last 90 days, or those asked for, without anything personal (${format})`,
      query: searched,
      handle: async ({ query, language }) => {
        const requests = await viewsOf(await found(query), language);
        return written(format, 200, requests, { service_requests: { request: requests.map((r) => ({ ...r })) } });
      },
    }),
    route({
      ...fixed(format, z.array(s.submittedRequest)),
      method: 'POST',
      path: `/open311/v2/requests.${format}`,
      summary: `Open311: hand in a report with an api_key (${format})`,
      query: common,
      body: flatForm,
      status: 201,
      handle: async ({ body, query, headers, language }) => {
        mustBeHere({ ...query, jurisdiction_id: body.jurisdiction_id?.[0] ?? query.jurisdiction_id });
        const request = await submitted(body, language, headers['idempotency-key']);
        return written(format, 201, [request], { service_requests: { request } });
      },
    }),
  ]),
  route({
    ...named,
    reply: s.definition,
    method: 'GET',
    path: '/open311/v2/services/{file}',
    summary: 'Open311: the fields of a service, `wildlife.json` or `wildlife.xml`',
    params: anyFile,
    query: common,
    handle: async ({ params: { file }, query, language }) => {
      mustBeHere(query);
      const definition = await definitionOf(await serviceOf(file.name), language);
      return written(file.format, 200, definition, definitionXml(definition));
    },
  }),
  route({
    ...named,
    reply: z.array(s.serviceRequest),
    method: 'GET',
    path: '/open311/v2/requests/{file}',
    summary: 'Open311: one case, by its id and format',
    params: anyFile,
    query: common,
    handle: async ({ params: { file }, query, language }) => {
      mustBeHere(query);
      const requests = await viewsOf([await toldOf(file.name)], language);
      return written(file.format, 200, requests, { service_requests: { request: requests.map((r) => ({ ...r })) } });
    },
  }),
  route({
    ...named,
    reply: z.array(s.tokenView),
    method: 'GET',
    path: '/open311/v2/tokens/{file}',
    summary: 'Open311: the id of the case behind a receipt',
    params: anyFile,
    query: common,
    handle: async ({ params: { file }, query }) => {
      mustBeHere(query);
      const token = bareNumber(file.name);
      const request = { service_request_id: await idBehind(token), token };
      return written(file.format, 200, [request], { service_requests: { request } });
    },
  }),
];

/** A receipt stands for the case as a token would; throws `not-found`. */
const idBehind = async (receipt: string): Promise<string> => {
  const item = isReceipt(receipt) ? await records.item(keys.caseRecord(caseIdOf(receipt))) : undefined;
  if (!item) throw new DomainError('not-found', 'not-found', 'token was not found.');
  return String(item.id);
};

export const handler = serve(routes);
