import type * as z from 'zod';
import type { Actor } from './auth.ts';
import type { Language } from './fields.ts';
import type { Problem } from './problem.ts';

/** What a handler gets: everything parsed, nothing raw. `actor` is there on staff routes only. */
export interface Request<P = unknown, Q = unknown, B = unknown> {
  params: P;
  query: Q;
  body: B;
  headers: Record<string, string | undefined>;
  language: Language;
  /** The caller is a browser without script (or a person opening the address): answer with a page. */
  wantsPage: boolean;
  requestId: string;
  sourceAddress: string;
  /** Path and query of what was asked for with GET: the same can be asked for in another language. */
  address?: string;
}

/** JSON in `body` (passed through the route's reply schema), or a page, or a file. */
export interface Reply {
  status?: number;
  body?: unknown;
  page?: string;
  file?: { content: string | Uint8Array; type: string; name?: string };
  headers?: Record<string, string>;
}

export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  summary: string;
  /** `staff` routes stand behind the JWT authorizer. */
  access: 'public' | 'staff';
  params?: P;
  query?: Q;
  /** The body's schema; a function where it depends on the path. */
  body?: B | ((params: z.infer<P>) => Promise<z.ZodType>);
  /** Counted against the limit of public forms. */
  limited?: boolean;
  /** The success body's schema; absent where only pages or files are answered. */
  reply?: z.ZodType;
  status?: number;
  /** Builds the page that shows an error to a browser without script; default: the common error page. */
  errorPage?: (error: unknown, request: Partial<Request> & { raw: unknown }) => Promise<string>;
  /** How refusals are told where a standard says so, to browsers too; default: RFC 9457, or the error page. */
  refused?: (problem: Problem, params: Record<string, string | undefined>) => Reply;
  handle: (request: Request<z.infer<P>, z.infer<Q>, z.infer<B>> & { actor: Actor }) => Promise<Reply>;
}

/** A row of a capability's route table; only there to infer the handler's types from the schemas. */
export const route = <
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(
  r: Route<P, Q, B>,
): Route => r as unknown as Route;
