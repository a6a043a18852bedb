import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';

/** A request that is opened once more by the call-back, and settled when who asked says so. */

const PHURBU = 'phurbu@jiarong.kora.example';
const ZHANG = 'zhangli@jiarong.kora.example';
const SECRETARY = 'dekyi.wangmo@jiarong.kora.example';
const RESIDENT = 'ciyang@resident.example';

const at = (time: string, day = 24): string => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString();

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: at('10:00') });
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => kora?.stop());

const form = {
  kind: 'help',
  matter: '三单元楼道灯坏了一个星期，老人晚上下楼看不见',
  'place.township': '540102007',
  'place.words': '加荣社区二区 3 栋',
  'reporter.name': '次央',
  'reporter.phone': '13908911234',
  'reporter.email': RESIDENT,
  consent: '2026-11',
};

const act = async (id: string, action: string, input: object, as = PHURBU, part?: string) => {
  const path = `/cases/${id}/actions/${action}${part ? `?part=${part}` : ''}`;
  const answer = await kora.api('POST', path, { as, body: input });
  expect([action, answer.status, answer.body]).toEqual([action, 200, expect.anything()]);
  await kora.settle();
  return answer.body;
};

const told = async (to: string): Promise<string[]> => (await kora.mail(to)).map((m) => m.subject);
const due = (view: { clocks: { id: string; due: string }[] }, name: string) =>
  view.clocks.find((c) => c.id.includes(`.${name}.`))?.due;

test('a request that is opened again once by the call-back', async () => {
  const received = await kora.api('POST', '/reports/request', { form, headers: { accept: 'application/json' } });
  expect(received.status).toBe(201);
  const { receipt } = received.body;
  await kora.settle();
  const { cases } = (await kora.api('GET', '/cases?unit=jiarong-community', { as: PHURBU })).body;
  const { id, number } = cases[0];
  expect(number).toBe('R26-540102-0001');
  expect(await told(PHURBU)).toEqual([expect.stringContaining('新的群众诉求')]);

  const taken = await act(id, 'take', {});
  expect(due(taken, 'answer')).toBe(at('00:00', 25).replace('11-24', '12-01')); // five working days: the end of 1 December
  await act(id, 'consult', { unit: 'kora-platform', question: '楼道灯由谁更换？' });
  await act(id, 'give-opinion', { opinion: '由物业更换，社区督办' }, 'tenzin@platform.kora.example', 'c1');
  await kora.setClock(at('16:00', 25));
  const answered = await act(id, 'answer', { text: '物业今天换了灯泡。' });
  expect(answered.stage.code).toBe('answered');

  await kora.setClock(at('11:00', 26));
  const again = await act(id, 'record-call', { result: 'not-settled', note: '换的灯当晚又灭了' }, ZHANG);
  expect(again.stage.code).toBe('working');
  expect(due(again, 'answer')).toBe('2026-12-03T16:00:00.000Z');
  expect((await told(PHURBU)).at(-1)).toContain('群众说没办好');
  await act(id, 'extend', { workingDays: 2, reason: '要换线路' }, SECRETARY);
  await kora.setClock(at('17:00', 27));
  await act(id, 'answer', { text: '线路已更换，连续两晚正常。' });
  const early = await kora.api('POST', `/cases/${id}/actions/withdraw`, { as: PHURBU, body: { reason: '办完' } });
  expect(early.status).toBe(403);

  const settled = await kora.api('POST', `/reports/${receipt}/actions/settle`, { body: { rating: 5 } });
  expect(settled.body.stage.code).toBe('settled');
  await kora.settle();
  expect(await told(RESIDENT)).toEqual([
    ...['已收到', '正在办理', '已答复，等您确认', '正在办理', '办理延期', '已答复，等您确认', '您已确认办好'].map(
      (s) => `您的诉求：${s}`,
    ),
  ]);
  const answers = (await kora.mail(RESIDENT)).filter((m) => m.subject.includes('已答复')).map((m) => m.text);
  expect(answers).toEqual([expect.stringContaining('物业今天换了灯泡。'), expect.stringContaining('线路已更换')]);
  const page = await kora.api('GET', `/reports/${receipt}`, { headers: { accept: 'text/html' } });
  expect(page.body).toMatch(/<h2>答复<\/h2><p class="lines">线路已更换/);
  const { body } = await kora.api('GET', '/bulletin?type=request&area=540102&from=2026-11-01&to=2026-11-30');
  expect(body).toMatchObject({ cases: 1, settled: 1, reopened: 1, late: 0, rating: 5 });
});

test('whoever cannot be reached is called on three different days before the request ends', async () => {
  const body = { ...form, matter: '想问医保怎么交', kind: 'question', 'reporter.email': '' };
  await kora.api('POST', '/reports/request', { form: body });
  await kora.settle();
  const { cases } = (await kora.api('GET', '/cases?unit=jiarong-community', { as: ZHANG })).body;
  const { id } = cases[0];
  await act(id, 'take', {}, ZHANG);
  await act(id, 'answer', { text: '每年 2 月底前在手机上交。' }, ZHANG);
  const missed = () => act(id, 'record-call', { result: 'no-answer' }, PHURBU);
  await missed();
  expect((await missed()).stage.code).toBe('answered');
  await kora.advance('P1D');
  await missed();
  await kora.advance('P1D');
  expect((await missed()).stage.code).toBe('unreached');
});

test('an answer that comes too late is told to the lead and to whoever leads the unit', async () => {
  await kora.setClock('2026-11-30T02:00:00.000Z');
  await kora.api('POST', '/reports/request', { form: { ...form, kind: 'question', matter: '残疾证在哪办' } });
  await kora.settle();
  const { cases } = (await kora.api('GET', '/cases?unit=jiarong-community', { as: ZHANG })).body;
  await act(cases[0].id, 'take', {}, ZHANG);
  await kora.setClock('2026-12-01T16:01:00.000Z');
  for (const who of [ZHANG, SECRETARY]) expect((await told(who)).at(-1)).toContain('超时未答复');
});

test('a request with an emoji where its title is cut is triaged and mailed like any other', async () => {
  const matter = '谢谢你们上次帮忙修好了水管，这次又坏了麻烦再来🙏🙏🙏';
  const sent = { ...form, matter, 'reporter.phone': '13800001555', 'reporter.email': 'tsering@resident.example' };
  const { body } = await kora.api('POST', '/reports/request', { form: sent, headers: { accept: 'application/json' } });
  await kora.settle();
  const { cases } = (await kora.api('GET', '/cases?unit=jiarong-community', { as: PHURBU })).body;
  const title = '求助：谢谢你们上次帮忙修好了水管，这次又坏了麻烦再来…';
  expect(cases.map((c: { title: string }) => c.title)).toContain(title);
  expect((await told(PHURBU)).at(-1)).toContain(title);
  const report = await kora.api('GET', `/reports/${body.receipt}`);
  expect(report.body.stage.code).not.toBe('received');
});
