import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';

/** The yak caesarean in 比如: from a telephone call at 05:40 to calf and cow alive, with every time on record. */

const OPERATOR = 'chimi@biru-station.kora.example';
const TASHI = 'tashi.tsering@biru-town-team.kora.example';
const TEAM = ['sonam.drolkar@biru-town-team.kora.example', TASHI];
const STATION = [
  'chimi@biru-station.kora.example',
  'liqiang@biru-station.kora.example',
  'namgyal@biru-station.kora.example',
];
const COUNTY = ['gyaltsen@biru-agriculture.kora.example', 'wangjun@biru-agriculture.kora.example'];
const CALLER = '13908961234';

/** A wall-clock time of 21 November in Asia/Shanghai. */
const at = (time: string, day = 21): string => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString();

const call = (change: object = {}) => ({
  ...{ species: 'yak', problem: 'difficult-birth', since: at('00:10'), count: 1 },
  place: { township: '比如镇', words: '扎西塔隆村冬季牧场' },
  ...{ wayThere: '过桥右转，沿河走 3 公里', waiting: '贡布' },
  reporter: { name: '贡布', phone: CALLER },
  consent: '2026-11',
  ...change,
});

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: at('05:40') });
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => kora?.stop());

const asked = async (method: string, path: string, as: string, body?: object, status = 200) => {
  const answer = await kora.api(method, path, { as, body });
  expect([path, answer.status, answer.body]).toEqual([path, status, expect.anything()]);
  return answer.body;
};

const act = (id: string, action: string, input: object, part?: string, as = TASHI) =>
  asked('POST', `/cases/${id}/actions/${action}${part ? `?part=${part}` : ''}`, as, input);

/** Whom of the county was written to since the last look. */
let seen = 0;
const mailed = async (): Promise<string[]> => {
  await kora.settle();
  const all = await kora.mail();
  const fresh = all.slice(seen);
  seen = all.length;
  return fresh
    .map((m) => m.to)
    .filter((to) => to.includes('@biru-'))
    .sort();
};

const byPhone = async (change: object = {}) => {
  const answer = await asked('POST', '/intake/livestock', OPERATOR, call(change), 201);
  await kora.settle();
  return answer as { id: string; receipt: string; readBack: string };
};

