import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { must } from '../support/journey.ts';

/** A rider finds water nearby, and a broken socket; the union that keeps the station mends it. */

const TSOMO = 'tsomo@gonjo-union.kora.example';
const NGODUP = 'ngodup@gonjo-union.kora.example';
const UNION = [NGODUP, TSOMO, 'wangfang@gonjo-union.kora.example'];
const KAIXUAN = 'gonjo-kaixuan';

const at = (time: string, day = 25): string => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString();

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: at('13:40') });
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => kora?.stop());

const page = { headers: { accept: 'text/html' } };
/** All mail there was, but for what the seeded community's own week brings. */
const told = async (): Promise<string[]> =>
  (await kora.mail()).filter((m) => !m.to.endsWith('@jiarong.kora.example')).map((m) => `${m.to} ${m.subject}`);
const toUnion = (subject: string): string[] => UNION.map((to) => `${to} ${subject}`);

/** The union enters where its stations really are, and when this one is open. */
const enter = async (id: string, change: (values: Record<string, unknown>) => object) => {
  const { values, version } = must(await kora.api('GET', `/stations/kept/${id}`, { as: NGODUP }), 200).body;
  const body = { ...values, approximate: undefined, ...change(values) };
  return must(await kora.api('PUT', `/stations/${id}?version=${version}`, { as: NGODUP, body }), 200).body;
};

test('the union enters where its stations are and when they are open', async () => {
  await enter('gonjo-dongfeng', () => ({ coordinates: { latitude: 30.8652, longitude: 98.2701 } }));
  await enter('gonjo-gongsang', () => ({ coordinates: { latitude: 30.8588, longitude: 98.2633 } }));
  const day = { from: '08:30', to: '21:00' };
  const hours = Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((d) => [
      d,
      `${day.from}-${day.to}`,
    ]),
  );
  const kept = await enter(KAIXUAN, () => ({ hours, coordinates: { latitude: 30.8611, longitude: 98.2712 } }));
  expect(kept).toMatchObject({ version: 2, hours: { friday: '08:30-21:00' } });
});

test('the rider finds the nearest one that is open and has water', async () => {
  const near = 'near=30.8604,98.2710&facility=water&open=true';
  const { stations } = must(await kora.api('GET', `/stations?${near}`), 200).body;
  expect(stations.map((s: { id: string; distance: number }) => [s.id, s.distance])).toEqual([
    [KAIXUAN, 80],
    ['gonjo-dongfeng', 541],
    ['gonjo-gongsang', 756],
  ]);
  expect(stations[0].open).toEqual({ now: true, until: at('21:00') });
  const { body } = await kora.api('GET', `/stations?${near}&lang=zh`, page);
  expect(body).toContain('现在开放，到 21:00');
  expect(body).toContain('约 80 米');
});

test('where a socket is broken: the report is a form without script, and the page says so at once', async () => {
  const form = {
    facility: 'charging-socket',
    trouble: 'broken',
    extent: 'some',
    words: '靠门那个没电',
    once: 'a'.repeat(20),
  };
  const thanks = must(await kora.api('POST', `/stations/${KAIXUAN}/faults?lang=zh`, { form, ...page }), 201);
  expect(thanks.body).toContain('谢谢，已经记下');
  must(await kora.api('POST', `/stations/${KAIXUAN}/faults?lang=zh`, { form, ...page }), 201); // pressed twice
  const shown = must(await kora.api('GET', `/stations/${KAIXUAN}?lang=zh`, page), 200).body;
  expect(shown).toMatch(/充电（220 伏插座）[\s\S]*?部分报修[\s\S]*?共 1 次/);
  await kora.settle();
  expect((await told()).sort()).toEqual(toUnion('报修：凯旋路警务站爱心驿站 充电（220 伏插座）').sort());
});

