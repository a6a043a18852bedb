import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { DomainError, invalidField } from './errors.ts';
import { decodeForm, type JsonSchema } from './form.ts';

/** The largest body that any route takes, in bytes. */
export const MAX_BODY = 256 * 1024;

/**
 * The body of a JSON or form-encoded request as a plain value; throws `too-large`, `unsupported-media-type`,
 * `unsupported-charset`, `not-utf-8`, `malformed-json`.
 */
export const bodyOf = (
  event: Pick<APIGatewayProxyEventV2, 'body' | 'headers' | 'isBase64Encoded'>,
  schema: z.ZodType,
): unknown => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BODY)
    throw new DomainError('too-large', 'too-large', `The request is larger than ${MAX_BODY} bytes.`);
  const declared = (event.headers['content-type'] ?? '').toLowerCase();
  const type = declared.split(';')[0]?.trim();
  const charset = /;\s*charset\s*=\s*["']?([^\s"';]*)/.exec(declared)?.[1] ?? 'utf-8';
  if (!CHARSETS.includes(charset))
    throw new DomainError('unsupported', 'unsupported-charset', 'Send text in UTF-8, and declare no other charset.');
  if (type === 'application/json') return parseJson(textOf(bytes, event.isBase64Encoded));
  if (type === 'application/x-www-form-urlencoded') {
    const encoded = textOf(bytes, event.isBase64Encoded);
    checkUtf8(encoded);
    return formOf(schema, new URLSearchParams(encoded));
  }
  if (bytes.length === 0 && !type) return {};
  throw new DomainError(
    'unsupported',
    'unsupported-media-type',
    'Send application/json or application/x-www-form-urlencoded.',
  );
};

/** UTF-8 by its names, and ASCII, which is part of it. */
const CHARSETS = ['utf-8', 'utf8', 'us-ascii'];

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What a gateway took for text and decoded itself has U+FFFD for bytes that were none. */
const textOf = (bytes: Buffer, asSent: boolean): string => {
  try {
    const content = utf8.decode(bytes);
    if (asSent || !content.includes('\ufffd')) return content;
  } catch {}
  throw notUtf8();
};

/** Throws `not-utf-8` where percent-encoded bytes of a form or an address are no UTF-8: URLSearchParams puts U+FFFD for them. */
export const checkUtf8 = (encoded: string): void => {
  try {
    decodeURIComponent(encoded.replace(/%(?![\da-f]{2})/gi, '%25'));
  } catch {
    throw notUtf8();
  }
};

const notUtf8 = (): DomainError => new DomainError('invalid', 'not-utf-8', 'The text is not encoded in UTF-8.');

/** A form whose names mean something elsewhere, not paths into a schema of ours: each name with its values, as they came. */
export const flatForm = z
  .record(z.string(), z.array(z.string(), 'is sent as a form is: application/x-www-form-urlencoded'))
  .meta({ flat: true });

const formOf = (schema: z.ZodType, sent: URLSearchParams): unknown => {
  const form = inputSchema(schema);
  if (form.flat !== true) return decodeForm(form, [...sent]);
  return Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]));
};

const parseJson = (content: string): unknown => {
  try {
    return JSON.parse(content, MAY_NAME_PROTO.test(content) ? refuseProto : undefined);
  } catch (e) {
    if (e instanceof DomainError) throw e;
    throw new DomainError('invalid', 'malformed-json', 'The body is not valid JSON.');
  }
};

/** Looking at every key takes ten times as long as parsing: it is done where the name stands in it, or letters may be escaped. */
const MAY_NAME_PROTO = /__proto__|\\u00/;

const refuseProto = (key: string, value: unknown): unknown => {
  if (key === '__proto__') throw invalidField('__proto__', 'unknown-field', 'is not a field of this form');
  return value;
};

/** A copy without a prototype's traps, for query strings; a form without script sends the fields left empty, too. */
export const plainObject = (o: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(o).filter((e): e is [string, string] => e[1] !== undefined && e[1] !== ''));

const schemas = new WeakMap<z.ZodType, JsonSchema>();

/** The JSON Schema of what a zod schema accepts (its input side); made once a schema. */
export const inputSchema = (schema: z.ZodType): JsonSchema => {
  const known = schemas.get(schema);
  if (known) return known;
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  schemas.set(schema, made);
  return made;
};
