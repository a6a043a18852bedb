import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RewardFacts } from '../../functions/rewards/facts.ts';
import type { Reward } from '../../functions/rewards/reward.ts';
import { startEngine } from '../support/engine.ts';
import { startKms } from '../support/kms.ts';
import { APPROVER, OFFICIAL, policyWith, TREASURER, UNIT } from '../support/rewards.ts';

Object.assign(process.env, { STAGE_SECRET: 'a secret of this test only', SITE_URL: 'https://kora.example' });
const engine = await startEngine();
const kms = await startKms();
const { seedAll } = await import('../../functions/directory/seed.ts');
const { considerReward, holdReward, rewardId } = await import('../../functions/rewards/consider.ts');
const store = await import('../../functions/rewards/store.ts');
const books = await import('../../functions/rewards/ledger.ts');
const { policiesOf, putPolicy } = await import('../../functions/rewards/policies.ts');
const { payeeReading, readingsOf, readPayee } = await import('../../functions/rewards/payee.ts');
const { handler: clockRunsOut } = await import('../../functions/workflow/clocks.ts');
const { keys } = await import('../../shared/keys.ts');
const { newId } = await import('../../shared/ids.ts');
const { table } = await import('../../shared/table.ts');
const { now, yearOf } = await import('../../shared/time.ts');
const { REPORTER } = await import('../../shared/workflow/open-actions.ts');
const { actorByEmail } = await import('../../shared/actor.ts');

afterAll(async () => {
  await Promise.all([engine.stop(), kms.stop()]);
});
beforeAll(() => seedAll());

const YEAR = yearOf(now());
const ADMIN = { by: { id: 'admin', name: '管理员' }, at: now() };
const caseId = () => newId().padEnd(32, '0');
let people = 0;

type Facts = RewardFacts & { reports: [RewardFacts['reports'][number]] };

/** A case with one report of somebody new. */
const facts = (change: Partial<RewardFacts> = {}): Facts => {
  const id = change.caseId ?? caseId();
  const report = {
    ...{ caseId: id, receivedAt: '2026-06-03T13:30:00.000Z', source: 'resident', wantsReward: true, valid: true },
    ...{ name: '卓玛', phone: `139${String(++people).padStart(8, '0')}` },
  };
  return {
    ...{ caseId: id, caseNumber: 'W26-540423-0005', caseType: 'wildlife', area: '540423206' },
    ...{ unit: 'beibeng-rangers', bureau: 'medog-forestry', closedAt: '2026-06-05T04:00:00.000Z' },
    animals: [{ id: 'a1', name: '眼镜王蛇', class: 'national-2', outcome: 'released' }],
    reports: [report],
    ...change,
  } as Facts;
};

const rewardOf = ({ caseId, reports }: RewardFacts, report = 0): Promise<Reward> =>
  store.loadReward(rewardId(caseId, reports[report]?.caseId ?? ''));

const considered = async (change: Partial<RewardFacts> = {}) => {
  const given = facts(change);
  await considerReward(given);
  return { given, id: (await rewardOf(given)).id };
};

const doer = async ({ id }: { id: string }) => {
  const actor = await actorByEmail(id);
  return { by: { kind: 'staff' as const, id: actor.id, name: actor.name }, actor };
};

const does = async (who: { id: string }, id: string, action: string, input: unknown = {}, version?: number) =>
  store.performOn(id, { action, input, version }, await doer(who));

const DETAILS = {
  payeeName: '卓玛央金',
  method: 'bank',
  account: '6222 0000 1234',
  bank: '农行墨脱支行',
  payeeConsent: '2026-11',
};
const claims = (id: string, input: unknown = DETAILS, action = 'claim') =>
  store.performOn(id, { action, input }, REPORTER);

const approved = async (change: Partial<RewardFacts> = {}) => {
  const { given, id } = await considered(change);
  await does(OFFICIAL, id, 'propose');
  await does(APPROVER, id, 'approve');
  return { given, id };
};

const budget = async () =>
  (await books.getBudget(UNIT, YEAR)) as NonNullable<Awaited<ReturnType<typeof books.getBudget>>>;

/** Sets the total so that exactly this much is left. */
const leave = async (fen: number) => {
  const { totalFen, remaining, version } = await budget();
  const change = { unit: UNIT, year: YEAR, totalFen: totalFen - remaining + fen, version };
  await books.setBudget({ ...change, marking: 'example', reason: '测试', ...ADMIN });
};

