import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

/** A Wednesday morning in Lhasa. */
const START = '2026-06-10T02:00:00.000Z';
const at = (moment: string) => vi.setSystemTime(new Date(moment));
vi.useFakeTimers({ toFake: ['Date'] });
at(START);

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { handler } = await import('../../functions/notices/api.ts');
const { seedStations } = await import('../../functions/stations/seed.ts');
const { handler: directory } = await import('../../functions/directory/api.ts');
const { forget } = await import('../../functions/directory/cache.ts');
const { deliverAll } = await import('../support/outbox.ts');

const UNIT = 'jiarong-community';
const WORKER = 'tsedroma@jiarong.kora.example';
const FIRST = 'dekyi.wangmo@jiarong.kora.example';
const OUTSIDER = 'sonam@medog-forestry.kora.example';
const ADMIN = 'tenzin@platform.kora.example';
const BROWSER = { accept: 'text/html' };

const call = caller(handler);
const write = (body: object, as = WORKER, unit = UNIT, headers = {}) =>
  call('POST /notices/units/{unit}', { as, params: { unit }, body, headers });
const act = (id: string, action: string, body: unknown = {}, as = FIRST) =>
  call('POST /notices/{id}/actions/{action}', { as, params: { id, action }, body });
const listed = async (query: Record<string, string> = {}): Promise<string[]> =>
  (await call('GET /notices', { query })).body.notices.map((n: { title: string }) => n.title);
const see = (id: string, query = {}) => call('GET /notices/{id}', { params: { id }, query });
const complain = (id: string, body: object) => call('POST /notices/{id}/complaints', { params: { id }, body });

const JOB = {
  kind: 'job',
  text: {
    zh: { title: '招骑手', body: '包午餐，自备电动车。' },
    en: { title: 'Riders wanted', body: 'Lunch included.' },
  },
  area: '540102',
  until: '2026-06-30',
  place: '城关区夺底路',
  contact: '0891-6000000',
  job: { employer: '某配送站', pay: { per: 'month', fromFen: 500_000, toFen: 800_000 }, openings: 5, for: ['riders'] },
};
const NOTICE = {
  kind: 'notice',
  text: { zh: { title: '停水通知', body: '6月12日上午停水。' } },
  area: '540102',
  until: '2026-06-12',
};

const verify = async (id: string, verified: boolean) => {
  const units = caller(directory);
  const { id: _, ...unit } = (await units('GET /directory/units/{id}', { as: ADMIN, params: { id } })).body;
  const settings = { ...unit.settings, public: { verified } };
  const put = await units('PUT /directory/units/{id}', { as: ADMIN, params: { id }, body: { ...unit, settings } });
  expect(put.status).toBe(200);
  forget();
};

const published = async (body: object): Promise<string> => {
  const { id } = (await write(body)).body;
  expect((await act(id, 'publish')).body.stage).toBe('published');
  await deliverAll();
  return id;
};

afterAll(async () => {
  vi.useRealTimers();
  await engine.stop();
});
beforeAll(async () => {
  await seedDirectory();
  await seedStations();
  await verify(UNIT, true);
});
beforeEach(() => {
  at(START);
  sent.splice(0);
});

