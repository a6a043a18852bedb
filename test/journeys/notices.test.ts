import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { must } from '../support/journey.ts';

/** A job on the board of a rest station: from a unit that is not verified yet to its last day, and a fraud that readers stop. */

const ADMIN = 'tenzin@platform.kora.example';
const FIRST = 'dekyi.wangmo@jiarong.kora.example';
const WORKER = 'tsedroma@jiarong.kora.example';
const UNION = 'tsomo@gonjo-union.kora.example';
const STATION = 'gonjo-dongfeng';

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: '2026-06-10T02:00:00.000Z' });
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => kora?.stop());

const JOB = {
  kind: 'job',
  text: { zh: { title: '外卖骑手', body: '包午餐，签合同。' }, bo: { title: 'ཟས་སྐྱེལ་མཁན།', body: 'ཉིན་གུང་ཟས་ཡོད།' } },
  ...{ area: '540322', stations: [STATION], until: '2026-06-20', place: '东风路', contact: '0895-4500000' },
  job: { employer: '某配送站', pay: { per: 'month', fromFen: 500_000, toFen: 800_000 }, openings: 5, for: ['riders'] },
};
const NOTICE = {
  kind: 'notice',
  text: { zh: { title: '停水通知', body: '6月12日上午停水。' } },
  ...{ area: '540102', until: '2026-06-12' },
};

const write = (unit: string, as: string, body: object) => kora.api('POST', `/notices/units/${unit}`, { as, body });
const act = async (id: string, action: string, as: string, body: object = {}) => {
  const answer = await kora.api('POST', `/notices/${id}/actions/${action}`, { as, body });
  await kora.settle();
  return answer;
};
const published = async (unit: string, as: string, body: object): Promise<string> => {
  const { id } = must(await write(unit, as, body), 201).body;
  must(await act(id, 'publish', as), 200);
  return id;
};
const titles = async (query: string): Promise<string[]> =>
  must(await kora.api('GET', `/notices?${query}`), 200).body.notices.map((n: { title: string }) => n.title);

/** Every mail about notices, whoever got it; a community's week goes on beside them. */
const mails = async () =>
  (await kora.mail()).filter((m) => m.to === UNION || m.text.includes('举报') || m.text.includes('骑手'));

let job = '';

test('a unit publishes nothing until an administrator has verified it, and only an administrator can', async () => {
  const refused = await write('jiarong-community', FIRST, NOTICE);
  expect([refused.status, refused.body.code]).toEqual([403, 'not-verified']);
  const at = '/directory/units/jiarong-community';
  const { id: _, ...unit } = must(await kora.api('GET', at, { as: ADMIN }), 200).body;
  const body = { ...unit, settings: { ...unit.settings, public: { verified: true } } };
  expect((await kora.api('PUT', at, { as: FIRST, body })).status).toBe(403);
  must(await kora.api('PUT', at, { as: ADMIN, body }), 200);
  const { id } = must(await write('jiarong-community', WORKER, NOTICE), 201).body;
  expect((await act(id, 'publish', WORKER)).status).toBe(403);
  must(await act(id, 'publish', FIRST), 200);
});

test('a job hangs at its station, and is found by place, kind and words', async () => {
  job = await published('gonjo-union', UNION, JOB);
  expect(await titles(`station=${STATION}`)).toEqual(['外卖骑手']);
  expect(await titles('station=gonjo-kaixuan')).toEqual([]);
  const board = await kora.api('GET', `/notices?station=${STATION}&lang=zh`, { headers: { accept: 'text/html' } });
  expect(board.body).toContain(`<a href="/stations/${STATION}?lang=zh">东风警务站爱心驿站</a>`);
  expect(await titles('area=540322&kind=job')).toEqual(['外卖骑手']);
  expect(await titles(`q=${encodeURIComponent('配送站 合同')}`)).toEqual(['外卖骑手']);
  expect(await titles('area=540423')).toEqual([]);
  expect(await titles(`station=${STATION}&lang=bo`)).toEqual(['ཟས་སྐྱེལ་མཁན།']);
  const [shown] = (await kora.api('GET', `/notices?station=${STATION}`)).body.notices;
  expect(shown).toMatchObject({
    ...{ id: job, kind: 'job', place: '东风路', contact: '0895-4500000', unit: '贡觉县总工会' },
    ...{ until: '2026-06-20T16:00:00.000Z', pay: { per: 'month', fromFen: 500_000, text: '每月 5000–8000 元' } },
  });
});

