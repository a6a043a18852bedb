import type { FieldError } from '../../../shared/errors.ts';
import { configuration, renew, token } from './session.ts';
import { language } from './text.ts';

/** What the API refused, as its problem document says. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldError[];

  constructor(status: number, problem: { code?: string; detail?: string; fields?: FieldError[] }) {
    super(problem.detail ?? String(status));
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.fields = problem.fields ?? [];
  }
}

/** The network did not carry the request or its answer. */
export class Offline extends Error {}

const sent = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> => {
  const { api } = await configuration();
  const bearer = token();
  return fetch(api + path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
  });
};

const call = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
  const once = () =>
    sent(method, path, body).catch(() => {
      throw new Offline();
    });
  const first = await once();
  const answer = first.status === 401 && (await renew()) ? await once() : first;
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, content);
  return content as T;
};

export const get = <T>(path: string): Promise<T> => call<T>('GET', path);
export const post = <T>(path: string, body: unknown): Promise<T> => call<T>('POST', path, body);
