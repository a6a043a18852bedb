import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Staff, Unit } from '../../functions/directory/schema.ts';
import seed from '../../functions/directory/seed.json' with { type: 'json' };
import { calendarSettings } from '../../functions/directory/settings.ts';
import { wildlifeSettings } from '../../functions/wildlife/settings.ts';
import { startEngine } from '../support/engine.ts';

const engine = await startEngine();
const store = await import('../../functions/directory/store.ts');
const lookup = await import('../../functions/directory/lookup.ts');
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { forget } = await import('../../functions/directory/cache.ts');
const { actorByEmail } = await import('../../shared/actor.ts');
const { keys } = await import('../../shared/keys.ts');
const { log } = await import('../../shared/log.ts');
const { table } = await import('../../shared/table.ts');

afterAll(engine.stop);

const change = { by: { id: 'admin@x.example', name: '管理员' }, at: '2026-04-06T01:20:00.000Z' };
const TASHI = 'tashi@dexing-rangers.kora.example';
const person = async (email: string) => (await store.getPerson(email)) as Staff;
const unit = async (id: string) => (await store.getUnit(id)) as Unit;

beforeAll(async () => {
  expect(await seedDirectory()).toBe(seed.units.length + seed.people.length + seed.routes.length);
});
beforeEach(forget);

describe('the seed', () => {
  test('adds nothing the second time', async () => expect(await seedDirectory()).toBe(0));

  test('two at once agree', async () => {
    const added = await Promise.all([seedDirectory(), seedDirectory()]);
    expect(added).toEqual([0, 0]);
  });

  test('leaves edits and removals as they are', async () => {
    await store.putUnit({ ...(await unit('beibeng-rangers')), phone: '08942220001' }, change);
    const route = await store.getRoute('wildlife', '540423205');
    if (route) await store.removeRoute(route, change);
    expect(await seedDirectory()).toBe(0);
    expect((await unit('beibeng-rangers')).phone).toBe('08942220001');
    expect(await store.getRoute('wildlife', '540423205')).toBeUndefined();
    await store.putRoute({ type: 'wildlife', area: '540423205', unit: 'dexing-rangers', version: 0 }, change);
  });
});

