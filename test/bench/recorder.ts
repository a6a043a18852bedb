import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/**
 * Stands between a function and the store, asks for the units that each request consumes, and adds them up: so the bundles
 * stay as they are deployed.
 */

export interface Consumed {
  read: number;
  write: number;
  requests: string[];
}

export interface Recorder {
  endpoint: string;
  /** What was consumed since the last time it was asked. */
  taken: () => Consumed;
  stop: () => void;
}

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems'];

interface Capacity {
  CapacityUnits?: number;
}

const unitsOf = (capacity: Capacity | Capacity[] | undefined): number =>
  [capacity ?? []].flat().reduce((sum, c) => sum + (c.CapacityUnits ?? 0), 0);

const none = (): Consumed => ({ read: 0, write: 0, requests: [] });

export const startRecorder = async (store: string): Promise<Recorder> => {
  let consumed = none();
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const answer = await asked(store, request, operation);
    const text = await answer.text();
    const units = unitsOf(JSON.parse(text).ConsumedCapacity);
    if (READS.includes(operation)) consumed.read += units;
    if (WRITES.includes(operation)) consumed.write += units;
    consumed.requests.push(operation);
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
  };
  const server = createServer((request, response) => void pass(request, response).catch((e) => response.destroy(e)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => {
      const sum = consumed;
      consumed = none();
      return sum;
    },
    stop: () => void server.close(),
  };
};

/** The request with the question for its units; nobody here checks the signature, which it no longer fits. */
const asked = async (store: string, request: IncomingMessage, operation: string): Promise<Response> => {
  const input = (await json(request)) as object;
  const counted = READS.includes(operation) || WRITES.includes(operation);
  return fetch(store, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': String(request.headers['x-amz-target']),
      'x-amz-date': String(request.headers['x-amz-date']),
      authorization: String(request.headers.authorization),
    },
    body: JSON.stringify(counted ? { ...input, ReturnConsumedCapacity: 'INDEXES' } : input),
  });
};
