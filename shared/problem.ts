import type * as z from 'zod';
import { DomainError, type ErrorKind, type FieldError } from './errors.ts';

/** RFC 9457 problem document; `code` is stable, `fields` names what is wrong with the input. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId?: string;
  fields?: FieldError[];
  [extra: string]: unknown;
}

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
};

const TITLE: Record<ErrorKind, string> = {
  invalid: 'Bad request',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  gone: 'Gone',
  conflict: 'Not possible now',
  'too-large': 'Too large',
  unsupported: 'Unsupported media type',
  'too-many': 'Too many requests',
  unavailable: 'Try again later',
};

/** The one mapping of errors to HTTP. An unknown error becomes a bland 500 without its message. */
export const toProblem = (error: unknown, requestId?: string): Problem => {
  if (!(error instanceof DomainError))
    return {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      detail: 'Something failed on our side.',
      code: 'internal',
      requestId,
    };
  const fields = error.fields.length > 0 ? { fields: error.fields } : {};
  return {
    type: `urn:kora:problem:${error.code}`,
    title: TITLE[error.kind],
    status: STATUS[error.kind],
    detail: error.message,
    code: error.code,
    requestId,
    ...fields,
    ...error.extra,
  };
};

type Issue = z.core.$ZodIssue;

const fieldErrors = (issue: Issue): FieldError[] => {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((k) => ({
      path: [...at, k].join('.'),
      code: 'unknown-field',
      message: 'is not a field of this form',
    }));
  if (issue.code === 'invalid_union' && issue.errors[0])
    return issue.errors[0].flatMap((i) => fieldErrors({ ...i, path: [...issue.path, ...i.path] }));
  const most = issue.code === 'too_big' ? { most: Number(issue.maximum) } : {};
  return [{ path: at.join('.'), code: codeOf(issue), message: issue.message, ...most }];
};

const TOO_BIG: Record<string, string> = { string: 'too-long', array: 'too-many', set: 'too-many' };

const codeOf = (issue: Issue): string => {
  if (issue.code === 'custom') return String(issue.params?.code ?? 'invalid');
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return 'required';
  if (issue.code === 'invalid_type') return 'wrong-type';
  if (issue.code === 'too_big') return TOO_BIG[issue.origin] ?? 'too-large';
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'too-short' : 'too-small';
  if (issue.code === 'invalid_value') return 'not-a-choice';
  return 'wrong-format';
};

/** A schema's complaints as one `invalid` error with every field's path. */
export const invalidInput = (error: { issues: Issue[] }): DomainError =>
  new DomainError('invalid', 'invalid-input', 'Some fields are not right.', {
    fields: error.issues.flatMap(fieldErrors).slice(0, MOST_FIELDS),
  });

/** More complaints help nobody, and an answer must not outgrow what was sent. */
const MOST_FIELDS = 100;

/** Parses with a schema; throws `invalid-input` with the paths under `prefix`. */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.infer<S> => {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw invalidInput(result.error as { issues: Issue[] });
};
