import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { records } from '../../shared/reads.ts';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

const START = '2026-04-10T02:00:00.000Z';
const at = (moment: string) => vi.setSystemTime(new Date(moment));
vi.useFakeTimers({ toFake: ['Date'] });
at(START);

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { handler } = await import('../../functions/campaigns/api.ts');
const { sessionsOf } = await import('../../functions/campaigns/campaign/sessions.ts');
const { sumOf } = await import('../../functions/campaigns/campaign/totals.ts');
const { campaign } = await import('../../functions/campaigns/campaign/campaign.ts');
const { load } = await import('../../shared/workflow/store.ts');
const { keys } = await import('../../shared/keys.ts');
const { deliverAll } = await import('../support/outbox.ts');
const { ring } = await import('../support/ring.ts');

const UNIT = 'jiarong-community';
const FIRST = 'dekyi.wangmo@jiarong.kora.example';
const WORKER = 'tsedroma@jiarong.kora.example';
const COLLEAGUE = 'lobsang@jiarong.kora.example';
const OUTSIDER = 'sonam@medog-forestry.kora.example';
const BROWSER = { accept: 'text/html' };

const call = caller(handler);
const plan = (body: object, as = FIRST) => call('POST /campaigns/units/{unit}', { as, params: { unit: UNIT }, body });
const act = (id: string, action: string, body: unknown, as = WORKER, headers = {}) =>
  call('POST /campaigns/{id}/actions/{action}', { as, params: { id, action }, body, headers });
const record = (id: string, as = WORKER) => call('GET /campaigns/{id}/record', { as, params: { id } });
const see = (id: string, query = {}) => call('GET /campaigns/{id}', { params: { id }, query });
const announce = (body: object, as = FIRST) => call('POST /events/units/{unit}', { as, params: { unit: UNIT }, body });
const events = async (query = {}) => (await call('GET /events', { query })).body.events;

const CAMPAIGN = {
  name: { zh: '全民筑安全', en: 'Safety for all' },
  area: '540102',
  from: '2026-04-20',
  until: '2026-06-30',
  topics: ['用火', '用电'],
  plan: { sessions: 4, people: 200, materials: [{ kind: 'booklet', number: 300 }] },
};
const SESSION = { place: '振兴社区活动室', people: 30, materials: [{ kind: 'booklet', number: 25 }] };

afterAll(async () => {
  vi.useRealTimers();
  await engine.stop();
});
beforeAll(seedDirectory);
beforeEach(() => void sent.splice(0));

/** What the record says, and what the sessions that lie in the table come to. */
const bothTotals = async (id: string) => [(await load(campaign, id))?.data.totals, sumOf(await sessionsOf(id))];

