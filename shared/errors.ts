/** Kinds of refusal, free of any transport; `shared/http.ts` alone knows their HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable';

/** One thing wrong with one field of the input: where (dotted path), which rule, in words, and the bound where it is one. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
  most?: number;
}

/** A refusal the caller can act on. `code` is stable and public; `extra` is added to the problem document. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly fields: FieldError[];
  readonly extra: Record<string, unknown>;

  constructor(
    kind: ErrorKind,
    code: string,
    detail: string,
    more: { fields?: FieldError[]; extra?: Record<string, unknown> } = {},
  ) {
    super(detail);
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.fields = more.fields ?? [];
    this.extra = more.extra ?? {};
  }
}

/** Input that a schema lets through and a rule does not: names the field. */
export const invalidField = (path: string, code: string, message: string): DomainError =>
  new DomainError('invalid', 'invalid-input', 'Some fields are not right.', { fields: [{ path, code, message }] });

export const notFound = (what: string): DomainError => new DomainError('not-found', 'not-found', `No such ${what}.`);

export const forbidden = (detail: string, code = 'forbidden'): DomainError =>
  new DomainError('forbidden', code, detail);

export const conflict = (code: string, detail: string, extra: Record<string, unknown> = {}): DomainError =>
  new DomainError('conflict', code, detail, { extra });

/** True for a `DomainError`, optionally of one code. */
export const isDomainError = (e: unknown, code?: string): e is DomainError =>
  e instanceof DomainError && (code === undefined || e.code === code);
