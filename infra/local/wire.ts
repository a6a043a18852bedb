import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What AWS's protocols have in common on the wire. */

/** Operations of a service by name. */
export type Operations<I> = Record<string, (input: I) => unknown>;

/** An error that a service answers with; the SDK makes an exception of the same name from it. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  readonly headers: Record<string, string>;
  /** What the answer says besides type and message. */
  readonly more: object;

  constructor(status: number, type: string, message: string, headers: Record<string, string> = {}, more: object = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.headers = headers;
    this.more = more;
  }
}

export const refusal = (status: number, type: string, message: string, headers?: Record<string, string>): Refusal =>
  new Refusal(status, type, message, headers);

/** The whole body; throws an error with status 413 when it is longer than `limit` bytes. */
export const bodyOf = async (request: IncomingMessage, limit = 10 * 1024 * 1024): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > limit) throw refusal(413, 'RequestTooLarge', 'Request Entity Too Large');
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** Answers a JSON protocol: the operation's name stands in `x-amz-target`. */
export const answerTarget = async (
  operations: Operations<never>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const name = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
  const body = await bodyOf(request);
  await answer(response, () => {
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (!operation) throw refusal(400, 'UnknownOperationException', `${name} is not offered on this machine`);
    return operation(JSON.parse(body.toString() || '{}') as never);
  });
};

/** Writes what `work` answers, or the refusal it throws, as JSON. */
export const answer = async (response: ServerResponse, work: () => unknown): Promise<void> => {
  try {
    write(response, 200, await work());
  } catch (e) {
    const known = e instanceof Refusal ? e : refusal(500, 'InternalServerError', String(e));
    const headers = { 'x-amzn-errortype': known.type, ...known.headers };
    write(response, known.status, { __type: known.type, message: known.message, ...known.more }, headers);
  }
};

const write = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-requestid': randomUUID(),
    ...headers,
  });
  response.end(JSON.stringify(body ?? {}));
};
