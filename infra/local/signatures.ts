import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { refusal } from './wire.ts';

/** Signature version 4, as far as people who hold no credentials show one: presigned addresses and forms. */

/** The secret that every function of this machine signs with. */
const SECRET = 'local';
const ACCESS_KEY = 'local';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const denied = (why: string) => refusal(403, 'AccessDenied', why);
const mismatch = () => refusal(403, 'SignatureDoesNotMatch', 'The request signature does not match.');

/** The signature of a text under a credential `<access key>/<date>/<region>/<service>/aws4_request`. */
const signatureOf = (credential: string, text: string): string => {
  const [accessKey, date = '', region = '', service = '', end = ''] = credential.split('/');
  if (accessKey !== ACCESS_KEY || service !== 's3' || end !== 'aws4_request') throw denied('Unknown access key.');
  const key = [date, region, service, end].reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(key, text).toString('hex');
};

/** `20260610T080000Z` in milliseconds. */
const timeOf = (basic: string): number =>
  Date.parse(basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const strict = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Throws `AccessDenied` or `SignatureDoesNotMatch` unless the address was signed for this request and has not expired. */
export const checkPresigned = (request: IncomingMessage, url: URL, now: number): void => {
  const asked = url.searchParams;
  const given = (name: string) => asked.get(`X-Amz-${name}`) ?? '';
  const until = timeOf(given('Date')) + Number(given('Expires')) * 1000;
  if (!(now <= until)) throw denied('Request has expired');
  const query = [...asked]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${strict(name)}=${strict(value)}`)
    .sort()
    .join('&');
  const names = given('SignedHeaders').split(';');
  const headers = names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('');
  const method = request.method === 'HEAD' ? 'HEAD' : (request.method ?? 'GET');
  const asSigned = [method, url.pathname, query, headers, names.join(';'), 'UNSIGNED-PAYLOAD'].join('\n');
  const scope = given('Credential').split('/').slice(1).join('/');
  const text = ['AWS4-HMAC-SHA256', given('Date'), scope, sha256(asSigned)].join('\n');
  if (signatureOf(given('Credential'), text) !== given('Signature')) throw mismatch();
};

type Condition = Record<string, string> | [string, string | number, string | number];

/** What a form may hold that its policy says nothing of. */
const FREE = /^(policy|x-amz-signature|file|x-ignore-.*)$/;

/**
 * Throws as S3 does unless the form's policy was signed here, has not expired, and allows just these fields and so many
 * bytes. Names of fields are lower-case.
 */
export const checkForm = (fields: Map<string, string>, size: number, now: number): void => {
  const encoded = fields.get('policy');
  if (!encoded) throw denied('Access Denied');
  if (signatureOf(fields.get('x-amz-credential') ?? '', encoded) !== fields.get('x-amz-signature')) throw mismatch();
  const policy = JSON.parse(Buffer.from(encoded, 'base64').toString()) as {
    expiration: string;
    conditions: Condition[];
  };
  if (!(now <= Date.parse(policy.expiration))) throw denied('Invalid according to Policy: Policy expired.');
  const named = new Set<string>();
  for (const condition of policy.conditions) {
    const name = checkCondition(condition, fields, size);
    if (name) named.add(name);
  }
  const more = [...fields.keys()].filter((name) => !FREE.test(name) && !named.has(name));
  if (more.length > 0) throw denied(`Invalid according to Policy: Extra input fields: ${more.join(', ')}`);
};

/** Answers the name of the field that the condition is about. */
const checkCondition = (condition: Condition, fields: Map<string, string>, size: number): string | undefined => {
  if (!Array.isArray(condition)) {
    const [[name, value] = ['', '']] = Object.entries(condition);
    return equal(name, value, fields, condition);
  }
  const [kind, first, second] = condition;
  if (kind === 'content-length-range') {
    if (size < Number(first)) throw refusal(400, 'EntityTooSmall', 'Your proposed upload is smaller than allowed.');
    if (size > Number(second)) throw refusal(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum size.');
    return undefined;
  }
  const name = String(first).slice(1);
  if (kind === 'eq') return equal(name, String(second), fields, condition);
  if (kind === 'starts-with' && fields.get(name.toLowerCase())?.startsWith(String(second))) return name.toLowerCase();
  throw denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`);
};

const equal = (name: string, value: string, fields: Map<string, string>, condition: Condition): string => {
  if (fields.get(name.toLowerCase()) === value) return name.toLowerCase();
  throw denied(`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition)}`);
};