describe('the call', () => {
  test('is taken in under a minute, and what is open under the number appears', async () => {
    expect((await asked('GET', `/intake/caller?phone=${CALLER}`, OPERATOR)).cases).toEqual([]);
    const form = await asked('GET', '/intake/forms/livestock', OPERATOR);
    expect(form.questions).toEqual(['species', 'problem', 'since']);
    expect(form.options['place.township'].map((o: { label: string }) => o.label)).toContain('比如镇');
    await asked('POST', '/intake/livestock', OPERATOR, call({ reporter: {} }), 400);
    await asked('GET', '/intake/forms/unheard-of', OPERATOR, undefined, 404);
  });

  test('leads to calf and cow alive, with every time on record', async () => {
    const { id, receipt, readBack } = await byPhone();
    expect(readBack.replaceAll(' ', '')).toBe(receipt);
    expect(await mailed()).toEqual(TEAM);
    const { cases } = await asked('GET', `/intake/caller?phone=%2B86${CALLER}`, OPERATOR);
    expect(cases).toMatchObject([{ id, number: 'L26-540622-0001', stage: { code: 'awaiting' }, urgency: 'critical' }]);
    const { reporter } = await asked('GET', `/cases/${id}`, OPERATOR);
    expect(reporter).toContainEqual({ label: '电话', value: CALLER, href: `tel:+86${CALLER}` });
    expect(reporter).toContainEqual({ label: '由谁录入', value: '其美' });

    await kora.setClock(at('05:43'));
    await act(id, 'accept', {});
    await kora.setClock(at('05:52'));
    await act(id, 'depart', { people: ['扎西次仁', '索朗卓嘎'], instruments: '产科器械、麻醉药、头孢噻呋' });
    await kora.setClock(at('07:05'));
    await act(id, 'arrive', {});
    await act(id, 'examine', { role: 'dam', species: 'yak', findings: '坐骨骨折，产道受阻' });
    await kora.setClock(at('09:20'));
    await act(
      id,
      'treat',
      {
        procedure: '侧腹壁切开剖宫产',
        drugs: '利多卡因、头孢噻呋',
        withdrawalDays: 8,
        people: ['扎西次仁', '索朗卓嘎'],
      },
      'a1',
    );
    await act(id, 'examine', { role: 'young', species: 'yak', findings: '活犊，呼吸弱，擦干保暖' });
    await act(id, 'record-outcome', { outcome: 'alive' }, 'a1');
    await act(id, 'record-outcome', { outcome: 'alive' }, 'a2');
    await act(id, 'plan-follow-up', { on: '2026-11-28', purpose: '拆线，看伤口' });
    const early = await kora.api('POST', `/cases/${id}/actions/close`, {
      as: TASHI,
      body: { lossAvertedFen: 1_800_000 },
    });
    expect(early.body.code).toBe('not-possible');
    expect(await mailed()).toEqual([]);

    await kora.setClock(at('18:01', 28));
    expect(await mailed()).toEqual([TASHI]);
    await act(id, 'record-follow-up', { findings: '伤口愈合，母子进食正常' });
    const closed = await act(id, 'close', { lossAvertedFen: 1_800_000 });

    expect(closed.stage.code).toBe('completed');
    const times = Object.fromEntries(
      closed.history.map((e: { event: string; at: string }) => [e.event, e.at.slice(0, 16)]),
    );
    const clock = (time: string, day?: number) => at(time, day).slice(0, 16);
    expect(times).toMatchObject({
      ...{ report: clock('05:40'), accept: clock('05:43'), depart: clock('05:52'), arrive: clock('07:05') },
      ...{ treat: clock('09:20'), 'record-follow-up': clock('18:01', 28), close: clock('18:01', 28) },
    });
    expect(closed.animals.map((a: { title: string; outcome: string }) => [a.title, a.outcome])).toEqual([
      ['牦牛 母畜（a1）', '存活'],
      ['牦牛 幼畜（a2）', '存活'],
    ]);
    const happened = closed.history.map((e: { text: string }) => e.text);
    expect(happened).toContain('到时间：回访');
    expect(happened.join()).not.toMatch(/xstate|[a-z]+\.[a-z]/);
    const said = JSON.stringify([closed.report, closed.animals, closed.reporter]);
    for (const fact of ['2026-11-21 05:52', '2026-11-21 07:05', '扎西次仁、索朗卓嘎', '2026-11-29', '18000', '其美'])
      expect(said).toContain(fact);
    const tracked = (await kora.api('GET', `/reports/${receipt}`)).body;
    expect(tracked.stage.code).toBe('completed');
    expect(tracked.told).toEqual([
      { label: '牦牛 母畜', value: '存活\n奶和肉停用至 2026-11-29' },
      { label: '牦牛 幼畜', value: '存活' },
    ]);
    expect(JSON.stringify(tracked)).not.toContain(CALLER);
    expect((await asked('GET', `/intake/caller?phone=${CALLER}`, OPERATOR)).cases).toEqual([]);
  });
});

test('nobody accepts: the station after five minutes, the county after ten; nobody leaves: an alarm after fifteen', async () => {
  const { id } = await byPhone({ species: 'sheep', problem: 'injury', count: 3, since: at('18:00', 28) });
  expect(await mailed()).toEqual(TEAM);
  await kora.advance('PT5M');
  expect(await mailed()).toEqual(STATION);
  await kora.advance('PT5M');
  expect(await mailed()).toEqual(COUNTY);
  await act(id, 'accept', {}, undefined, OPERATOR);
  await kora.settle();
  for (const path of ['/cases', `/cases/search?${new URLSearchParams({ q: '贡布', state: 'open' })}`]) {
    const { cases } = await asked('GET', path, OPERATOR); // of the team's unit, and now in the station's hands
    expect(cases.map((c: { id: string }) => c.id)).toContain(id);
  }
  await kora.advance('PT15M');
  expect(await mailed()).toEqual(STATION);
  await act(id, 'depart', { people: ['其美'] }, undefined, OPERATOR);
  await kora.advance('PT30M');
  expect(await mailed()).toEqual([]);
});