describe('a campaign', () => {
  let id: string;

  test('is planned by who leads the unit', async () => {
    expect((await plan(CAMPAIGN, WORKER)).status).toBe(403);
    const forms = (await call('GET /campaigns/units/{unit}', { as: FIRST, params: { unit: UNIT } })).body.forms;
    expect(forms[0].options['plan.materials.kind']).toContainEqual({ value: 'booklet', label: '手册' });
    const made = await plan(CAMPAIGN);
    expect(made).toMatchObject({ status: 201, body: { stage: 'planned', name: '全民筑安全', sessions: 0 } });
    id = made.body.id;
    expect((await record(id, OUTSIDER)).body.code).toBe('other-unit');
    expect((await act(id, 'hold', SESSION)).body.code).toBe('not-possible');
  });

  test.each<[name: string, change: object, field: { path: string; code: string }]>([
    ['no area', { area: '999999' }, { path: 'area', code: 'unknown-area' }],
    [
      'an unknown material',
      { plan: { materials: [{ kind: 'x-y', number: 1 }] } },
      { path: 'plan.materials.0.kind', code: 'not-a-choice' },
    ],
    ['over already', { from: '2026-01-01', until: '2026-02-01' }, { path: 'until', code: 'past' }],
  ])('%s', async (_, change, field) => {
    expect((await plan({ ...CAMPAIGN, ...change })).body.fields).toMatchObject([field]);
  });

  test('runs from its first day, is noted at the door, and its totals are the sum of its sessions', async () => {
    await ring('CAMPAIGN', id, 'firstDay');
    at('2026-04-22T02:00:00.000Z');
    const held = await act(id, 'hold', {
      ...SESSION,
      questions: [{ asked: '灶台旁能放煤气罐吗？', answer: '不能，要隔开。', topic: '用火' }, { asked: '没答上来的' }],
      tookPart: [WORKER, COLLEAGUE],
    });
    expect(held).toMatchObject({ status: 200, body: { stage: 'running', sessions: 1, people: 30 } });
    expect(held.body.sessionList[0]).toMatchObject({
      ...{ stage: 'held', place: '振兴社区活动室', at: '2026-04-22T02:00:00.000Z' },
      tookPart: [{ name: '次旦卓玛' }, { name: '洛桑曲珍' }],
    });
    await act(id, 'hold', { ...SESSION, at: '2026-04-21T10:00:00+08:00', people: 12, area: '540102' });
    const [kept, summed] = await bothTotals(id);
    expect(kept).toEqual(summed);
    expect(kept).toMatchObject({
      sessions: 2,
      people: 42,
      questions: 2,
      materials: { booklet: 50 },
      topics: { 用火: 1 },
    });
  });

  test('the same session sent again from a phone without a network is one', async () => {
    const key = { 'idempotency-key': 'phone-1' };
    const body = { ...SESSION, at: '2026-04-22T11:00:00+08:00' };
    at('2026-04-23T02:00:00.000Z');
    const both = await Promise.all([act(id, 'hold', body, WORKER, key), act(id, 'hold', body, WORKER, key)]);
    expect(both.map((a) => a.status)).toEqual([200, 200]);
    expect((await act(id, 'hold', body, WORKER, key)).body.sessions).toBe(3);
    const [kept, summed] = await bothTotals(id);
    expect(kept).toEqual(summed);
  });

  test('several at once are all counted', async () => {
    const all = await Promise.all([1, 2, 3].map((n) => act(id, 'hold', { ...SESSION, people: n })));
    expect(all.map((a) => a.status)).toEqual([200, 200, 200]);
    const [kept, summed] = await bothTotals(id);
    expect(kept).toEqual(summed);
    expect(kept?.sessions).toBe(6);
  });

  test('is planned, held, corrected and called off; every step adds up', async () => {
    const planned = await act(id, 'plan-session', { at: '2026-05-01T10:00:00+08:00', place: '夺底路' });
    const { id: session } = planned.body.sessionList.find((s: { stage: string }) => s.stage === 'planned');
    expect((await act(id, 'correct', { ...SESSION, session })).body.fields).toMatchObject([{ code: 'not-held' }]);
    expect((await bothTotals(id))[0]).toMatchObject({ planned: 1, sessions: 6 });
    at('2026-05-01T04:00:00.000Z');
    const held = await act(id, 'hold', { ...SESSION, session, people: 40 });
    expect(held.body.sessionList.find((s: { id: string }) => s.id === session)).toMatchObject({
      ...{ stage: 'held', at: '2026-05-01T02:00:00.000Z', people: 40 },
    });
    expect((await act(id, 'hold', { ...SESSION, session })).body.fields).toMatchObject([{ code: 'not-planned' }]);
    await act(id, 'correct', { ...SESSION, session, people: 44, at: '2026-04-30T10:00:00+08:00' });
    const second = await act(id, 'plan-session', { at: '2026-06-01T10:00:00+08:00', place: '公园' });
    const other = second.body.sessionList.find((s: { stage: string }) => s.stage === 'planned').id;
    await act(id, 'cancel-session', { session: other, reason: '下雨' });
    expect((await act(id, 'cancel-session', { session: 'f'.repeat(20), reason: 'x' })).body.fields).toMatchObject([
      { path: 'session', code: 'unknown-session' },
    ]);
    const [kept, summed] = await bothTotals(id);
    expect(kept).toEqual(summed);
    expect(kept).toMatchObject({ planned: 0, sessions: 7 });
  });

  test.each<[name: string, body: object, field: { path: string; code: string }]>([
    ['a stranger took part', { tookPart: [OUTSIDER] }, { path: 'tookPart.0', code: 'unknown-person' }],
    [
      'an unknown material',
      { materials: [{ kind: 'balloon', number: 2 }] },
      { path: 'materials.0.kind', code: 'not-a-choice' },
    ],
    ['no place', { place: '' }, { path: 'place', code: 'too-short' }],
    ['fewer than nobody', { people: -1 }, { path: 'people', code: 'too-small' }],
    ['tomorrow', { at: '2026-05-03T10:00:00+08:00' }, { path: 'at', code: 'future' }],
  ])('a session that is not right: %s', async (_, body, field) => {
    const before = await bothTotals(id);
    expect((await act(id, 'hold', { ...SESSION, ...body })).body.fields).toMatchObject([field]);
    expect(await bothTotals(id)).toEqual(before);
  });

  test('is shown with figures, sentences, questions without names; a page and a CSV', async () => {
    const { body } = await see(id, { lang: 'en' });
    expect(body).toMatchObject({ name: 'Safety for all', stage: 'running', unit: 'Jiarong Community', sessions: 7 });
    expect(body.summary.figures[0]).toEqual({ code: 'sessions', label: 'Sessions', planned: 4, done: 7, percent: 175 });
    expect(body.questions).toEqual([
      { on: '2026-04-22', asked: '灶台旁能放煤气罐吗？', answer: '不能，要隔开。', topic: '用火' },
    ]);
    expect(JSON.stringify(body)).not.toContain('次旦卓玛');
    expect(body.sentences.zh[1]).toBe('截至 2026-05-01，共举行 7 场，到场 122 人次，群众提问 2 个。');
    const { text } = await call('GET /campaigns/{id}', { params: { id }, headers: BROWSER });
    expect(text).toContain('到场 122 人次');
    expect(text).not.toMatch(/campaign\.\w|figure\.\w/);
    const file = await see(id, { format: 'csv', lang: 'en' });
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.text).toContain('figure,people,People reached,200,122,61\r\n');
    const list = (await call('GET /campaigns', { query: { area: '540102' } })).body.campaigns;
    expect(list).toMatchObject([{ id, stage: 'running' }]);
    expect((await call('GET /campaigns', { query: { area: '540423' } })).body.campaigns).toEqual([]);
  });

  test('reminds the unit when no session was held for long, and again, until one is', async () => {
    await ring('CAMPAIGN', id, 'silence');
    expect(new Date().toISOString()).toBe('2026-05-15T01:00:00.000Z');
    expect(sent).toEqual([
      {
        ...{ to: FIRST, subject: '久无活动：全民筑安全', language: 'zh', effect: expect.any(String) },
        text: '德庆旺姆，您好：\n\n“全民筑安全”自 2026-05-01 以来没有活动记录，宣传将于 2026-06-30 结束。请安排一场；已经举行的，请补记。',
        link: { label: '打开工作台', url: `https://kora.example/desk/campaign/?id=${id}` },
      },
    ]);
    expect((await record(id)).body.stage).toBe('quiet');
    expect((await see(id)).body.stage).toBe('running');
    await ring('CAMPAIGN', id, 'again');
    expect(sent).toHaveLength(2);
    expect((await act(id, 'hold', { ...SESSION, people: 1 })).body.stage).toBe('running');
  });

  test('closes by itself with its summary; nothing is taken any more and the figures stay', async () => {
    at('2026-06-30T16:00:00.000Z');
    expect((await act(id, 'hold', SESSION)).body.code).toBe('not-possible');
    expect((await see(id)).body.stage).toBe('closed');
    await ring('CAMPAIGN', id, 'lastDay');
    expect(sent.at(-1)).toMatchObject({ to: FIRST, subject: '宣传总结：全民筑安全' });
    expect(sent.at(-1)?.text).toContain('共举行 8 场，到场 123 人次');
    const { body } = await see(id);
    expect(body.summary).toMatchObject({ frozen: true, at: '2026-06-30T16:00:00.000Z' });
    for (const [action, input] of [
      ['hold', SESSION],
      ['correct', SESSION],
      ['change', CAMPAIGN],
    ] as const)
      expect((await act(id, action, input, FIRST)).body.code).toBe('not-possible');
    at('2026-07-10T02:00:00.000Z');
    expect((await see(id)).body).toEqual(body);
    const [kept, summed] = await bothTotals(id);
    expect(kept).toEqual(summed);
    expect((await load(campaign, id))?.data.closed?.totals).toEqual(summed);
  });

  test('of which nothing was held ends without a word; one that is cancelled is shown no more', async () => {
    at(START);
    const quiet = (await plan({ ...CAMPAIGN, until: '2026-04-25' })).body.id;
    await ring('CAMPAIGN', quiet, 'firstDay');
    await ring('CAMPAIGN', quiet, 'lastDay');
    expect(sent).toEqual([]);
    at(START);
    const off = (await plan({ ...CAMPAIGN, name: { zh: '不办了' } })).body.id;
    expect((await act(off, 'cancel', { reason: '合并' }, FIRST)).body.stage).toBe('cancelled');
    expect((await see(off)).status).toBe(404);
  });

  test('closed early says why, by who leads the unit', async () => {
    at(START);
    const { id: early } = (await plan(CAMPAIGN)).body;
    await ring('CAMPAIGN', early, 'firstDay');
    expect((await act(early, 'close', {}, WORKER)).status).toBe(403);
    const closed = (await act(early, 'close', { note: '提前完成' }, FIRST)).body;
    expect(closed).toMatchObject({ stage: 'closed', closed: { note: '提前完成' } });
  });
});