describe('who publishes', () => {
  test('a unit that no administrator has verified does not', async () => {
    const refused = await write(NOTICE, OUTSIDER, 'medog-forestry');
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-verified' } });
  });

  test('nobody of another unit; a worker writes, and the first secretary publishes', async () => {
    expect((await write(NOTICE, OUTSIDER)).status).toBe(403);
    const { id } = (await write(NOTICE)).body;
    expect((await act(id, 'publish', {}, WORKER)).status).toBe(403);
    expect((await act(id, 'publish', {}, OUTSIDER)).body.code).toBe('other-unit');
    expect((await see(id)).status).toBe(404);
    expect((await act(id, 'publish')).status).toBe(200);
    expect((await see(id)).body).toMatchObject({
      title: '停水通知',
      unit: '加荣社区',
      until: '2026-06-12T16:00:00.000Z',
    });
    await act(id, 'withdraw', { reason: '试发' });
  });

  test('the same key again is the same notice', async () => {
    const key = { 'idempotency-key': 'once' };
    const [a, b] = [await write(NOTICE, WORKER, UNIT, key), await write(NOTICE, WORKER, UNIT, key)];
    expect(a.body.id).toBe(b.body.id);
    await act(a.body.id, 'discard', {}, WORKER);
  });

  test('what a unit has published is gone once it is verified no more', async () => {
    const id = await published(NOTICE);
    await verify(UNIT, false);
    expect(await listed()).toEqual([]);
    expect((await see(id)).status).toBe(404);
    expect((await act(id, 'change', { ...NOTICE, kind: undefined })).body.code).toBe('not-verified');
    await verify(UNIT, true);
    expect(await listed()).toEqual(['停水通知']);
    await act(id, 'withdraw', { reason: '试发' });
  });
});

describe('what is found', () => {
  let job: string;
  beforeAll(async () => {
    job = await published(JOB);
    await published(NOTICE);
    await published({
      ...NOTICE,
      text: { bo: { title: 'བརྡ་ཐོ།', body: 'ནང་དོན།' } },
      area: '540322',
      stations: ['gonjo-dongfeng'],
    });
  });

  test.each<[query: Record<string, string>, titles: string[]]>([
    [{}, ['བརྡ་ཐོ།', '停水通知', '招骑手']],
    [{ kind: 'job' }, ['招骑手']],
    [{ q: '电动车 配送' }, ['招骑手']],
    [{ q: 'LUNCH' }, ['招骑手']],
    [{ q: '没有这个' }, []],
    [{ area: '540102' }, ['停水通知', '招骑手']],
    [{ area: '54' }, ['བརྡ་ཐོ།', '停水通知', '招骑手']],
    [{ area: '540103' }, []],
    [{ area: '540322' }, ['བརྡ་ཐོ།']],
    [{ station: 'gonjo-dongfeng' }, ['བརྡ་ཐོ།']],
    [{ station: 'gonjo-kaixuan' }, []],
    [{ station: 'nowhere' }, []],
    [{ lang: 'en', kind: 'job' }, ['Riders wanted']],
  ])('%o', async (query, titles) => {
    expect((await listed(query)).sort()).toEqual(titles.sort());
  });

  test('a job with all there is to know', async () => {
    expect((await see(job, { lang: 'en' })).body).toEqual({
      ...{ id: job, kind: 'job', kindText: 'Job', language: 'en', languages: ['zh', 'en'] },
      ...{ title: 'Riders wanted', body: 'Lunch included.', stations: [], unit: 'Jiarong Community' },
      area: { code: '540102', name: expect.stringMatching(/./) },
      ...{ place: '城关区夺底路', contact: '0891-6000000', employer: '某配送站', openings: 5 },
      pay: { per: 'month', fromFen: 500_000, toFen: 800_000, text: '5000–8000 yuan a month' },
      for: [{ code: 'riders', text: 'Delivery riders' }],
      ...{ lastDay: '2026-06-30', until: '2026-06-30T16:00:00.000Z', publishedOn: '2026-06-10' },
    });
  });
});

