import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { spacedReceipt } from '../../shared/receipt.ts';
import type { Item } from '../../shared/table.ts';
import { type Answer, type Kora, startKora } from '../support/app.ts';

/** A tip-off with three messages, a claimed reward and its deletion; and what all of it has left behind, where. */

const MIGMAR = 'migmar@lhasa-anti-drug.kora.example';
const WANGJUN = 'wangjun@lhasa-anti-drug.kora.example';
const DOLKAR = 'dolkar@lhasa-anti-drug.kora.example';
const ADMIN = 'tenzin@platform.kora.example';
const WORKER = 'tsedroma@jiarong.kora.example';

/** What a sender's browser says of itself with every request. */
const SENDER = {
  'user-agent': 'Mozilla/5.0 (Linux; Android 15; PROBE-PHONE-77)',
  'x-forwarded-for': '203.0.113.77',
  'accept-language': 'bo',
};
const ORIGIN = ['PROBE-PHONE-77', '203.0.113.77', '127.0.0.1'];

const receipt = newReceipt();
const TEXT = {
  place: '纳金乡河湾后面第三个大棚',
  account: '大棚里种了两垄罂粟，已经开红花',
  question: '大棚晚上有人看守吗',
  answer: '晚上有一个人，开白色皮卡',
  news: '已经铲除，谢谢',
  done: '与派出所一同到场，铲除八百余株',
};

let kora: Kora;
let id = '';
const read = (as: string, reason = '核查线索') => kora.api('POST', `/tips/${id}/readings`, { as, body: { reason } });
const acts = (as: string, action: string, body: unknown = {}) =>
  kora.api('POST', `/tips/${id}/actions/${action}`, { as, body });
const follow = (body: Record<string, unknown> = {}, action = ''): Promise<Answer> =>
  kora.api('POST', `/tips/follow${action && `/${action}`}`, { body: { receipt, ...body }, headers: SENDER });
const actionsOf = (answer: Answer): string[] => answer.body.actions.map((a: { action: string }) => a.action);

/** Everything that stands in every table, by table. */
const tables = async (): Promise<Map<string, Item[]>> => {
  const { endpoints } = (await kora.api('GET', '/local/services')).body;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({
    ...{ region: 'ap-southeast-1', credentials },
    endpoint: endpoints.AWS_ENDPOINT_URL_DYNAMODB,
  });
  const documents = DynamoDBDocumentClient.from(client);
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const found = new Map<string, Item[]>();
  for (const TableName of TableNames) {
    const { Items = [], LastEvaluatedKey } = await documents.send(new ScanCommand({ TableName }));
    expect(LastEvaluatedKey).toBeUndefined();
    found.set(TableName.replace(/-[0-9a-f]+$/, ''), Items);
  }
  client.destroy();
  return found;
};

/** The unit chooses how long it keeps what has ended. */
const keepFor = async (keep: string): Promise<void> => {
  const path = '/directory/units/lhasa-anti-drug';
  const { id: _, ...unit } = (await kora.api('GET', path, { as: ADMIN })).body;
  const settings = { ...unit.settings, tips: { keep } };
  expect((await kora.api('PUT', path, { as: ADMIN, body: { ...unit, settings } })).status).toBe(200);
};

const TIPS = /^kora-local-tipsdata/;
const ownItems = async (): Promise<Item[]> => {
  const [, items = []] = [...(await tables())].find(([name]) => TIPS.test(name)) ?? [];
  return items;
};

beforeAll(async () => {
  kora = await startKora({ at: '2026-06-10T09:00:00+08:00' });
  await keepFor('P30D');
});
afterAll(() => kora?.stop());