test('what it says changes, and what it said stays on record', async () => {
  const { kind: _, ...said } = { ...JOB, until: '2026-06-15' };
  const changed = must(await act(job, 'change', UNION, said), 200).body;
  expect(changed).toMatchObject({ revision: 1, said: { until: '2026-06-15' } });
  expect(changed.history.at(-1)).toMatchObject({ text: '修改为', by: '次姆' });
  expect((await kora.api('GET', `/notices/${job}`)).body).toMatchObject({
    lastDay: '2026-06-15',
    changedOn: '2026-06-10',
  });
});

test('a fraud: three readers say so without a name, it is off the board, and the official withdraws it', async () => {
  const text = { zh: { title: '高薪日结', body: '先交押金。' } };
  const fraud = await published('gonjo-union', UNION, { ...JOB, text });
  const page = await kora.api('GET', `/notices/${fraud}`, { headers: { accept: 'text/html' } });
  const [, once = ''] = /name="once" value="([0-9a-f]{20})"/.exec(page.body) ?? [];
  const complain = (form: Record<string, string>) =>
    kora.api('POST', `/notices/${fraud}/complaints`, { form, headers: { accept: 'text/html' } });
  expect((await complain({ once, reason: 'asks-for-money', words: '要交 500 元' })).status).toBe(201);
  expect((await complain({ once, reason: 'asks-for-money', words: '要交 500 元' })).status).toBe(201); // pressed twice
  expect((await complain({ reason: 'fraud' })).status).toBe(201);
  await kora.settle();
  expect(await titles(`station=${STATION}`)).toContain('高薪日结');
  expect((await complain({ reason: 'fraud', words: '打过去是空号' })).status).toBe(201);
  await kora.settle();
  expect(await titles(`station=${STATION}`)).toEqual(['外卖骑手']);
  expect((await kora.api('GET', `/notices/${fraud}`)).body.code).toBe('notice-held');
  expect((await mails()).map((m) => [m.to, m.subject])).toEqual([
    [UNION, '有人举报：高薪日结'],
    [UNION, '有人举报：高薪日结'],
    [UNION, '已撤下，请处理：高薪日结'],
  ]);
  expect((await mails())[2]?.text).toContain('被举报 3 次（最近一次：是诈骗。打过去是空号）');
  const { body } = await kora.api('GET', `/notices/${fraud}/record`, { as: UNION });
  expect([body.stage, body.open.length, body.actions.map((a: { action: string }) => a.action)]).toEqual([
    ...['held', 3, ['keep', 'change', 'withdraw']],
  ]);
  expect((await act(fraud, 'keep', FIRST)).body.code).toBe('other-unit');
  must(await act(fraud, 'withdraw', UNION, { reason: '查实收押金' }), 200);
  expect((await kora.api('GET', `/notices/${fraud}`)).status).toBe(410);
});

test('when its last day is over it is gone everywhere by itself, and says so', async () => {
  await kora.setClock('2026-06-15T15:59:00.000Z');
  expect(await titles(`station=${STATION}`)).toEqual(['外卖骑手']);
  await kora.setClock('2026-06-15T16:01:00.000Z');
  expect(await titles('')).toEqual([]);
  const gone = await kora.api('GET', `/notices/${job}`);
  expect([gone.status, gone.body.code, gone.headers.get('content-type')]).toEqual([
    ...[410, 'notice-ended', 'application/problem+json'],
  ]);
  const page = await kora.api('GET', `/notices/${job}`, { headers: { accept: 'text/html' } });
  expect([page.status, page.body]).toEqual([410, expect.stringContaining('这条信息已经到期或撤回')]);
  const complaint = await kora.api('POST', `/notices/${job}/complaints`, { body: { reason: 'other' } });
  expect(complaint.status).toBe(410);
  const { body } = await kora.api('GET', '/notices/units/gonjo-union', { as: UNION });
  expect(body.notices.map((n: { title: string; stage: string }) => [n.title, n.stage])).toEqual([
    ['高薪日结', 'withdrawn'],
    ['外卖骑手', 'ended'],
  ]);
  expect((await act(job, 'change', UNION, { ...JOB, kind: undefined })).body.code).toBe('not-possible');
  expect(await mails()).toHaveLength(3);
});
