import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { must } from '../support/journey.ts';

/** The drug-law campaign of Lhasa from 20 April to 30 November, from its plan to its summary; and an exhibition beside it. */

const OFFICIAL = 'yudron@lhasa-anti-drug.kora.example';
const OFFICER = 'migmar@lhasa-anti-drug.kora.example';
const COLLEAGUE = 'wangjun@lhasa-anti-drug.kora.example';
const CAMPAIGN = '5eed0000000000000004';

const lhasa = (date: string, time: string): string => new Date(`${date}T${time}:00+08:00`).toISOString();

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: lhasa('2026-04-10', '10:00') });
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => kora?.stop());

const act = async (action: string, body: object, as = OFFICER, headers = {}) => {
  const answer = await kora.api('POST', `/campaigns/${CAMPAIGN}/actions/${action}`, { as, body, headers });
  await kora.settle();
  return answer;
};

/** A session as it is noted, and the campaign as its unit then sees it. */
const hold = async (date: string, body: object) => {
  await kora.setClock(lhasa(date, '17:00'));
  return must(await act('hold', { at: lhasa(date, '15:00'), ...body }), 200).body;
};

const record = async () => must(await kora.api('GET', `/campaigns/${CAMPAIGN}/record`, { as: OFFICIAL }), 200).body;
const seen = async () => must(await kora.api('GET', `/campaigns/${CAMPAIGN}`), 200).body;
const figures = async () =>
  Object.fromEntries((await seen()).summary.figures.map((f: { code: string; done: number }) => [f.code, f.done]));

/** Every mail so far that has to do with the campaign, whoever got it; a community's week goes on beside it. */
const mails = async () =>
  (await kora.mail()).filter((m) => m.to.endsWith('@lhasa-anti-drug.kora.example') || m.text.includes('禁毒'));

test('before it begins it is announced, and nothing can be noted yet', async () => {
  expect(await seen()).toMatchObject({
    stage: 'planned',
    name: '禁毒普法宣传',
    from: '2026-04-20',
    until: '2026-11-30',
  });
  expect((await seen()).sentences.zh[0]).toBe(
    '拉萨市禁毒支队将于 2026-04-20 至 2026-11-30 在拉萨市开展“禁毒普法宣传”。',
  );
  expect((await act('hold', { place: '八廓街', people: 1 })).body.code).toBe('not-possible');
  const { said } = await record();
  const plan = { sessions: 5, people: 500, materials: [{ kind: 'leaflet', number: 600 }] };
  expect((await act('change', { ...said, plan }, OFFICER)).status).toBe(403);
  must(await act('change', { ...said, plan }, OFFICIAL), 200);
});

test('it runs from 20 April by itself, and is noted session by session', async () => {
  await kora.setClock(lhasa('2026-04-19', '23:59'));
  expect((await record()).stage).toBe('planned');
  await kora.setClock(lhasa('2026-04-20', '00:01'));
  expect((await record()).stage).toBe('running');
  await hold('2026-04-26', {
    ...{ place: '宗角禄康公园', people: 120, tookPart: [OFFICER, COLLEAGUE] },
    materials: [{ kind: 'leaflet', number: 150 }],
    questions: [
      { asked: '院子里自己长出罂粟怎么办？', answer: '不要采，告诉社区，由民警铲除。', topic: '识别罂粟和大麻' },
      { asked: '举报要留名字吗？', answer: '不用，凭回执号联系。', topic: '怎样举报' },
    ],
  });
  const view = await hold('2026-05-06', {
    ...{ place: '加荣社区', people: 60, area: '540102' },
    materials: [
      { kind: 'leaflet', number: 60 },
      { kind: 'booklet', number: 20 },
    ],
  });
  expect(view.sessionList.map((s: { place: string }) => s.place)).toEqual(['加荣社区', '宗角禄康公园']);
  expect(await figures()).toEqual({
    ...{ sessions: 2, people: 180, questions: 2, 'material.leaflet': 210, 'material.booklet': 20 },
  });
  expect(await mails()).toEqual([]);
});

test('a phone that sends a session again after an hour without a network has noted one', async () => {
  await kora.setClock(lhasa('2026-05-16', '16:00'));
  const body = { at: lhasa('2026-05-16', '15:00'), place: '夺底路', people: 40, materials: [] };
  const key = { 'idempotency-key': 'a-phone-in-the-valley' };
  must(await act('hold', body, COLLEAGUE, key), 200);
  await kora.advance('PT1H');
  must(await act('hold', body, COLLEAGUE, key), 200);
  expect(await figures()).toMatchObject({ sessions: 3, people: 220 });
});

test('a fortnight without a session reminds the official on the next working morning, and again a fortnight later', async () => {
  await kora.setClock(lhasa('2026-06-01', '08:59')); // the thirtieth of May is a Saturday
  expect(await mails()).toEqual([]);
  await kora.setClock(lhasa('2026-06-01', '09:01'));
  const quiet = '久无活动：禁毒普法宣传';
  expect((await mails()).map((m) => [m.to, m.subject])).toEqual([[OFFICIAL, quiet]]);
  expect((await mails()).at(-1)?.text).toContain(
    '“禁毒普法宣传”自 2026-05-16 以来没有活动记录，宣传将于 2026-11-30 结束。',
  );
  expect((await record()).stage).toBe('quiet');
  expect((await seen()).stage).toBe('running');
  await kora.setClock(lhasa('2026-06-15', '09:05'));
  expect(await mails()).toHaveLength(2);
  await hold('2026-06-16', { place: '大昭寺广场', people: 200, materials: [{ kind: 'leaflet', number: 300 }] });
  expect((await record()).stage).toBe('running');
});

