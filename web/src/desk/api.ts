import type { FieldError } from '../../../shared/errors.ts';
import { learnTime } from './clock.tsx';
import { configuration, renew, token } from './session.ts';
import { language } from './text.ts';

interface Problem extends Record<string, unknown> {
  code?: string;
  detail?: string;
  fields?: FieldError[];
}

/** What the API refused, as its problem document says. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldError[];
  /** What else its problem says. */
  readonly problem: Record<string, unknown>;

  constructor(status: number, problem: Problem) {
    super(problem.detail ?? String(status));
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.fields = problem.fields ?? [];
    this.problem = problem;
  }
}

/** The network did not carry the request or its answer. */
export class Offline extends Error {}

type HeaderFields = Record<string, string>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const sent = async (method: Method, path: string, body?: unknown, more: HeaderFields = {}): Promise<Response> => {
  const { api } = await configuration();
  const bearer = token();
  const answer = await fetch(api + path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    },
  });
  learnTime(answer.headers.get('date'));
  return answer;
};

/** The answer to a request; signs in anew on the quiet where the token has run out. */
const asked = async (method: Method, path: string, body?: unknown, more?: HeaderFields): Promise<Response> => {
  const once = () =>
    sent(method, path, body, more).catch(() => {
      throw new Offline();
    });
  const first = await once();
  const answer = first.status === 401 && (await renew()) ? await once() : first;
  if (!answer.ok) throw new Refused(answer.status, await answer.json().catch(() => ({})));
  return answer;
};

const call = async <T>(method: Method, path: string, body?: unknown, more?: HeaderFields): Promise<T> =>
  (await asked(method, path, body, more)).json() as Promise<T>;

export const get = <T>(path: string): Promise<T> => call<T>('GET', path);
export const post = <T>(path: string, body: unknown, more?: HeaderFields): Promise<T> =>
  call<T>('POST', path, body, more);
export const put = <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', path, body);

/** Takes something away; answers what the API says of it, nothing where it says nothing. */
export const remove = async <T>(path: string): Promise<T | undefined> => {
  const answer = await asked('DELETE', path);
  return answer.status === 204 ? undefined : ((await answer.json()) as T);
};

/** A file that only staff may have, handed to the browser to keep. */
export const download = async (path: string, name: string): Promise<void> => {
  const address = URL.createObjectURL(await (await asked('GET', path)).blob());
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
};
