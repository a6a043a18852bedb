import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RewardFacts } from '../../functions/rewards/facts.ts';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';
import { startKms } from '../support/kms.ts';
import { policyWith, UNIT } from '../support/rewards.ts';

const engine = await startEngine();
const kms = await startKms();
const { handler, routes } = await import('../../functions/rewards/api.ts');
const { effects } = await import('../../functions/rewards/jobs.ts');
const { seedAll } = await import('../../functions/directory/seed.ts');
const { putPerson } = await import('../../functions/directory/store.ts');
const { considerReward, rewardId } = await import('../../functions/rewards/consider.ts');
const { rewardsForReporter, actOnReward, claimByReporter } = await import('../../functions/rewards/for-reporter.ts');
const { rewardsOfCase } = await import('../../functions/rewards/for-case.ts');
const { loadReward } = await import('../../functions/rewards/store.ts');
const { handler: reports } = await import('../../functions/cases/reports.ts');
const { idOfReceipt, newId, newReceipt } = await import('../../shared/ids.ts');
const { now, yearOf } = await import('../../shared/time.ts');
const { translator } = await import('../../shared/i18n.ts');

const OFFICIAL = 'kelsang@medog-biodiversity.kora.example';
const TREASURER = 'pasang@medog-biodiversity.kora.example';
const APPROVER = 'ngawang@medog-biodiversity.kora.example';
const BUREAU = 'sonam@medog-forestry.kora.example';
const RANGER = 'sangye@beibeng-rangers.kora.example';
const OFFICE = 'office@medog-biodiversity.kora.example';
const YEAR = String(yearOf(now()));

afterAll(async () => {
  await Promise.all([engine.stop(), kms.stop()]);
});
beforeAll(async () => {
  await seedAll();
  const admin = { email: OFFICE, name: '管理员', active: true, version: 0 };
  const roles = [{ unit: UNIT, role: 'admin' as const }];
  await putPerson({ ...admin, roles }, undefined, { by: { id: 'kora', name: 'kora' }, at: now() });
});
beforeEach(() => void sent.splice(0));

const call = caller(handler);

const at = (id: string) => ({ params: { id } });
const act = (as: string, id: string, action: string, body: unknown = {}, query = {}) =>
  call('POST /rewards/{id}/actions/{action}', { as, params: { id, action }, body, query });
const box = async (as: string, box?: string) =>
  (await call('GET /rewards', { as, query: box ? { box } : undefined })).body.rewards as { id: string }[];
const ids = async (as: string, name?: string) => (await box(as, name)).map((r) => r.id);

let people = 0;
const considered = async (report: Partial<RewardFacts['reports'][0]> = {}, caseId = newId().padEnd(32, '0')) => {
  const phone = `137${String(++people).padStart(8, '0')}`;
  const facts: RewardFacts = {
    ...{ caseId, caseNumber: 'W26-540423-0005', caseType: 'wildlife', area: '540423206' },
    ...{ unit: 'beibeng-rangers', bureau: 'medog-forestry', closedAt: '2026-06-05T04:00:00.000Z' },
    animals: [{ id: 'a1', name: '眼镜王蛇', class: 'national-2', outcome: 'released' }],
    reports: [
      {
        ...{ caseId, receivedAt: '2026-06-03T13:30:00.000Z', source: 'resident', wantsReward: true, valid: true },
        ...{ name: '卓玛', phone, ...report },
      },
    ],
  };
  await considerReward(facts);
  return { caseId, id: rewardId(caseId, caseId) };
};

const CLAIM = { payeeName: '卓玛', method: 'wallet', account: 'drolma@pay', payeeConsent: '2026-11' };

const claimed = async () => {
  const found = await considered();
  await act(OFFICIAL, found.id, 'propose');
  await act(APPROVER, found.id, 'approve');
  await claimByReporter(found.caseId, CLAIM);
  return found;
};

const REPORT = {
  ...{ species: '眼镜王蛇', condition: 'trapped', foundAt: now(), consent: '2026-11' },
  ...{ place: { township: '背崩乡', words: '桥头' }, reporter: { phone: '13812345678' }, wantsReward: true },
};

/** A request of the public, as API Gateway hands it over. */
const publicly = (routeKey: string, more: object) =>
  reports(
    {
      routeKey,
      isBase64Encoded: false,
      requestContext: { requestId: 'r1', http: { sourceIp: '127.0.0.1' } },
      ...more,
    } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer,
    {} as Context,
  );