test('three dead at once alarm the county, and the team alone cannot close the case', async () => {
  const { id } = await byPhone({ problem: 'sudden-death', count: 12, dead: 3, since: at('18:00', 28) });
  const first = await mailed();
  expect(first).toEqual(expect.arrayContaining(COUNTY));
  await act(id, 'accept', {});
  await act(id, 'examine', { species: 'yak', findings: '天然孔出血，未剖检' });
  await act(id, 'record-outcome', { outcome: 'died' }, 'a1');
  const close = { as: TASHI, body: { lossAvertedFen: 0 } };
  expect((await kora.api('POST', `/cases/${id}/actions/close`, close)).body.code).toBe('not-possible');
  const ruling = { verdict: 'confirmed', note: '送检确认，已封控' };
  const own = await kora.api('POST', `/cases/${id}/actions/rule-on-epidemic`, { as: TASHI, body: ruling });
  expect(own.status).toBe(403);
  await act(id, 'rule-on-epidemic', ruling, undefined, COUNTY[0]);
  expect(await mailed()).toEqual([TASHI]);
  expect((await act(id, 'close', { lossAvertedFen: 0 })).stage.code).toBe('completed');
});

test('the monthly figures count them', async () => {
  const query = new URLSearchParams({ type: 'livestock', area: '540622', from: '2026-11-01', to: '2026-11-30' });
  const { body } = await kora.api('GET', `/bulletin?${query}`);
  expect(body).toMatchObject({ cases: 3, animals: 3, saved: 2, lossAvertedFen: 1_800_000, epidemicsConfirmed: 1 });
  expect(body.sentences.zh.join()).toContain('比如县');
  const csv = await kora.api('GET', `/bulletin?${query}&format=csv`);
  expect(String(csv.body)).toContain('byOutcome,alive,存活,2');
  const page = await kora.api('GET', `/bulletin?${query}`, { headers: { accept: 'text/html' } });
  expect(String(page.body)).toContain('牲畜急救通报');
});

test('a second herder who calls about the same sick yaks is shown as a likely duplicate, and a person merges the two', async () => {
  const sick = { problem: 'sick', since: at('12:00', 28), count: 4 };
  const first = await byPhone(sick);
  const second = await byPhone({ ...sick, count: 6, reporter: { name: '旺堆', phone: '13908967788' } });
  const [one, other] = await Promise.all([first, second].map(({ id }) => asked('GET', `/cases/${id}`, TASHI)));
  expect(other.duplicates).toMatchObject([{ id: first.id, number: one.number }]);
  expect(other.duplicates[0].reasons).toEqual(['同一乡镇', '相隔不到一小时', '同一种动物', '同样的情况']);
  expect([one.stage.code, other.stage.code]).toEqual(['awaiting', 'awaiting']);
  expect((await kora.mail(TASHI)).at(-1)?.text).toContain(`可能与这些报告是同一件：${one.number}`);
  const into = other.actions.find((a: { action: string }) => a.action === 'merge').options.into;
  expect(into).toMatchObject([{ value: first.id, label: expect.stringContaining(one.number) }]);
  await asked('POST', `/cases/${second.id}/actions/merge`, TASHI, { into: second.id }, 400);
  const merged = await act(second.id, 'merge', { into: one.number, reason: '同一群牦牛' });
  expect(merged.stage).toEqual({ code: 'duplicate', text: '与另一份报告是同一件' });
  expect(await mailed()).toContain(TASHI);
  const kept = await asked('GET', `/cases/${first.id}`, TASHI);
  expect(kept.history.map((h: { text: string }) => h.text)).toContain('并入另一份报告');
  const track = await kora.api('GET', `/reports/${second.receipt}`);
  expect(track.body.stage.text).toBe('与另一份报告是同一件');
  const figures = await kora.api('GET', '/bulletin?type=livestock&area=540622&from=2026-11-28&to=2026-11-28');
  expect(figures.body.cases).toBe(3); // the sheep, the three dead, and the sick herd once
});