const raw = async (key: { pk: string; sk: string }) =>
  (await table.send(new GetCommand({ TableName: process.env.TABLE_NAME, Key: key, ConsistentRead: true }))).Item;

const code = (code: string) => expect.objectContaining({ code });

beforeEach(() => leave(1_000_000));

/** The ledger and the budget tell the same, always. */
const balanced = async () => {
  const b = await budget();
  const sum = (kind: string) => (entries: { kind: string; amountFen: number }[]) =>
    entries.filter((e) => e.kind === kind).reduce((n, e) => n + e.amountFen, 0);
  const entries = await books.ledgerOf(UNIT, YEAR);
  expect(b.totalFen).toBe(b.remaining + b.committed + b.paid);
  expect(b.totalFen).toBe(sum('budget')(entries));
  expect(b.paid).toBe(sum('paid')(entries));
  expect(b.committed).toBe(sum('committed')(entries) - sum('released')(entries) - sum('paid')(entries));
};

describe('considering a case', () => {
  test('makes one reward, however often and however many at once', async () => {
    const given = facts();
    await Promise.all([considerReward(given), considerReward(given), considerReward(given)]);
    await considerReward(given);
    const found = await store.rewardsAt(given.caseId);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ state: 'eligible', version: 1, data: { amountFen: 40_000, unit: UNIT } });
  });

  test('keeps no telephone, and knows the same one in another spelling', async () => {
    const [a, b] = [facts(), facts()];
    a.reports[0].phone = '+86 13800001111';
    b.reports[0].phone = '13800001111';
    await considerReward(a);
    await considerReward(b);
    const [first, second] = [await rewardOf(a), await rewardOf(b)];
    expect(first.data.beneficiary.persons).toEqual(second.data.beneficiary.persons);
    expect(JSON.stringify(await raw(keys.record('REWARD', first.id)))).not.toContain('13800001111');
  });

  test('tells a reporter who came second why, and the case shows both', async () => {
    const first = facts();
    const merged = { ...facts().reports[0], receivedAt: '2026-06-03T13:41:00.000Z' };
    const both = { ...first, reports: [merged, first.reports[0]] };
    await considerReward(both);
    expect((await store.rewardsAt(first.caseId)).map((r) => r.state).sort()).toEqual(['eligible', 'notEligible']);
    const [second] = await store.rewardsAt(merged.caseId);
    expect(second?.data.reasons).toContainEqual({ code: 'first-report', met: false });
  });

  test.each<[string, Partial<Facts['reports'][0]>]>([
    ['by e-mail', { email: 'Sangye@beibeng-rangers.kora.example' }],
    ['of the bureau', { email: 'sonam@medog-forestry.kora.example' }],
    ['of the unit that pays', { email: OFFICIAL.id }],
  ])('excludes staff %s', async (_, report) => {
    const given = facts();
    Object.assign(given.reports[0], report);
    await considerReward(given);
    expect((await rewardOf(given)).data.reasons).toContainEqual({ code: 'not-on-duty', met: false });
  });

  test.each<[string, Partial<RewardFacts>]>([
    ['nobody pays there', { area: '540102001' }],
    ['it ended otherwise', { ended: 'false' }],
    ['there was no report', { reports: [] }],
  ])('makes none where %s', async (_, change) => {
    const given = facts(change);
    await considerReward(given);
    expect(await store.rewardsAt(given.caseId)).toEqual([]);
  });

  test('makes none where nobody asked; before any policy it says so', async () => {
    const silent = facts();
    silent.reports[0].wantsReward = false;
    await considerReward(silent);
    expect(await store.rewardsAt(silent.caseId)).toEqual([]);
    const early = facts();
    early.reports[0].receivedAt = '2026-03-29T15:59:59.000Z';
    await considerReward(early);
    expect((await rewardOf(early)).data.reasons).toContainEqual({ code: 'policy-in-force', met: false });
    const onTheDay = facts();
    onTheDay.reports[0].receivedAt = '2026-03-29T16:00:00.000Z';
    await considerReward(onTheDay);
    expect((await rewardOf(onTheDay)).state).toBe('eligible');
  });
});