describe('a complaint', () => {
  let job: string;
  const link = { label: '打开工作台', url: expect.stringContaining('/desk/notice/?id=') };
  const official = { to: FIRST, language: 'zh', link };
  beforeAll(async () => {
    at(START);
    job = await published({ ...JOB, text: { zh: { title: '高薪招工', body: '先交押金。' } } });
  });

  test('comes without a name, is told to whoever answers for the unit, and stands on their desk', async () => {
    const said = { once: 'a'.repeat(20), reason: 'asks-for-money', words: '要先交 500 元' };
    expect(await complain(job, said)).toMatchObject({ status: 201, body: { received: true } });
    expect((await complain(job, said)).status).toBe(201);
    await deliverAll();
    expect(sent).toEqual([
      {
        ...{ ...official, effect: expect.stringMatching(/#/), subject: '有人举报：高薪招工' },
        text: '德庆旺姆，您好：\n\n有人举报这条信息：要先交钱。要先交 500 元\n现有 1 次举报，满 3 次将自动撤下，等您处理。',
      },
    ]);
    const { body } = await call('GET /notices/{id}/record', { as: FIRST, params: { id: job } });
    expect(body.open).toEqual([
      { at: START, reason: 'asks-for-money', reasonText: '要先交钱', words: '要先交 500 元' },
    ]);
    expect(JSON.stringify(body)).not.toContain('127.0.0.1');
  });

  test('the third takes it off every page until the official decides', async () => {
    await complain(job, { reason: 'fraud' });
    await complain(job, { reason: 'other' });
    await deliverAll();
    expect(sent.map((m) => m.subject)).toEqual(['有人举报：高薪招工', '已撤下，请处理：高薪招工']);
    expect(sent[1]?.text).toContain('被举报 3 次');
    expect(await listed({ kind: 'job' })).toEqual(['招骑手']);
    expect(await see(job)).toMatchObject({ status: 404, body: { code: 'notice-held' } });
    expect((await complain(job, { reason: 'fraud' })).status).toBe(404);
    const { body } = await call('GET /notices/units/{unit}', { as: FIRST, params: { unit: UNIT } });
    const row = body.notices.find((n: { id: string }) => n.id === job);
    expect(row).toMatchObject({ title: '高薪招工', stage: 'held', complaints: 3 });
    expect((await act(job, 'keep', {}, WORKER)).status).toBe(403);
    const kept = (await act(job, 'keep')).body;
    expect([kept.stage, kept.open, kept.complaints]).toEqual(['published', [], 3]);
    expect((await see(job)).status).toBe(200);
    expect((await act(job, 'withdraw', { reason: '核实确有押金' })).body.stage).toBe('withdrawn');
    expect(await see(job)).toMatchObject({ status: 410, body: { code: 'notice-ended', status: 410 } });
  });

  test.each<[name: string, body: object, fields: object]>([
    ['without a reason', {}, { path: 'reason', code: 'required' }],
    ['of a reason that there is not', { reason: 'x' }, { path: 'reason', code: 'not-a-choice' }],
    ['too long', { reason: 'other', words: '长'.repeat(501) }, { path: 'words', code: 'too-long' }],
    ['with a name', { reason: 'other', name: '卓玛' }, { path: 'name', code: 'unknown-field' }],
  ])('%s is refused', async (_, body, field) => {
    const id = await published(NOTICE);
    expect(await complain(id, body)).toMatchObject({ status: 400, body: { fields: [field] } });
    await act(id, 'withdraw', { reason: '试发' });
  });
});

describe('its time', () => {
  test('when its last day is over it is nowhere, though its clock is late', async () => {
    const id = await published({ ...NOTICE, text: { zh: { title: '短通知', body: '一天。' } }, until: '2026-06-10' });
    at('2026-06-10T15:59:59.000Z');
    expect((await see(id)).status).toBe(200);
    at('2026-06-10T16:00:00.000Z');
    expect(await listed()).not.toContain('短通知');
    expect(await see(id)).toMatchObject({ status: 410, body: { code: 'notice-ended' } });
    const page = await call('GET /notices/{id}', { params: { id }, headers: BROWSER });
    expect([page.status, page.text]).toEqual([410, expect.stringContaining('这条信息已经到期或撤回')]);
    expect((await complain(id, { reason: 'fraud' })).status).toBe(410);
    const { body } = await call('GET /notices/units/{unit}', { as: FIRST, params: { unit: UNIT } });
    expect(body.notices.find((n: { id: string }) => n.id === id).stage).toBe('ended');
  });

  test('a draft whose last day is over is not published', async () => {
    const { id } = (await write({ ...NOTICE, until: '2026-06-10' })).body;
    at('2026-06-11T02:00:00.000Z');
    expect(await act(id, 'publish')).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'until', code: 'past' }] },
    });
  });
});

