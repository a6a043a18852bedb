import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import seed from '../../functions/directory/seed.json' with { type: 'json' };
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';

const engine = await startEngine();
const { handler } = await import('../../functions/directory/api.ts');
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const store = await import('../../functions/directory/store.ts');
const { keys } = await import('../../shared/keys.ts');

afterAll(engine.stop);
beforeAll(async () => void (await seedDirectory()));

const ADMIN = 'tsering@medog-forestry.kora.example';
const PLATFORM = 'tenzin@platform.kora.example';
const RANGER = 'sangye@beibeng-rangers.kora.example';

const call = caller(handler);

const unitAt = (id: string) => ({ params: { id } });
const team = { kind: 'ranger-team', name: { zh: '格当乡巡护队' }, areas: ['540423204'], parent: 'medog-forestry' };

describe('GET /me', () => {
  test('says what I am where, in my language', async () => {
    const zh = await call('GET /me', { as: ADMIN });
    expect(zh).toMatchObject({ status: 200, body: { email: ADMIN, name: '次仁央金' } });
    expect(zh.body.roles).toEqual([{ unit: { id: 'medog-forestry', name: '墨脱县林业和草原局' }, role: 'admin' }]);
    const en = await call('GET /me', { as: ADMIN, query: { lang: 'en' } });
    expect(en.body.roles[0].unit.name).toBe('Mêdog County Forestry and Grassland Bureau');
  });

  test.each([
    [undefined, 401, 'sign-in'],
    ['stranger@x.example', 403, 'not-staff'],
  ])('is refused to %s', async (as, status, code) =>
    expect(await call('GET /me', { as })).toMatchObject({ status, body: { code } }),
  );
});

describe('units', () => {
  test('are added, changed by version, and remembered with who did it', async () => {
    const added = await call('PUT /directory/units/{id}', { as: ADMIN, ...unitAt('gedang-rangers'), body: team });
    expect(added).toMatchObject({ status: 200, body: { id: 'gedang-rangers', version: 1, receives: false } });
    const body = { ...team, phone: '0894-2220001', version: 1 };
    expect(
      (await call('PUT /directory/units/{id}', { as: ADMIN, ...unitAt('gedang-rangers'), body })).body.version,
    ).toBe(2);
    expect(await call('GET /directory/units/{id}', { as: RANGER, ...unitAt('gedang-rangers') })).toMatchObject({
      body: { phone: '08942220001' },
    });
    expect((await call('GET /directory/units', { as: RANGER })).body.units).toHaveLength(seed.units.length + 1);
    const trail = await store.auditOf(keys.unit('gedang-rangers'));
    expect(trail.map((e) => e.by)).toEqual([
      { id: ADMIN, name: '次仁央金' },
      { id: ADMIN, name: '次仁央金' },
    ]);
  });

  test.each([
    ['a second one of the same id', ADMIN, 'beibeng-rangers', { ...team, areas: ['540423206'] }, 409, 'duplicate'],
    ['an old version', ADMIN, 'gedang-rangers', { ...team, version: 1 }, 409, 'stale'],
    ['a version of what is not there', ADMIN, 'no-such-team', { ...team, version: 3 }, 404, 'not-found'],
    ['a person without the role', RANGER, 'rangers-x', team, 403, 'not-admin'],
    ['areas of another county', ADMIN, 'rangers-x', { ...team, areas: ['540424100'] }, 403, 'outside-your-areas'],
    ['an area that does not exist', ADMIN, 'rangers-x', { ...team, areas: ['540423999'] }, 400, 'invalid-input'],
    ['a field that does not exist', ADMIN, 'rangers-x', { ...team, colour: 'red' }, 400, 'invalid-input'],
    ['an id that is none', ADMIN, 'Rangers X', team, 400, 'invalid-input'],
  ])('refuse %s', async (_, as, id, body, status, code) =>
    expect(await call('PUT /directory/units/{id}', { as, ...unitAt(id), body })).toMatchObject({
      status,
      body: { code },
    }),
  );

  test('of a version that there never was are stale, however large the number', async () => {
    const version = Number.MAX_SAFE_INTEGER;
    const at = { as: PLATFORM, ...unitAt('beibeng-rangers') };
    const { id: _, ...unit } = (await call('GET /directory/units/{id}', at)).body;
    expect(await call('PUT /directory/units/{id}', { ...at, body: { ...unit, version } })).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
    const params = { type: 'wildlife', area: '540423206' };
    const body = { unit: 'beibeng-rangers', version };
    expect(await call('PUT /directory/routes/{type}/{area}', { as: PLATFORM, params, body })).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
  });

  test('cannot close a circle', async () => {
    const { kind, name, areas, version } = (
      await call('GET /directory/units/{id}', { as: PLATFORM, ...unitAt('medog-forestry') })
    ).body;
    const body = { kind, name, areas, version, parent: 'beibeng-rangers' };
    const refused = await call('PUT /directory/units/{id}', { as: PLATFORM, ...unitAt('medog-forestry'), body });
    expect(refused.body.fields).toEqual([expect.objectContaining({ path: 'parent', code: 'cycle' })]);
  });

  test('keep covering what is routed to them', async () => {
    const body = { ...team, name: { zh: '背崩乡巡护队' }, areas: ['540423205'], version: 1 };
    const refused = await call('PUT /directory/units/{id}', { as: ADMIN, ...unitAt('beibeng-rangers'), body });
    expect(refused).toMatchObject({ status: 409, body: { code: 'routes-outside', routes: [{ area: '540423206' }] } });
  });
});