describe('the budget', () => {
  test('holds one of two approvals at once, and never both', async () => {
    const [a, b] = [await considered(), await considered()];
    for (const { id } of [a, b]) await does(OFFICIAL, id, 'propose');
    await leave(40_000);
    const done = await Promise.allSettled([a, b].map(({ id }) => does(APPROVER, id, 'approve', {}, 2)));
    expect(done.map((d) => d.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.find((d) => d.status === 'rejected')?.reason).toEqual(code('over-budget'));
    expect(await budget()).toMatchObject({ remaining: 0 });
    const states = await Promise.all([a, b].map(async ({ given }) => (await rewardOf(given)).state));
    expect(states).toContainEqual('proposed');
    await balanced();
  });

  test('of three among eight at once gives exactly three', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => considered()));
    for (const { id } of all) await does(OFFICIAL, id, 'propose');
    await leave(120_000 + 39_999);
    const done = await Promise.allSettled(all.map(({ id }) => does(APPROVER, id, 'approve')));
    expect(done.filter((d) => d.status === 'fulfilled')).toHaveLength(3);
    expect(await budget()).toMatchObject({ remaining: 39_999 });
    await balanced();
  });

  test('the same approval twice at once is one', async () => {
    const { id } = await considered();
    await does(OFFICIAL, id, 'propose');
    const before = await budget();
    const twice = [does(APPROVER, id, 'approve', {}, 2), does(APPROVER, id, 'approve', {}, 2)];
    expect((await Promise.allSettled(twice)).filter((d) => d.status === 'fulfilled')).toHaveLength(1);
    expect((await budget()).committed - before.committed).toBe(40_000);
    await balanced();
  });

  test('is raised and cut by version, never below what is committed and paid', async () => {
    const { totalFen, version, committed, paid } = await budget();
    const change = { unit: UNIT, year: YEAR, marking: 'example' as const, reason: '调整', ...ADMIN };
    await expect(books.setBudget({ ...change, totalFen, version: version - 1 })).rejects.toEqual(code('stale'));
    const tooLittle = { ...change, totalFen: committed + paid - 1, version };
    await expect(books.setBudget(tooLittle)).rejects.toEqual(code('budget-in-use'));
    expect(await books.setBudget({ ...change, totalFen: committed + paid, version })).toMatchObject({ remaining: 0 });
    await balanced();
  });

  test('that nobody has set holds nothing', async () => {
    const year = 2031;
    expect(await books.getBudget(UNIT, year)).toBeUndefined();
    const first = {
      unit: UNIT,
      year,
      totalFen: 100,
      marking: 'adopted' as const,
      reason: '年度',
      version: 0,
      ...ADMIN,
    };
    const twice = await Promise.allSettled([books.setBudget(first), books.setBudget(first)]);
    expect(twice.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
    expect(await books.ledgerOf(UNIT, year)).toMatchObject([{ kind: 'budget', amountFen: 100, reason: '年度' }]);
  });
});

describe('contention', () => {
  const inTheWay = (times: number) => {
    const send = table.send.bind(table);
    return vi.spyOn(table, 'send').mockImplementation(((command: object) => {
      if (command instanceof TransactWriteCommand && times-- > 0)
        throw new TransactionCanceledException({
          message: 'cancelled',
          $metadata: {},
          CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }, { Code: 'None' }],
        });
      return send(command as never);
    }) as never);
  };

  test('is waited out, also where the version is pinned', async () => {
    const { id } = await considered();
    await does(OFFICIAL, id, 'propose');
    const spy = inTheWay(2);
    expect((await does(APPROVER, id, 'approve', {}, 2)).version).toBe(3);
    spy.mockRestore();
    await balanced();
  });

  test('of a single write with somebody’s transaction is waited out too', async () => {
    const { id } = await considered();
    const send = table.send.bind(table);
    let times = 1;
    const spy = vi.spyOn(table, 'send').mockImplementation(((command: object) => {
      if (command instanceof PutCommand && times-- > 0)
        throw new TransactionConflictException({ message: 'conflict', $metadata: {} });
      return send(command as never);
    }) as never);
    expect((await does(OFFICIAL, id, 'propose', {}, 1)).version).toBe(2);
    spy.mockRestore();
  });

  test('that does not end is told, and changes nothing', async () => {
    const { id, given } = await considered();
    await does(OFFICIAL, id, 'propose');
    const spy = inTheWay(100);
    await expect(does(APPROVER, id, 'approve')).rejects.toEqual(code('busy'));
    spy.mockRestore();
    expect((await rewardOf(given)).state).toBe('proposed');
    await balanced();
  });
});