test('what was noted wrongly is corrected, and the sums with it', async () => {
  const wrong = (await record()).sessionList.find((s: { place: string }) => s.place === '大昭寺广场');
  const { id: session, place, at, materials, questions } = wrong;
  must(await act('correct', { session, place, at, materials, questions, people: 260 }), 200);
  expect(await figures()).toMatchObject({ sessions: 4, people: 480, 'material.leaflet': 510 });
  const planned = must(await act('plan-session', { at: lhasa('2026-06-26', '10:00'), place: '拉萨站' }), 200).body;
  expect((await seen()).upcoming).toEqual([{ at: lhasa('2026-06-26', '10:00'), place: '拉萨站' }]);
  const [{ id }] = planned.sessionList.filter((s: { stage: string }) => s.stage === 'planned');
  await kora.setClock(lhasa('2026-06-26', '12:00'));
  must(
    await act('hold', { session: id, place: '拉萨站', people: 90, materials: [{ kind: 'leaflet', number: 100 }] }),
    200,
  );
  expect(await figures()).toEqual({
    ...{ sessions: 5, people: 570, questions: 2, 'material.leaflet': 610, 'material.booklet': 20 },
  });
  expect((await seen()).upcoming).toEqual([]);
});

test('an exhibition, free and open to all until 19 September, stands beside it and in everybody’s calendar', async () => {
  const body = {
    kind: 'exhibition',
    text: {
      zh: { title: '展览', about: '免费，面向所有人。' },
      en: { title: 'Exhibition', about: 'Free, open to all.' },
    },
    ...{ place: '拉萨', area: '5401', last: '2026-09-19', opens: '09:30', closes: '17:30', campaign: CAMPAIGN },
  };
  const { id } = must(await kora.api('POST', '/events/units/lhasa-anti-drug', { as: OFFICIAL, body }), 201).body;
  await kora.settle();
  const event = async () => must(await kora.api('GET', `/events/${id}`), 200).body;
  expect(await event()).toMatchObject({ stage: 'underway', free: true, last: '2026-09-19', first: '2026-06-26' });
  const feed = must(await kora.api('GET', '/events/calendar.ics?lang=en'), 200);
  expect(feed.headers.get('content-type')).toContain('text/calendar');
  const [entry] = new ICAL.Component(ICAL.parse(feed.body)).getAllSubcomponents('vevent');
  const read = new ICAL.Event(entry);
  expect([read.uid, read.summary, read.startDate.toString(), read.endDate.toString()]).toEqual([
    ...[`event-${id}@kora`, 'Exhibition', '2026-06-26', '2026-09-20'],
  ]);
  const listed = async () => must(await kora.api('GET', '/events?kind=exhibition&area=5401'), 200).body.events;
  await kora.setClock(lhasa('2026-09-19', '17:29'));
  expect(await listed()).toMatchObject([{ id, stage: 'underway' }]);
  await kora.setClock(lhasa('2026-09-19', '17:31'));
  expect(await listed()).toEqual([]);
  expect((await event()).stage).toBe('over');
});

test('on 30 November it closes by itself; the official gets the summary, and nothing changes it any more', async () => {
  await kora.setClock(lhasa('2026-11-30', '23:00'));
  expect((await seen()).stage).toBe('running');
  const reminded = await mails();
  expect(reminded.every((m) => m.to === OFFICIAL && m.subject === '久无活动：禁毒普法宣传')).toBe(true);
  await kora.setClock(lhasa('2026-12-01', '00:02'));
  const [last, ...others] = (await mails()).slice(reminded.length);
  expect(others).toEqual([]);
  expect([last?.to, last?.subject]).toEqual([OFFICIAL, '宣传总结：禁毒普法宣传']);
  const sentences = [
    '拉萨市禁毒支队在拉萨市开展的“禁毒普法宣传”（2026-04-20 至 2026-11-30）已经结束。',
    '截至 2026-11-30，共举行 5 场，到场 570 人次，群众提问 2 个。',
    '发放材料 630 份：宣传单 610、手册 20。',
    '活动场次：计划 5，完成 5（100%），目标已达到。',
    '到场人次：计划 500，完成 570（114%），目标已达到。',
    '宣传单：计划 600，完成 610（101%），目标已达到。',
  ];
  expect(last?.text).toContain(['玉珍，您好：', '', ...sentences].join('\n'));

  const closed = await seen();
  expect(closed).toMatchObject({ stage: 'closed', sentences: { zh: sentences }, summary: { frozen: true } });
  expect(closed.sentences.en[1]).toBe('As of 2026-11-30: sessions held: 5; people reached: 570; questions asked: 2.');
  const late = await act('hold', { place: '晚到的一场', people: 10, at: lhasa('2026-11-29', '15:00') });
  expect([late.status, late.body.code]).toEqual([409, 'not-possible']);
  await kora.setClock(lhasa('2026-12-20', '10:00'));
  expect(await seen()).toEqual(closed);
});

test('what people asked stays, without names; the figures are there as a table', async () => {
  const { questions } = await seen();
  expect(questions).toHaveLength(2);
  const page = await kora.api('GET', `/campaigns/${CAMPAIGN}`, { headers: { accept: 'text/html' } });
  expect(page.body).toContain('举报要留名字吗？');
  expect(page.body).not.toMatch(/米玛次仁|王军|@lhasa-anti-drug/);
  const { body } = await kora.api('GET', `/campaigns/${CAMPAIGN}?format=csv&lang=en`);
  expect(body).toContain('figure,people,People reached,500,570,114\r\n');
  expect(body).toContain('month,2026-06.people,2026-06,,350,\r\n');
});
