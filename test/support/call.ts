import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';

type Handler = (event: APIGatewayProxyEventV2WithJWTAuthorizer, context: Context) => Promise<unknown>;

export interface Call {
  as?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
  /** A form-encoded body as it is sent, instead of `body`. */
  form?: string;
}

export interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  body: any;
  headers: Record<string, string>;
  text: string;
}

/** Calls a handler with one request as API Gateway hands it over; answers status, headers and body. */
export const caller =
  (handler: Handler) =>
  async (routeKey: string, { as, params, query, headers, body, form }: Call = {}): Promise<Answered> => {
    const type = form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
    const content = form ?? (body === undefined ? undefined : JSON.stringify(body));
    const event = {
      routeKey,
      headers: { 'content-type': content === undefined ? undefined : type, ...headers },
      pathParameters: params,
      queryStringParameters: query,
      body: content,
      isBase64Encoded: false,
      requestContext: {
        requestId: 'r1',
        http: { sourceIp: '127.0.0.1' },
        authorizer: as ? { jwt: { claims: { email: as, email_verified: 'true' }, scopes: [] } } : undefined,
      },
    } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
    const answer = (await handler(event, {} as Context)) as {
      statusCode: number;
      body: string;
      headers: Record<string, string>;
    };
    const isJson = /json/.test(answer.headers['content-type'] ?? '');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: isJson ? JSON.parse(answer.body) : undefined,
    };
  };