describe('public events', () => {
  const EXHIBITION = {
    kind: 'exhibition',
    text: {
      zh: { title: '禁毒主题展', about: '面向所有人，免费。' },
      en: { title: 'Exhibition', about: 'Open to all.' },
    },
    ...{ place: '拉萨', area: '5401', last: '2026-09-19', opens: '09:30', closes: '17:30', closedOn: ['1'] },
  };
  const TALK = {
    kind: 'talk',
    text: { zh: { title: '讲座；用火,用电', about: '一小时\n有问有答' } },
    ...{ place: '会议室', area: '540102', first: '2026-05-20', last: '2026-05-20', opens: '15:30', closes: '17:00' },
  };
  let exhibition: string;
  let talk: string;

  const feed = async (query = {}) => {
    const { text, headers, status } = await call('GET /events/calendar.ics', { query });
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents('vevent').map((e) => {
      const event = new ICAL.Event(e);
      const value = (name: string) => e.getFirstPropertyValue(name);
      expect(text).toMatch(/^DTSTAMP:\d{8}T\d{6}Z\r$/m);
      return {
        ...{ uid: event.uid, summary: event.summary, sequence: event.sequence, status: value('status') },
        ...{ stamp: String(value('dtstamp')), start: event.startDate.toString(), end: event.endDate.toString() },
        ...{ from: event.startDate.toJSDate().toISOString(), location: event.location, description: event.description },
      };
    });
  };

  test('come from verified units only', async () => {
    at('2026-05-10T02:00:00.000Z');
    expect(await announce(TALK)).toMatchObject({ status: 403, body: { code: 'not-verified' } });
    const unit = await records.item(keys.unit(UNIT));
    const { table, recordsTable } = await import('../../shared/table.ts');
    const { PutCommand } = await import('@aws-sdk/lib-dynamodb');
    const { forget } = await import('../../functions/directory/cache.ts');
    const Item = { ...unit, settings: { ...(unit?.settings as object), public: { verified: true } } };
    await table.send(new PutCommand({ TableName: recordsTable(), Item }));
    forget();
    expect((await announce(TALK, WORKER)).status).toBe(403);
    exhibition = (await announce(EXHIBITION)).body.id;
    talk = (await announce(TALK)).body.id;
  });

  test('are listed soonest first, by kind and area, until they are over', async () => {
    expect((await events()).map((e: { title: string }) => e.title)).toEqual(['禁毒主题展', '讲座；用火,用电']);
    expect(await events({ kind: 'talk', area: '540102' })).toMatchObject([{ id: talk, stage: 'announced' }]);
    expect(await events({ area: '540423' })).toEqual([]);
    at('2026-05-20T09:00:00.000Z');
    expect(await events({ kind: 'talk' })).toEqual([]);
    expect((await call('GET /events/{id}', { params: { id: talk } })).body.stage).toBe('over');
  });

  test('an exhibition has hours, free entry and a closing date', async () => {
    const query = { lang: 'en' };
    expect((await call('GET /events/{id}', { params: { id: exhibition }, query })).body).toEqual({
      ...{ id: exhibition, kind: 'exhibition', kindText: 'Exhibition', language: 'en', title: 'Exhibition' },
      ...{ about: 'Open to all.', place: '拉萨', area: { code: '5401', name: expect.any(String) } },
      ...{ first: '2026-05-10', last: '2026-09-19', opens: '09:30', closes: '17:30', closedText: 'closed on Monday' },
      ...{
        free: true,
        until: '2026-09-19T09:30:00.000Z',
        unit: 'Jiarong Community',
        stage: 'underway',
        stageText: 'On now',
      },
    });
    const { text } = await call('GET /events/{id}', { params: { id: exhibition }, headers: BROWSER });
    for (const said of ['2026-09-19', '09:30–17:30', '周一闭馆', '免费，无需预约', '正在进行'])
      expect(text).toContain(said);
  });

  test('another program reads the calendar: whole days, or the hours of a day', async () => {
    at('2026-05-10T03:00:00.000Z');
    expect(await feed()).toEqual([
      {
        ...{ uid: `event-${exhibition}@kora`, summary: '禁毒主题展', sequence: 0, status: 'CONFIRMED' },
        ...{ stamp: '2026-05-10T02:00:00Z', start: '2026-05-10', end: '2026-09-20', from: expect.any(String) },
        ...{ location: '拉萨市 拉萨', description: '面向所有人，免费。\n09:30–17:30 开放 周一闭馆\n免费，无需预约' },
      },
      {
        ...{ uid: `event-${talk}@kora`, summary: '讲座；用火,用电', sequence: 0, status: 'CONFIRMED' },
        ...{ stamp: '2026-05-10T02:00:00Z', start: '2026-05-20T07:30:00Z', end: '2026-05-20T09:00:00Z' },
        ...{ from: '2026-05-20T07:30:00.000Z', location: expect.stringContaining('会议室') },
        description: '一小时\n有问有答\n15:30–17:00 开放\n免费，无需预约',
      },
    ]);
    expect(await feed({ kind: 'talk' })).toHaveLength(1);
  });

  test('a change keeps the UID under a higher SEQUENCE; what is called off stays as CANCELLED', async () => {
    at('2026-05-11T02:00:00.000Z');
    const step = (action: string, body: object) =>
      call('POST /events/{id}/actions/{action}', { as: FIRST, params: { id: talk, action }, body });
    const { kind: _, ...said } = { ...TALK, first: '2026-05-21', last: '2026-05-21' };
    expect((await step('change', said)).body).toMatchObject({ revision: 1, first: '2026-05-21' });
    const stamp = '2026-05-11T02:00:00Z';
    expect((await feed({ kind: 'talk' }))[0]).toMatchObject({ sequence: 1, stamp, start: '2026-05-21T07:30:00Z' });
    at('2026-05-12T02:00:00.000Z');
    expect((await step('cancel', { reason: '停电' })).body).toMatchObject({ stage: 'cancelled', reason: '停电' });
    expect((await feed({ kind: 'talk' }))[0]).toMatchObject({
      ...{ uid: `event-${talk}@kora`, sequence: 2, status: 'CANCELLED', summary: '（取消）讲座；用火,用电' },
    });
    expect(await events({ kind: 'talk' })).toMatchObject([{ stage: 'cancelled', reason: '停电' }]);
    expect((await step('change', said)).body.code).toBe('not-possible');
  });

  test('what is on already when it is announced is under way at once', async () => {
    at('2026-05-10T02:00:00.000Z');
    const made = (await announce({ ...TALK, first: '2026-05-01', last: '2026-05-11' })).body;
    expect(made.stage).toBe('underway');
    const kept = await records.item(keys.record('EVENT', made.id));
    expect(Object.keys(kept?.clocks as object)).toEqual(['xstate.after.end.event.underway']);
    const cancel = { as: FIRST, params: { id: made.id, action: 'cancel' }, body: { reason: '试发' } };
    expect((await call('POST /events/{id}/actions/{action}', cancel)).status).toBe(200);
  });

  test.each<[name: string, change: object, field: object]>([
    ['over', { first: '2026-01-01', last: '2026-01-02' }, { path: 'last', code: 'past' }],
    ['hours that are none', { opens: '25:00' }, { path: 'opens', code: 'wrong-format' }],
    ['an unknown area', { area: '999999' }, { path: 'area', code: 'unknown-area' }],
    ['a campaign of nobody', { campaign: 'f'.repeat(20) }, { path: 'campaign', code: 'unknown-campaign' }],
  ])('not %s', async (_, change, field) => {
    at('2026-05-10T02:00:00.000Z');
    expect((await announce({ ...TALK, ...change })).body.fields).toMatchObject([field]);
  });

  test('begins and is over by its clocks', async () => {
    at('2026-05-13T02:00:00.000Z');
    const { id } = (await announce({ ...TALK, first: '2026-05-22', last: '2026-05-22' })).body;
    await ring('EVENT', id, 'beginning');
    expect(new Date().toISOString()).toBe('2026-05-22T07:30:00.000Z');
    await ring('EVENT', id, 'end');
    await ring('EVENT', exhibition, 'end');
    expect(new Date().toISOString()).toBe('2026-09-19T09:30:00.000Z');
    expect(await events()).toEqual([]);
    const rows = (await call('GET /events/units/{unit}', { as: WORKER, params: { unit: UNIT } })).body;
    expect(rows.events.map((e: { stage: string }) => e.stage)).toEqual(['over', 'over', 'cancelled', 'cancelled']);
    expect(rows.forms).toEqual([]);
  });
});

