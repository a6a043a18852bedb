import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { addDays, dateOf, now } from '../../shared/time.ts';
import { type Call, caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { request } = await import('../../functions/requests/case.ts');
const { effects } = await import('../../functions/requests/jobs.ts');
const { deliver } = await import('../../shared/workflow/deliver.ts');
const { load } = await import('../../shared/workflow/store.ts');
const call = caller((await import('../../functions/visits/api.ts')).handler);

afterAll(engine.stop);
beforeAll(async () => void (await seedDirectory()));

const UNIT = 'jiarong-community';
const SECRETARY = 'dekyi.wangmo@jiarong.kora.example';
const PHURBU = 'phurbu@jiarong.kora.example';
const STRANGER = 'karma@medog-response.kora.example';

const households = [1, 2, 3].map((n) => ({
  ...{ id: `h${n}`, grid: n < 3 ? '二网格' : '三网格', householder: `住户${n}`, address: `加荣社区 ${n} 栋` },
  ...(n === 1 ? { phone: '13908910001' } : {}),
}));

const enter = (as: string) => call('POST /visits/households', { as, body: { unit: UNIT, households } });
const visit = (body: object, more: Call = {}) =>
  call('POST /visits', { as: PHURBU, body: { unit: UNIT, ...body }, ...more });
const listed = async (query: Record<string, string> = {}) => {
  const { body } = await call('GET /visits/households', { as: PHURBU, query: { unit: UNIT, ...query } });
  return body.households as { id: string; daysSince?: number; planned?: object }[];
};
const ids = async (query: Record<string, string> = {}) => (await listed(query)).map((h) => h.id);
const tomorrow = () => addDays(dateOf(now()), 1);
const hoursAgo = (n: number) => new Date(Date.now() - n * 3_600_000).toISOString();

describe('households', () => {
  test('are entered by whoever leads the unit, and seen by its people only', async () => {
    expect((await enter(PHURBU)).status).toBe(403);
    expect(await enter(SECRETARY)).toMatchObject({ status: 200, body: { entered: 3 } });
    const { status } = await call('GET /visits/households', { as: STRANGER, query: { unit: UNIT } });
    expect(status).toBe(403);
  });

  test('entered under a number that another has are refused; entered once more, or corrected, they stay one', async () => {
    const change = (body: object) => call('POST /visits/households', { as: SECRETARY, body: { unit: UNIT, ...body } });
    const other = { ...households[1], householder: '另一家' };
    expect((await change({ households: [other] })).body.fields).toMatchObject([
      { path: 'households.0.id', code: 'duplicate' },
    ]);
    expect((await enter(SECRETARY)).status).toBe(200);
    expect((await change({ households: [other], corrects: true })).status).toBe(200);
    const params = { unit: UNIT, id: 'h2' };
    const { body } = await call('GET /visits/households/{unit}/{id}', { as: PHURBU, params });
    expect(body).toMatchObject({ householder: '另一家', address: '加荣社区 2 栋' });
    await change({ households: [households[1]], corrects: true });
  });

  test('are planned by grid, and whoever goes sees them by date', async () => {
    const plan = { unit: UNIT, who: PHURBU, on: tomorrow(), grid: '二网格' };
    expect((await call('POST /visits/plans', { as: SECRETARY, body: plan })).body).toEqual({ planned: 2 });
    const { body } = await call('GET /visits/mine', { as: PHURBU });
    expect(body.households.map((h: { id: string }) => h.id)).toEqual(['h1', 'h2']);
    const wrong = { ...plan, who: STRANGER };
    expect((await call('POST /visits/plans', { as: SECRETARY, body: wrong })).body.fields[0].code).toBe(
      'unknown-person',
    );
    const past = { ...plan, on: '2020-01-01' };
    expect((await call('POST /visits/plans', { as: SECRETARY, body: past })).body.fields[0].code).toBe('past');
  });
});

describe('a visit', () => {
  test('moves its household behind those that were not visited for longer', async () => {
    expect(await ids()).toEqual(['h1', 'h2', 'h3']);
    expect((await visit({ household: 'h1' })).status).toBe(201);
    expect(await ids()).toEqual(['h2', 'h3', 'h1']);
    await visit({ household: 'h2', at: hoursAgo(50) });
    expect(await listed()).toMatchObject([{ id: 'h3' }, { id: 'h2', daysSince: 2 }, { id: 'h1', daysSince: 0 }]);
    expect(await ids({ before: '2026-01-01' })).toEqual(['h3']);
    expect(await ids({ grid: '二网格' })).toEqual(['h2', 'h1']);
    expect((await call('GET /visits/mine', { as: PHURBU })).body.households).toEqual([]);
  });

  test('at which nobody was at home leaves the plan as it is, and counts as none', async () => {
    const plan = { unit: UNIT, who: PHURBU, on: tomorrow(), households: ['h3'] };
    await call('POST /visits/plans', { as: SECRETARY, body: plan });
    await visit({ household: 'h3', met: 'nobody-home' });
    expect((await listed())[0]).toMatchObject({ id: 'h3', planned: { on: tomorrow() } });
  });

  test('that the phone sends twice is one', async () => {
    const headers = { 'idempotency-key': newReceipt() };
    for (const _ of [1, 2]) await visit({ household: 'h3', note: '老人独居' }, { headers });
    const params = { unit: UNIT, id: 'h3' };
    const { body } = await call('GET /visits/households/{unit}/{id}', { as: PHURBU, params });
    expect(body.visits.filter((v: { note?: string }) => v.note === '老人独居')).toMatchObject([{ metText: '见到了' }]);
  });

  test.each([
    [{ at: '2020-01-01T00:00:00Z' }, 'too-old'],
    [{ at: '2099-01-01T00:00:00Z' }, 'future'],
  ])('at %j is refused: %s', async (change, code) =>
    expect((await visit({ household: 'h1', ...change })).body.fields[0].code).toBe(code),
  );

  test('to a household that is not there is refused', async () =>
    expect((await visit({ household: 'h9' })).status).toBe(404));
});

describe('what is raised at the door', () => {
  const raised = { kind: 'help', matter: '下水道堵了', consent: '2026-11' };

  test('becomes a request of the unit with the visitor as its lead, once', async () => {
    const headers = { 'idempotency-key': newReceipt() };
    const first = await visit({ household: 'h1', raised }, { headers });
    const again = await visit({ household: 'h1', raised }, { headers });
    expect(again.body.visit.request).toBe(first.body.visit.request);
    expect(first.body.receipt).toBe(headers['idempotency-key']);
    const id = first.body.visit.request as string;
    for (let record = await load(request.life, id); record && record.delivered < record.version; ) {
      await deliver(request.life, effects, record);
      record = await load(request.life, id);
    }
    const record = await load(request.life, id);
    expect(record?.state).toEqual({ open: 'working' });
    expect(record?.data).toMatchObject({
      ...{ unit: UNIT, responder: { id: PHURBU }, submittedBy: PHURBU, number: expect.stringMatching(/^R/) },
      reporter: { name: '住户1', phone: '13908910001' },
    });
    expect(sent).toEqual([]);
  });

  test('needs a number to call back', async () => {
    const { body } = await visit({ household: 'h2', raised });
    expect(body.fields).toMatchObject([{ path: 'raised.phone', code: 'required' }]);
    expect((await visit({ household: 'h2', raised: { ...raised, phone: '13900000000' } })).status).toBe(201);
  });
});
