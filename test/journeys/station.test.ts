import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { must } from '../support/journey.ts';
import { enter, enterPlaces, KEEPER } from '../support/stations.ts';

/** A rest station and those who keep it: when it is open, who comes when somebody collapses at its door, and its end. */

const TSEWANG = 'tsewang@gonjo-kaixuan.kora.example';
const YESHE = 'yeshe@gonjo-dongfeng.kora.example';
const TSOMO = 'tsomo@gonjo-union.kora.example';
const KAIXUAN = 'gonjo-kaixuan';

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: '2026-11-24T09:00:00+08:00' });
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => kora?.stop());

const told = async (to: string): Promise<string[]> => (await kora.mail(to)).map((m) => m.subject);

test('the union enters where its stations are and when they are open', async () => {
  await enterPlaces(kora);
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const hours = Object.fromEntries(days.map((d) => [d, '08:30-21:00']));
  expect(await enter(kora, KAIXUAN, { hours })).toMatchObject({ version: 3, hours: { friday: '08:30-21:00' } });
  const page = await kora.api('GET', '/stations?q=凯旋&lang=zh', { headers: { accept: 'text/html' } });
  expect(page.body).toContain('现在开放，到 21:00');
});

test('urgent help goes to the post, then to those who keep the station, then to the union’s lead', async () => {
  const body = {
    ...{ station: KAIXUAN, kind: 'urgent', matter: '环卫工晕倒在驿站门口' },
    ...{ reporter: { phone: '13908950002' }, consent: '2026-11' },
  };
  const { id } = must(await kora.api('POST', '/intake/station-help', { as: KEEPER, body }), 201).body;
  const act = (action: string, input: object, as: string) =>
    kora.api('POST', `/cases/${id}/actions/${action}`, { as, body: input });
  await kora.settle();
  expect((await told(TSEWANG)).at(-1)).toContain('紧急求助');
  const { cases } = must(await kora.api('GET', '/cases?unit=gonjo-kaixuan-post', { as: TSEWANG }), 200).body;
  expect(cases).toHaveLength(1);
  await kora.advance('PT6M');
  expect((await told(KEEPER)).at(-1)).toContain('驿站求助');
  await kora.advance('PT5M');
  expect((await told(TSOMO)).at(-1)).toContain('仍无人接单');
  const strange = await act('accept', {}, YESHE);
  expect([strange.status, strange.body.code]).toEqual([403, 'other-unit']);
  must(await act('accept', {}, TSEWANG), 200);
  const ended = must(await act('record-help', { what: '送县医院，低血糖', result: 'helped' }, TSEWANG), 200).body;
  expect(ended.stage.code).toBe('helped');
  const clocks = ended.history.filter((e: { event: string }) => e.event.includes('.acceptance.'));
  expect(clocks).toHaveLength(2);
  await kora.settle();
  const { body: figures } = await kora.api('GET', '/bulletin?type=station-help&area=540322&from=2026-11-01');
  expect(figures).toMatchObject({ cases: 1, urgent: 1, helped: 1, mediations: 0, minutesToAccept: 11 });
});

test('the union gives it up: no search finds it, the code at its door leads to the others, its record stays', async () => {
  await enter(kora, KAIXUAN, { active: false });
  const { status, body } = await kora.api('GET', `/stations/${KAIXUAN}`, { headers: { accept: 'text/html' } });
  expect([status, body]).toEqual([410, expect.stringMatching(/这个驿站已经撤销[\s\S]*看全部驿站/)]);
  expect((await kora.api('GET', '/stations?near=30.8604,98.2710')).body.stations).toHaveLength(2);
  const { stations } = must(await kora.api('GET', '/stations/kept', { as: TSOMO }), 200).body;
  expect(stations.find((s: { id: string }) => s.id === KAIXUAN)).toMatchObject({ active: false, version: 4 });
});
