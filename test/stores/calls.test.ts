import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { type Call, caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import '../support/held.ts';

/** Two operators who take one call: one case, and the second is told whose it is. */

const at = (moment: string) => vi.setSystemTime(new Date(moment));
vi.useFakeTimers({ toFake: ['Date'] });

const engine = await startEngine();
const { seedAll } = await import('../../functions/directory/seed.ts');
const call = caller((await import('../../functions/cases/api.ts')).handler);

afterAll(engine.stop);
beforeAll(async () => void (await seedAll()));
beforeEach(() => void at('2026-11-20T21:42:00.000Z'));

const CHIMI = 'chimi@biru-station.kora.example';
const LIQIANG = 'liqiang@biru-station.kora.example';

const report = (phone: string) => ({
  ...{ species: 'yak', problem: 'difficult-birth', since: '2026-11-21T00:10:00+08:00', count: 1 },
  place: { township: '比如镇', words: '扎西塔隆村冬季牧场' },
  ...{ wayThere: '过桥右转', waiting: '贡布' },
  reporter: { name: '贡布', phone },
  consent: '2026-11',
});
const takes = (as: string, phone: string, more: Call = {}) =>
  call('POST /intake/{type}', { as, params: { type: 'livestock' }, body: report(phone), ...more });

test('of two at once one gets the case, and the other is told', async () => {
  const answers = await Promise.all([takes(CHIMI, '13908960001'), takes(LIQIANG, '13908960001')]);
  const taken = answers.find((a) => a.status === 201);
  const told = answers.find((a) => a.status === 409);
  expect(told?.body).toMatchObject({ code: 'call-taken', case: taken?.body.id });
  expect((await call('GET /cases/{id}', { as: CHIMI, params: { id: taken?.body.id } })).status).not.toBe(404);
});

test('another matter of the same caller is taken when the operator says so, and so is a second call of one’s own', async () => {
  expect((await takes(CHIMI, '13908960002')).status).toBe(201);
  expect((await takes(CHIMI, '13908960002')).status).toBe(201);
  expect((await takes(LIQIANG, '13908960002')).status).toBe(409);
  expect((await takes(LIQIANG, '13908960002', { query: { again: '1' } })).status).toBe(201);
});

test('with or without the country’s prefix it is one number, for ten minutes', async () => {
  expect((await takes(CHIMI, '13908960003')).status).toBe(201);
  expect((await takes(LIQIANG, '+8613908960003')).status).toBe(409);
  at('2026-11-20T21:53:00.000Z');
  expect((await takes(LIQIANG, '13908960003')).status).toBe(201);
});

test('the same receipt again is the same case, whoever sends it', async () => {
  const headers = { 'idempotency-key': newReceipt() };
  const first = await takes(CHIMI, '13908960004', { headers });
  const again = await takes(CHIMI, '13908960004', { headers });
  expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  const wrong = await takes(CHIMI, '13908960004', { headers: { 'idempotency-key': '1234' } });
  expect([wrong.status, wrong.body.fields]).toMatchObject([400, [{ path: 'receipt', code: 'bad-receipt' }]]);
});
