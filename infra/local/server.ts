import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server that has its address from the beginning, and its answers once everything behind it is there. */
export interface Opened {
  url: string;
  /** What answers from now on. */
  answer: (handle: Handle) => void;
  close: () => Promise<void>;
}

/** Listens at a port of this machine, or at any that is free for 0; rejects where the port is taken. */
export const open = async (port: number): Promise<Opened> => {
  let handle: Handle = starting;
  const server = createServer((request, response) => void answerSafely(handle, request, response));
  server.keepAliveTimeout = 120_000; // longer than clients keep idle connections
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (given) => {
      handle = given;
    },
    close: () => close(server),
  };
};

const starting: Handle = async (_, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end('Kora is starting');
};

const answerSafely = async (handle: Handle, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  try {
    await handle(request, response);
  } catch (e) {
    console.error(e);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
