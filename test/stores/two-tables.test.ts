import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../support/engine.ts';
import { startKms } from '../support/kms.ts';

/** Where the directory has a table of its own, whatever is written is found again, and each item is in the right table. */

Object.assign(process.env, { STAGE_SECRET: 'a secret of this test only', SITE_URL: 'https://kora.example' });
const engine = await startEngine({ ownDirectory: true });
const kms = await startKms();
const { seedAll } = await import('../../functions/directory/seed.ts');
const directory = await import('../../functions/directory/store.ts');
const { areasUnder } = await import('../../functions/directory/areas.ts');
const { localSpecies, membersOf, routeFor, unit } = await import('../../functions/directory/lookup.ts');
const { getBudget, ledgerOf } = await import('../../functions/rewards/ledger.ts');
const { policiesOf } = await import('../../functions/rewards/policies.ts');
const { considerReward, rewardId } = await import('../../functions/rewards/consider.ts');
const { rewardsAt } = await import('../../functions/rewards/store.ts');
const payee = await import('../../functions/rewards/payee.ts');
const { deleteView, saveView, viewsOf } = await import('../../functions/cases/saved-views.ts');
const { brokenAnywhere, brokenAt, everyStation, station } = await import('../../functions/stations/lookup.ts');
const { getStation } = await import('../../functions/stations/store.ts');
const { getRota, rotasAndWeeks, slots } = await import('../../functions/duty/store.ts');
const { keepingJournals } = await import('../../functions/journal/weeks.ts');
const { recordsOf } = await import('../../functions/growth/record.ts');
const { actorByEmail } = await import('../../shared/actor.ts');
const { directoryTable, recordsTable, table } = await import('../../shared/table.ts');
const { now, yearOf } = await import('../../shared/time.ts');

beforeAll(() => seedAll());
afterAll(() => Promise.all([engine.stop(), kms.stop()]));

const UNIT = 'medog-biodiversity-association';
const COMMUNITY = 'jiarong-community';
const OFFICIAL = 'sonam@medog-forestry.kora.example';
const change = { by: { id: 'kora', name: 'kora' }, at: now() };

const partitionsOf = async (TableName: string): Promise<string[]> => {
  const found = new Set<string>();
  for await (const { Items = [] } of paginateScan({ client: table }, { TableName }))
    for (const i of Items) found.add(String(i.pk).split('#')[0] ?? '');
  return [...found].sort();
};

test('units, people, routes and what a place adds', async () => {
  await directory.putDivision(
    { code: '540423999', name: '新乡', level: 'township', parent: '540423', version: 0 },
    change,
  );
  await directory.putSpecies(
    { key: 'example-frog', nameZh: '示例蛙', classCode: 'regional', aliases: [], version: 0 },
    change,
  );
  expect(await unit(UNIT)).toMatchObject({ id: UNIT });
  expect(await directory.getUnit(UNIT)).toMatchObject({ id: UNIT });
  expect((await directory.listUnits()).length).toBeGreaterThan(10);
  expect((await directory.listRoutes()).length).toBeGreaterThan(5);
  expect(await routeFor('tip', '540102')).toBe('lhasa-anti-drug');
  expect(await membersOf(COMMUNITY, 'worker')).not.toEqual([]);
  expect(await actorByEmail(OFFICIAL)).toMatchObject({ id: OFFICIAL });
  expect((await areasUnder('540423')).map((a) => a.code)).toContain('540423999');
  expect((await localSpecies()).map((s) => s.key)).toEqual(['example-frog']);
});

test('budgets, ledgers, policies, rewards and who is paid', async () => {
  const year = yearOf(now());
  expect(await getBudget(UNIT, year)).toMatchObject({ unit: UNIT, version: 1 });
  expect(await ledgerOf(UNIT, year)).toHaveLength(1);
  expect(await policiesOf(UNIT)).toHaveLength(1);
  const caseId = 'a'.repeat(32);
  await considerReward({
    ...{ caseId, caseNumber: 'W26-540423-0001', caseType: 'wildlife', area: '540423206', unit: 'beibeng-rangers' },
    ...{ bureau: 'medog-forestry', closedAt: now() },
    animals: [{ id: 'a1', name: '眼镜王蛇', class: 'national-2', outcome: 'released' }],
    reports: [
      {
        caseId,
        receivedAt: now(),
        source: 'resident',
        wantsReward: true,
        valid: true,
        name: '卓玛',
        phone: '13900000001',
      },
    ],
  });
  const reward = rewardId(caseId, caseId);
  expect((await rewardsAt(caseId)).map((r) => r.id)).toEqual([reward]);
  const reading = { at: now(), by: { id: OFFICIAL, name: '达瓦' }, reason: '付款' };
  expect(await payee.readPayee(reward, reading)).toBeUndefined();
  expect(await payee.readingsOf(reward)).toEqual([]);
});

test('saved searches, stations, rotas and records of work', async () => {
  const view = await saveView(OFFICIAL, { name: '未结', search: { state: 'open' } });
  expect(await viewsOf(OFFICIAL)).toEqual([view]);
  await deleteView(OFFICIAL, view.id);
  expect(await viewsOf(OFFICIAL)).toEqual([]);
  const [first] = await everyStation();
  expect(await station(first?.id ?? '')).toEqual(first);
  expect(await getStation(first?.id ?? '')).toEqual(first);
  expect(await brokenAt(first?.id ?? '')).toEqual([]);
  expect(await brokenAnywhere()).toEqual([]);
  expect(await getRota(COMMUNITY)).toMatchObject({ unit: COMMUNITY });
  expect((await slots()).length).toBeGreaterThan(0);
  expect((await rotasAndWeeks([COMMUNITY, COMMUNITY], '2026-06-01')).rotas).toHaveLength(1);
  expect((await keepingJournals([COMMUNITY])).map((r) => r.unit)).toEqual([COMMUNITY]);
  const newcomer = { id: 'yangki@jiarong.kora.example', name: '央吉' };
  const [record] = await recordsOf(COMMUNITY, [newcomer], {}, now());
  expect(record?.totals.session).toBeGreaterThan(0);
});

test('the directory’s table holds the directory and what is known of its changes, the other one all else', async () => {
  const inDirectory = await partitionsOf(directoryTable());
  expect(inDirectory).toEqual(['AUDIT', 'LOCAL', 'PERSON', 'ROUTE', 'UNIT']);
  const elsewhere = await partitionsOf(recordsTable());
  expect(elsewhere).toEqual(expect.arrayContaining(['BUDGET', 'LEDGER', 'POLICY', 'REWARD', 'ROTA', 'STATION']));
  expect(elsewhere.filter((p) => inDirectory.includes(p))).toEqual([]);
});
