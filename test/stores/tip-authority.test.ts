import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';

/** Whoever administers one unit takes neither tip-offs nor officers away from another. */

const engine = await startEngine();
Object.assign(process.env, {
  TIP_SECRET: 'the secret of these tests',
  SITE_URL: 'https://kora.example',
  PUBLIC_LIMIT: '10000',
});
const directory = caller((await import('../../functions/directory/api.ts')).handler);
const tips = caller((await import('../../functions/tips/api.ts')).handler);
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { getPerson, putPerson } = await import('../../functions/directory/store.ts');
const { now } = await import('../../shared/time.ts');

beforeAll(async () => {
  await seedDirectory();
  await give(POLICE_ADMIN, ['lhasa-police', 'admin']);
});
afterAll(() => engine.stop());

const UNIT = 'lhasa-anti-drug';
const INSTITUTE = 'plateau-biology-institute';
/** Administers the institute, whose area is the whole region. */
const CHEN = 'chenjianguo@plateau-biology.kora.example';
const FRIEND = 'lhamo@plateau-biology.kora.example';
const PLATFORM = 'tenzin@platform.kora.example';
const MIGMAR = 'migmar@lhasa-anti-drug.kora.example';
const WANGJUN = 'wangjun@lhasa-anti-drug.kora.example';
const YUDRON = 'yudron@lhasa-anti-drug.kora.example';
const POLICE_ADMIN = 'admin@lhasa-police.kora.example';

type Grant = [unit: string, role: string];
const rolesOf = (...grants: Grant[]) => grants.map(([unit, role]) => ({ unit, role }));

const give = async (email: string, ...grants: Grant[]): Promise<void> => {
  const before = await getPerson(email);
  const person = { email, name: before?.name ?? '某', active: true, version: before?.version ?? 0 };
  const roles = rolesOf(...grants) as NonNullable<typeof before>['roles'];
  await putPerson({ ...person, roles }, before, { by: { id: 'kora', name: 'kora' }, at: now() });
};

const put = async (as: string, email: string, change: object) => {
  const { email: _, ...person } = (
    await directory('GET /directory/people/{email}', { as: PLATFORM, params: { email } })
  ).body;
  return directory('PUT /directory/people/{email}', { as, params: { email }, body: { ...person, ...change } });
};
const route = (as: string, area: string, unit: string, version = 0, type = 'tip') =>
  directory('PUT /directory/routes/{type}/{area}', { as, params: { type, area }, body: { unit, version } });
const drop = (as: string, area: string, type = 'tip') =>
  directory('DELETE /directory/routes/{type}/{area}', { as, params: { type, area } });
const putUnit = (as: string, id: string, body: object) =>
  directory('PUT /directory/units/{id}', { as, params: { id }, body });

const handIn = async (): Promise<void> => {
  const body = { receipt: newReceipt(), matter: 'growing', county: '540102', place: '河湾大棚', account: '两垄罂粟' };
  expect((await tips('POST /reports/tip', { body })).status).toBe(201);
};
const waitingFor = async (as: string): Promise<number> => (await tips('GET /tips', { as })).body.tips?.length ?? 0;

