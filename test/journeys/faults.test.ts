import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRoutes } from '../../infra/functions.ts';
import type { ReceivedMail } from '../../infra/local/mailbox.ts';
import type { Item } from '../../shared/table.ts';
import { type Kora, startKora } from '../support/app.ts';
import { Inside } from '../support/inside.ts';
import { act, caseNow, done, goodReport, handIn, must, PEOPLE, TEAM } from '../support/journey.ts';

/** What goes wrong around a rescue, and what people do when it does. One Kora; each story has places and people of its own. */

let kora: Kora;
let inside: Inside;
beforeAll(async () => {
  kora = await startKora({ at: '2026-06-10T01:00:00.000Z' });
  inside = await Inside.of(kora);
});
afterAll(async () => {
  inside?.close();
  await kora?.stop();
});

/** The end of a story: no deadline of it runs into the next, and nothing looks like its duplicate. */
const ended = async (...receipts: string[]) => {
  for (const receipt of receipts)
    must(await kora.api('POST', `/reports/${receipt}/actions/withdraw`, { body: { reason: '已飞走' } }), 200);
  await kora.settle();
};

/** The mails of a case to the staff, in the order in which they went out: to whom, and of what. */
const mailsOf = async (number: string, since = 0): Promise<string[]> =>
  (await kora.mail()).filter((m) => m.number > since && m.text.includes(number)).map((m) => `${m.to} ${topic(m)}`);

const topic = ({ subject }: ReceivedMail): string => subject.split('：')[0] ?? '';

const asked = (people: string[], what: string) => people.map((p) => `${p} ${what}`);

const newest = async (): Promise<number> => (await kora.mail()).at(-1)?.number ?? 0;

/** The action link in the newest mail to a person: its token. */
const tokenOf = async (to: string, number: string): Promise<string> => {
  const mail = (await kora.mail(to)).filter((m) => m.text.includes(number)).at(-1);
  const link = mail?.links.find((l) => l.includes('#token='));
  if (!link) throw new Error(`no action link for ${to} about ${number}`);
  return link.split('#token=')[1] ?? '';
};

const preview = (token: string) => kora.api('POST', '/links/preview', { body: { token } });
const confirm = (token: string, input: object = {}) => kora.api('POST', '/links/confirm', { body: { token, input } });

const eventsOf = (seen: { history: { event: string }[] }): string[] => seen.history.map((h) => h.event);

describe('nobody accepts', () => {
  test('the case escalates to the officials and the lead, each asked once, and its history tells it', async () => {
    const { id, number, receipt } = await handIn(kora);
    expect((await mailsOf(number)).sort()).toEqual(asked(TEAM, '请接单'));
    await kora.advance('PT29M');
    expect(await mailsOf(number)).toHaveLength(3);
    await kora.advance('PT2M');
    expect((await mailsOf(number)).slice(3).sort()).toEqual(asked(PEOPLE.officials, '超时未接单'));
    await kora.advance('PT30M');
    expect((await mailsOf(number)).slice(6)).toEqual(asked([PEOPLE.bureau], '仍无人接单'));
    await kora.advance('PT4H');
    expect((await mailsOf(number)).slice(7)).toEqual(asked([PEOPLE.bureau], '仍无人接单'));
    const seen = await caseNow(kora, id);
    const clocks = eventsOf(seen).filter((e) => e.startsWith('xstate.after'));
    expect(clocks.map((e) => e.split('.')[2])).toEqual(['acceptance', 'acceptance', 'reminder']);
    expect(seen.history.every((h: { text: string; by: string }) => h.text && h.by)).toBe(true);
    await done(kora, id, 'accept', {}, { as: PEOPLE.official });
    await kora.advance('PT8H');
    expect((await mailsOf(number)).filter((m) => /接单/.test(m))).toHaveLength(8);
    await ended(receipt);
  });

  test('a deadline that fires twice is one step', async () => {
    const { id, number, receipt } = await handIn(kora);
    const deadline = (await inside.deadlines()).find((d) => d.name.startsWith(id));
    expect(deadline?.target.input).toContain('acceptance');
    if (deadline) await inside.repeat(deadline);
    await kora.advance('PT31M');
    const seen = await caseNow(kora, id);
    expect(eventsOf(seen).filter((e) => e.startsWith('xstate.after'))).toHaveLength(1);
    expect((await mailsOf(number)).slice(3).sort()).toEqual(asked(PEOPLE.officials, '超时未接单'));
    if (deadline) await inside.repeat({ ...deadline, due: (await kora.now()).slice(0, 19) });
    await kora.advance('PT1M');
    expect((await caseNow(kora, id)).version).toBe(seen.version);
    await ended(receipt);
  });
});