describe('an approval', () => {
  test('is by somebody else than who proposed', async () => {
    const both = { id: 'both@medog-biodiversity.kora.example' };
    const person = { email: both.id, name: '二人一身', active: true, version: 0 };
    const roles = (['official', 'approver'] as const).map((role) => ({ unit: UNIT, role }));
    const { putPerson } = await import('../../functions/directory/store.ts');
    await putPerson({ ...person, roles }, undefined, ADMIN);
    const { id } = await considered();
    await does(both, id, 'propose');
    await expect(does(both, id, 'approve')).rejects.toEqual(code('four-eyes'));
    await does(APPROVER, id, 'approve');
    await claims(id);
    await expect(does(APPROVER, id, 'pay', { method: 'bank', voucher: 'v' })).rejects.toEqual(code('forbidden'));
  });

  test('is void once the content changes, and what it reserved is free', async () => {
    const { given, id } = await approved();
    await claims(id);
    const before = await budget();
    await holdReward(given.caseId, '物种认错了');
    await expect(does(TREASURER, id, 'pay', { method: 'bank', voucher: 'v' })).rejects.toEqual(code('not-possible'));
    await considerReward({
      ...given,
      animals: [{ id: 'a1', name: '山斑鸠', class: 'protected', outcome: 'released' }],
    });
    const anew = await rewardOf(given);
    expect(anew).toMatchObject({ state: 'eligible', data: { amountFen: 20_000, notice: { code: 'voided' } } });
    expect(anew.data.approval ?? anew.data.proposal ?? anew.data.commitment).toBeUndefined();
    expect((await budget()).remaining - before.remaining).toBe(40_000);
    expect(await raw(keys.payee(id))).toBeUndefined();
    await expect(does(APPROVER, id, 'approve')).rejects.toEqual(code('not-possible'));
    await balanced();
  });

  test('stands where the case was reopened and nothing has changed', async () => {
    const { given, id } = await approved();
    await holdReward(given.caseId, '补记录');
    await holdReward(given.caseId, '补记录');
    expect((await rewardOf(given)).state).toBe('held');
    await considerReward(given);
    expect(await rewardOf(given)).toMatchObject({
      state: { claimable: 'open' },
      data: { approval: { by: APPROVER.id } },
    });
    await claims(id);
    await balanced();
  });

  test('is refused for content that is not what was proposed, however it came into the table', async () => {
    const { given, id } = await considered();
    await does(OFFICIAL, id, 'propose');
    await table.send(
      new UpdateCommand({
        TableName: process.env.TABLE_NAME,
        Key: keys.record('REWARD', id),
        UpdateExpression: 'SET #data.amountFen = :more',
        ExpressionAttributeNames: { '#data': 'data' },
        ExpressionAttributeValues: { ':more': 400_000 },
      }),
    );
    await expect(does(APPROVER, id, 'approve')).rejects.toEqual(code('content-changed'));
    expect((await rewardOf(given)).state).toBe('proposed');
  });

  test('given back is proposed anew', async () => {
    const { id } = await considered();
    await does(OFFICIAL, id, 'propose');
    await does(APPROVER, id, 'return', { reason: '缺照片' });
    await does(OFFICIAL, id, 'propose', { note: '已补' });
    expect((await does(APPROVER, id, 'approve')).data.proposal).toMatchObject({ note: '已补' });
  });
});

