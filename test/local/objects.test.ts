import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchBucket,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Started, startOwn } from './started.ts';

let own: Started;
let s3: S3Client;
let Bucket: string;

const connect = async (): Promise<void> => {
  s3 = new S3Client({ ...(await own.client('S3')), maxAttempts: 1 });
};

beforeAll(async () => {
  own = await startOwn();
  await connect();
  Bucket = (await own.env()).BUCKET ?? '';
});
afterAll(() => own?.stop());

const put = (Key: string, Body: string, ContentType?: string) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }));

const textOf = async (Key: string): Promise<string | undefined> =>
  (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

/** Events about an object that were put into the queue. */
const toldOf = async (key: string): Promise<{ eventName: string; s3: { object: { key: string; size: number } } }[]> => {
  const { body } = await own.kora.api('GET', '/local/queues');
  const { messages } = body.find((q: { name: string }) => q.name.includes('-told-'));
  const records = messages.flatMap((m: { body: string }) => JSON.parse(m.body).Records);
  return records.filter((r: { s3: { object: { key: string } } }) => r.s3.object.key === key);
};

describe('objects', () => {
  test('are put, read, looked at, listed and removed', async () => {
    await put('things/a b/雪', 'snow', 'text/plain');
    await put('things/b', 'bees');
    await put('others/c', 'sea');
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'things/a b/雪' }));
    expect(await got.Body?.transformToString()).toBe('snow');
    expect(got).toMatchObject({ ContentType: 'text/plain', ContentLength: 4 });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'things/b' }));
    expect(head).toMatchObject({ ContentLength: 4, ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/) });
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'things/', MaxKeys: 1 }));
    expect(first).toMatchObject({ IsTruncated: true, Contents: [{ Key: 'things/a b/雪', Size: 4 }] });
    const ContinuationToken = first.NextContinuationToken;
    const rest = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'things/', ContinuationToken }));
    expect(rest.Contents?.map((o) => o.Key)).toEqual(['things/b']);
    await put('things/b', 'other bees');
    expect(await textOf('things/b')).toBe('other bees');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'things/b' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'things/b' }));
    await expect(textOf('things/b')).rejects.toThrow(NoSuchKey);
    await expect(s3.send(new GetObjectCommand({ Bucket: 'other', Key: 'a' }))).rejects.toThrow(NoSuchBucket);
  });

  test('are told of where the template says so, and are there with their events after a crash', async () => {
    await put('incoming/1', 'arrived');
    await put('elsewhere/1', 'not told');
    await own.kora.crash();
    await own.kora.start();
    await connect();
    expect(await textOf('incoming/1')).toBe('arrived');
    expect(await toldOf('incoming/1')).toMatchObject([{ eventName: 'ObjectCreated:Put', s3: { object: { size: 7 } } }]);
    expect(await toldOf('elsewhere/1')).toEqual([]);
  });

  test('nobody reads them without a signature', async () => {
    const { endpoint } = await own.client('S3');
    const answer = await fetch(`${endpoint}/${Bucket}/incoming/1`);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
  });
});

describe('presigned addresses', () => {
  const addressOf = (Key: string, expiresIn = 60) =>
    getSignedUrl(s3, new GetObjectCommand({ Bucket, Key, ResponseContentType: 'image/jpeg' }), { expiresIn });

  test('open one object, with the headers they name', async () => {
    await put('photos/1', 'picture', 'text/html');
    const answer = await fetch(await addressOf('photos/1'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(await answer.text()).toBe('picture');
  });

  test('open no other, and nothing once they have expired', async () => {
    const address = await addressOf('photos/1');
    const statusOf = async (url: string) => (await fetch(url)).status;
    expect(await statusOf(address.replace('photos/1', 'photos/2'))).toBe(403);
    expect(await statusOf(address.replace('image%2Fjpeg', 'text%2Fhtml'))).toBe(403);
    expect(await statusOf(address.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'))).toBe(403);
    await own.kora.advance('PT2M');
    expect(await statusOf(address)).toBe(403);
    await own.kora.setClock(new Date().toISOString());
  });
});

describe('presigned forms', () => {
  const LARGEST = 100;
  const formOf = async (change: Partial<PresignedPostOptions> = {}) =>
    createPresignedPost(s3, {
      Bucket,
      Key: 'incoming/form',
      Conditions: [['content-length-range', 1, LARGEST]],
      Expires: 3600 * 24 * 365,
      ...change,
    });
  const send = async (form: Awaited<ReturnType<typeof formOf>>, content: string, more: Record<string, string> = {}) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...form.fields, ...more })) data.append(name, value);
    data.append('file', new Blob([content], { type: 'image/png' }), 'any.png');
    const headers = { origin: own.kora.url };
    const answer = await fetch(form.url, { method: 'POST', body: data, redirect: 'manual', headers });
    const code = /<Code>(\w+)</.exec(await answer.text())?.[1];
    return { status: answer.status, code, headers: answer.headers };
  };

  test('put what they allow, and its arrival is told', async () => {
    const form = await formOf();
    const { status, headers } = await send(form, 'a picture');
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, own.kora.url]);
    expect(await textOf('incoming/form')).toBe('a picture');
    expect(await toldOf('incoming/form')).toMatchObject([{ eventName: 'ObjectCreated:Post' }]);
  });

  test('lead a browser on to where they say', async () => {
    const next = `${own.kora.url}/next?lang=bo`;
    const { status, headers } = await send(await formOf({ Fields: { success_action_redirect: next } }), 'a picture');
    expect(status).toBe(303);
    expect(headers.get('location')).toMatch(
      new RegExp(`^${own.kora.url}/next\\?lang=bo&bucket=.*&key=incoming%2Fform`),
    );
  });

  test('refuse all else', async () => {
    const form = await formOf();
    expect(await send(form, 'x'.repeat(LARGEST + 1))).toMatchObject({ status: 400, code: 'EntityTooLarge' });
    expect(await send(form, '')).toMatchObject({ status: 400, code: 'EntityTooSmall' });
    expect(await send(form, 'x', { key: 'incoming/other' })).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(await send(form, 'x', { acl: 'public-read' })).toMatchObject({ status: 403, code: 'AccessDenied' });
    const wider = Buffer.from(form.fields.Policy ?? '', 'base64')
      .toString()
      .replace(`,${LARGEST}]`, ',100000]');
    const Policy = Buffer.from(wider).toString('base64');
    expect(await send(form, 'x', { Policy })).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    const late = await formOf({ Expires: -3600 });
    expect(await send(late, 'x')).toMatchObject({ status: 403, code: 'AccessDenied' });
    const { url } = form;
    expect((await fetch(url, { method: 'POST', body: 'no form' })).status).toBe(400);
    expect((await fetch(url, { method: 'POST', body: new FormData() })).status).toBe(400);
  });

  test('only pages of the site see the answers', async () => {
    const { url } = await formOf();
    const ask = (origin: string, method: string) =>
      fetch(url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': method } });
    expect((await ask(own.kora.url, 'POST')).headers.get('access-control-allow-origin')).toBe(own.kora.url);
    expect((await ask('https://elsewhere.example', 'POST')).status).toBe(403);
    expect((await ask(own.kora.url, 'DELETE')).status).toBe(403);
  });
});