describe('the example', () => {
  const ID = '5eed0000000000000004';

  test.each<[at: string, stage: string, clocks: string[]]>([
    ['2026-03-30T02:00:00.000Z', 'planned', ['2026-04-19T16:00:00.000Z']],
    ['2026-05-30T02:00:00.000Z', 'running', ['2026-11-30T16:00:00.000Z', '2026-12-02T01:00:00.000Z']],
    ['2026-12-30T02:00:00.000Z', 'closed', []],
  ])('at %s is %s, and nobody is told of it', async (moment, stage, due) => {
    const { seedCampaigns } = await import('../../functions/campaigns/seed.ts');
    const { table, recordsTable } = await import('../../shared/table.ts');
    const { DeleteCommand } = await import('@aws-sdk/lib-dynamodb');
    await table.send(new DeleteCommand({ TableName: recordsTable(), Key: keys.record('CAMPAIGN', ID) }));
    at(moment);
    await seedCampaigns();
    await seedCampaigns();
    await deliverAll();
    expect(sent).toEqual([]);
    expect((await see(ID)).body).toMatchObject({ stage, from: '2026-04-20', until: '2026-11-30', sessions: 0 });
    const kept = await load(campaign, ID);
    expect(
      Object.values(kept?.clocks ?? {})
        .map((c) => c.due)
        .sort(),
    ).toEqual(due);
  });
});
