import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv } from '../../shared/csv.ts';
import { newReceipt } from '../../shared/ids.ts';
import { type Answer, type Kora, startKora } from '../support/app.ts';
import { Inside } from '../support/inside.ts';
import { caseOf, done, goodReport, must, PEOPLE } from '../support/journey.ts';

/** What must stay where it belongs: after a whole rescue with a reward, in logs, in a leaked table, in mail, in spreadsheets. */

/** What a reporter tells, and nobody else may repeat. */
const SECRETS = {
  name: '措姆拉珍',
  phone: '13908947766',
  email: 'tsomo.lhadron@home.example',
  address: '墨脱村七号院东屋',
  details: '翅膀上有一圈红线',
  added: '它挪到了石墙后面',
  payee: '措姆拉珍之兄',
  account: '6222021234567894',
};
const FORMULA = '=HYPERLINK("http://x.example","x")';

let kora: Kora;
let inside: Inside;
let receipt: string;
let id: string;
let number: string;
let reward: string;
/** Every answer of the story. */
const answers: { what: string; answer: Answer }[] = [];

beforeAll(async () => {
  kora = await startKora({ at: '2026-06-10T01:00:00.000Z' });
  inside = await Inside.of(kora);
  await report();
  await rescue();
  await pay();
  await kora.settle();
});
afterAll(async () => {
  inside?.close();
  await kora?.stop();
});

const ask = async (...asked: Parameters<Kora['api']>): Promise<Answer> => {
  const answer = await kora.api(...asked);
  answers.push({ what: `${asked[0]} ${asked[1]}`, answer });
  return answer;
};

const report = async () => {
  receipt = newReceipt();
  const reporter = { name: SECRETS.name, phone: SECRETS.phone, email: SECRETS.email, address: SECRETS.address };
  const body = goodReport(await kora.now(), { receipt, reporter, details: SECRETS.details, wantsReward: true });
  must(await ask('POST', '/reports/wildlife', { body }), 201);
  await kora.settle();
  ({ id, number } = await caseOf(kora, receipt));
  must(await ask('POST', `/reports/${receipt}/actions/add-information`, { body: { text: SECRETS.added } }), 200);
  // refusals are logged too
  await ask('POST', '/reports/wildlife', { body: { ...body, count: 0 } });
  await ask('POST', '/reports/wildlife', { body: { ...body, details: `${SECRETS.details}!` } });
  await ask('GET', `/reports/${receipt}x`);
  await ask('GET', `/reports/${receipt}`, { headers: { accept: 'text/html' } });
  await ask('POST', '/reports/find', { form: { receipt }, headers: { accept: 'text/html' } });
};

const rescue = async () => {
  const { body } = await ask('GET', `/wildlife/species?q=${encodeURIComponent('黑鸢')}`);
  await done(kora, id, 'accept');
  await done(kora, id, 'arrive');
  await done(kora, id, 'assess', { speciesKey: body.species[0].key, condition: 'injured' });
  await done(kora, id, 'log-care', { treatment: FORMULA }, { part: 'a1' });
  await done(kora, id, 'release', { place: '林缘', suits: '同一生境' }, { part: 'a1' });
  await done(kora, id, 'close', { note: '办结' });
};

const pay = async () => {
  const { rewards } = (await ask('GET', `/cases/${id}`, { as: PEOPLE.official })).body;
  reward = rewards[0].id;
  const decide = async (as: string, action: string, body: object) =>
    must(await ask('POST', `/rewards/${reward}/actions/${action}`, { as, body }), 200);
  await decide(PEOPLE.proposer, 'propose', {});
  await decide(PEOPLE.approver, 'approve', { note: FORMULA });
  const payee = {
    payeeName: SECRETS.payee,
    method: 'bank',
    bank: '农行',
    account: SECRETS.account,
    payeeConsent: '2026-11',
  };
  must(await ask('POST', `/reports/${receipt}/actions/claim`, { body: payee }), 200);
  must(await ask('GET', `/rewards/${reward}/payee?reason=pay`, { as: PEOPLE.proposer }), 200);
  await decide(PEOPLE.proposer, 'pay', { method: 'bank', voucher: FORMULA });
};

/** Every file that anything has logged to, by name. */
const logs = (): Map<string, string> => {
  const folder = join(kora.data, 'logs');
  return new Map(readdirSync(folder).map((f) => [f, readFileSync(join(folder, f), 'utf8')]));
};

describe('logs', () => {
  test('are written, in lines of JSON with request ids and route keys', () => {
    const lines = (logs().get('reports.log') ?? '')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    const answered = lines.filter((l) => l.message === 'answered');
    expect(answered.length).toBeGreaterThanOrEqual(7);
    for (const l of answered) {
      expect(l.routeKey).toMatch(/^(GET|POST) \/reports/);
      expect([typeof l.requestId, typeof l.status, typeof l.ms]).toEqual(['string', 'number', 'number']);
    }
  });

  test.each(Object.entries(SECRETS))('hold no %s of anybody', (_, secret) => {
    for (const [file, content] of logs()) expect(content.includes(secret), file).toBe(false);
  });

  test('hold no receipt, no token, and no staff’s address', async () => {
    const token = await kora.token(PEOPLE.responder);
    const action = (await kora.mail(PEOPLE.responder)).flatMap((m) => m.links).find((l) => l.includes('#token='));
    const secrets = [receipt, token, action?.split('#token=')[1] ?? 'no link', PEOPLE.responder, PEOPLE.proposer];
    for (const [file, content] of logs())
      for (const secret of secrets) expect(content.includes(secret), `${secret} in ${file}`).toBe(false);
  });
});

