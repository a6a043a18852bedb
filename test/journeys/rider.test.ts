import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { must } from '../support/journey.ts';
import { enterPlaces, KEEPER } from '../support/stations.ts';

/** A delivery rider at noon: finds water, reports a broken socket, and asks for a mediation with the delivery station. */

const TSOMO = 'tsomo@gonjo-union.kora.example';
const WANG = 'wangfang@gonjo-union.kora.example';
const UNION = [KEEPER, TSOMO, WANG];
const RIDER = 'dorje@rider.example';
const KAIXUAN = 'gonjo-kaixuan';

const at = (time: string, date = '2026-11-25'): string => new Date(`${date}T${time}:00+08:00`).toISOString();

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: at('13:40') });
  await enterPlaces(kora);
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => kora?.stop());

const page = { headers: { accept: 'text/html' } };
const subjectsTo = async (to: string): Promise<string[]> => (await kora.mail(to)).map((m) => m.subject);
/** What the union was told of the socket, by everybody whom it was told. */
const toldOfSocket = async (): Promise<string[]> =>
  (await kora.mail()).filter((m) => m.subject.includes('充电')).map((m) => `${m.to} ${m.subject}`);
const toUnion = (subject: string): string[] =>
  UNION.map((to) => `${to} ${subject}：凯旋路警务站爱心驿站 充电（220 伏插座）`).sort();

let receipt = '';
let mediation = '';
const acts = async (action: string, input: object, as = WANG) => {
  const { body } = must(await kora.api('POST', `/cases/${mediation}/actions/${action}`, { as, body: input }), 200);
  await kora.settle();
  return body;
};
let fault = '';
const sees = async (action: string, body: object) =>
  must(await kora.api('POST', `/stations/faults/${fault}/actions/${action}`, { as: KEEPER, body }), 200).body;

test('13:40: finds the nearest station that is open and has water', async () => {
  const near = 'near=30.8604,98.2710&facility=water&open=true';
  const { stations } = must(await kora.api('GET', `/stations?${near}`), 200).body;
  expect(stations.map((s: { id: string; distance: number }) => [s.id, s.distance])).toEqual([
    [KAIXUAN, 80],
    ['gonjo-dongfeng', 541],
    ['gonjo-gongsang', 756],
  ]);
  const { body } = await kora.api('GET', `/stations?${near}&lang=zh`, page);
  expect(body).toMatch(/凯旋路警务站爱心驿站[\s\S]*?现在开放，昼夜不关[\s\S]*?约 80 米/);
});

test('13:50: the socket by the door is dead; the page says so at once, and the union is told', async () => {
  await kora.setClock(at('13:50'));
  const said = { facility: 'charging-socket', trouble: 'broken', extent: 'some', words: '靠门那个没电' };
  const form = { ...said, once: 'a'.repeat(20) };
  const report = () => kora.api('POST', `/stations/${KAIXUAN}/faults?lang=zh`, { form, ...page });
  expect(must(await report(), 201).body).toContain('谢谢，已经记下');
  must(await report(), 201); // pressed twice
  const shown = must(await kora.api('GET', `/stations/${KAIXUAN}?lang=zh`, page), 200).body;
  expect(shown).toMatch(/充电（220 伏插座）[\s\S]*?部分报修[\s\S]*?共 1 次/);
  await kora.settle();
  expect((await toldOfSocket()).sort()).toEqual(toUnion('报修'));
});

test('14:00: asks there, without script, for a mediation: the delivery station owes three days', async () => {
  await kora.setClock(at('14:00'));
  const { body: form } = must(await kora.api('GET', `/stations/${KAIXUAN}/help?lang=zh`, page), 200);
  receipt = /name="receipt" value="(\d{16})"/.exec(form)?.[1] ?? '';
  const asked = {
    ...{ receipt, station: KAIXUAN, kind: 'mediation', matter: '站点三天的配送费一直没发', consent: '2026-11' },
    ...{ 'reporter.name': '多杰', 'reporter.phone': '13908950001', 'reporter.email': RIDER },
  };
  const received = must(await kora.api('POST', '/reports/station-help?lang=zh', { form: asked, ...page }), 201);
  expect(received.body).toContain(receipt.replace(/(\d{4})(?=\d)/g, '$1 '));
  await kora.settle();
  const { cases } = must(await kora.api('GET', '/cases?unit=gonjo-union', { as: WANG }), 200).body;
  expect(cases).toMatchObject([{ number: 'H26-540322-0001', title: '调解纠纷：站点三天的配送费一直没发' }]);
  mediation = cases[0].id;
  expect((await subjectsTo(WANG)).at(-1)).toContain('驿站求助');
});