const take = async (body: unknown) => {
  const headers = { 'content-type': 'application/json' };
  const { statusCode } = await publicly('POST /reports/wildlife', { headers, body: JSON.stringify(body) });
  expect(statusCode).toBe(201);
};

/** What a browser without script posts from the page of the receipt. */
const post = (receipt: string, action: string, fields: Record<string, string>) =>
  publicly('POST /reports/{receipt}/actions/{action}', {
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    pathParameters: { receipt, action },
    body: String(new URLSearchParams(fields)),
  });

/** Carries out the effects of the last step. */
const told = async (id: string) => {
  const record = await loadReward(id);
  const entry = record.history.at(-1) as NonNullable<(typeof record.history)[number]>;
  for (const [i, effect] of entry.effects.entries()) {
    const handler = effects[effect.type];
    if (handler && 'send' in handler) await handler.send({ id: `${id}#${entry.seq}#${i}`, record, entry, effect });
  }
  return sent;
};

describe('a reward on the desk', () => {
  test('waits for whose turn it is, and for nobody else', async () => {
    const { id, caseId } = await considered();
    expect(await ids(OFFICIAL)).toContain(id);
    expect(await ids(APPROVER)).not.toContain(id);
    await act(OFFICIAL, id, 'propose', {}, { version: '1' });
    expect(await ids(OFFICIAL)).not.toContain(id);
    expect(await ids(APPROVER)).toContain(id);
    await act(APPROVER, id, 'approve', {}, { version: '2' });
    expect(await ids(APPROVER)).not.toContain(id);
    expect(await ids(APPROVER, 'unit')).toContain(id);
    await claimByReporter(caseId, CLAIM);
    for (const who of [OFFICIAL, TREASURER]) expect(await ids(who)).toContain(id);
    await act(TREASURER, id, 'pay', { method: 'wallet', voucher: 'V-1' });
    expect(await ids(OFFICIAL, 'unit')).not.toContain(id);
    expect(await ids(OFFICIAL, 'closed')).toContain(id);
    for (const who of [RANGER, BUREAU]) expect(await box(who, 'unit')).toEqual([]);
  });

  test('shows for whom, why, how much, what can be done, and that the tariff is an example', async () => {
    const { id, caseId } = await considered();
    const [card] = (await box(OFFICIAL)).filter((r) => r.id === id);
    expect(card).toEqual({
      ...{ id, caseNumber: 'W26-540423-0005', stage: { code: 'eligible', text: '待提出' } },
      ...{ amountFen: 40_000, beneficiary: '卓玛' },
    });
    const { body } = await call('GET /rewards/{id}', { as: OFFICIAL, ...at(id) });
    expect(body).toMatchObject({ id, version: 1, caseId, amountFen: 40_000, stage: { code: 'eligible' }, clocks: [] });
    expect(body.facts).toContainEqual({ label: '金额', value: '眼镜王蛇（国家二级，放归）：400 元' });
    expect(JSON.stringify(body.facts)).toContain('EXAMPLE');
    expect(body.reasons).toContainEqual({ label: '最先有效报告', value: '符合' });
    expect(body.actions.map((a: { action: string }) => a.action)).toEqual(['propose', 'refuse']);
    expect(body.history).toMatchObject([{ seq: 1, by: '系统', text: '核查奖励条件' }]);
    const en = await call('GET /rewards/{id}', { as: APPROVER, ...at(id), query: { lang: 'en' } });
    expect(en.body.stage.text).toBe('To be proposed');
  });

  test('moves only from the version that was looked at', async () => {
    const { id } = await considered();
    await act(OFFICIAL, id, 'propose', {}, { version: '1' });
    expect(await act(APPROVER, id, 'approve', {}, { version: '1' })).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
  });

  test('tells what is wrong with an input, and what there is to do', async () => {
    const { id } = await claimed();
    const wrong = await act(TREASURER, id, 'pay', { method: 'bitcoin' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.fields.map((f: { path: string }) => f.path)).toEqual(['method', 'voucher']);
    expect(await act(OFFICIAL, id, 'propose')).toMatchObject({
      status: 409,
      body: { code: 'not-possible', possible: ['correct-claim', 'pay', 'return-claim'] },
    });
    expect(await act(OFFICIAL, id, 'steal')).toMatchObject({ status: 404, body: { code: 'unknown-action' } });
    expect(await act(OFFICIAL, '0'.repeat(32), 'pay')).toMatchObject({ status: 404 });
  });
});

describe('who may not', () => {
  let open: string;
  let paying: string;
  beforeAll(async () => {
    open = (await considered()).id;
    paying = (await claimed()).id;
  });
  const { unit: _, from: _f, usedTo: _u, ...policy } = policyWith({ version: 0 });
  const policyAt = { params: { unit: UNIT, from: '2098-01-01' } };
  const yearAt = { params: { unit: UNIT, year: '2040' } };
  const total = { totalFen: 1, reason: '预算' };
  const reason = { query: { reason: '看看' } };

  test('nobody comes in without signing in, nor a stranger', async () => {
    for (const { method, path } of routes) {
      const known = { ...at(open), query: { unit: UNIT, reason: 'x' }, body: {} };
      const params = { ...known.params, action: 'pay', unit: UNIT, from: '2098-01-01', year: '2040' };
      const wanted = path
        .split('/')
        .filter((s) => s.startsWith('{'))
        .map((s) => s.slice(1, -1));
      const fitting = Object.fromEntries(Object.entries(params).filter(([name]) => wanted.includes(name)));
      const body = method === 'PUT' ? (path.includes('policies') ? policy : total) : {};
      const asked = { ...known, params: fitting, body: method === 'GET' ? undefined : body };
      expect((await call(`${method} ${path}`, asked)).status, path).toBe(401);
      expect((await call(`${method} ${path}`, { ...asked, as: 'x@x.example' })).status, path).toBe(403);
    }
  });

  test.each<[string, string, () => Promise<{ status?: number; body: { code?: string } }>, string]>([
    ['a ranger', 'sees a reward', () => call('GET /rewards/{id}', { as: RANGER, ...at(open) }), 'other-unit'],
    ['a ranger', 'acts on one', () => act(RANGER, open, 'propose'), 'other-unit'],
    ['an official of the bureau', 'proposes', () => act(BUREAU, open, 'propose'), 'forbidden'],
    ['an approver', 'proposes', () => act(APPROVER, open, 'propose'), 'forbidden'],
    ['an official', 'approves', () => act(OFFICIAL, open, 'approve'), 'forbidden'],
    ['an admin', 'approves', () => act(OFFICE, open, 'approve'), 'forbidden'],
    ['an approver', 'pays', () => act(APPROVER, paying, 'pay', { method: 'cash', voucher: 'v' }), 'forbidden'],
    ['an official', 'refuses what is approved', () => act(OFFICIAL, paying, 'refuse', { reason: 'x' }), 'forbidden'],
    ['staff', 'withdraws a claim', () => act(OFFICIAL, paying, 'withdraw-claim'), 'forbidden'],
    [
      'a ranger',
      'reads payees',
      () => call('GET /rewards/{id}/payee', { as: RANGER, ...at(paying), ...reason }),
      'other-unit',
    ],
    [
      'the bureau',
      'reads payees',
      () => call('GET /rewards/{id}/payee', { as: BUREAU, ...at(paying), ...reason }),
      'forbidden',
    ],
    [
      'an approver',
      'reads payees',
      () => call('GET /rewards/{id}/payee', { as: APPROVER, ...at(paying), ...reason }),
      'forbidden',
    ],
    [
      'an admin',
      'reads payees',
      () => call('GET /rewards/{id}/payee', { as: OFFICE, ...at(paying), ...reason }),
      'forbidden',
    ],
    [
      'an official',
      'reads what is not claimed',
      () => call('GET /rewards/{id}/payee', { as: OFFICIAL, ...at(open), ...reason }),
      'forbidden',
    ],
    [
      'the bureau',
      'reads the ledger',
      () => call('GET /rewards/ledger', { as: BUREAU, query: { unit: UNIT } }),
      'other-unit',
    ],
    [
      'the bureau',
      'reads the budget',
      () => call('GET /rewards/budgets/{unit}/{year}', { as: BUREAU, ...yearAt }),
      'other-unit',
    ],
    [
      'an official',
      'sets the budget',
      () => call('PUT /rewards/budgets/{unit}/{year}', { as: OFFICIAL, ...yearAt, body: total }),
      'forbidden',
    ],
    [
      'an approver',
      'sets a policy',
      () => call('PUT /rewards/policies/{unit}/{from}', { as: APPROVER, ...policyAt, body: policy }),
      'forbidden',
    ],
    [
      'the bureau',
      'sets a policy',
      () => call('PUT /rewards/policies/{unit}/{from}', { as: BUREAU, ...policyAt, body: policy }),
      'forbidden',
    ],
  ])('%s never %s', async (_, _what, ask, code) => expect(await ask()).toMatchObject({ status: 403, body: { code } }));

  test('nobody decides about a reward of their own', async () => {
    const { putPolicy, policiesOf } = await import('../../functions/rewards/policies.ts');
    const [example] = await policiesOf(UNIT);
    const lenient = { ...policyWith({ version: 0, from: '2026-09-01', excluded: { staff: false } }) };
    expect(example?.usedTo).toBe('2026-06-03');
    await putPolicy(lenient, { by: { id: OFFICIAL, name: '' }, at: now() });
    const { id } = await considered({ email: OFFICIAL, receivedAt: '2026-09-02T00:00:00.000Z' });
    expect(await act(OFFICIAL, id, 'propose')).toMatchObject({ status: 403, body: { code: 'four-eyes' } });
    expect((await act(TREASURER, id, 'propose')).status).toBe(200);
    expect(await ids(OFFICIAL)).not.toContain(id);
  });
});

describe('payment details', () => {
  test('are read by who pays, with a reason that everybody sees afterwards', async () => {
    const { id } = await claimed();
    const payee = (query: Record<string, string>) =>
      call('GET /rewards/{id}/payee', { as: TREASURER, ...at(id), query });
    expect(await payee({})).toMatchObject({ status: 400, body: { fields: [{ path: 'reason', code: 'required' }] } });
    const sees = async (as: string) => (await call('GET /rewards/{id}', { as, ...at(id) })).body.sees;
    expect(await sees(TREASURER)).toEqual({ case: false, payee: true });
    expect(await sees(APPROVER)).toEqual({ case: false, payee: false });
    expect(await sees(BUREAU)).toEqual({ case: true, payee: false });
    const read = await payee({ reason: '转账' });
    expect(read).toMatchObject({ status: 200, body: CLAIM });
    expect(read.body.facts[0]).toEqual({ label: '收款人姓名', value: CLAIM.payeeName });
    const { body, text } = await call('GET /rewards/{id}', { as: APPROVER, ...at(id) });
    const seen = body.facts.filter((f: { label: string }) => f.label === '查看收款信息');
    expect(seen).toEqual([{ label: '查看收款信息', value: expect.stringMatching(/^巴桑次仁，.*：转账$/) }]);
    expect(text).not.toContain('drolma@pay');
  });
});

describe('the reporter', () => {
  test('sees how it stands, claims in time, and can correct or withdraw it', async () => {
    const { id, caseId } = await considered();
    const seen = async () => {
      const { rewards, actions } = await rewardsForReporter(caseId, 'zh');
      return { ...rewards[0], actions: actions.map((a) => a.action) };
    };
    expect(await seen()).toEqual({ id, text: '正在核定', amountFen: undefined, by: undefined, actions: [] });
    await expect(claimByReporter(caseId, CLAIM)).rejects.toThrow(expect.objectContaining({ code: 'not-possible' }));
    await act(OFFICIAL, id, 'propose');
    await act(APPROVER, id, 'approve');
    expect(await seen()).toMatchObject({
      amountFen: 40_000,
      by: expect.stringMatching(/T15:59:00/),
      actions: ['claim'],
    });
    await expect(claimByReporter(caseId, {})).rejects.toThrow(expect.objectContaining({ code: 'invalid-input' }));
    await claimByReporter(caseId, CLAIM);
    expect(await seen()).toMatchObject({ actions: ['correct-claim', 'withdraw-claim'], by: undefined });
    expect((await seen()).text).toContain('支付宝或微信');
    await actOnReward(caseId, 'withdraw-claim', {});
    expect((await seen()).actions).toEqual(['claim']);
    await claimByReporter(caseId, CLAIM);
    await act(TREASURER, id, 'return-claim', { reason: '户名不符' });
    expect((await seen()).text).toBe('请更正收款信息：户名不符');
  });

  test('claims with a form that needs no script, as a guardian too', async () => {
    const receipt = newReceipt();
    const caseId = idOfReceipt(receipt, String(process.env.STAGE_SECRET));
    await take({ receipt, ...REPORT });
    const { id } = await considered({}, caseId);
    await act(OFFICIAL, id, 'propose');
    await act(APPROVER, id, 'approve');
    const child = { ...CLAIM, under14: 'true', guardianName: '次仁' };
    const claim = (fields: Record<string, string>) => post(receipt, 'claim', fields);
    expect(await claim(child)).toMatchObject({ statusCode: 400 });
    expect(await claim({ ...child, guardianConsent: 'true' })).toMatchObject({ statusCode: 303 });
    expect((await loadReward(id)).data.payee).toMatchObject({ method: 'wallet', under14: true, by: 'reporter' });
    expect(await post(receipt, 'withdraw-claim', {})).toMatchObject({ statusCode: 303 });
    expect((await loadReward(id)).data.payee).toBeUndefined();
  });

  test('who came second is told why; nobody acts on the reward of another', async () => {
    const { caseId } = await considered({ source: 'ranger' });
    const { rewards, actions } = await rewardsForReporter(caseId, 'en');
    expect([rewards[0]?.text, actions]).toEqual(['Not eligible: Reporting is the reporter’s duty', []]);
    expect(await rewardsForReporter('0'.repeat(32), 'zh')).toEqual({ rewards: [], actions: [] });
    await expect(actOnReward('0'.repeat(32), 'claim', CLAIM)).rejects.toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    await expect(actOnReward(caseId, 'pay', {})).rejects.toThrow(expect.objectContaining({ code: 'not-possible' }));
  });

  test('staff of the case see the rewards in a line', async () => {
    const { id, caseId } = await claimed();
    const line = { id, text: '卓玛：400 元，待发放' };
    const seenBy = (role: 'responder' | 'official') => {
      const actor = { id: 'x', name: 'x', roles: [{ unit: 'medog-forestry', role }] };
      return rewardsOfCase(caseId, actor, translator('zh'));
    };
    expect(await seenBy('official')).toEqual([{ ...line, open: true }]);
    expect(await seenBy('responder')).toEqual([{ ...line, open: false }]);
  });
});

describe('mail', () => {
  test('goes to those who can take the next step, with a way to the desk and the example marked', async () => {
    const { id } = await considered();
    expect((await told(id)).map((m) => m.to).sort()).toEqual([OFFICIAL, TREASURER].sort());
    expect(sent[0]).toMatchObject({
      subject: '请提出奖励：W26-540423-0005',
      link: { url: `https://kora.example/desk/reward/?id=${id}` },
    });
    expect(sent[0]?.text).toContain('示例/EXAMPLE');
  });

  test('asks for approval, and never who proposed', async () => {
    const { id } = await considered();
    await act(OFFICIAL, id, 'propose');
    expect((await told(id)).map((m) => [m.to, m.subject])).toEqual([[APPROVER, '请审批奖励：W26-540423-0005，400 元']]);
  });

  test('reaches a reporter whose address is known, in their language', async () => {
    const { id } = await considered({ email: 'drolma@home.example', language: 'en' });
    await act(OFFICIAL, id, 'propose');
    await act(APPROVER, id, 'approve');
    expect(await told(id)).toMatchObject([
      { to: 'drolma@home.example', language: 'en', link: { url: 'https://kora.example/en/status/' } },
    ]);
    expect(sent[0]?.text).toMatch(/400 yuan is approved.* 23:59/);
  });

  test('never reaches one without an address; a claim asks those who may pay', async () => {
    const { id } = await claimed();
    expect((await told(id)).map((m) => m.to).sort()).toEqual([OFFICIAL, TREASURER].sort());
    expect(sent.every((m) => !m.text.includes('drolma@pay'))).toBe(true);
  });

  test('says why there is no reward', async () => {
    const { id } = await considered({ source: 'ranger', email: 'r@home.example' });
    expect((await told(id))[0]?.text).toContain('· 报告属于履行职责');
  });
});

describe('the books', () => {
  test('are read as JSON and for spreadsheets, with formulas disarmed', async () => {
    const { id } = await claimed();
    await act(APPROVER, id, 'refuse', { reason: '=HYPERLINK("http://x")' });
    const query = { unit: UNIT, year: YEAR };
    const { body } = await call('GET /rewards/ledger', { as: OFFICE, query: { unit: UNIT } });
    expect(body.budget).toMatchObject({ unit: UNIT, marking: 'example', totalFen: 5_000_000 });
    expect(body.entries.at(-1)).toMatchObject({ kind: 'released', text: '释放', amountFen: 40_000, reward: id });
    expect(body.facts).toContainEqual({ label: '全年总额', value: '50000 元' });
    expect(body.actions.map((a: { action: string }) => a.action)).toEqual(['set-budget']);
    expect((await call('GET /rewards/ledger', { as: OFFICIAL, query: { unit: UNIT } })).body.actions).toEqual([]);
    const { text, headers } = await call('GET /rewards/ledger', { as: OFFICIAL, query: { ...query, format: 'csv' } });
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' });
    expect(headers?.['content-disposition']).toContain(`rewards-${UNIT}-${YEAR}.csv`);
    expect(text).toContain(`释放,400,W26-540423-0005,${id},阿旺群培,"'=HYPERLINK(""http://x"")"`);
  });

  test('a budget is set by an approver or admin, by version', async () => {
    const at2041 = { params: { unit: UNIT, year: '2041' } };
    const put = (body: unknown) => call('PUT /rewards/budgets/{unit}/{year}', { as: APPROVER, ...at2041, body });
    expect(await call('GET /rewards/budgets/{unit}/{year}', { as: OFFICIAL, ...at2041 })).toMatchObject({
      status: 404,
    });
    expect(await put({ totalFen: 100, reason: '年度预算' })).toMatchObject({
      status: 200,
      body: { remaining: 100, version: 1 },
    });
    expect(await put({ totalFen: 50, reason: '再设' })).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(await put({ totalFen: 50, reason: '削减', version: 1 })).toMatchObject({
      body: { remaining: 50, version: 2 },
    });
    expect(await put({ totalFen: 1.5, reason: 'x', version: 2 })).toMatchObject({ status: 400 });
    expect(await call('GET /rewards/budgets/{unit}/{year}', { as: OFFICIAL, ...at2041 })).toMatchObject({
      body: { totalFen: 50 },
    });
  });
});

describe('policies', () => {
  const { unit: _, from: _f, usedTo: _u, ...policy } = policyWith({ version: 0 });
  const put = (from: string, body: unknown, as = OFFICIAL) =>
    call('PUT /rewards/policies/{unit}/{from}', { as, params: { unit: UNIT, from }, body });

  test('are read by all staff, set by officials and admins, and never rewritten once used', async () => {
    await considered();
    const { body } = await call('GET /rewards/policies/{unit}', { as: RANGER, params: { unit: UNIT } });
    expect(body.policies[0]).toMatchObject({ from: '2026-03-30', marking: 'example', usedTo: '2026-06-03' });
    expect(body.policies[0].facts).toContainEqual({ label: '国家二级', value: '每只 400 元' });
    expect(body.policies[0].facts).toContainEqual({ label: '申领期限', value: '60 天' });
    expect(JSON.stringify(body.policies[0].facts)).not.toMatch(/"(policy|choice|role|period|outcome)\./);
    expect(await put('2026-03-30', { ...policy, version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'policy-used' },
    });
    expect(await put('2097-01-01', { ...policy, marking: 'adopted' })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await put('2097-01-01', { ...policy, joint: 'split', version: 1 }, OFFICE)).toMatchObject({ status: 200 });
    const one = { as: RANGER, params: { unit: UNIT, from: '2097-01-01' } };
    expect(await call('GET /rewards/policies/{unit}/{from}', one)).toMatchObject({
      body: { joint: 'split', version: 2 },
    });
    const none = { as: RANGER, params: { unit: UNIT, from: '2096-01-01' } };
    expect(await call('GET /rewards/policies/{unit}/{from}', none)).toMatchObject({ status: 404 });
  });

  test.each([
    [{ tariff: { rows: [] } }, 'tariff.rows'],
    [{ claimWindow: '30 days' }, 'claimWindow'],
    [{ reminder: 'P90D' }, 'reminder'],
    [{ usedTo: '2026-01-01' }, 'usedTo'],
    [{ tariff: { rows: [{ class: '*', amountFen: -1 }] } }, 'tariff.rows.0.amountFen'],
  ])('are refused with %j', async (change, path) => {
    const refused = await put('2095-01-01', { ...policy, ...change });
    expect([refused.status, refused.body.fields[0].path]).toEqual([400, path]);
  });
});
