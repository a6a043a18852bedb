import type { IncomingMessage, ServerResponse } from 'node:http';
import { forbidden } from '../../shared/errors.ts';
import { answerControl, type Controlled } from './controls.ts';
import type { Files } from './files.ts';
import type { Gateway } from './gateway.ts';
import type { Oidc } from './oidc.ts';
import { answerJson, answerProblem, redirect } from './reply.ts';
import type { Handle } from './server.ts';

interface Front {
  url: string;
  /** Undefined where the stack has no site: everything goes to the API. */
  files?: Files;
  gateway: Gateway;
  oidc: Oidc;
  controlled: Controlled;
  /** What the desk must know at run time (`/config.json`). */
  config: Record<string, string>;
}

/** The one address that people and their browsers see. */
export const answerSite =
  (front: Front): Handle =>
  (request, response) =>
    answer(front, request, response);

const answer = async (front: Front, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const asked = `http://${request.headers.host}`;
  // sign-in knows one address only
  if (asked === byName(front.url) && request.method === 'GET') return redirect(response, front.url + request.url);
  if (path === '/local' || path.startsWith('/local/')) {
    if (isForeign(front.url, request)) return answerProblem(response, forbidden('Only for pages of this address.'));
    return answerControl(front.controlled, request, response);
  }
  if (path.startsWith('/oidc/')) return front.oidc.answer(request, response);
  if (path === '/config.json') return answerJson(response, 200, front.config);
  if (!front.files || front.files.isForApi(path)) return front.gateway.answer(request, response);
  return front.files.answer(request, response);
};

/**
 * A page from elsewhere that reaches for this machine, by one of its own names or by another that it gave to this address
 * (DNS rebinding). Programs send no `Origin`, and may call this machine `localhost`.
 */
const isForeign = (url: string, { headers }: IncomingMessage): boolean => {
  const own = [url, byName(url)];
  return !own.includes(`http://${headers.host}`) || (headers.origin !== undefined && !own.includes(headers.origin));
};

const byName = (url: string): string => url.replace('127.0.0.1', 'localhost');