describe('people', () => {
  const at = (email: string) => ({ params: { email } });
  const PEOPLE = 'PUT /directory/people/{email}';

  test('get a role, and the unit lists them', async () => {
    const body = { name: '仁增', roles: [{ unit: 'beibeng-rangers', role: 'responder' }] };
    expect(await call(PEOPLE, { as: ADMIN, ...at('Rigzin@Beibeng.kora.example'), body })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    const listed = await call('GET /directory/people', { as: RANGER, query: { unit: 'beibeng-rangers' } });
    expect(listed.body.people).toContainEqual({
      email: 'rigzin@beibeng.kora.example',
      name: '仁增',
      active: true,
      roles: ['responder'],
    });
    expect(await call('GET /me', { as: 'rigzin@beibeng.kora.example' })).toMatchObject({ status: 200 });
  });

  test('see themselves; others only as admins', async () => {
    expect(await call('GET /directory/people/{email}', { as: RANGER, ...at(RANGER) })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await call('GET /directory/people/{email}', { as: RANGER, ...at(ADMIN) })).toMatchObject({ status: 403 });
    expect(await call('GET /directory/people/{email}', { as: ADMIN, ...at('no@x.example') })).toMatchObject({
      status: 404,
    });
    expect(await call('GET /directory/people', { as: RANGER, query: { unit: 'dexing-rangers' } })).toMatchObject({
      status: 403,
    });
    expect(await call('GET /directory/people', { as: ADMIN, query: { unit: 'dexing-rangers' } })).toMatchObject({
      status: 200,
    });
  });

  test('keep their last admin role', async () => {
    const body = { name: '次仁央金', roles: [{ unit: 'medog-forestry', role: 'official' }], version: 1 };
    expect(await call(PEOPLE, { as: ADMIN, ...at(ADMIN), body })).toMatchObject({
      status: 409,
      body: { code: 'last-admin' },
    });
  });

  test('are not made approvers of another unit', async () => {
    const body = {
      name: '次仁央金',
      roles: [
        { unit: 'medog-forestry', role: 'admin' },
        { unit: 'medog-biodiversity-association', role: 'approver' },
      ],
      version: 1,
    };
    expect(await call(PEOPLE, { as: ADMIN, ...at(ADMIN), body })).toMatchObject({
      status: 403,
      body: { code: 'not-admin' },
    });
  });

  test('have units and roles that exist', async () => {
    const body = { name: '某', roles: [{ unit: 'nowhere', role: 'responder' }] };
    const unknown = await call(PEOPLE, { as: ADMIN, ...at('x@x.example'), body });
    expect(unknown.body.fields).toEqual([expect.objectContaining({ path: 'roles.0.unit', code: 'unknown-unit' })]);
    const wrong = await call(PEOPLE, {
      as: ADMIN,
      ...at('x@x.example'),
      body: { name: '某', roles: [{ unit: 'medog-forestry', role: 'king' }] },
    });
    expect(wrong.body.fields).toEqual([expect.objectContaining({ path: 'roles.0.role', code: 'not-a-choice' })]);
  });
});

describe('routes', () => {
  const at = (area: string, type = 'wildlife') => ({ params: { type, area } });
  const PATH = '/directory/routes/{type}/{area}';

  test('are added, moved and removed', async () => {
    const added = await call(`PUT ${PATH}`, { as: ADMIN, ...at('540423204'), body: { unit: 'gedang-rangers' } });
    expect(added).toMatchObject({ status: 200, body: { unit: 'gedang-rangers', version: 1 } });
    expect(
      await call(`PUT ${PATH}`, { as: ADMIN, ...at('540423204'), body: { unit: 'medog-forestry' } }),
    ).toMatchObject({ status: 409, body: { code: 'duplicate' } });
    const moved = { unit: 'medog-forestry', version: 1 };
    expect(await call(`PUT ${PATH}`, { as: ADMIN, ...at('540423204'), body: moved })).toMatchObject({ status: 200 });
    expect((await call('GET /directory/routes', { as: RANGER })).body.routes).toContainEqual({
      type: 'wildlife',
      area: '540423204',
      unit: 'medog-forestry',
    });
    expect(await call(`DELETE ${PATH}`, { as: RANGER, ...at('540423204') })).toMatchObject({ status: 403 });
    expect(await call(`DELETE ${PATH}`, { as: ADMIN, ...at('540423204') })).toMatchObject({
      status: 204,
      body: undefined,
    });
    expect(await call(`GET ${PATH}`, { as: RANGER, ...at('540423204') })).toMatchObject({ status: 404 });
    expect(await call(`DELETE ${PATH}`, { as: ADMIN, ...at('540423204') })).toMatchObject({ status: 404 });
  });

  test('lead to units that cover the area', async () => {
    const refused = await call(`PUT ${PATH}`, { as: ADMIN, ...at('540423200'), body: { unit: 'dexing-rangers' } });
    expect(refused.body.fields).toEqual([expect.objectContaining({ path: 'unit', code: 'does-not-cover' })]);
  });

  test('for everywhere are the platform’s', async () => {
    expect(
      await call(`PUT ${PATH}`, { as: PLATFORM, ...at('*', 'tip'), body: { unit: 'kora-platform' } }),
    ).toMatchObject({ status: 200 });
    expect(await call(`GET ${PATH}`, { as: RANGER, ...at('*', 'tip') })).toMatchObject({
      body: { unit: 'kora-platform' },
    });
  });
});

describe('divisions and species', () => {
  const DIVISION = 'PUT /directory/divisions/{code}';

  test('a new township is added, found under its county, and usable', async () => {
    const add = { as: PLATFORM, params: { code: '540102099' }, body: { name: '塔玛街道' } };
    expect(await call(DIVISION, add)).toMatchObject({
      status: 200,
      body: { level: 'township', parent: '540102', version: 1 },
    });
    expect(await call(DIVISION, add)).toMatchObject({ status: 409, body: { code: 'duplicate' } });
    const { body, headers } = await call('GET /areas', { query: { under: '540102' } });
    expect(body.areas).toContainEqual({ code: '540102099', name: '塔玛街道', level: 'township', parent: '540102' });
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=300' });
    const community = { kind: 'community', name: { zh: '加荣社区' }, areas: ['540102099'], parent: 'kora-platform' };
    expect(
      await call('PUT /directory/units/{id}', { as: PLATFORM, ...unitAt('jiarong'), body: community }),
    ).toMatchObject({ status: 200 });
  });

  test.each([
    ['what is published already', ADMIN, '540423205', 409, 'duplicate'],
    ['another county’s', ADMIN, '540424999', 403, 'outside-your-areas'],
    ['under an unknown county', PLATFORM, '549999001', 400, 'invalid-input'],
    ['by somebody else', RANGER, '540423299', 403, 'outside-your-areas'],
  ])('a division is refused: %s', async (_, as, code, status, problem) =>
    expect(await call(DIVISION, { as, params: { code }, body: { name: '新乡' } })).toMatchObject({
      status,
      body: { code: problem },
    }),
  );

  test('the public sees the townships of a county', async () => {
    const { areas } = (await call('GET /areas', { query: { under: '540423' } })).body;
    expect(areas.map((a: { name: string }) => a.name)).toEqual(
      expect.arrayContaining(['墨脱镇', '背崩乡', '德兴乡', '格当乡']),
    );
    expect((await call('GET /areas')).body.areas).toEqual([expect.objectContaining({ code: '54' })]);
    expect(await call('GET /areas', { query: { under: '1' } })).toMatchObject({ status: 400 });
  });

  test('an entry of the region’s own list', async () => {
    const body = { nameZh: '某鸟', classCode: 'regional', aliases: ['阿妈鸟'] };
    const put = (as: string, change = {}) =>
      call('PUT /directory/species/{key}', { as, params: { key: 'some-bird' }, body: { ...body, ...change } });
    expect(await put(RANGER)).toMatchObject({ status: 403 });
    expect(await put(ADMIN, { aliases: ['某鸟'] })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'aliases.0' }] },
    });
    expect(await put(ADMIN)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await call('GET /directory/species/{key}', { as: RANGER, params: { key: 'some-bird' } })).toMatchObject({
      body,
    });
  });
});
