import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Language, language } from '../../shared/fields.ts';
import { toProblem } from '../../shared/problem.ts';

/** Answers of what exists on this machine only: its pages and its controls. */

export const answerJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
};

/** As strict as the pages of functions are. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export const answerPage = (response: ServerResponse, status: number, page: string): void => {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(page);
};

/** An error as a problem document, as the API answers it. */
export const answerProblem = (response: ServerResponse, error: unknown): void => {
  const problem = toProblem(error);
  answerJson(response, problem.status, problem, { 'content-type': 'application/problem+json' });
};

export const redirect = (response: ServerResponse, to: string): void => {
  response.writeHead(303, { location: to, 'cache-control': 'no-store' });
  response.end();
};

/** The language that `?lang=` or the browser asks for. */
export const languageOf = (request: IncomingMessage): Language => {
  const asked = new URL(request.url ?? '/', 'http://kora').searchParams.get('lang');
  return language()
    .catch('zh')
    .parse(asked ?? request.headers['accept-language']?.slice(0, 2));
};
