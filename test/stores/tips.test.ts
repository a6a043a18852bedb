import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';

const engine = await startEngine();
Object.assign(process.env, {
  TIP_SECRET: 'the secret of these tests',
  SITE_URL: 'https://kora.example',
  PUBLIC_LIMIT: '10000',
});
const { handler } = await import('../../functions/tips/api.ts');
const { receive } = await import('../../functions/tips/receive.ts');
const { codeOf, digestOfCode, tipIdOf } = await import('../../functions/tips/receipts.ts');
const store = await import('../../functions/tips/store.ts');
const { figuresOf } = await import('../../functions/tips/counts.ts');
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { putPerson } = await import('../../functions/directory/store.ts');
const { keys } = await import('../../shared/keys.ts');
const { table, recordsTable } = await import('../../shared/table.ts');
const { now } = await import('../../shared/time.ts');
const { MOST_MESSAGES } = await import('../../functions/tips/rules.ts');

const call = caller(handler);
const MIGMAR = 'migmar@lhasa-anti-drug.kora.example';
const WANGJUN = 'wangjun@lhasa-anti-drug.kora.example';
const BOTH = 'both@lhasa-anti-drug.kora.example';
const report = { matter: 'growing' as const, county: '540102', place: '河湾大棚', account: '两垄罂粟' };

beforeAll(async () => {
  await seedDirectory();
  const roles = [
    { unit: 'lhasa-anti-drug', role: 'tip-officer' as const },
    { unit: 'lhasa-anti-drug', role: 'admin' as const },
  ];
  const change = { by: { id: 'kora', name: 'kora' }, at: now() };
  await putPerson({ email: BOTH, name: '兼任', roles, active: true, version: 0 }, undefined, change);
});
afterAll(() => engine.stop());

const fresh = async () => {
  const receipt = newReceipt();
  await receive({ ...report, receipt }, undefined);
  return { receipt, id: tipIdOf(receipt) };
};
const read = (id: string, as = MIGMAR) =>
  call('POST /tips/{id}/readings', { as, params: { id }, body: { reason: '核查' } });
const acts = (id: string, action: string, body: unknown = {}, as = MIGMAR) =>
  call('POST /tips/{id}/actions/{action}', { as, params: { id, action }, body });
const sends = (receipt: string, action: string, body: object = {}) =>
  call(`POST /tips/follow/${action}`, { body: { receipt, ...body } });

/** As far as a reward that can be claimed. */
const granted = async () => {
  const tip = await fresh();
  await read(tip.id);
  await acts(tip.id, 'close', { outcome: 'founded' });
  await acts(tip.id, 'propose', { amountFen: 50_000, reason: '查实' });
  await acts(tip.id, 'approve', {}, WANGJUN);
  return tip;
};

