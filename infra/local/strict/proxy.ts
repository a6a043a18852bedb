import { Agent, request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { open } from '../server.ts';
import { answer, Refusal } from '../wire.ts';
import { checkAttributeNames, checkProjected } from './attributes.ts';
import { checkExpressions } from './expressions.ts';
import { StoreFaults } from './faults.ts';
import { checkIndexKeys } from './index-keys.ts';
import { checkKeyCondition, checkStartKey } from './key-condition.ts';
import { type Part, readerOf } from './parts.ts';
import { type Described, type Schema, Schemas } from './schemas.ts';

/**
 * Stands before an engine and refuses what DynamoDB refuses and the engine lets pass, in DynamoDB's words. What it does not
 * refuse goes on as it came, byte for byte, and so does what the engine answers.
 */

export interface Strict {
  endpoint: string;
  faults: StoreFaults;
  close: () => Promise<void>;
}

/** `engine` tells where the engine is. */
export const strictBefore = async (engine: () => string): Promise<Strict> => {
  const agent = new Agent({ keepAlive: true });
  const faults = new StoreFaults();
  const schemas = new Schemas();
  const proxy = await open(0);
  proxy.answer(async (request, response) => {
    const body = await buffer(request);
    const operation = operationOf(request);
    if (/^(Create|Update|Delete)Table$/.test(operation)) schemas.forget();
    const refused = await refusedBy(async () => {
      const parts = partsOf(operation, body);
      faults.strike(operation, parts);
      for (const part of parts)
        check(part, await schemas.of(part.table, (t) => describe(engine(), t, request.headers)));
    });
    if (refused) return answer(response, () => Promise.reject(refused));
    return pass({ to: engine(), agent, request, body, response });
  });
  const close = async () => {
    await proxy.close();
    agent.destroy();
  };
  return { endpoint: proxy.url, faults, close };
};

const operationOf = ({ headers }: IncomingMessage): string => String(headers['x-amz-target'] ?? '').split('.')[1] ?? '';

/** Nothing where the operation is none of items, or the body no JSON, which the engine says better. */
const partsOf = (operation: string, body: Buffer): Part[] => {
  const read = readerOf(operation);
  if (!read) return [];
  try {
    return read(JSON.parse(body.toString()));
  } catch {
    return [];
  }
};

const check = (part: Part, schema: Schema | undefined): void => {
  checkAttributeNames(part);
  checkExpressions(part);
  if (!schema) return;
  checkKeyCondition(part, schema);
  checkStartKey(part, schema);
  checkIndexKeys(part, schema);
  checkProjected(part, schema);
};

const refusedBy = async (checks: () => Promise<void>): Promise<Refusal | undefined> => {
  try {
    await checks();
    return undefined;
  } catch (e) {
    if (e instanceof Refusal) return e;
    throw e;
  }
};

/** Under the name of who asks: some engines keep the tables of each apart. */
const describe = async (engine: string, table: string, asked: IncomingHttpHeaders): Promise<Described | undefined> => {
  const described = await fetch(engine, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.DescribeTable',
      'x-amz-date': String(asked['x-amz-date']),
      authorization: String(asked.authorization),
    },
    body: JSON.stringify({ TableName: table }),
  });
  return described.ok ? ((await described.json()) as { Table?: Described }).Table : undefined;
};

interface Passed {
  to: string;
  agent: Agent;
  request: IncomingMessage;
  body: Buffer;
  response: ServerResponse;
}

/** Where the engine dies, the caller is hung up on, as it would be without anybody between. */
const pass = ({ to, agent, request, body, response }: Passed): Promise<void> =>
  new Promise((done) => {
    const hangUp = () => {
      response.destroy();
      done();
    };
    const { method, url, headers } = request;
    const asked = ask(to, { method, path: url, headers, agent }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.once('error', hangUp).once('end', done).pipe(response);
    });
    asked.once('error', hangUp).end(body);
  });