describe('a table that leaked', () => {
  test('holds no receipt, and no key that opens one', async () => {
    const dump = JSON.stringify(await inside.items());
    expect(dump).toContain(id);
    expect(dump).not.toContain(receipt);
    expect(dump).not.toMatch(/"\d{16}"/);
    const { status } = await kora.api('GET', `/reports/${id}`);
    expect(status).toBe(400);
  });

  test('holds who is paid only under lock', async () => {
    const dump = JSON.stringify(await inside.items());
    for (const secret of [SECRETS.payee, SECRETS.account, '农行']) expect(dump).not.toContain(secret);
  });

  test('tells of the reporter in the case alone, not in indexes, rewards or what was mailed', async () => {
    const others = (await inside.items()).filter((i) => i.pk !== `CASE#${id}` || i.sk !== 'RECORD');
    const own = (await inside.items()).find((i) => i.pk === `CASE#${id}` && i.sk === 'RECORD');
    const indexed = JSON.stringify([own?.card, own?.facts]);
    for (const secret of [SECRETS.phone, SECRETS.address, SECRETS.details, SECRETS.added]) {
      expect(JSON.stringify(others)).not.toContain(secret);
      expect(indexed).not.toContain(secret);
    }
    expect(indexed).not.toContain(SECRETS.name);
  });
});

describe('mail', () => {
  test('holds neither the receipt nor who reported', async () => {
    const mails = await kora.mail();
    expect(mails.length).toBeGreaterThan(5);
    for (const { to, subject, text, html = '', headers } of mails) {
      const all = [subject, text, html, to === SECRETS.email ? '' : JSON.stringify(headers)].join('\n');
      for (const secret of [receipt, SECRETS.name, SECRETS.phone, SECRETS.address, SECRETS.payee, SECRETS.account])
        expect(all.includes(secret), `${secret} to ${to}`).toBe(false);
    }
  });
});

describe('what anybody may see', () => {
  test('of a report by its receipt: enough to know whose it is, the contact masked', async () => {
    const text = JSON.stringify((await kora.api('GET', `/reports/${receipt}`)).body);
    for (const secret of [SECRETS.phone, SECRETS.email, SECRETS.payee, SECRETS.account])
      expect(text).not.toContain(secret);
  });

  test('of the figures: no person, no receipt, no words of a report', async () => {
    for (const query of ['', '&format=csv']) {
      const text = JSON.stringify((await kora.api('GET', `/bulletin?from=2026-03-30${query}`)).body);
      expect(text).toContain('墨脱镇');
      for (const secret of [...Object.values(SECRETS), receipt, number, id, '观景台'])
        expect(text).not.toContain(secret);
    }
  });
});

describe('a formula', () => {
  test('in the ledger is text to a spreadsheet', async () => {
    const path = '/rewards/ledger?unit=medog-biodiversity-association&year=2026&format=csv';
    const { body, headers } = must(await kora.api('GET', path, { as: PEOPLE.approver }), 200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
    expect(body).toContain(`"'=HYPERLINK(""http://x.example"",""x"")"`);
    expect(body).not.toMatch(/(^|,|")=HYPERLINK/m);
  });

  test.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝cmd()', '＋1', '－1', '＠x'])(
    'of every kind: %j',
    (text) => {
      expect(csv([[text]])).toMatch(/^\ufeff"?'/);
      expect(csv([[`村${text}`]])).not.toContain("'");
    },
  );
});

describe('every answer', () => {
  const HEADERS = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
    'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
    'cache-control': expect.stringMatching(/./),
  };

  test('of a function carries the headers that keep a browser safe, refusals and files too', async () => {
    await ask('GET', '/bulletin?from=2026-03-30&format=csv');
    await ask('GET', '/bulletin?from=2026-03-30', { headers: { accept: 'text/html' } });
    await ask('GET', `/cases/${'f'.repeat(32)}`, { as: PEOPLE.official });
    await ask('POST', '/reports/unicorn', { body: {} });
    await ask('POST', '/reports/wildlife', { form: {}, headers: { accept: 'text/html' } });
    for (const { what, answer } of answers) expect(Object.fromEntries(answer.headers), what).toMatchObject(HEADERS);
  });

  test('that refuses is a problem with a code and the id of its request, which is in the log', () => {
    const refusals = answers.filter(({ answer }) => answer.status >= 400 && typeof answer.body === 'object');
    expect(refusals.length).toBeGreaterThanOrEqual(5);
    const log = [...logs().values()].join('\n');
    for (const { what, answer } of refusals) {
      expect(answer.body, what).toMatchObject({
        status: answer.status,
        code: expect.any(String),
        type: expect.any(String),
      });
      expect(log.includes(answer.body.requestId), what).toBe(true);
    }
  });

  test('of the site carries them as well', async () => {
    for (const path of ['/', '/report/wildlife/', '/desk/', '/act/', '/no-such-page'])
      expect(Object.fromEntries((await kora.api('GET', path)).headers), path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'content-security-policy': expect.stringMatching(/frame-ancestors 'none'/),
      });
  });
});
