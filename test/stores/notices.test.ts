import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mail } from '../../shared/mail.ts';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';

const sent: (Mail & { effect: string })[] = [];
vi.mock('../../shared/mail.ts', async (original) => ({
  ...(await original<object>()),
  queueMail: async (effect: string, mails: Mail[]) => void sent.push(...mails.map((m) => ({ ...m, effect }))),
}));
vi.mock('../../shared/workflow/clocks.ts', async (original) => ({
  ...(await original<object>()),
  setClock: async () => {},
  clearClock: async () => {},
}));

/** A Wednesday morning in Lhasa. */
const START = '2026-06-10T02:00:00.000Z';
const at = (moment: string) => vi.setSystemTime(new Date(moment));
vi.useFakeTimers({ toFake: ['Date'] });
at(START);

Object.assign(process.env, { STAGE_SECRET: 'a secret of sixteen or more', SITE_URL: 'https://kora.example' });
const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { handler } = await import('../../functions/notices/api.ts');
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
    await published({ ...NOTICE, text: { bo: { title: 'བརྡ་ཐོ།', body: 'ནང་དོན།' } }, stations: ['gonjo-dongfeng'] });
  });

  test.each<[query: Record<string, string>, titles: string[]]>([
    [{}, ['བརྡ་ཐོ།', '停水通知', '招骑手']],
    [{ kind: 'job' }, ['招骑手']],
    [{ q: '电动车 配送' }, ['招骑手']],
    [{ q: 'LUNCH' }, ['招骑手']],
    [{ q: '没有这个' }, []],
    [{ area: '540102' }, ['བརྡ་ཐོ།', '停水通知', '招骑手']],
    [{ area: '54' }, ['བརྡ་ཐོ།', '停水通知', '招骑手']],
    [{ area: '540103' }, []],
    [{ area: '540323' }, []],
    [{ station: 'gonjo-dongfeng' }, ['བརྡ་ཐོ།']],
    [{ station: 'gonjo-elsewhere' }, []],
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
