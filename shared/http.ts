import middy from '@middy/core';
import type {
  Context,
  APIGatewayProxyEventV2WithJWTAuthorizer as Event,
  APIGatewayProxyStructuredResultV2 as Result,
} from 'aws-lambda';
import type * as z from 'zod';
import { actorOf } from './actor.ts';
import { bodyOf, checkUtf8, plainObject } from './body.ts';
import { DomainError } from './errors.ts';
import { type Language, language } from './fields.ts';
import { countRequest } from './limit.ts';
import { log } from './log.ts';
import { parseInput, toProblem } from './problem.ts';
import type { Reply, Request, Route } from './route.ts';

/** The function of a route table: one middy stack for every route of the project. */
export const serve = (routes: Route[]) => {
  const byKey = new Map(routes.map((r) => [`${r.method} ${r.path}`, r]));
  return middy<Event, Result, Error, Context>()
    .use({
      before: ({ event, internal }) =>
        void Object.assign(internal, { started: performance.now(), key: event.routeKey }),
    })
    .use({
      after: ({ response }) => void Object.assign(response ?? {}, { headers: { ...SECURITY, ...response?.headers } }),
    })
    .use({
      after: ({ event, response, internal }) =>
        logAnswer(event, response?.statusCode ?? 500, internal.started as number),
    })
    .use({
      onError: async (request) => {
        const { event, error, internal } = request;
        const answered = await answerError(event, error, byKey.get(event.routeKey));
        request.response = answered; // what comes after a handler is passed over when it throws
        logAnswer(event, answered.statusCode ?? 500, internal.started as number);
      },
    })
    .handler(async (event: Event) => answer(byKey.get(event.routeKey), event));
};

const SECURITY = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const answer = async (route: Route | undefined, event: Event): Promise<Result> => {
  if (!route) throw new DomainError('not-found', 'no-such-route', 'There is nothing at this address.');
  if (route.limited) countRequest(event.requestContext.http.sourceIp);
  const actor = route.access === 'staff' ? await actorOf(event.requestContext.authorizer?.jwt.claims) : undefined;
  const request = await requestOf(route, event); // what a form takes is said to nobody who may not send it
  return resultOf(route, await route.handle({ ...request, actor } as Parameters<Route['handle']>[0]));
};

const requestOf = async (route: Route, event: Event): Promise<Request> => {
  checkUtf8(`${event.rawPath}?${event.rawQueryString}`);
  const params = route.params && parseInput(route.params, event.pathParameters ?? {});
  const schema = await bodySchema(route, params);
  return {
    params,
    query: route.query && parseInput(route.query, plainObject(event.queryStringParameters ?? {})),
    body: schema && parseInput(schema, bodyOf(event, schema)),
    ...contextOf(event),
  };
};

const bodySchema = async ({ body }: Route, params: unknown): Promise<z.ZodType | undefined> =>
  typeof body === 'function' ? body(params) : body;

const contextOf = (event: Event) => ({
  headers: event.headers,
  language: languageOf(event),
  wantsPage: wantsPage(event),
  requestId: event.requestContext.requestId,
  sourceAddress: event.requestContext.http.sourceIp,
  address: event.requestContext.http.method === 'GET' ? `${event.rawPath}?${event.rawQueryString}` : undefined,
});

const wantsPage = (event: Event) => (event.headers.accept ?? '').includes('text/html');

const known = language().catch('zh'); // made once: making a schema costs more than accepting with it

const languageOf = (event: Event): Language =>
  known.parse(event.queryStringParameters?.lang ?? event.headers['accept-language']?.slice(0, 2));

const resultOf = (route: Route, reply: Reply): Result => {
  const statusCode = reply.status ?? route.status ?? 200;
  if (reply.page !== undefined)
    return { statusCode, headers: { 'content-type': 'text/html; charset=utf-8', ...reply.headers }, body: reply.page };
  if (reply.file) return fileResult(statusCode, reply.file, reply.headers);
  if (reply.body === undefined) return { statusCode, headers: { ...reply.headers }, body: '' };
  const body = JSON.stringify(route.reply ? route.reply.parse(reply.body) : reply.body);
  return { statusCode, headers: { 'content-type': 'application/json', ...reply.headers }, body };
};

const fileResult = (
  statusCode: number,
  file: NonNullable<Reply['file']>,
  headers?: Record<string, string>,
): Result => ({
  statusCode,
  headers: {
    'content-type': file.type,
    ...(file.name ? { 'content-disposition': `attachment; filename="${file.name}"` } : {}),
    ...headers,
  },
  ...(typeof file.content === 'string'
    ? { body: file.content }
    : { body: Buffer.from(file.content).toString('base64'), isBase64Encoded: true }),
});

const answerError = async (event: Event, error: unknown, route?: Route): Promise<Result> => {
  const problem = toProblem(error, event.requestContext.requestId);
  if (problem.status >= 500) log.error('request failed', { routeKey: event.routeKey, ...describe(error) });
  if (route?.refused) return secured(resultOf(route, route.refused(problem, event.pathParameters ?? {})));
  if (wantsPage(event)) {
    const { errorPage } = route?.errorPage ? { errorPage: route.errorPage } : await import('./page.ts');
    const raw = await rawBody(event, route);
    const page = await errorPage(error, { ...contextOf(event), params: event.pathParameters, raw });
    return {
      statusCode: problem.status,
      headers: { ...SECURITY, 'content-type': 'text/html; charset=utf-8' },
      body: page,
    };
  }
  return {
    statusCode: problem.status,
    headers: { ...SECURITY, 'content-type': 'application/problem+json' },
    body: JSON.stringify(problem),
  };
};

const secured = (result: Result): Result => ({ ...result, headers: { ...SECURITY, ...result.headers } });

const rawBody = async (event: Event, route?: Route): Promise<unknown> => {
  try {
    const schema = route && (await bodySchema(route, event.pathParameters));
    return schema && bodyOf(event, schema);
  } catch {
    return undefined;
  }
};

/** A line of a stack; those of the message stand before it. */
const FRAME = /^ {4}at .+:\d+:\d+\)?$/;

/** An unexpected error's name and where it came from; its message may quote input, in several lines, so it stays out of the log. */
const describe = (error: unknown) => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((l) => FRAME.test(l));
  return { error: error.name, stack: frames?.slice(0, 7) };
};

/** What was refused is logged; what went well stands in the API's own log already, and here only where that is asked for. */
const logAnswer = (event: Event, status: number, started: number): void =>
  log[status < 400 ? 'debug' : 'info']('answered', {
    routeKey: event.routeKey,
    status,
    ms: Math.round(performance.now() - started),
    requestId: event.requestContext.requestId,
  });