describe('a change', () => {
  test('is a revision that says what it said before, on record and to the public', async () => {
    const id = await published(JOB);
    at('2026-06-11T02:00:00.000Z');
    const { kind: _, ...said } = { ...JOB, contact: '0891-6111111' };
    const changed = (await act(id, 'change', said, WORKER)).body;
    expect(changed).toMatchObject({ revision: 1, said: { contact: '0891-6111111' } });
    expect(changed.history.map((h: { text: string }) => h.text)).toEqual(['写好草稿', '发布', '修改为']);
    expect((await see(id)).body).toMatchObject({ contact: '0891-6111111', changedOn: '2026-06-11' });
    expect((await act(id, 'change', { ...said, until: '2026-06-01' })).body.fields).toMatchObject([{ path: 'until' }]);
    expect((await act(id, 'change', { ...said, area: '999999' })).body.fields).toMatchObject([
      { code: 'unknown-area' },
    ]);
    expect((await act(id, 'change', { ...said, stations: ['nowhere'] })).body.fields).toMatchObject([
      { path: 'stations.0', code: 'unknown-station' },
    ]);
    expect((await act(id, 'change', { ...said, stations: ['gonjo-dongfeng'] })).body.fields).toMatchObject([
      { path: 'stations.0', code: 'elsewhere' },
    ]);
    await act(id, 'withdraw', { reason: '试发' });
  });
});

describe('pages', () => {
  const page = (route: string, about = {}) => call(route, { headers: BROWSER, ...about });
  test('the list finds by a form without script, in the reader’s language, and escapes what units write', async () => {
    const id = await published({ ...NOTICE, text: { zh: { title: '<b>清扫</b>', body: '"<script>"\n第二段' } } });
    const { text } = await page('GET /notices', { query: { q: '清扫', lang: 'en' } });
    expect(text).toContain('lang="en"');
    expect(text).toContain('<strong lang="zh-Hans-CN">&lt;b&gt;清扫&lt;/b&gt;</strong>');
    expect(text).toContain('<form class="filters" action="/notices" method="get"');
    const one = (await page('GET /notices/{id}', { params: { id } })).text;
    expect(one).not.toContain('<script>');
    expect(one).toContain('<p>第二段</p>');
    expect(one).toContain(`action="/notices/${id}/complaints?lang=zh"`);
    expect(one).toMatch(/name="once" value="[0-9a-f]{20}"/);
    await act(id, 'withdraw', { reason: '试发' });
  });

  test('pages of many turn over', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 22; i++)
      ids.push(await published({ ...NOTICE, text: { zh: { title: `第${i}条`, body: '长'.repeat(1000) } } }));
    const first = await page('GET /notices', { query: { q: '条' } });
    expect(first.text.match(/<li>/g)).toHaveLength(20);
    expect(Buffer.byteLength(first.text)).toBeLessThan(50 * 1024);
    expect(first.text).toContain('page=2');
    const second = await page('GET /notices', { query: { q: '条', page: '2' } });
    expect(second.text.match(/<li>/g)).toHaveLength(2);
    expect((await call('GET /notices', { query: { q: '条', limit: '100' } })).body.notices).toHaveLength(22);
    for (const id of ids) await act(id, 'withdraw', { reason: '试发' });
  });

  test('a complaint that is not right comes back with what was filled in', async () => {
    const id = await published(NOTICE);
    const wrong = { reason: 'other', words: '长'.repeat(501) };
    const back = await page('POST /notices/{id}/complaints', { params: { id }, body: wrong });
    expect([back.status, back.text]).toEqual([400, expect.stringContaining('complain-words-error')]);
    const good = await page('POST /notices/{id}/complaints', { params: { id }, body: { reason: 'other' } });
    expect([good.status, good.text]).toEqual([201, expect.stringContaining('收到了，谢谢')]);
  });

  test('what is not there says so', async () => {
    const { status, text } = await page('GET /notices/{id}', { params: { id: 'f'.repeat(20) } });
    expect([status, text]).toEqual([404, expect.stringContaining('没有找到')]);
  });
});
