import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';

/** A rider who asks for a mediation at a rest station, and somebody who needs help there at once. */

const YESHE = 'yeshe@gonjo-dongfeng.kora.example';
const WANG = 'wangfang@gonjo-union.kora.example';
const NGODUP = 'ngodup@gonjo-union.kora.example';
const TSOMO = 'tsomo@gonjo-union.kora.example';
const RIDER = 'dorje@rider.example';

const at = (time: string, day = 24): string => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString();

let kora: Kora;
beforeAll(async () => {
  kora = await startKora({ at: at('09:00') });
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => kora?.stop());

const act = async (id: string, action: string, input: object, as: string) => {
  const answer = await kora.api('POST', `/cases/${id}/actions/${action}`, { as, body: input });
  expect([action, answer.status, answer.body]).toEqual([action, 200, expect.anything()]);
  await kora.settle();
  return answer.body;
};

const told = async (to: string): Promise<string[]> => (await kora.mail(to)).map((m) => m.subject);
const queueOf = async (unit: string, as: string) =>
  (await kora.api('GET', `/cases?unit=${unit}`, { as })).body.cases as { id: string; number: string; title: string }[];

test('a rider’s unpaid deliveries are mediated at the station, and the agreement is checked', async () => {
  const form = {
    ...{ station: 'gonjo-dongfeng', kind: 'mediation', matter: '站点三天的配送费一直没发' },
    ...{ 'reporter.name': '多杰', 'reporter.phone': '13908950001', 'reporter.email': RIDER, consent: '2026-11' },
  };
  const received = await kora.api('POST', '/reports/station-help', { form, headers: { accept: 'application/json' } });
  expect(received.status, JSON.stringify(received.body)).toBe(201);
  const { receipt } = received.body;
  await kora.settle();
  const [asked] = await queueOf('gonjo-union', WANG);
  expect(asked).toMatchObject({ number: 'H26-540322-0001', title: '调解纠纷：站点三天的配送费一直没发' });
  const id = asked?.id ?? '';
  expect(await told(WANG)).toEqual([expect.stringContaining('驿站求助')]);

  await act(id, 'accept', {}, WANG);
  expect((await told(NGODUP)).at(-1)).toContain('已有人接单');
  await act(id, 'plan-mediation', { at: at('15:00', 25), where: '东风驿站会议桌' }, WANG);
  await kora.setClock(at('16:30', 25));
  const held = { heldAt: at('15:00', 25), where: '东风驿站会议桌', parties: ['多杰', '配送站站长'] };
  const agreed = await act(id, 'record-mediation', { ...held, result: 'agreed', agreement: '两日内补发 186 元' }, WANG);
  expect(agreed.stage.code).toBe('agreed');
  const seen = (await kora.api('GET', `/reports/${receipt}`)).body;
  expect(JSON.stringify(seen)).not.toMatch(/站长|186/);

  await kora.setClock(new Date('2026-12-02T17:00:00+08:00').toISOString());
  await kora.settle();
  expect((await told(WANG)).at(-1)).toContain('请回访协议履行');
  expect((await act(id, 'record-check', { result: 'kept', note: '已到账' }, WANG)).stage.code).toBe('settled');
  expect(await told(RIDER)).toEqual(
    ['已收到', '正在调解', '已约好调解', '已达成协议', '协议已履行，办结'].map((s) => `您的求助：${s}`),
  );
  expect((await act(id, 'reopen', { reason: '又扣了一次' }, TSOMO)).stage.code).toBe('awaiting');
});

test('urgent help goes to the post, then to those who keep the station, then to the union’s lead', async () => {
  const body = {
    ...{ station: 'gonjo-kaixuan', kind: 'urgent', matter: '环卫工晕倒在驿站门口' },
    ...{ reporter: { phone: '13908950002' }, consent: '2026-11' },
  };
  const taken = await kora.api('POST', '/intake/station-help', { as: NGODUP, body });
  expect(taken.status, JSON.stringify(taken.body)).toBe(201);
  const { id } = taken.body;
  await kora.settle();
  expect((await told('tsewang@gonjo-kaixuan.kora.example')).at(-1)).toContain('紧急求助');
  expect(await queueOf('gonjo-kaixuan-post', 'tsewang@gonjo-kaixuan.kora.example')).toHaveLength(1);
  await kora.advance('PT6M');
  expect((await told(NGODUP)).at(-1)).toContain('驿站求助');
  await kora.advance('PT5M');
  expect((await told(TSOMO)).at(-1)).toContain('仍无人接单');
  const strange = await kora.api('POST', `/cases/${id}/actions/accept`, { as: YESHE, body: {} });
  expect([strange.status, strange.body.code]).toEqual([403, 'other-unit']);
  await act(id, 'accept', {}, 'tsewang@gonjo-kaixuan.kora.example');
  const ended = await act(
    id,
    'record-help',
    { what: '送县医院，低血糖', result: 'helped' },
    'tsewang@gonjo-kaixuan.kora.example',
  );
  expect(ended.stage.code).toBe('helped');
  const clocks = ended.history.filter((e: { event: string }) => e.event.includes('.acceptance.'));
  expect(clocks).toHaveLength(2);
  const { body: figures } = await kora.api(
    'GET',
    '/bulletin?type=station-help&area=540322&from=2026-11-01&to=2026-12-31',
  );
  expect(figures).toMatchObject({ cases: 2, urgent: 1, helped: 1, mediations: 1, agreed: 1 });
});

test('a station that there is not comes back at its field, with what was filled in', async () => {
  const form = { station: 'nowhere', kind: 'urgent', matter: '有人摔倒', consent: '2026-11' };
  const { status, body } = await kora.api('POST', '/reports/station-help', { form, headers: { accept: 'text/html' } });
  expect(status).toBe(400);
  expect(body).toMatch(/f-station-error[\s\S]*有人摔倒/);
  expect(body).toContain('凯旋路警务站爱心驿站');
});