describe('what other capabilities ask', () => {
  test.each([
    ['wildlife', '540423206', 'beibeng-rangers'],
    ['wildlife', '540423205', 'dexing-rangers'],
    ['wildlife', '540423204', 'medog-response-team'],
    ['wildlife', '540423', 'medog-response-team'],
    ['wildlife', '540424100', undefined],
    ['livestock', '540423206', undefined],
  ])('%s from %s goes to %s', async (type, area, expected) => expect(await lookup.routeFor(type, area)).toBe(expected));

  test('a route is found in one request', async () => {
    const send = vi.spyOn(table, 'send');
    await lookup.routeFor('wildlife', '540423206');
    expect(send).toHaveBeenCalledTimes(1);
    send.mockRestore();
  });

  test('a route for everywhere is the last resort', async () => {
    await store.putRoute({ type: 'tip', area: '*', unit: 'kora-platform', version: 0 }, change);
    expect(await lookup.routeFor('tip', '540602')).toBe('kora-platform');
  });

  test('units come in the order asked for, unknown ones are left out', async () => {
    const ids = ['dexing-rangers', 'nowhere', 'medog-forestry', 'dexing-rangers', ''];
    expect((await lookup.units(ids)).map((u) => u.id)).toEqual(['dexing-rangers', 'medog-forestry']);
    expect(await lookup.unit('nowhere')).toBeUndefined();
  });

  test('a unit is read once in 30 s, and anew after an edit here', async () => {
    const send = vi.spyOn(table, 'send');
    await lookup.unit('dexing-rangers');
    await lookup.unit('dexing-rangers');
    expect(send).toHaveBeenCalledTimes(1);
    send.mockRestore();
    await store.putUnit({ ...(await unit('dexing-rangers')), phone: '08954522345' }, change);
    expect((await lookup.unit('dexing-rangers'))?.phone).toBe('08954522345');
  });

  test('who stands above, and who answers for whom', async () => {
    expect(await lookup.ancestors('beibeng-rangers')).toEqual(['medog-forestry', 'kora-platform']);
    expect(await lookup.leadOf('beibeng-rangers')).toBe('medog-forestry');
    expect(await lookup.leadOf('gedang-rescue-centre')).toBe('medog-forestry');
    expect(await lookup.leadOf('medog-forestry')).toBe('medog-forestry');
    expect(await lookup.leadOf('medog-biodiversity-association')).toBe('medog-biodiversity-association');
    expect(await lookup.leadOf('nowhere')).toBe('nowhere');
  });

  test('who takes in animals', async () =>
    expect((await lookup.receivingUnits()).map((u) => u.id)).toEqual([
      'gedang-rescue-centre',
      'plateau-biology-institute',
    ]));

  describe('settings', () => {
    const set = async (id: string, settings: unknown) =>
      void (await store.putUnit({ ...(await unit(id)), settings: settings as Unit['settings'] }, change));
    const acceptance = async (id: string) => (await lookup.settingsOf(id, wildlifeSettings)).acceptance;

    test('come from the unit over those above over the defaults, field by field', async () => {
      await set('medog-forestry', { wildlife: { acceptance: { critical: 'PT10M' }, review: 'P3D' } });
      await set('dexing-rangers', { wildlife: { review: 'P1D' } });
      expect(await lookup.settingsOf('dexing-rangers', wildlifeSettings)).toMatchObject({
        acceptance: { critical: 'PT10M', urgent: 'PT30M', normal: 'PT2H' },
        review: 'P1D',
        cluster: { dead: 3 },
      });
      expect(await lookup.settingsOf('nowhere', wildlifeSettings)).toMatchObject({ review: 'P7D' });
    });

    test('are usable whatever is stored, and what is not usable is logged without being quoted', async () => {
      const warn = vi.spyOn(log, 'warn');
      await set('dexing-rangers', { wildlife: { acceptance: { critical: 'soon', urgent: 'PT20M' }, cluster: 'many' } });
      expect(await acceptance('dexing-rangers')).toEqual({ critical: 'PT10M', urgent: 'PT20M', normal: 'PT2H' });
      const at = { unit: 'dexing-rangers', section: 'wildlife' };
      expect(warn.mock.calls).toEqual([
        ['setting ignored', { ...at, path: 'acceptance.critical', code: 'wrong-format' }],
        ['setting ignored', { ...at, path: 'cluster', code: 'wrong-type' }],
      ]);
      warn.mockRestore();
      for (const broken of ['text', 7, null, [1], { wildlife: null }]) {
        await set('dexing-rangers', broken);
        forget();
        expect(await acceptance('dexing-rangers')).toMatchObject({ critical: 'PT10M', urgent: 'PT30M' });
      }
    });

    test('cost no read beyond the units they come from, and none within half a minute', async () => {
      await lookup.ancestors('dexing-rangers');
      const send = vi.spyOn(table, 'send');
      await lookup.settingsOf('dexing-rangers', wildlifeSettings);
      await lookup.settingsOf('dexing-rangers', calendarSettings);
      expect(send).not.toHaveBeenCalled();
      send.mockRestore();
    });
  });
});