describe('a tip-off in its table', () => {
  test('handed in twice at once is one; the server makes a receipt where none came', async () => {
    const receipt = newReceipt();
    const [a, b] = await Promise.all([receive({ ...report, receipt }, undefined), receive(report, receipt)]);
    expect(a.record.id).toBe(b.record.id);
    expect((await receive(report, undefined)).receipt).toMatch(/^\d{16}$/);
    await expect(receive({ ...report, receipt }, newReceipt())).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(receive({ ...report, county: '549999' }, undefined)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('keeps neither receipt nor who, and its texts stand beside it, not in its history', async () => {
    const { receipt, id } = await fresh();
    await read(id);
    await acts(id, 'ask', { text: '谁看守？' });
    await sends(receipt, 'reply', { text: '一个人' });
    const { Item } = await table.send(new GetCommand({ TableName: recordsTable(), Key: keys.tip(id) }));
    const kept = JSON.stringify(Item);
    expect(kept).not.toContain(receipt);
    expect(kept).not.toMatch(/谁看守|一个人/);
    expect((await store.messagesOf(id)).map((m) => [m.from, m.name, m.text])).toEqual([
      ['unit', '米玛次仁', '谁看守？'],
      ['sender', undefined, '一个人'],
    ]);
  });

  test('a message stands there exactly when its step does', async () => {
    const { receipt, id } = await fresh();
    await read(id);
    const answers = await Promise.all(['甲', '乙', '丙'].map((text) => sends(receipt, 'reply', { text })));
    const taken = answers.filter((a) => a.status === 200).length;
    expect((await store.messagesOf(id)).length).toBe(taken);
    expect((await store.loadTip(id)).data.messages).toBe(taken);
  });

  test('the same words again, as when a page is loaded anew, are one message', async () => {
    const { receipt, id } = await fresh();
    for (const text of ['甲', '甲', '乙', '甲']) expect((await sends(receipt, 'reply', { text })).status).toBe(200);
    expect((await store.messagesOf(id)).map((m) => m.text)).toEqual(['甲', '乙', '甲']);
  });

  test('messages have an end', async () => {
    const { receipt, id } = await fresh();
    for (let i = 0; i < MOST_MESSAGES; i++) await sends(receipt, 'reply', { text: String(i) });
    expect((await sends(receipt, 'reply', { text: '再说' })).body.code).toBe('not-possible');
    expect(await store.messagesOf(id)).toHaveLength(MOST_MESSAGES);
  });
});

describe('who reads', () => {
  test('each reading is on record before anything is shown, with who and why', async () => {
    const { id } = await fresh();
    await read(id);
    await read(id, WANGJUN);
    expect((await store.readingsOf(id)).map((r) => [r.by.id, r.reason])).toEqual([
      [MIGMAR, '核查'],
      [WANGJUN, '核查'],
    ]);
    const { status } = await call('POST /tips/{id}/readings', { as: MIGMAR, params: { id }, body: { reason: ' ' } });
    expect(status).toBe(400);
  });

  test('an officer who also administers the unit neither reads, lists nor acts', async () => {
    const { id } = await fresh();
    expect((await read(id, BOTH)).status).toBe(404);
    expect((await call('GET /tips', { as: BOTH })).status).toBe(403);
    expect((await call('GET /tips/rewards', { as: BOTH })).status).toBe(403);
    expect((await acts(id, 'close', { outcome: 'unfounded' }, BOTH)).status).toBe(404);
    expect(await store.readingsOf(id)).toEqual([]);
  });

  test('an action answers with nothing that was written', async () => {
    const { id } = await fresh();
    await read(id);
    const { text } = await acts(id, 'answer', { text: '谢谢' });
    expect(text).not.toMatch(/大棚|罂粟|谢谢/);
  });
});

describe('a reward', () => {
  test('has a code for each claim, which only the receipt makes', async () => {
    const { receipt, id } = await granted();
    const first = (await sends(receipt, 'claim', { collectedBy: 'self', notOnDuty: true })).body.reward.code;
    await sends(receipt, 'withdraw-claim');
    const second = (await sends(receipt, 'claim', { collectedBy: 'proxy', notOnDuty: true })).body.reward.code;
    expect([first, second]).toEqual([codeOf(receipt, 1), codeOf(receipt, 2)]);
    const { data } = await store.loadTip(id);
    expect(data.reward?.claim?.codeDigest).toBe(digestOfCode(id, second));
    expect(JSON.stringify(data)).not.toContain(second);
    expect((await acts(id, 'pay', { code: first, voucher: 'V' })).body.fields[0].code).toBe('wrong-code');
    expect((await acts(id, 'pay', { code: second, voucher: 'V' }, WANGJUN)).body.code).toBe('four-eyes');
    expect((await acts(id, 'pay', { code: second, voucher: 'V' })).status).toBe(200);
  });

  test('paid twice at once is paid once', async () => {
    const { receipt, id } = await granted();
    const { code } = (await sends(receipt, 'claim', { collectedBy: 'self', notOnDuty: true })).body.reward;
    const pay = () => acts(id, 'pay', { code, voucher: 'V' });
    const statuses = (await Promise.all([pay(), pay()])).map((a) => a.status).sort();
    expect(statuses).toEqual([200, 409]);
  });
});

describe('deletion', () => {
  test('takes everything beside it too, and counts it once, however often it is carried out', async () => {
    const before = (await figuresOf('lhasa-anti-drug'))[0]?.received ?? 0;
    const { receipt, id } = await granted();
    await sends(receipt, 'reply', { text: '还有一处' });
    const record = await store.loadTip(id);
    await Promise.all([store.erase(record), store.erase(record)]);
    await store.erase(record);
    expect(await store.messagesOf(id)).toEqual([]);
    expect(await store.readingsOf(id)).toEqual([]);
    await expect(store.loadTip(id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await call('POST /tips/follow', { body: { receipt } })).status).toBe(404);
    const [month] = await figuresOf('lhasa-anti-drug');
    expect(month).toMatchObject({ received: before + 1, founded: expect.any(Number) });
  });
});
