import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { escapeHtml } from '../../shared/html.ts';
import type { Clock } from './clock.ts';
import type { Objects, StoredObject } from './objects.ts';
import type { Handle } from './server.ts';
import { checkForm, checkPresigned } from './signatures.ts';
import type { BucketSpec } from './stack.ts';
import { bodyOf, Refusal, refusal } from './wire.ts';

/** S3 as far as it is used here, in path style under `/s3/<bucket>/<key>`. Nothing in it is public. */

interface Asked {
  request: IncomingMessage;
  url: URL;
  bucket: BucketSpec;
  key: string;
}

interface Given {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/** More than any policy lets in, so that the policy is what refuses. In bytes. */
const LONGEST = 64 * 1024 * 1024;

export const s3Of = (objects: Objects, clock: Clock): Handle => {
  const put = async ({ request, bucket, key }: Asked): Promise<Given> => {
    const body = await bodyOf(request, LONGEST);
    const type = request.headers['content-type'] ?? 'application/octet-stream';
    return { status: 200, headers: { etag: objects.put(bucket, key, body, { type, by: 'Put' }) } };
  };

  const get = async ({ url, bucket, key, request }: Asked): Promise<Given> => {
    const found = objects.get(bucket, key);
    if (!found) throw refusal(404, 'NoSuchKey', 'The specified key does not exist.');
    return { status: 200, headers: headersOf(found, url), body: request.method === 'HEAD' ? undefined : found.body };
  };

  const remove = async ({ bucket, key }: Asked): Promise<Given> => {
    objects.remove(bucket, key);
    return { status: 204 };
  };

  const list = async ({ url, bucket }: Asked): Promise<Given> => {
    const asked = (name: string) => url.searchParams.get(name) ?? '';
    const limit = Math.min(Number(asked('max-keys')) || 1000, 1000);
    const found = objects.list(bucket, asked('prefix'), asked('continuation-token') || asked('start-after'), limit + 1);
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: listing(bucket, found, limit) };
  };

  /** An upload by a form, as browsers post it. */
  const post = async ({ request, bucket }: Asked): Promise<Given> => {
    const { fields, file } = await formOf(request);
    checkForm(new Map([...fields, ['bucket', bucket.name]]), file.length, clock.now());
    const key = fields.get('key') ?? '';
    const type = fields.get('content-type') ?? 'application/octet-stream';
    const etag = objects.put(bucket, key, file, { type, by: 'Post' });
    const next = fields.get('success_action_redirect');
    if (next === undefined) return { status: Number(fields.get('success_action_status') ?? 204), headers: { etag } };
    const location = new URL(next);
    for (const [name, value] of Object.entries({ bucket: bucket.name, key, etag }))
      location.searchParams.set(name, value);
    return { status: 303, headers: { etag, location: location.href } };
  };

  const workOf = ({ request: { method = '' }, key }: Asked): ((asked: Asked) => Promise<Given>) | undefined => {
    if (key === '') return { POST: post, GET: list }[method];
    return { PUT: put, GET: get, HEAD: get, DELETE: remove }[method];
  };

  const answerTo = async (asked: Asked): Promise<Given> => {
    const { request, url } = asked;
    if (request.method === 'OPTIONS') return preflight(asked);
    const isForm = request.method === 'POST' && asked.key === '';
    if (url.searchParams.has('X-Amz-Signature')) checkPresigned(request, url, clock.now());
    else if (!isForm && !request.headers.authorization) throw refusal(403, 'AccessDenied', 'Access Denied');
    const work = workOf(asked);
    if (!work) throw refusal(405, 'MethodNotAllowed', `${request.method} is not offered on this machine`);
    return work(asked);
  };

  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3');
    const [, , name = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const bucket = objects.buckets.get(name);
    try {
      if (!bucket) throw refusal(404, 'NoSuchBucket', 'The specified bucket does not exist.');
      const given = await answerTo({ request, url, bucket, key: rest.join('/') });
      write(response, { ...given, headers: { ...corsOf(request, bucket), ...given.headers } });
    } catch (e) {
      const known = e instanceof Refusal ? e : refusal(500, 'InternalError', String(e));
      write(response, { ...refused(known), headers: { ...XML, ...(bucket && corsOf(request, bucket)) } });
    }
  };
};

const XML = { 'content-type': 'application/xml' };

const refused = ({ status, type, message }: Refusal): Given => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${type}</Code><Message>${escapeHtml(message)}</Message></Error>`,
});

const write = (response: ServerResponse, { status, headers = {}, body = '' }: Given): void => {
  response.writeHead(status, {
    'x-amz-request-id': randomUUID(),
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
};

/** An object's headers, or those that a presigned address puts in their place. */
const headersOf = ({ body, type, etag, at }: StoredObject, url: URL): Record<string, string> => {
  const own = { 'content-type': type, etag, 'last-modified': new Date(at).toUTCString() };
  const said = [...url.searchParams].flatMap(([name, value]) =>
    name.startsWith('response-') ? [[name.slice('response-'.length), value] as const] : [],
  );
  return { ...own, 'content-length': String(body.length), ...Object.fromEntries(said) };
};

/** The fields of a posted form by lower-case name, and its file. */
const formOf = async (request: IncomingMessage): Promise<{ fields: Map<string, string>; file: Buffer }> => {
  const body = await bodyOf(request, LONGEST);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => {
    throw refusal(400, 'MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.');
  });
  const file = form.get('file');
  if (!(file instanceof File))
    throw refusal(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
  const texts = [...form].flatMap(([n, v]) => (typeof v === 'string' ? [[n.toLowerCase(), v] as const] : []));
  return { fields: new Map(texts), file: Buffer.from(await file.arrayBuffer()) };
};

const listing = ({ name }: BucketSpec, found: ReturnType<Objects['list']>, limit: number): string => {
  const shown = found.slice(0, limit);
  const more = found.length > limit;
  const contents = shown.map(
    (o) =>
      `<Contents><Key>${escapeHtml(o.key)}</Key><LastModified>${new Date(o.at).toISOString()}</LastModified><ETag>${escapeHtml(o.etag)}</ETag><Size>${o.size}</Size></Contents>`,
  );
  const next = more ? `<NextContinuationToken>${escapeHtml(shown.at(-1)?.key ?? '')}</NextContinuationToken>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${name}</Name><KeyCount>${shown.length}</KeyCount><MaxKeys>${limit}</MaxKeys><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`;
};

/** What the bucket's CORS rules let a page of another origin see. */
const corsOf = ({ headers }: IncomingMessage, { cors }: BucketSpec): Record<string, string> => {
  const origin = headers.origin ?? '';
  return cors.origins.includes(origin) ? { 'access-control-allow-origin': origin, vary: 'Origin' } : {};
};

const preflight = ({ request, bucket }: Asked): Given => {
  const method = String(request.headers['access-control-request-method'] ?? '');
  const allowed = bucket.cors.origins.includes(request.headers.origin ?? '') && bucket.cors.methods.includes(method);
  if (!allowed) throw refusal(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  return { status: 200, headers: { 'access-control-allow-methods': bucket.cors.methods.join(', ') } };
};