test('the union takes it on, and arranges it for the next day at the station', async () => {
  await acts('accept', {});
  expect((await subjectsTo(KEEPER)).at(-1)).toContain('已有人接单');
  await acts('plan-mediation', { at: at('15:00', '2026-11-26'), where: '凯旋路驿站会议桌' });
  const { body } = await kora.api('GET', `/reports/${receipt}?lang=zh`, page);
  expect(body).toMatch(/<h2>约好的调解，请按时到场<\/h2><p class="lines">2026-11-26 15:00，凯旋路驿站会议桌/);
  expect(body).toMatch(/<li class="now" aria-current="step">已约好调解/);
  expect((await kora.mail(RIDER)).at(-1)?.text).toContain('2026-11-26 15:00，凯旋路驿站会议桌');
});

test('a street cleaner reports the same socket and joins; after a day without notice the union is reminded', async () => {
  const body = { facility: 'charging-socket', trouble: 'broken', extent: 'all' };
  const again = must(await kora.api('POST', `/stations/${KAIXUAN}/faults`, { body }), 201).body;
  expect(again).toMatchObject({ count: 2, joined: true });
  const { stations } = (await kora.api('GET', '/stations?facility=charging-socket')).body;
  expect(stations.map((s: { id: string }) => s.id)).not.toContain(KAIXUAN);
  await kora.settle();
  expect(await toldOfSocket()).toHaveLength(3); // nobody twice
  await kora.setClock(at('13:55', '2026-11-26'));
  expect((await toldOfSocket()).slice(3).sort()).toEqual(toUnion('报修还没有人处理'));
  const { faults } = must(await kora.api('GET', '/stations/kept', { as: TSOMO }), 200).body;
  expect(faults).toMatchObject([{ station: KAIXUAN, count: 2, stage: 'reported' }]);
  fault = faults[0].id;
  const noticed = await sees('acknowledge', { until: '2026-11-27', note: '电工明天来' });
  expect(noticed.actions.map((a: { action: string }) => a.action)).toEqual(['mended', 'not-found']);
});

test('both sides agree; whoever finds the receipt reads neither who nor how much', async () => {
  await kora.setClock(at('16:30', '2026-11-26'));
  const held = { heldAt: at('15:00', '2026-11-26'), where: '凯旋路驿站会议桌', parties: ['多杰', '配送站站长'] };
  const agreed = await acts('record-mediation', { ...held, result: 'agreed', agreement: '两日内补发 186 元' });
  expect(agreed.stage.code).toBe('agreed');
  const seen = (await kora.api('GET', `/reports/${receipt}`)).body;
  expect(JSON.stringify(seen)).not.toMatch(/站长|186/);
});

test('the day that was named for the socket passes: the union is reminded once more, mends it, and hears no more', async () => {
  await kora.setClock(at('09:05', '2026-11-28'));
  expect((await toldOfSocket()).slice(6).sort()).toEqual(toUnion('还没有修好'));
  expect(await sees('mended', { note: '换了插座' })).toMatchObject({ stage: 'mended', actions: [] });
  const { facilities } = must(await kora.api('GET', `/stations/${KAIXUAN}`), 200).body;
  expect(facilities.filter((f: { broken?: object }) => f.broken)).toEqual([]);
  const { faults, closed } = must(await kora.api('GET', `/stations/kept/${KAIXUAN}`, { as: TSOMO }), 200).body;
  expect([faults, closed]).toMatchObject([[], [{ stage: 'mended', count: 2 }]]);
});

test('a week after the agreement somebody asks: the money has come, and the rider was told of each step', async () => {
  await kora.setClock(at('17:00', '2026-12-03'));
  await kora.settle();
  expect((await subjectsTo(WANG)).at(-1)).toContain('请回访协议履行');
  expect((await acts('record-check', { result: 'kept', note: '已到账' })).stage.code).toBe('settled');
  expect(await subjectsTo(RIDER)).toEqual(
    ['已收到', '正在调解', '已约好调解', '已达成协议', '协议已履行，办结'].map((s) => `您的求助：${s}`),
  );
  const { body } = await kora.api('GET', '/bulletin?type=station-help&area=540322&from=2026-11-01&to=2026-12-31');
  expect(body).toMatchObject({ cases: 1, urgent: 0, mediations: 1, agreed: 1, openCases: 0 });
  expect(await toldOfSocket()).toHaveLength(9); // mended: nobody is reminded any more
});

test('what was taken off again opens it again', async () => {
  expect((await acts('reopen', { reason: '又扣了一次' }, TSOMO)).stage.code).toBe('awaiting');
});