describe('a link in a mail', () => {
  let id: string;
  let number: string;
  let receipt: string;
  beforeAll(async () => {
    ({ id, number, receipt } = await handIn(kora));
  });

  test('shows what it would do and changes nothing, however often it is opened', async () => {
    const token = await tokenOf(PEOPLE.responder, number);
    const before = await inside.everything();
    for (let i = 0; i < 3; i++) {
      const { status, body } = await preview(token);
      expect([status, body.number, body.action.action, body.person]).toEqual([200, number, 'accept', '嘎玛次旺']);
      expect((await kora.api('GET', `/act/?token=${token}`)).status).toBe(200);
      expect((await kora.api('HEAD', `/act/?token=${token}`)).status).toBeLessThan(500);
      expect((await kora.api('GET', `/links/confirm?token=${token}`)).status).toBe(404);
    }
    expect(await inside.everything()).toEqual(before);
  });

  test('that was not made here, or was changed, opens nothing', async () => {
    const token = await tokenOf(PEOPLE.responder, number);
    const before = await inside.everything();
    const [payload = '', mac = ''] = token.split('.');
    const to = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const other = (change: object) => Buffer.from(JSON.stringify({ ...to, ...change })).toString('base64url');
    const forged = [
      ...['', 'x', '.', `${payload}.`, `.${mac}`, `${payload}.${mac.slice(1)}`, `${payload}.${mac}x`],
      ...[`${other({ person: PEOPLE.official })}.${mac}`, `${other({ action: 'declare-false' })}.${mac}`],
      `${other({ until: '2099-01-01T00:00:00.000Z' })}.${mac}`,
    ];
    for (const t of forged)
      for (const answer of [await preview(t), await confirm(t)])
        expect([answer.status, answer.body.code], t).toEqual([403, 'bad-link']);
    expect((await confirm('x'.repeat(2001))).status).toBe(400);
    expect(await inside.everything()).toEqual(before);
  });

  test('with a wrong input names the field, and can be used again', async () => {
    const answer = await confirm(await tokenOf(PEOPLE.responder, number), { etaMinutes: -1 });
    expect([answer.status, answer.body.fields[0].path]).toEqual([400, 'etaMinutes']);
  });

  test('is dead once somebody else has acted; replayed it does nothing more', async () => {
    const [mine, theirs] = [await tokenOf(PEOPLE.responder, number), await tokenOf(PEOPLE.colleague, number)];
    const first = must(await confirm(theirs, { etaMinutes: 20 }), 200);
    expect(first.body.caseId).toBe(id);
    await kora.settle();
    const before = await inside.everything();
    for (const token of [mine, theirs])
      for (const answer of [await preview(token), await confirm(token)])
        expect([answer.status, answer.body.code]).toEqual([409, 'stale-link']);
    expect(await inside.everything()).toEqual(before);
    expect((await caseNow(kora, id)).history.at(-1).by).toBe('张磊');
    await ended(receipt);
  });

  test('expires', async () => {
    const quiet = await handIn(kora, { condition: 'strayed', place: { township: '格当乡', words: '村口' } });
    const token = await tokenOf(PEOPLE.responder, quiet.number);
    await kora.advance('P2DT1M');
    const answer = await confirm(token);
    expect([answer.status, answer.body.code]).toEqual([403, 'expired-link']);
    await ended(quiet.receipt);
  });
});

describe('looking changes nothing', () => {
  test('GET and HEAD of every route that reads', async () => {
    const { id, receipt } = await handIn(kora, { place: { township: '甘登乡', words: '村口' } });
    const routes = [...(await loadRoutes()).values()].flat().filter((r) => r.method === 'GET');
    const known: Record<string, string> = {
      ...{ id, receipt, unit: 'jiarong-community', year: '2026', from: '2026-03-30', date: '2026-06-22' },
      ...{ week: '2026-06-22', type: 'wildlife', area: '540423', code: '540423', key: 'x', file: 'x.ics' },
      email: PEOPLE.responder,
    };
    const before = await inside.everything();
    for (const r of routes) {
      const path = r.path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? 'x');
      for (const method of ['GET', 'HEAD'])
        for (const as of [PEOPLE.official, PEOPLE.admin, PEOPLE.worker]) {
          const { status } = await kora.api(method, `${path}?from=2026-03-30&q=x&unit=jiarong-community`, { as });
          expect(status, `${method} ${path}`).toBeLessThan(500);
        }
    }
    expect(await inside.everything()).toEqual(before);
    await ended(receipt);
  });
});