describe('payment', () => {
  const pay = (id: string, voucher = 'V-17') => does(TREASURER, id, 'pay', { method: 'bank', voucher });

  test('moves the money once, with method and voucher in the ledger', async () => {
    const { id } = await approved();
    await claims(id);
    const before = await budget();
    const twice = await Promise.allSettled([pay(id), pay(id)]);
    expect(twice.filter((d) => d.status === 'fulfilled')).toHaveLength(1);
    const after = await budget();
    expect([after.paid - before.paid, before.committed - after.committed]).toEqual([40_000, 40_000]);
    const mine = (await books.ledgerOf(UNIT, YEAR)).filter((e) => e.reward === id);
    expect(mine.map((e) => [e.kind, e.amountFen, e.voucher])).toEqual([
      ['committed', 40_000, undefined],
      ['paid', 40_000, 'V-17'],
    ]);
    expect(mine[1]).toMatchObject({ method: 'bank', by: { name: TREASURER.name }, caseNumber: 'W26-540423-0005' });
    await balanced();
  });

  test('is made once to a person and case, also for another report of theirs', async () => {
    const { given, id } = await approved();
    await claims(id);
    await pay(id);
    const [first] = given.reports;
    const second = { ...first, caseId: caseId(), receivedAt: '2026-06-03T14:00:00.000Z' };
    const again = { ...given, reports: [{ ...first, valid: false }, second] };
    await considerReward(again);
    const other = await rewardOf(again, 1);
    expect(other.state).toBe('eligible');
    await does(OFFICIAL, other.id, 'propose');
    await does(APPROVER, other.id, 'approve');
    await claims(other.id);
    await expect(pay(other.id)).rejects.toEqual(code('already-paid'));
    const free = (await budget()).remaining;
    await does(APPROVER, other.id, 'refuse', { reason: '已领过' });
    expect((await budget()).remaining - free).toBe(40_000);
    expect((await store.loadReward(id)).data.questioned).toMatchObject({ eligible: false, amountFen: 0 });
    await balanced();
  });

  test('does not follow a report into another case', async () => {
    const { given, id } = await approved();
    await claims(id);
    await pay(id);
    const into = facts({ reports: given.reports });
    await considerReward(into);
    const other = await rewardOf(into);
    await does(OFFICIAL, other.id, 'propose');
    await does(APPROVER, other.id, 'approve');
    await claims(other.id);
    await expect(pay(other.id)).rejects.toEqual(code('already-paid'));
  });
});

describe('the end without payment', () => {
  const runOut = async (given: RewardFacts, name: string) => {
    const record = await rewardOf(given);
    const [clock, c] = Object.entries(record.clocks).find(([id]) => id.includes(name)) ?? [];
    const input = { kind: 'REWARD', type: 'reward', id: record.id, clock, seq: c?.seq };
    await clockRunsOut(input);
    await clockRunsOut(input);
  };

  test('a lapse gives the amount back, by the clock and once', async () => {
    const { given } = await approved();
    const before = await budget();
    await runOut(given, 'reminder');
    expect((await rewardOf(given)).state).toEqual({ claimable: 'reminded' });
    await runOut(given, 'claimWindow');
    expect((await rewardOf(given)).state).toBe('lapsed');
    expect((await budget()).remaining - before.remaining).toBe(40_000);
    expect((await books.ledgerOf(UNIT, YEAR)).at(-1)).toMatchObject({ kind: 'released', by: { id: 'kora' } });
    await balanced();
  });

  test('a refusal too, with its reason in the ledger and without payment details', async () => {
    const { given, id } = await approved();
    await claims(id);
    await does(APPROVER, id, 'refuse', { reason: '冒领' });
    expect((await rewardOf(given)).data.notice).toEqual({ code: 'refused', reason: '冒领' });
    expect((await books.ledgerOf(UNIT, YEAR)).at(-1)).toMatchObject({ kind: 'released', reason: '冒领' });
    expect(await raw(keys.payee(id))).toBeUndefined();
    await balanced();
  });

  test('payment details go when the time for checks is over', async () => {
    const { given, id } = await approved();
    await claims(id);
    await does(TREASURER, id, 'pay', { method: 'bank', voucher: 'V' });
    expect(await raw(keys.payee(id))).toBeDefined();
    await runOut(given, 'keepPayee');
    expect(await raw(keys.payee(id))).toBeUndefined();
    expect((await rewardOf(given)).state).toEqual({ paid: 'forgotten' });
  });
});

