import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: '2026-04-06T09:20:00+08:00' });
});
afterAll(() => kora?.stop());

test('its clock begins where it was asked to', async () => {
  expect((await kora.now()).slice(0, 15)).toBe('2026-04-06T01:2');
});

test('the function behind a public route answers', async () => {
  const { status, body } = await kora.api('GET', '/areas');
  expect(status).toBe(200);
  expect(body.areas.length).toBeGreaterThan(0);
});