describe('the route of tip-offs', () => {
  test('is not led to oneself by an administrator of another unit, with a friend as officer', async () => {
    expect((await put(CHEN, FRIEND, { roles: rolesOf([INSTITUTE, 'tip-officer']) })).status).toBe(200);
    expect(await route(CHEN, '540102', INSTITUTE)).toMatchObject({ status: 403, body: { code: 'not-admin' } });
    await handIn();
    expect(await waitingFor(MIGMAR)).toBe(1);
    expect(await waitingFor(FRIEND)).toBe(0);
  });

  test.each([
    ['a smaller area inside it', '540102', INSTITUTE, 0],
    ['the very area', '5401', INSTITUTE, 1],
    ['a place that nobody takes tip-offs of', '540423', INSTITUTE, 0],
    ['the whole region', '54', INSTITUTE, 0],
    ['everywhere else', '*', INSTITUTE, 0],
  ])('nor for %s', async (_, area, unit, version) =>
    expect(await route(CHEN, area, unit, version)).toMatchObject({
      status: 403,
      body: { code: expect.stringMatching(/^not-(admin|platform)$/) },
    }),
  );

  test('is not taken away either', async () =>
    expect(await drop(CHEN, '5401')).toMatchObject({ status: 403, body: { code: 'not-admin' } }));

  test('is changed by an administrator of the platform, or of the unit itself for what it has', async () => {
    await give('own@lhasa-anti-drug.kora.example', [UNIT, 'admin']);
    const own = 'own@lhasa-anti-drug.kora.example';
    expect(await route(own, '540102', UNIT)).toMatchObject({ status: 200 });
    expect(await route(own, '540423', UNIT)).toMatchObject({ status: 400 }); // its area ends at the prefecture
    expect(await drop(own, '540102')).toMatchObject({ status: 204 });
    expect(await route(PLATFORM, '540102', UNIT)).toMatchObject({ status: 200 });
    expect(await drop(PLATFORM, '540102')).toMatchObject({ status: 204 });
  });

  test('is not changed from the unit above, nor does that make its own people officers or administrators', async () => {
    const police = { kind: 'bureau', name: { zh: '拉萨市公安局' }, areas: ['5401'], parent: 'kora-platform' };
    expect((await putUnit(PLATFORM, 'lhasa-police', police)).status).toBe(200);
    const { id, ...unit } = (await directory('GET /directory/units/{id}', { as: PLATFORM, params: { id: UNIT } })).body;
    expect((await putUnit(PLATFORM, id, { ...unit, parent: 'lhasa-police' })).status).toBe(200);
    expect(await route(POLICE_ADMIN, '5401', 'lhasa-police', 1)).toMatchObject({ status: 403 });
    for (const role of ['tip-officer', 'admin'])
      expect(await put(POLICE_ADMIN, YUDRON, { roles: rolesOf([UNIT, 'official'], [UNIT, role]) })).toMatchObject({
        status: 403,
        body: { code: 'not-admin' },
      });
    expect(await put(POLICE_ADMIN, MIGMAR, { roles: rolesOf([UNIT, 'official']) })).toMatchObject({ status: 403 });
    expect(await put(POLICE_ADMIN, MIGMAR, { active: false })).toMatchObject({ status: 403 });
    expect(await put(POLICE_ADMIN, YUDRON, { roles: rolesOf([UNIT, 'official'], [UNIT, 'worker']) })).toMatchObject({
      status: 200,
    });
    expect(await waitingFor(MIGMAR)).toBe(1);
  });

  test('and nobody makes themselves the platform', async () => {
    const mine = { kind: 'platform', name: { zh: '平台' }, areas: ['54'], parent: INSTITUTE };
    expect(await putUnit(CHEN, 'my-platform', mine)).toMatchObject({ status: 403, body: { code: 'not-platform' } });
    const team = { ...mine, kind: 'service-team' };
    expect(await putUnit(CHEN, 'my-platform', team)).toMatchObject({ status: 200 });
    for (const change of [{ kind: 'platform' }, { parent: undefined }, { kind: 'platform', parent: undefined }])
      expect(await putUnit(CHEN, 'my-platform', { ...team, ...change, version: 1 })).toMatchObject({
        status: 403,
        body: { code: 'not-platform' },
      });
  });
});

describe('the officers of tip-offs', () => {
  test('are not disabled by making them administrators elsewhere', async () => {
    for (const officer of [MIGMAR, WANGJUN]) {
      const roles = rolesOf([UNIT, 'tip-officer'], [INSTITUTE, 'admin']);
      expect(await put(CHEN, officer, { roles })).toMatchObject({ status: 403, body: { code: 'takes-rights' } });
      expect(await waitingFor(officer)).toBe(1);
    }
  });

  test('nor those who approve for them', async () => {
    const DOLKAR = 'dolkar@lhasa-anti-drug.kora.example';
    const roles = rolesOf([UNIT, 'approver'], [INSTITUTE, 'admin']);
    expect(await put(CHEN, DOLKAR, { roles })).toMatchObject({ status: 403, body: { code: 'takes-rights' } });
    const worker = rolesOf([UNIT, 'approver'], [INSTITUTE, 'worker']);
    expect(await put(CHEN, DOLKAR, { roles: worker })).toMatchObject({ status: 200 });
  });

  test('are no administrators, whoever says so', async () => {
    const roles = rolesOf([UNIT, 'tip-officer'], [UNIT, 'admin']);
    expect((await put(PLATFORM, MIGMAR, { roles })).body.fields).toEqual([
      expect.objectContaining({ path: 'roles.1', code: 'officer-and-admin' }),
    ]);
  });

  test('keep their name and telephone when another unit takes them in', async () => {
    const roles = rolesOf([UNIT, 'tip-officer'], [INSTITUTE, 'worker']);
    expect(await put(CHEN, MIGMAR, { roles })).toMatchObject({ status: 200 });
    expect(await put(CHEN, MIGMAR, { phone: '13900000000' })).toMatchObject({ status: 403 });
    expect(await put(CHEN, MIGMAR, { roles: rolesOf([UNIT, 'tip-officer']) })).toMatchObject({ status: 200 });
  });
});

describe('other routes', () => {
  test('a part of another unit’s place is not led away', async () => {
    expect(await route(CHEN, '540423204', INSTITUTE, 0, 'wildlife')).toMatchObject({
      status: 403,
      body: { code: 'not-admin' },
    });
    expect(
      await route('tsering@medog-forestry.kora.example', '540423204', 'beibeng-rangers', 0, 'wildlife'),
    ).toMatchObject({ status: 400 });
    expect(
      await route('tsering@medog-forestry.kora.example', '540423204', 'medog-forestry', 0, 'wildlife'),
    ).toMatchObject({ status: 200 });
  });
});
