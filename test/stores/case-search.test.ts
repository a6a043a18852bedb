import { afterAll, beforeAll, expect, test } from 'vitest';
import { keys } from '../../shared/keys.ts';
import { type Call, caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import '../support/held.ts';

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { caseTypes } = await import('../../functions/cases/registry.ts');
const { deliver } = await import('../../shared/workflow/deliver.ts');
const { load } = await import('../../shared/workflow/store.ts');
const { callerDigest } = await import('../../functions/cases/callers.ts');
const { records } = await import('../../shared/reads.ts');
const { aReport } = await import('../support/requests.ts');
const livestock = await import('../support/livestock.ts');
const call = caller((await import('../../functions/cases/api.ts')).handler);

afterAll(engine.stop);

const PHURBU = 'phurbu@jiarong.kora.example';
const TASHI = 'tashi.tsering@biru-town-team.kora.example';
const COUNTY = 'namgyal@biru-station.kora.example';
const ADMIN = 'tenzin@platform.kora.example';

/** A report taken down by an operator, and triaged. */
const taken = async (type: string, body: object): Promise<string> => {
  const { body: answer } = await call('POST /intake/{type}', { as: PHURBU, params: { type }, body });
  const found = (await caseTypes()).find((c) => c.type === type);
  for (
    let record = found && (await load(found.life, answer.id));
    found && record && record.delivered < record.version;
  ) {
    await deliver(found.life, await found.effects(), record);
    record = await load(found.life, answer.id);
  }
  return answer.id;
};

beforeAll(async () => {
  await seedDirectory();
  await taken('request', aReport());
  await taken('request', aReport({ kind: 'question', matter: '=HYPERLINK("x")', reporter: { phone: '13700000000' } }));
  await taken('livestock', livestock.aReport({ since: new Date(Date.now() - 3_600_000).toISOString() }));
});

const search = (as: string, query: Record<string, string> = {}, more: Call = {}) =>
  call('GET /cases/search', { as, query, ...more });
const titles = async (as: string, query: Record<string, string> = {}) =>
  (await search(as, query)).body.cases
    .map((c: { type: string; number: string }) => `${c.type} ${c.number.slice(-4)}`)
    .sort();

test('finds by name, last digits, place and words, within one’s units only', async () => {
  expect(await titles(PHURBU)).toEqual(['request 0001', 'request 0002']);
  expect(await titles(PHURBU, { q: '次央' })).toEqual(['request 0001']);
  expect(await titles(PHURBU, { q: '0000' })).toEqual(['request 0002']);
  expect(await titles(PHURBU, { q: '扎西塔隆' })).toEqual([]);
  expect(await titles(TASHI, { q: '扎西塔隆' })).toEqual(['livestock 0001']);
  expect(await titles(COUNTY, { q: '1234', type: 'livestock' })).toEqual(['livestock 0001']);
  expect(await titles(PHURBU, { state: 'closed' })).toEqual([]);
  expect(await titles(PHURBU, { to: '2020-01-01' })).toEqual([]);
  expect((await search(PHURBU, { unit: 'biru-town-team' })).status).toBe(403);
});

test('exports what was found, and no formula', async () => {
  const { text, headers } = await search(PHURBU, { format: 'csv' });
  expect(headers['content-type']).toContain('text/csv');
  expect(text.split('\r\n')).toHaveLength(4);
  expect(text).toMatch(/^.?编号,类别,事项,进度,紧急程度,承办单位,收到时间,时限,地点\r\n/);
  expect(text).not.toMatch(/,(request|normal|urgent),/);
  expect(text).not.toMatch(/(^|,)"?=/m);
  expect(text).not.toContain('13700000000');
});

test('an operator sees what is open under a number, and of other units’ cases no more than that', async () => {
  const under = async (as: string) =>
    (await call('GET /intake/caller', { as, query: { phone: '13908961234' } })).body.cases;
  expect(await under(TASHI)).toMatchObject([{ number: expect.stringMatching(/^L/), title: expect.any(String) }]);
  const [other] = await under(PHURBU);
  expect(other).toMatchObject({ stage: { code: 'awaiting' } });
  expect(other.title ?? other.place).toBeUndefined();
});

test('who looked up a number is on record, for administrators, and so is that they asked', async () => {
  const phone = '13900001111';
  const reads = (as: string) => call('GET /intake/caller/reads', { as, query: { phone: `+86 ${phone}` } });
  const look = (as: string) => call('GET /intake/caller', { as, query: { phone } });
  await look(TASHI);
  await taken('request', aReport({ reporter: { phone } }));
  await look(PHURBU);
  expect([(await reads(PHURBU)).body.code, (await look(ADMIN)).status]).toEqual(['not-admin', 403]);
  const looked = [
    { what: 'cases', shown: 1, by: { id: PHURBU, name: expect.any(String) } },
    { what: 'cases', shown: 0, by: { id: TASHI } },
  ];
  expect((await reads(ADMIN)).body.reads).toMatchObject(looked);
  expect((await reads(ADMIN)).body.reads).toMatchObject([{ what: 'reads', shown: 2, by: { id: ADMIN } }, ...looked]);
  const elsewhere = await call('GET /intake/caller/reads', { as: ADMIN, query: { phone: '13900002222' } });
  expect(elsewhere.body.reads).toEqual([]);
  const { pk } = keys.callerReading(callerDigest(phone), '', '');
  expect(JSON.stringify(await records.partition(pk))).not.toContain(phone);
});

test.each([
  ['an administrator', ADMIN],
  ['an approver', 'ngawang@medog-biodiversity.kora.example'],
])('%s takes no calls: neither what is open under a number nor a report', async (_, as) => {
  const looked = await call('GET /intake/caller', { as, query: { phone: '13908961234' } });
  expect([looked.status, looked.body.code]).toEqual([403, 'forbidden']);
  const reported = await call('POST /intake/{type}', { as, params: { type: 'request' }, body: aReport() });
  expect(reported.status).toBe(403);
});

test('a caller is found however the number is written, and from every extension of an office', async () => {
  await taken('request', aReport({ reporter: { phone: '0891-6322222转801' } }));
  const ways = ['08916322222', '+86 891 6322222', ' 868916322222', '（０８９１）６３２２２２２', '0891-6322222-805'];
  for (const phone of ways)
    expect((await call('GET /intake/caller', { as: PHURBU, query: { phone } })).body.cases).toHaveLength(1);
  const two = await call('GET /intake/caller', { as: PHURBU, query: { phone: '13800002222/13900002222' } });
  expect([two.status, two.body.fields]).toMatchObject([400, [{ path: 'phone', code: 'two-numbers' }]]);
});