describe('a tip-off', () => {
  test('is handed in without a name; the same again is the same one', async () => {
    const body = { receipt, matter: 'growing', county: '540102', place: TEXT.place, account: TEXT.account };
    const answers = [];
    for (let i = 0; i < 2; i++) answers.push(await kora.api('POST', '/reports/tip', { body, headers: SENDER }));
    for (const { status, body: received, headers } of answers) {
      expect(status).toBe(201);
      expect(received).toMatchObject({ receipt, location: '/tips/follow', type: 'tip', receivedOn: '2026-06-10' });
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    const other = await kora.api('POST', '/reports/tip', { body: { ...body, place: '别处' }, headers: SENDER });
    expect([other.status, other.body.code]).toEqual([409, 'receipt-taken']);
  });

  test('asks for nothing about its sender, and takes nothing that is offered', async () => {
    const body = { matter: 'growing', county: '540102', place: 'x', account: 'y', name: '卓玛', phone: '13908940001' };
    const { status, body: problem } = await kora.api('POST', '/reports/tip', { body });
    expect(status).toBe(400);
    expect(problem.fields.map((f: { path: string }) => f.path).sort()).toEqual(['name', 'phone']);
  });

  test('is not taken where nobody would read it', async () => {
    const body = { matter: 'growing', county: '540423', place: 'x', account: 'y' };
    const { status, body: problem } = await kora.api('POST', '/reports/tip', { body });
    expect([status, problem.fields[0].path, problem.fields[0].code]).toEqual([400, 'county', 'outside']);
  });

  test('both officers are told that there is something, and nothing of it', async () => {
    await kora.settle();
    const mails = await kora.mail();
    expect(mails.map((m) => m.to).sort()).toEqual([MIGMAR, WANGJUN]);
    for (const m of mails) expect(JSON.stringify(m)).not.toMatch(/540102|城关|罂粟|大棚|growing/);
  });

  test('stands in the officers’ list; to everybody else it is not there', async () => {
    const { body } = await kora.api('GET', '/tips', { as: MIGMAR });
    expect(body.tips).toMatchObject([{ stage: { code: 'received' }, unread: true, receivedOn: '2026-06-10' }]);
    expect(JSON.stringify(body)).not.toMatch(/大棚|两垄/);
    id = body.tips[0].id;
    for (const as of [ADMIN, WORKER, DOLKAR]) {
      expect((await kora.api('GET', '/tips', { as })).status, as).toBe(403);
      expect((await read(as)).status, as).toBe(404);
      expect((await acts(as, 'close', { outcome: 'unfounded' })).status, as).toBe(404);
      expect((await kora.api('GET', `/cases/${id}`, { as })).status, as).toBe(404);
    }
    expect((await kora.api('POST', `/tips/${id}/readings`, { body: { reason: 'x' } })).status).toBe(401);
  });

  test('is unknown to the function that follows reports', async () => {
    const { status, body } = await kora.api('GET', `/reports/${receipt}`);
    const unknown = await kora.api('GET', `/reports/${newReceipt()}`);
    expect(status).toBe(404);
    expect({ ...body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    const typed = await kora.api('POST', '/reports/find', { form: { receipt }, headers: { accept: 'text/html' } });
    expect([typed.status, typed.headers.get('location')]).toEqual([404, null]); // it gets into no address there either
  });

  test('is read for a reason, which is put on record', async () => {
    expect((await kora.api('POST', `/tips/${id}/readings`, { as: MIGMAR, body: {} })).status).toBe(400);
    const { body } = await read(MIGMAR);
    expect(body).toMatchObject({ place: TEXT.place, account: TEXT.account, stage: { code: 'assessing' } });
    expect(body.readings).toMatchObject([{ by: { id: MIGMAR }, reason: '核查线索' }]);
    expect(actionsOf({ body } as Answer)).toEqual(['ask', 'answer', 'act', 'close']);
  });

  test('three messages go to and fro', async () => {
    expect((await acts(MIGMAR, 'ask', { text: TEXT.question })).body.stage.code).toBe('asked');
    const seen = await follow();
    expect(seen.body.messages).toMatchObject([{ from: 'unit', on: '2026-06-10', text: TEXT.question }]);
    expect(JSON.stringify(seen.body)).not.toMatch(/米玛次仁|migmar|大棚里/);
    expect(actionsOf(seen)).toEqual(['reply']);

    await kora.advance('P1D');
    const answered = await follow({ text: TEXT.answer }, 'reply');
    expect([answered.status, answered.body.stage.code]).toEqual([200, 'assessing']);
    await kora.settle();
    expect((await kora.mail(WANGJUN)).length).toBe(2);
    const { body } = await read(WANGJUN, '回复已到');
    expect(body.messages.map((m: { text: string }) => m.text)).toEqual([TEXT.question, TEXT.answer]);
    expect(body.readings).toHaveLength(2);

    expect((await acts(WANGJUN, 'act', { note: TEXT.done })).body.stage.code).toBe('acted');
    expect((await acts(WANGJUN, 'answer', { text: TEXT.news })).status).toBe(200);
    expect((await follow()).body.messages).toHaveLength(3);
    const { history } = (await read(WANGJUN)).body;
    expect(history).toMatchObject([{ by: '王军', text: '记下采取的行动', note: TEXT.done }]);
  });

  test('once it proved true a reward is proposed, and somebody else approves it without reading the tip-off', async () => {
    expect((await acts(WANGJUN, 'close', { outcome: 'founded' })).body.stage.code).toBe('kept');
    expect((await acts(WANGJUN, 'propose', { amountFen: 600_000, reason: '查实' })).status).toBe(400);
    expect((await acts(WANGJUN, 'propose', { amountFen: 100_000, reason: '查实' })).body.stage.code).toBe('proposed');
    expect((await acts(WANGJUN, 'approve')).body.code).toBe('four-eyes');
    expect((await follow()).body).toMatchObject({ stage: { code: 'kept' }, outcome: 'founded' });
    const { body } = await kora.api('GET', '/tips/rewards', { as: DOLKAR });
    expect(body.rewards).toMatchObject([{ id, reward: { amountFen: 100_000, proposedBy: '王军' } }]);
    expect(JSON.stringify(body)).not.toMatch(/大棚|皮卡|540102/);
    expect((await read(DOLKAR)).status).toBe(404);
    expect((await acts(DOLKAR, 'approve')).body.stage.code).toBe('claimable');
  });

  test('it is claimed by receipt, without a name, by whoever declares that it was not their job', async () => {
    const waiting = await follow();
    expect(waiting.body.reward).toMatchObject({ amountFen: 100_000, by: '2026-08-11' });
    const refused = await follow({ collectedBy: 'proxy', notOnDuty: false }, 'claim');
    expect([refused.status, refused.body.fields[0].code]).toEqual([400, 'declaration']);
    const claimed = await follow({ collectedBy: 'proxy', notOnDuty: true }, 'claim');
    expect(claimed.body.reward.code).toMatch(/^\d{10}$/);
    for (const said of ['2026-08-11', 'ལྷ་ས་གྲོང་ཁྱེར་དུག་རྫས་བཀག་སྡོམ་རུ་ཁག', claimed.body.reward.code])
      expect(claimed.body.reward.text).toContain(said); // until when, where, and what to say there
    expect((await follow()).body.reward.code).toBe(claimed.body.reward.code);
  });

  test('it is paid against the code, by somebody other than who approved', async () => {
    const { code } = (await follow()).body.reward;
    const offered = async (as: string) =>
      (await kora.api('GET', '/tips/rewards', { as })).body.rewards.map((r: Answer['body']) =>
        actionsOf({ body: r } as Answer),
      );
    expect([await offered(MIGMAR), await offered(DOLKAR)]).toEqual([[['pay']], [[]]]); // nobody need read it to pay
    const wrong = String((BigInt(code) + 1n) % 10_000_000_000n).padStart(10, '0');
    expect((await acts(MIGMAR, 'pay', { code: wrong, voucher: 'V-1' })).body.fields[0].code).toBe('wrong-code');
    expect((await acts(DOLKAR, 'pay', { code, voucher: 'V-1' })).status).toBe(404);
    expect((await acts(MIGMAR, 'pay', { code, voucher: 'V-1' })).body.reward.paid).toBe(true);
    expect((await follow()).body.reward.text).toContain('1000');
  });
});

describe('the promise: what it has left anywhere', () => {
  const secrets = [receipt, spacedReceipt(receipt), ...Object.values(TEXT)];

  /** Every file of the machine's data folder but the store's, which is looked into item by item. */
  const files = (within = ''): [path: string, content: string][] => {
    const all = readdirSync(kora.data, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    const paths = all.map((f) => join(f.parentPath, f.name)).filter((p) => !/table\.sqlite/.test(p));
    return paths.filter((p) => p.includes(within)).map((p) => [p, readFileSync(p, 'latin1')]);
  };
  const latin = (s: string) => Buffer.from(s, 'utf8').toString('latin1');

  test('no line of any log, no other file: neither origin nor receipt nor text', async () => {
    await kora.settle();
    const found = files().flatMap(([path, content]) =>
      [...secrets, ...ORIGIN.slice(0, 2)].filter((s) => content.includes(latin(s))).map((s) => `${path}: ${s}`),
    );
    expect(found).toEqual([]);
    expect(files().some(([, content]) => content.includes(MIGMAR))).toBe(true); // the search finds what is there
    for (const name of ['tips', 'tipsDeliver', 'reports', 'mailer'])
      expect(kora.log(name), name).not.toMatch(/127\.0\.0\.1|sourceIp|user-?agent|x-forwarded/i);
    expect(kora.log('tips')).toContain('POST /reports/tip'); // it was logged that something came, not what
  });

  test('each line that was logged of its requests: which route, how it went, and no more', () => {
    const lines = files('logs/tips.log')
      .flatMap(([, content]) => content.split('\n'))
      .filter((l) => l !== '')
      .map((l) => JSON.parse(l) as Record<string, unknown>);
    expect(lines.length).toBeGreaterThan(20);
    const fields = new Set(lines.flatMap((l) => Object.keys(l)));
    const always = ['level', 'message', 'timestamp', 'service'];
    expect([...fields].sort()).toEqual([...always, 'routeKey', 'status', 'ms', 'requestId'].sort());
    for (const { routeKey } of lines) expect(String(routeKey)).toMatch(/^(GET|POST) \/[a-z/{}]+(-claim)?$/);
  });

  test('no mail holds anything of it, and none went to the sender', async () => {
    const mails = await kora.mail();
    const about = mails.filter((m) => /举报/.test(m.subject));
    expect(new Set(about.map((m) => m.to))).toEqual(new Set([MIGMAR, WANGJUN, DOLKAR]));
    expect(mails.map((m) => m.to).filter((to) => !to.endsWith('.kora.example'))).toEqual([]);
    const found = mails.flatMap((m) =>
      [...secrets, ...ORIGIN.slice(0, 2), id].filter((s) => JSON.stringify(m).includes(s)),
    );
    expect(found).toEqual([]);
  });

  test('no item of any other table holds its text, its receipt, its id or an origin', async () => {
    for (const [name, items] of await tables()) {
      if (TIPS.test(name)) continue;
      const found = items.flatMap((i) =>
        [...secrets, ...ORIGIN, id].filter((s) => JSON.stringify(i).includes(s)).map((s) => `${i.pk} ${i.sk}: ${s}`),
      );
      expect(found, name).toEqual([]);
    }
  });

  test('its own table holds neither receipt nor code, and no origin', async () => {
    const items = await ownItems();
    expect(items.map((i) => String(i.sk).split('#')[0]).sort()).toEqual(
      ['MESSAGE', 'MESSAGE', 'MESSAGE', 'READING', 'READING', 'READING', 'RECORD'].sort(),
    );
    expect(JSON.stringify(items)).toContain(TEXT.account); // so that what is searched is what there is
    const { code } = (await follow()).body.reward;
    const all = JSON.stringify(items);
    for (const s of [receipt, spacedReceipt(receipt), ...ORIGIN]) expect(all).not.toContain(s);
    expect(code).toBeUndefined();
    expect(all).not.toMatch(/"(language|sourceAddress|userAgent|ip)"/i);
  });

  test('no deadline or message in a queue holds more than an id', async () => {
    const rest = JSON.stringify([
      (await kora.api('GET', '/local/schedules')).body,
      (await kora.api('GET', '/local/queues')).body,
    ]);
    for (const s of [...secrets, ...ORIGIN.slice(0, 2)]) expect(rest).not.toContain(s);
  });

  test('the public reads numbers by month', async () => {
    const { body } = await kora.api('GET', '/tips/figures');
    expect(body.months).toEqual([
      { month: '2026-06', received: 1, founded: 1, unfounded: 0, passedOn: 0, open: 0, rewarded: 1 },
    ]);
  });
});

describe('after its time', () => {
  test('everything is deleted but the number; the receipt is as unknown as any other', async () => {
    const before = (await kora.api('GET', '/tips/figures')).body;
    await kora.advance('P32D');
    await kora.settle();
    expect((await follow()).status).toBe(404);
    expect((await read(MIGMAR)).status).toBe(404);
    const items = await ownItems();
    expect(items.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual(['TIPFIGURES#lhasa-anti-drug 2026-06']);
    expect((await kora.api('GET', '/tips/figures')).body).toEqual(before);
  });
});
