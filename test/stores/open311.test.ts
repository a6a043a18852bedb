import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';

/** How much is told, of what time: by the index as it is. */

Object.assign(process.env, { STAGE_SECRET: 'a secret of sixteen or more', SITE_URL: 'https://kora.example' });
const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { handler } = await import('../../functions/open311/api.ts');
const { table, recordsTable } = await import('../../shared/table.ts');

const COUNT = 1050;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Longer ago than what is answered unasked. */
const FIRST = Date.now() - 200 * DAY;

/** Requests, one a minute, every other one ended; the last is as the index had it before it kept what is told. */
const requests = Array.from({ length: COUNT }, (_, n) => {
  const receivedAt = new Date(FIRST + n * MINUTE).toISOString();
  const id = n.toString(16).padStart(32, '0');
  const shown = { state: { open: 'working' }, unit: 'jiarong-community', updatedAt: receivedAt };
  const facts = { receivedAt, area: '540102007', ended: n % 2 ? 'settled' : undefined };
  return {
    ...{ pk: `CASE#${id}`, sk: 'RECORD', id, area: 'request#540102', areaOrder: `${receivedAt}#${id}` },
    facts: n === COUNT - 1 ? facts : { ...facts, shown },
  };
});

beforeAll(async () => {
  await seedDirectory();
  for (let i = 0; i < COUNT; i += 25) {
    const puts = requests.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
    await table.send(new BatchWriteCommand({ RequestItems: { [recordsTable()]: puts } }));
  }
});
afterAll(engine.stop);

const call = caller(handler);
const asked = async (query: Record<string, string>) => {
  const { status, text } = await call('GET /open311/v2/requests.json', { query });
  return { status, found: JSON.parse(text) as Record<string, string>[] };
};
const SPAN = { start_date: new Date(FIRST).toISOString(), end_date: new Date(FIRST + 2 * DAY).toISOString() };

test('no more than a thousand, the newest, newest first', async () => {
  const { found } = await asked(SPAN);
  expect(found).toHaveLength(1000);
  expect(found[0]?.service_request_id).toBe(requests.at(-1)?.id);
  expect(found.map((r) => r.requested_datetime)).toEqual(
    found
      .map((r) => r.requested_datetime)
      .toSorted()
      .reverse(),
  );
});

test('by status, however many of the others lie between', async () => {
  const { found } = await asked({ ...SPAN, status: 'closed' });
  expect(found).toHaveLength(COUNT / 2);
  expect(new Set(found.map((r) => r.status))).toEqual(new Set(['closed']));
  expect((await asked({ ...SPAN, status: 'open,closed' })).found).toHaveLength(1000);
});

test('within the span, from its first moment to its last', async () => {
  const from = new Date(FIRST + 10 * MINUTE).toISOString();
  const to = new Date(FIRST + 20 * MINUTE).toISOString();
  const { found } = await asked({ start_date: from, end_date: to });
  expect(found.map((r) => r.requested_datetime).reverse()).toEqual(
    requests.slice(10, 21).map((r) => r.facts.receivedAt),
  );
});

test('what the index kept less of is told without its stage and unit', async () => {
  const { found } = await asked({ ...SPAN, service_code: 'request' });
  expect(found[0]).toMatchObject({ status_notes: '', agency_responsible: null, status: 'closed' });
  expect(found[1]).toMatchObject({
    status_notes: '正在办理',
    agency_responsible: '加荣社区',
    address: '城关区 嘎玛贡桑街道',
  });
});

test('of another service or another time, nothing', async () => {
  expect((await asked({ ...SPAN, service_code: 'wildlife,livestock' })).found).toEqual([]);
  expect((await asked({})).found).toEqual([]);
});

test('nobody may hand in while the stage knows no key', async () => {
  const { status } = await call('POST /open311/v2/requests.json', { form: 'api_key=x&service_code=request' });
  expect(status).toBe(403);
});
