import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Started, startOwn } from './started.ts';

let own: Started;
beforeAll(async () => {
  own = await startOwn();
});
afterAll(() => own?.stop());

const event = async (...asked: Parameters<Started['kora']['api']>) => (await own.kora.api(...asked)).body.event;

describe('an event of the HTTP API', () => {
  test('carries path, query, headers and cookies as payload format 2.0 does', async () => {
    const seen = await event('GET', '/things/a%20b%E8%A5%BF?x=1&x=2&y=%2B', {
      headers: { 'X-One': 'A', cookie: 'a=1; b=2' },
    });
    expect(seen).toMatchObject({
      version: '2.0',
      routeKey: 'GET /things/{id}',
      rawPath: '/things/a b西',
      rawQueryString: 'x=1&x=2&y=%2B',
      pathParameters: { id: 'a b西' },
      queryStringParameters: { x: '1,2', y: '+' },
      cookies: ['a=1', 'b=2'],
      isBase64Encoded: false,
      requestContext: { http: { method: 'GET', sourceIp: '127.0.0.1' }, stage: '$default' },
    });
    expect(seen.headers).toMatchObject({ 'x-one': 'A' });
    expect(seen.headers.cookie).toBeUndefined();
    expect(seen.body).toBeUndefined();
    expect(seen.requestContext.authorizer).toBeUndefined();
  });

  test('JSON comes as text, a form in base64', async () => {
    expect(await event('POST', '/things', { body: { a: '西藏' } })).toMatchObject({
      body: '{"a":"西藏"}',
      isBase64Encoded: false,
    });
    const form = await event('POST', '/things', { form: { a: '西藏' } });
    expect(form.isBase64Encoded).toBe(true);
    expect(Buffer.from(form.body, 'base64').toString()).toBe('a=%E8%A5%BF%E8%97%8F');
  });

  test('names go before variables, and a greedy variable takes the rest', async () => {
    expect((await event('GET', '/things/known')).routeKey).toBe('GET /things/known');
    expect(await event('PUT', '/all/a/b')).toMatchObject({
      routeKey: 'ANY /all/{rest+}',
      pathParameters: { rest: 'a/b' },
    });
  });
});

describe('an answer of the HTTP API', () => {
  test('status, headers and cookies are the function’s', async () => {
    const { status, headers } = await own.kora.api('GET', '/things/1');
    expect(status).toBe(201);
    expect(headers.get('x-own')).toBe('yes');
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  test('an answer without a status is a body', async () => {
    const { status, body, headers } = await own.kora.api('GET', '/plain');
    expect([status, body, headers.get('content-type')]).toEqual([200, { any: 'thing' }, 'application/json']);
  });

  test('what no route takes is not found', async () => {
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['DELETE', '/things/1'],
      ['GET', '/things/1/2'],
      ['GET', '/things/'],
    ] as const)
      expect(await own.kora.api(method, path)).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  });

  test('a failing function is an internal error, told blandly; its log tells more', async () => {
    expect(await own.kora.api('GET', '/things/1?fail=1')).toMatchObject({
      status: 500,
      body: { message: 'Internal Server Error' },
    });
    await expect.poll(() => own.kora.log('web')).toContain('as asked');
  });

  test('more than 10 MB is refused', async () => {
    const { status } = await own.kora.api('POST', '/things', { body: 'x'.repeat(10 * 1024 * 1024) });
    expect(status).toBe(413);
  });
});

describe('a function', () => {
  test('sees its own environment and nothing of the process that runs it', async () => {
    const env = await own.env();
    expect(env).toMatchObject({ AWS_LAMBDA_FUNCTION_NAME: 'kora-local-web', AWS_REGION: 'ap-southeast-1' });
    expect(env.SECRET).toMatch(/^[A-Za-z0-9]{20}$/);
    expect(env.TABLE_NAME).toMatch(/^kora-local-table-[0-9a-f]{8}$/);
    expect(env.PATH).toBeUndefined();
    expect(env.KORA_DATA).toBeUndefined();
  });

  test('that takes longer than it may is ended, and the next request finds another', async () => {
    const { body } = await own.kora.api('GET', '/things/1');
    expect(body.left).toBeGreaterThan(500);
    expect(body.left).toBeLessThanOrEqual(1000);
    expect((await own.kora.api('GET', '/things/1?wait=5000')).status).toBe(500);
    expect((await own.kora.api('GET', '/things/1')).status).toBe(201);
  });

  test('that dies is replaced', async () => {
    expect((await own.kora.api('GET', '/things/1?exit=1')).status).toBe(500);
    const next = await own.kora.api('GET', '/things/1');
    expect([next.status, next.body.calls]).toEqual([201, 1]);
  });

  test('answers one request at a time; several run side by side', async () => {
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 4 }, () => own.kora.api('GET', '/things/1?wait=400')));
    expect(answers.every((a) => a.status === 201)).toBe(true);
    expect(performance.now() - began).toBeLessThan(1600);
  });
});
