import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { JWTPayload } from 'jose';
import type { Clock } from './clock.ts';
import type { Functions } from './functions.ts';
import { ACCOUNT } from './names.ts';
import type { AuthorizerSpec, RouteSpec } from './stack.ts';
import { bodyOf, Refusal } from './wire.ts';

/** API Gateway's HTTP API: routes, JWT authorizer, payload format 2.0. */

interface Around {
  functions: Functions;
  clock: Clock;
  /** The claims of a good token; throws for any other. */
  verify: (token: string, audience: string[]) => Promise<JWTPayload>;
}

export class Gateway {
  private readonly routes: Route[];
  private readonly around: Around;

  constructor(routes: RouteSpec[], around: Around) {
    this.routes = routes.map(routeOf);
    this.around = around;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://api');
    response.setHeader('date', new Date(this.around.clock.now()).toUTCString()); // pages count down by it
    const found = this.match(request.method ?? 'GET', url.pathname);
    if (!found) return say(response, 404, 'Not Found');
    const claims = found.route.authorizer && (await this.authorize(request, found.route.authorizer));
    if (claims instanceof Unauthorized)
      return say(response, 401, 'Unauthorized', { 'www-authenticate': claims.challenge });
    const event = await this.eventOf(request, url, found, claims).catch((e: unknown) => e);
    if (event instanceof Refusal) return say(response, event.status, event.message);
    await this.invoke(found.route, event as APIGatewayProxyEventV2, response);
  }

  private async invoke(route: Route, event: APIGatewayProxyEventV2, response: ServerResponse): Promise<void> {
    try {
      const result = await this.around.functions.invoke(route.functionArn, event, event.requestContext.requestId);
      write(response, resultOf(result));
    } catch {
      say(response, 500, 'Internal Server Error'); // the function's log tells why
    }
  }

  /** The most specific route: names before variables, from left to right. */
  private match(method: string, path: string): Match | undefined {
    const parts = path.split('/').slice(1);
    const fitting = this.routes
      .filter((r) => r.method === method || r.method === 'ANY')
      .flatMap((route) => {
        const parameters = parametersOf(route.parts, parts);
        return parameters ? [{ route, parameters }] : [];
      });
    return fitting.sort((a, b) => (a.route.rank < b.route.rank ? -1 : 1))[0];
  }

  private async authorize(request: IncomingMessage, { audience }: AuthorizerSpec): Promise<JWTPayload | Unauthorized> {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) return new Unauthorized('Bearer');
    try {
      return await this.around.verify(token, audience);
    } catch (e) {
      const why = e instanceof Error ? e.message.replaceAll('"', "'") : 'invalid';
      return new Unauthorized(`Bearer scope="" error="invalid_token" error_description="${why}"`);
    }
  }

  private async eventOf(
    request: IncomingMessage,
    url: URL,
    { route, parameters }: Match,
    claims: JWTPayload | undefined,
  ): Promise<APIGatewayProxyEventV2> {
    const body = await bodyOf(request);
    const { cookie, ...headers } = request.headers;
    const encoded = body.length > 0 && !isText(headers['content-type'] ?? '');
    const now = this.around.clock.now();
    const address = request.socket.remoteAddress ?? '127.0.0.1';
    return {
      version: '2.0',
      routeKey: `${route.method} ${route.path}`,
      rawPath: decoded(url.pathname),
      rawQueryString: url.search.slice(1),
      ...(cookie ? { cookies: cookie.split('; ') } : {}),
      headers: { ...flat(headers), 'x-forwarded-for': address, 'x-forwarded-proto': 'http' },
      ...(url.search.length > 1 ? { queryStringParameters: joined(url.searchParams) } : {}),
      ...(Object.keys(parameters).length > 0 ? { pathParameters: parameters } : {}),
      requestContext: {
        accountId: ACCOUNT,
        apiId: 'local',
        domainName: request.headers.host ?? '',
        domainPrefix: 'local',
        http: {
          method: request.method ?? 'GET',
          path: url.pathname,
          protocol: 'HTTP/1.1',
          sourceIp: address,
          userAgent: request.headers['user-agent'] ?? '',
        },
        requestId: randomUUID(),
        routeKey: `${route.method} ${route.path}`,
        stage: '$default',
        time: new Date(now).toUTCString(),
        timeEpoch: now,
        ...(claims ? { authorizer: { jwt: { claims: asText(claims), scopes: null } } } : {}),
      },
      ...(body.length > 0 ? { body: body.toString(encoded ? 'base64' : 'utf8') } : {}),
      isBase64Encoded: encoded,
    } as APIGatewayProxyEventV2;
  }
}

class Unauthorized {
  readonly challenge: string;

  constructor(challenge: string) {
    this.challenge = challenge;
  }
}

interface Route extends RouteSpec {
  parts: string[];
  rank: string;
}

interface Match {
  route: Route;
  parameters: Record<string, string>;
}

const routeOf = (spec: RouteSpec): Route => {
  const parts = spec.path.split('/').slice(1);
  const rank = parts.map((p) => (p.endsWith('+}') ? '2' : p.startsWith('{') ? '1' : '0')).join('');
  return { ...spec, parts, rank: rank + (spec.method === 'ANY' ? '1' : '0') };
};

/** The path's variables by name, decoded; undefined where the path does not fit. */
const parametersOf = (pattern: string[], parts: string[]): Record<string, string> | undefined => {
  const found: Record<string, string> = {};
  for (const [i, p] of pattern.entries()) {
    const given = parts[i];
    if (given === undefined) return undefined;
    const [, name = '', greedy] = /^\{([^}+]+)(\+?)\}$/.exec(p) ?? [];
    if (greedy) return { ...found, [name]: decoded(parts.slice(i).join('/')) };
    if (name === '' ? p !== given : given === '') return undefined;
    if (name !== '') found[name] = decoded(given);
  }
  return pattern.length === parts.length ? found : undefined;
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** API Gateway hands on as text what it knows to be text, and everything else, forms too, in base64. */
const isText = (type: string): boolean =>
  /^(text\/|application\/(json|xml|javascript|[\w.-]+\+(json|xml)))/i.test(type);

const flat = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, Array.isArray(v) ? v.join(',') : (v ?? '')]));

const joined = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));

const asText = (claims: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(claims).map(([k, v]) => [k, Array.isArray(v) ? `[${v.join(' ')}]` : String(v)]));

/** A result without a status code is a body. */
const resultOf = (result: unknown): APIGatewayProxyStructuredResultV2 => {
  if (typeof result === 'object' && result !== null && 'statusCode' in result)
    return result as APIGatewayProxyStructuredResultV2;
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: typeof result === 'string' ? result : JSON.stringify(result ?? null),
  };
};

const write = (response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void => {
  const headers = Object.entries(result.headers ?? {}).map(([k, v]) => [k.toLowerCase(), String(v)] as const);
  for (const [name, value] of headers) response.setHeader(name, value);
  if (result.cookies?.length) response.setHeader('set-cookie', result.cookies);
  if (!response.hasHeader('content-type') && result.body)
    response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.statusCode = result.statusCode ?? 200;
  response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'));
};

const say = (response: ServerResponse, status: number, message: string, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ message }));
};