test('a street cleaner who reports the same socket joins, and nobody is told twice', async () => {
  const body = { facility: 'charging-socket', trouble: 'broken', extent: 'all' };
  const again = must(await kora.api('POST', `/stations/${KAIXUAN}/faults`, { body }), 201).body;
  expect(again).toEqual({ station: KAIXUAN, facility: 'charging-socket', count: 2, joined: true });
  await kora.settle();
  expect(await told()).toHaveLength(3);
  const { stations } = (await kora.api('GET', '/stations?facility=charging-socket')).body;
  expect(stations.map((s: { id: string }) => s.id)).not.toContain(KAIXUAN);
});

test('after a day without notice the union is reminded; it takes notice, names a day, and is reminded of that', async () => {
  await kora.setClock(at('13:45', 26));
  expect((await told()).slice(3).sort()).toEqual(
    toUnion('报修还没有人处理：凯旋路警务站爱心驿站 充电（220 伏插座）').sort(),
  );
  const { faults } = must(await kora.api('GET', '/stations/kept', { as: TSOMO }), 200).body;
  expect(faults).toMatchObject([{ station: KAIXUAN, count: 2, stage: 'reported' }]);
  const act = (action: string, body: object) =>
    kora.api('POST', `/stations/faults/${faults[0].id}/actions/${action}`, { as: NGODUP, body });
  const noticed = must(await act('acknowledge', { until: '2026-11-27', note: '电工明天来' }), 200).body;
  expect(noticed.actions.map((a: { action: string }) => a.action)).toEqual(['mended', 'not-found']);
  await kora.setClock(at('09:05', 28));
  expect((await told()).slice(6).sort()).toEqual(toUnion('还没有修好：凯旋路警务站爱心驿站 充电（220 伏插座）').sort());
  expect(must(await act('mended', { note: '换了插座' }), 200).body).toMatchObject({ stage: 'mended', actions: [] });
  await kora.setClock(at('09:05', 30));
  await kora.setClock(new Date('2026-12-08T09:05:00+08:00').toISOString());
  await kora.settle();
  const ofStation = (await told()).filter((m) => m.includes('凯旋路')); // a new month has its own mail
  expect(ofStation).toHaveLength(9); // mended: nobody is reminded any more
});

test('the station is whole again, and what was done stays on record', async () => {
  const { facilities } = must(await kora.api('GET', `/stations/${KAIXUAN}`), 200).body;
  expect(facilities.filter((f: { broken?: object }) => f.broken)).toEqual([]);
  const { faults, closed } = must(await kora.api('GET', `/stations/kept/${KAIXUAN}`, { as: TSOMO }), 200).body;
  expect([faults, closed]).toMatchObject([
    [],
    [{ stage: 'mended', count: 2, closedAt: at('09:05', 28).slice(0, 17) + closed[0].closedAt.slice(17) }],
  ]);
});

test('bad input is told at its field and changes nothing', async () => {
  const send = (body: unknown) => kora.api('POST', `/stations/${KAIXUAN}/faults`, { body });
  const wrong = async (body: unknown) => {
    const { status, body: problem } = await send(body);
    return [status, (problem.fields ?? []).map((f: { path: string; code: string }) => `${f.path} ${f.code}`).sort()];
  };
  expect(await wrong({})).toEqual([400, ['facility required', 'trouble required']]);
  expect(await wrong({ facility: '__proto__', trouble: 'broken' })).toEqual([400, ['facility wrong-format']]);
  expect(await wrong({ facility: 'water', trouble: 'broken', words: 'a\u0000b' })).toEqual([
    400,
    ['words bad-characters'],
  ]);
  expect(await wrong({ facility: 'water', trouble: 'broken', more: 1 })).toEqual([400, ['more unknown-field']]);
  expect(await wrong({ facility: 'microwave', trouble: 'broken' })).toEqual([400, ['facility not-a-choice']]);
  expect((await kora.api('GET', '/stations/N%20O')).status).toBeOneOf([400, 404]);
  expect((await kora.api('GET', '/stations/no-such/screen', page)).status).toBe(404);
  const { faults } = (await kora.api('GET', '/stations/kept', { as: TSOMO })).body;
  expect(faults).toEqual([]);
});