describe('payment details', () => {
  const reading = () => payeeReading.parse({ at: now(), by: { id: TREASURER.id, name: '巴桑次仁' }, reason: '转账' });

  test('are encrypted beside the reward, with their own consent, and nowhere else', async () => {
    const { id } = await approved();
    await claims(id);
    const [item, record] = [await raw(keys.payee(id)), await raw(keys.record('REWARD', id))];
    for (const secret of ['卓玛央金', '6222', '农行']) expect(JSON.stringify([item, record])).not.toContain(secret);
    expect(item?.consent).toMatchObject({
      version: '2026-11',
      by: 'reporter',
      guardian: false,
      at: expect.any(String),
    });
    expect(await readPayee(id, reading())).toMatchObject(DETAILS);
    expect(await readingsOf(id)).toMatchObject([{ by: { id: TREASURER.id }, reason: '转账' }]);
  });

  test('do not open as another reward’s', async () => {
    const [a, b] = [await approved(), await approved()];
    await claims(a.id);
    await claims(b.id);
    const Item = { ...(await raw(keys.payee(a.id))), ...keys.payee(b.id) };
    await table.send(new PutCommand({ TableName: process.env.TABLE_NAME, Item }));
    await expect(readPayee(b.id, reading())).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidCiphertextException' }),
    );
    expect(await readingsOf(b.id), 'an attempt is on record too').toHaveLength(1);
  });

  test('are corrected and withdrawn by the reporter until it is paid', async () => {
    const { given, id } = await approved();
    await claims(id);
    await claims(id, { ...DETAILS, account: '6333', payeeName: '达瓦' }, 'correct-claim');
    expect(await readPayee(id, reading())).toMatchObject({ account: '6333', payeeName: '达瓦' });
    await claims(id, {}, 'withdraw-claim');
    expect(await raw(keys.payee(id))).toBeUndefined();
    expect((await rewardOf(given)).state).toEqual({ claimable: 'open' });
    expect(await readPayee(id, reading())).toBeUndefined();
    await claims(id);
    await does(TREASURER, id, 'pay', { method: 'bank', voucher: 'V' });
    await expect(claims(id, {}, 'withdraw-claim')).rejects.toEqual(code('not-possible'));
  });

  test('that fail their checks or their step are neither kept nor encrypted', async () => {
    const { id } = await approved();
    const before = kms.asked.length;
    await expect(claims(id, { ...DETAILS, account: undefined })).rejects.toEqual(code('invalid-input'));
    await expect(claims(id, { ...DETAILS, under14: true })).rejects.toEqual(code('invalid-input'));
    await expect(claims(id, DETAILS, 'correct-claim')).rejects.toEqual(code('not-possible'));
    expect(kms.asked.length).toBe(before);
    expect(await raw(keys.payee(id))).toBeUndefined();
  });

  test('entered by an official are not paid by the same', async () => {
    const { id } = await approved();
    await does(TREASURER, id, 'claim', { ...DETAILS, method: 'cash', account: undefined });
    await expect(does(TREASURER, id, 'pay', { method: 'cash', voucher: 'V' })).rejects.toEqual(code('four-eyes'));
    expect((await does(OFFICIAL, id, 'pay', { method: 'cash', voucher: 'V' })).state).toEqual({ paid: 'kept' });
  });
});

describe('policies', () => {
  const change = { by: { id: OFFICIAL.id, name: '格桑卓嘎' }, at: now() };
  const of = (unit: string, more = {}) => policyWith({ unit, version: 0, ...more });

  test('that have decided a reward are never changed, nor is one put before it', async () => {
    await considered();
    const [used] = await policiesOf(UNIT);
    expect(used?.usedTo).toBe('2026-06-03');
    await expect(putPolicy({ ...policyWith(), version: 1 }, change)).rejects.toEqual(code('policy-used'));
    await expect(putPolicy(of(UNIT, { from: '2026-05-01' }), change)).rejects.toEqual(code('policy-used'));
    expect(await putPolicy(of(UNIT, { from: '2099-01-01' }), change)).toMatchObject({ version: 1 });
  });

  test('that have decided none are changed by version', async () => {
    const first = await putPolicy(of('some-association'), change);
    await expect(putPolicy(of('some-association'), change)).rejects.toEqual(code('stale'));
    const second = await putPolicy({ ...first, joint: 'split' }, change);
    expect([second.version, second.joint]).toEqual([2, 'split']);
    await expect(putPolicy(first, change)).rejects.toEqual(code('stale'));
  });

  test('are marked as used only as they were read, and then hold against a change that comes in between', async () => {
    const { markUsed } = await import('../../functions/rewards/policies.ts');
    const first = await putPolicy(of('other-association'), change);
    const second = await putPolicy(first, change);
    expect(await markUsed(first, '2026-06-03')).toBe(false);
    expect(await markUsed(second, '2026-06-03')).toBe(true);
    expect(await markUsed(second, '2026-05-01')).toBe(true);
    expect((await policiesOf('other-association'))[0]).toMatchObject({ usedTo: '2026-06-03', version: 2 });
    await expect(putPolicy(second, change)).rejects.toEqual(code('policy-used'));
  });
});

test('the seed changes nothing that is there', async () => {
  const before = [await policiesOf(UNIT), await budget()];
  await seedAll();
  expect([await policiesOf(UNIT), await budget()]).toEqual(before);
  expect(before[0]).toContainEqual(expect.objectContaining({ marking: 'example', from: '2026-03-30' }));
});