describe('people and their units agree', () => {
  test('members by role', async () => {
    const names = async (...roles: Parameters<typeof lookup.membersOf>[1][]) =>
      (await lookup.membersOf('dexing-rangers', ...roles)).map((p) => p.email.split('@')[0]);
    expect(await names()).toEqual(['norbu', 'tashi', 'wangmo']);
    expect(await names('responder', 'official')).toHaveLength(3);
    expect(await names('official')).toEqual([]);
  });

  test('a member is listed with the roles in that unit only', async () => {
    const before = await person(TASHI);
    const roles = [...before.roles, { unit: 'medog-forestry', role: 'worker' as const }];
    const after = await store.putPerson({ ...before, roles }, before, change);
    expect(after.version).toBe(2);
    expect((await lookup.membersOf('medog-forestry', 'worker')).map((p) => [p.email, p.roles])).toEqual([
      [TASHI, [{ unit: 'medog-forestry', role: 'worker' }]],
    ]);
    await store.putPerson({ ...after, roles: before.roles }, after, change);
    expect(await lookup.membersOf('medog-forestry', 'worker')).toEqual([]);
    expect(await lookup.membersOf('dexing-rangers')).toHaveLength(3);
  });

  test('who left is nobody’s member and cannot act', async () => {
    const before = await person('wangmo@dexing-rangers.kora.example');
    const gone = await store.putPerson({ ...before, active: false }, before, change);
    expect(await lookup.membersOf('dexing-rangers')).toHaveLength(2);
    await expect(actorByEmail(gone.email)).rejects.toMatchObject({ code: 'not-staff' });
    expect(await store.listMembers('dexing-rangers')).toHaveLength(3);
    await store.putPerson({ ...gone, active: true }, gone, change);
  });

  test('of two edits of the same version one wins, and nothing of the other is left', async () => {
    const before = await person(TASHI);
    const grant = (unit: string) => ({ ...before, roles: [...before.roles, { unit, role: 'worker' as const }] });
    const outcomes = await Promise.allSettled([
      store.putPerson(grant('medog-forestry'), before, change),
      store.putPerson(grant('beibeng-rangers'), before, change),
    ]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    const now = await person(TASHI);
    for (const id of ['medog-forestry', 'beibeng-rangers'])
      expect((await lookup.membersOf(id, 'worker')).length).toBe(now.roles.filter((r) => r.unit === id).length);
    await store.putPerson({ ...now, roles: before.roles }, now, change);
  });

  test('a change of more units than one transaction takes is refused whole', async () => {
    const many = (prefix: string) =>
      Array.from({ length: 50 }, (_, i) => ({ unit: `${prefix}-${i}`, role: 'worker' as const }));
    const before = await store.putPerson(
      { email: 'all@x.example', name: '全', active: true, version: 0, roles: many('a') },
      undefined,
      change,
    );
    const moved = store.putPerson({ ...before, roles: many('b') }, before, change);
    await expect(moved).rejects.toMatchObject({ code: 'too-many-units' });
  });
});

describe('versions and the trail', () => {
  test('a second one of the same key is a duplicate', async () =>
    await expect(store.putUnit({ ...(await unit('medog-forestry')), version: 0 }, change)).rejects.toMatchObject({
      code: 'duplicate',
    }));

  test('an edit of an old version is stale', async () => {
    const old = await unit('medog-response-team');
    await store.putUnit(old, change);
    await expect(store.putUnit(old, change)).rejects.toMatchObject({ kind: 'conflict', code: 'stale' });
    const route = { type: 'wildlife', area: '540423', unit: 'medog-response-team', version: 7 };
    await expect(store.removeRoute(route, change)).rejects.toMatchObject({ code: 'stale' });
  });

  test('every change is on the trail, refused ones are not', async () => {
    const division = await store.putDivision(
      { code: '540102099', name: '塔玛街道', level: 'township', parent: '540102', version: 0 },
      change,
    );
    await store.putDivision({ ...division, name: '塔玛' }, { ...change, at: '2026-04-07T00:00:00.000Z' });
    await expect(store.putDivision({ ...division, name: '别' }, change)).rejects.toMatchObject({ code: 'stale' });
    const trail = await store.auditOf(keys.local('divisions', '540102099'));
    expect(trail.map((e) => [e.by.id, (e.after as { name: string }).name])).toEqual([
      ['admin@x.example', '塔玛街道'],
      ['admin@x.example', '塔玛'],
    ]);
    expect(await lookup.localDivisions()).toMatchObject([{ code: '540102099', name: '塔玛', version: 2 }]);
  });

  test('local species are found', async () => {
    const entry = { key: 'xizang-xx', nameZh: '西藏某鸟', classCode: 'regional', aliases: ['某鸟'], version: 0 };
    await store.putSpecies(entry, change);
    expect(await lookup.localSpecies()).toEqual([{ ...entry, version: 1 }]);
  });

  test('lists hold every unit and route', async () => {
    expect((await store.listUnits()).map((u) => u.id)).toContain('plateau-biology-institute');
    expect(await store.listRoutes()).toContainEqual({ type: 'wildlife', area: '540423206', unit: 'beibeng-rangers' });
  });

  test('an item that is not what its schema says is an error, not a guess', async () => {
    await table.send(
      new PutCommand({
        TableName: process.env.TABLE_NAME,
        Item: { ...keys.unit('broken'), id: 'broken', kind: 'circus' },
      }),
    );
    await expect(store.getUnit('broken')).rejects.toThrow();
  });
});