describe('two people at once', () => {
  test('one accepts, the other is told what is possible now', async () => {
    const { id, number, receipt } = await handIn(kora);
    const people = [PEOPLE.responder, PEOPLE.colleague, PEOPLE.third, PEOPLE.official];
    await Promise.all(people.map((p) => kora.token(p)));
    const answers = await Promise.all(people.map((as) => act(kora, id, 'accept', {}, { as })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409]);
    for (const { body } of answers.filter((a) => a.status === 409)) {
      expect(body.code).toBe('not-possible');
      expect(body.possible).toContain('arrive');
    }
    await kora.settle();
    const seen = await caseNow(kora, id);
    expect(eventsOf(seen).filter((e) => e === 'accept')).toHaveLength(1);
    expect(await mailsOf(number)).toHaveLength(3);
    await ended(receipt);
  });

  test('who looked at an older version is told so', async () => {
    const { id, receipt } = await handIn(kora, { place: { township: '帮辛乡', words: '桥头' } });
    const { version } = await caseNow(kora, id);
    await done(kora, id, 'accept', {}, { version });
    const answer = await act(kora, id, 'depart', {}, { version });
    expect([answer.status, answer.body.code]).toEqual([409, 'stale']);
    await ended(receipt);
  });
});

describe('mail is down for an hour', () => {
  test('afterwards each mail arrives once and none is lost', async () => {
    await kora.faults({ mail: 'down' });
    const since = await newest();
    const email = 'lhatso@home.example';
    const { id, number, receipt } = await handIn(kora, { reporter: { name: '拉措', email } });
    await done(kora, id, 'accept', {});
    await kora.advance('PT1H');
    expect((await kora.mail()).filter((m) => m.number > since)).toEqual([]);
    await kora.faults({ mail: 'up' });
    await kora.advance('PT10M');
    const all = await mailsOf(number, since);
    const got = all.filter((m) => !m.includes('卡住')); // after half an hour that too is told, once mail works again
    const toReporter = (await kora.mail(email)).map((m) => m.subject);
    expect(got.filter((m) => !m.startsWith(email)).sort()).toEqual(asked(TEAM, '请接单'));
    expect(toReporter).toHaveLength(2);
    expect(new Set(toReporter).size).toBe(2);
    await kora.advance('PT3H');
    expect((await kora.mail(email)).length).toBe(2);
    expect((await inside.queues()).filter((q) => /mail/i.test(q.name) && q.messages.length > 0)).toEqual([]);
    await ended(receipt);
  });
});

describe('a record in the stream that nothing can be made of', () => {
  const poison: Item = {
    pk: 'CASE#poison',
    sk: 'RECORD',
    type: 'wildlife',
    outbox: 'outbox-0',
    outboxAt: '2026-01-01',
  };

  test('does not hold up the others, and ends where somebody sees it', async () => {
    const since = await newest();
    await inside.put({ ...poison, outboxAt: await kora.now() });
    const receipts = await Promise.all(
      ['达木珞巴民族乡', '加热萨乡', '帮辛乡', '甘登乡'].map(async (township) => {
        const body = goodReport(await kora.now(), { place: { township, words: '路边' } });
        return must(await kora.api('POST', '/reports/wildlife', { body }), 201).body.receipt as string;
      }),
    );
    const stageOf = async (receipt: string) => (await kora.api('GET', `/reports/${receipt}`)).body.stage.code;
    for (const receipt of receipts) await expect.poll(() => stageOf(receipt)).toBe('awaiting');
    await kora.settle();
    const { stuck } = (await kora.api('GET', '/me/stuck', { as: PEOPLE.admin })).body;
    expect(stuck.find((r: { id: string }) => r.id === 'poison')).toMatchObject({
      kind: 'CASE',
      failures: [{ cause: 'record', tries: 3 }],
    });
    const failed = (await inside.queues()).find((q) => /failed-?deliveries/i.test(q.name));
    expect(failed?.messages).toEqual([]);
    await kora.advance('PT10M');
    const told = (await kora.mail(PEOPLE.admin)).filter((m) => m.number > since && m.subject.includes('卡住'));
    expect(told).toHaveLength(1);
    await inside.remove(poison);
  });
});
