import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

const queued: { kind: string; weeks: string[]; units: string[] }[] = [];
vi.mock('../../functions/duty/fan-out.ts', async (original) => ({
  ...(await original<object>()),
  fanOut: async (kind: string, weeks: string[], units: string[]) => void queued.push({ kind, weeks, units }),
}));

/** A Monday, five minutes after nine in Lhasa's zone, and the moments of its week. */
const MONDAY = '2026-11-23T01:05:00.000Z';
const PLAN = '2026-11-23T03:00:00.000Z';
const FRIDAY = '2026-11-27T06:00:00.000Z';
const DUE = '2026-11-27T09:00:00.000Z';
const at = (moment: string) => vi.setSystemTime(new Date(moment));
vi.useFakeTimers({ toFake: ['Date'] });
at(MONDAY);

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { seedDuty } = await import('../../functions/duty/seed.ts');
const { handler } = await import('../../functions/journal/api.ts');
const { handler: rounds } = await import('../../functions/duty/rounds.ts');
const { handler: work } = await import('../../functions/duty/jobs.ts');
const { beginWeeks } = await import('../../functions/journal/start.ts');
const { agendaOf } = await import('../../functions/duty/sources.ts');
const { journalId } = await import('../../functions/journal/week/journal.ts');
const { rectificationId } = await import('../../functions/journal/rectification/rectification.ts');
const { weeklyId } = await import('../../functions/journal/meeting/weekly.ts');
const { onDutyIn } = await import('../../functions/duty/powers.ts');
const { membersOf } = await import('../../functions/directory/lookup.ts');
const { records } = await import('../../shared/reads.ts');
const { keys } = await import('../../shared/keys.ts');
const { deliverAll } = await import('../support/outbox.ts');
const { ring } = await import('../support/ring.ts');

const UNIT = 'jiarong-community';
const FIRST = 'dekyi.wangmo@jiarong.kora.example';
const OUTSIDER = 'sonam@medog-forestry.kora.example';
const ADMIN = 'tenzin@platform.kora.example';
const WEEK = '2026-11-23';
const NEXT = '2026-11-30';
const [YANGKI, PENPA, LOBSANG, NYIMA, ZHANGLI] = ['yangki', 'penpa', 'lobsang', 'nyima', 'zhangli'].map(
  (n) => `${n}@jiarong.kora.example`,
) as [string, string, string, string, string];

const call = caller(handler);
const unit = { params: { unit: UNIT } };
const idOf = (person: string, week = WEEK) => journalId(UNIT, week, person);
const act = (
  kind: 'weeks' | 'rectifications' | 'meetings',
  id: string,
  action: string,
  as: string,
  body: unknown = {},
) => call(`POST /journal/${kind}/{id}/actions/{action}`, { as, params: { id, action }, body });
const half = (what: string, more = {}) => ({ what, why: '先听后说', follows: '每天回访一户', ...more });
const both = (most: string, least: string, more = {}) => ({ most: half(most), least: half(least, more) });
const reflect = (as: string, most: string, least: string, more = {}) =>
  act('weeks', idOf(as), 'reflect', as, both(most, least, more));
const mailsTo = (to: string) => sent.filter((m) => m.to === to).map((m) => m.subject);

afterAll(async () => {
  vi.useRealTimers();
  await engine.stop();
});
beforeAll(async () => {
  await seedDirectory();
  await seedDuty();
  await rounds();
  for (const message of queued.splice(0))
    await work({ Records: [{ messageId: 'm', body: JSON.stringify(message) }] } as never);
  await deliverAll();
});
beforeEach(async () => {
  await deliverAll();
  sent.splice(0);
});

describe('the week', () => {
  test('begins with the week of duty: a meeting, and a week for everybody who works', async () => {
    const { status, body } = await call('GET /journal/units/{unit}/week', { as: YANGKI, ...unit });
    expect([status, body.week, body.label, body.meeting.stage.code]).toEqual([200, WEEK, '2026-W48', 'gathering']);
    const workers = await membersOf(UNIT, 'worker');
    expect(body.people.map((p: { who: { id: string } }) => p.who.id).sort()).toEqual(
      workers.map((w) => w.email).sort(),
    );
    expect(body.people.every((p: { stage: string }) => p.stage === 'begun')).toBe(true);
  });

  test('that is begun again begins nothing', async () => {
    expect(await beginWeeks([UNIT, 'medog-forestry', 'nowhere'], WEEK)).toBe(0);
    await deliverAll();
    expect((await records.item(keys.record('JOURNAL', idOf(YANGKI))))?.version).toBe(1);
  });

  test('may be planned before it begins, by who works there, once', async () => {
    const open = (as: string, week: string) => call('POST /journal/units/{unit}/mine', { as, ...unit, body: { week } });
    const first = await open(PENPA, NEXT);
    expect(first.body).toMatchObject({ week: NEXT, stage: 'begun', version: 1 });
    expect((await open(PENPA, NEXT)).body.id).toBe(first.body.id);
    expect(await open(PENPA, '2026-12-07')).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'week', code: 'too-early' }] },
    });
    expect(await open(PENPA, '2026-11-24')).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'week', code: 'no-week' }] },
    });
    expect(await open(PENPA, '2026-11-02')).toMatchObject({ status: 409, body: { code: 'week-closed' } });
  });

  test('is planned and checked by its owner, who alone is offered it', async () => {
    const planned = await act('weeks', idOf(YANGKI), 'plan', YANGKI, {
      items: ['走访三户'],
      improvement: '先约好再去',
    });
    expect(planned.body).toMatchObject({ stage: 'planned', plan: { items: ['走访三户'], rectifications: [] } });
    const checked = await act('weeks', idOf(YANGKI), 'check', YANGKI, { progress: '走了两户' });
    expect(checked.body.actions.map((a: { action: string }) => a.action)).toEqual(['plan', 'check', 'reflect']);
    const seen = await call('GET /journal/weeks/{id}', {
      as: PENPA,
      params: { id: idOf(YANGKI) },
      query: { lang: 'en' },
    });
    expect(seen.body).toMatchObject({ stageText: 'Checked', actions: [] });
    expect(await act('weeks', idOf(YANGKI), 'plan', PENPA, { items: ['别人的'] })).toMatchObject({ status: 403 });
  });

  test('reminds of the plan only whoever has none, and the first secretary sees who', async () => {
    await ring('WEEKLY', weeklyId(UNIT, WEEK), 'planReminder');
    expect([mailsTo(YANGKI), mailsTo(PENPA)]).toEqual([[], ['请写本周计划（2026-W48）']]);
    at(PLAN);
    const missing = async (as: string) => (await call('GET /journal/units/{unit}/week', { as, ...unit })).body.missing;
    const found = await missing(FIRST);
    expect(found.plan.map((p: { id: string }) => p.id)).toContain(PENPA);
    expect(found.plan.map((p: { id: string }) => p.id)).not.toContain(YANGKI);
    expect(found.reflection).toEqual([]);
    const worker = (await onDutyIn(UNIT, PLAN)) === LOBSANG ? PENPA : LOBSANG;
    expect(await missing(worker)).toBeUndefined();
  });
});

describe('the reflection', () => {
  test.each([
    ['one half', { most: half('调解') }, 'least', 'required'],
    ['the other half', { least: half('拖延') }, 'most', 'required'],
    ['half a half', { most: half('调解'), least: { what: '拖延', why: '忘了' } }, 'least.follows', 'required'],
    ['a date before today', both('调解', '拖延', { due: '2026-11-26' }), 'least.due', 'past'],
    ['a topic that there is not', both('调解', '拖延', { topics: ['gossip'] }), 'least.topics.0', 'not-a-choice'],
    ['a field that there is not', { ...both('调解', '拖延'), third: 'x' }, 'third', 'unknown-field'],
  ])('of %s is refused and changes nothing', async (_, body, path, code) => {
    at(FRIDAY);
    const before = await records.item(keys.record('JOURNAL', idOf(YANGKI)));
    const refused = await act('weeks', idOf(YANGKI), 'reflect', YANGKI, body);
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: [{ path, code }] } });
    expect(await records.item(keys.record('JOURNAL', idOf(YANGKI)))).toEqual(before);
    expect(await records.item(keys.record('RECTIFICATION', rectificationId(idOf(YANGKI))))).toBeUndefined();
  });

  test('of both halves opens a rectification with an owner, a measure, a date and topics', async () => {
    at(FRIDAY);
    const done = await reflect(YANGKI, '调解了邻里纠纷', '入户走访后没有回访');
    expect(done.body).toMatchObject({ stage: 'reflected', late: false, topics: ['入户走访', '跟进督促'] });
    await deliverAll();
    const { body } = await call('GET /journal/units/{unit}/rectifications', { as: PENPA, ...unit });
    expect(body.rectifications).toMatchObject([
      {
        owner: { id: YANGKI },
        measure: '每天回访一户',
        due: '2026-12-04',
        stage: 'open',
        ageDays: 0,
        overdue: false,
        returns: 0,
      },
    ]);
  });

  test('written anew before the meeting says it anew in the rectification, of which there is still one', async () => {
    at(FRIDAY);
    await reflect(YANGKI, '调解了邻里纠纷', '走访之后没有回访', { due: '2026-12-03', topics: ['follow-up'] });
    await deliverAll();
    const found = await call('GET /journal/rectifications/{id}', {
      as: YANGKI,
      params: { id: rectificationId(idOf(YANGKI)) },
    });
    expect(found.body).toMatchObject({
      what: '走访之后没有回访',
      due: '2026-12-03',
      topicTexts: ['跟进督促'],
      version: 2,
    });
  });

  test('gets suggestions of colleagues, and none of its owner', async () => {
    at(FRIDAY);
    const given = await act('weeks', idOf(YANGKI), 'suggest', PENPA, { half: 'least', text: '建个回访表' });
    expect(given.body.suggestions).toMatchObject([{ by: { id: PENPA }, half: 'least', text: '建个回访表' }]);
    expect(await act('weeks', idOf(YANGKI), 'suggest', YANGKI, { half: 'least', text: '我自己' })).toMatchObject({
      status: 403,
      body: { code: 'four-eyes' },
    });
  });

  test('is asked for on Friday of whoever has not written it; the first secretary hears at the deadline who has not', async () => {
    await reflect(PENPA, '办好了社保', '台账没补齐');
    await deliverAll();
    for (const name of ['checkReminder', 'reflectReminder']) await ring('WEEKLY', weeklyId(UNIT, WEEK), name);
    expect(mailsTo(LOBSANG)).toEqual(['请做周中检视（2026-W48）', '请在 2026-11-27 17:00 前写双最反思']);
    expect(mailsTo(PENPA)).toEqual([]);
    sent.splice(0);
    await ring('WEEKLY', weeklyId(UNIT, WEEK), 'deadline');
    expect(sent.map((m) => m.to)).toEqual([FIRST]);
    expect(sent[0]?.text).toContain('洛桑曲珍');
    expect(sent[0]?.text).not.toContain('央吉卓玛');
  });
});

describe('the meeting', () => {
  const id = weeklyId(UNIT, WEEK);
  const meeting = async (as: string) => (await call('GET /journal/units/{unit}/meeting', { as, ...unit })).body;

  test('shows its items before it begins, and who is missing; it is begun by who leads', async () => {
    at(DUE);
    const before = await meeting(PENPA);
    expect(before.items.map((i: { half: string }) => i.half)).toEqual(['most', 'least', 'most', 'least']);
    expect(before.missing.map((m: { id: string }) => m.id)).toContain(LOBSANG);
    const onDuty = await onDutyIn(UNIT, DUE);
    const worker = [YANGKI, PENPA, LOBSANG].find((w) => w !== onDuty) as string;
    expect(await act('meetings', id, 'start', worker)).toMatchObject({ status: 403 });
    const begun = await act('meetings', id, 'start', onDuty as string);
    expect(begun.body).toMatchObject({ stage: { code: 'running' }, current: 0, ledBy: { id: onDuty } });
  });

  test('goes from item to item, times each, and takes notes and late reflections', async () => {
    at('2026-11-27T09:05:00.000Z');
    await act('meetings', id, 'note', PENPA, { text: '可以写成案例' });
    await reflect(LOBSANG, '组织了讲座', '忘了通知');
    const next = (await act('meetings', id, 'next', FIRST)).body;
    expect(next.items).toHaveLength(6);
    expect(next.items[0]).toMatchObject({ seconds: 300, overtime: true, notes: [{ text: '可以写成案例' }] });
    const least = next.items.find(
      (i: { half: string; who: { id: string } }) => i.half === 'least' && i.who.id === YANGKI,
    );
    expect(least).toMatchObject({ suggestions: [{ text: '建个回访表' }], rectification: { due: '2026-12-03' } });
    expect(next.current).toBe(1);
  });

  test('concluded, shares what it went through, and sends the digest inside the community only', async () => {
    at('2026-11-27T10:00:00.000Z');
    expect(await act('meetings', id, 'conclude', FIRST, { attended: [OUTSIDER] })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'attended.0', code: 'unknown-person' }] },
    });
    const ended = await act('meetings', id, 'conclude', FIRST, { attended: [YANGKI, PENPA], decisions: '统一回访表' });
    expect(ended.body).toMatchObject({
      stage: { code: 'concluded' },
      attended: [{ name: '央吉卓玛' }, { name: '边巴顿珠' }],
    });
    await deliverAll();
    const members = (await membersOf(UNIT, 'worker', 'first-secretary')).map((m) => m.email);
    expect(sent.map((m) => m.to).sort()).toEqual(members.sort());
    expect(sent[0]?.text).toContain('统一回访表');
    const stages = (await call('GET /journal/units/{unit}/week', { as: FIRST, ...unit })).body.people;
    const of = (person: string) => stages.find((p: { who: { id: string } }) => p.who.id === person).stage;
    expect([of(YANGKI), of(LOBSANG)]).toEqual(['shared', 'shared']);
    expect(await act('weeks', idOf(YANGKI), 'suggest', PENPA, { half: 'most', text: '晚了' })).toMatchObject({
      status: 409,
      body: { code: 'not-possible' },
    });
  });
});

describe('the week that is over', () => {
  test('closes what was never handed in, and what was told after the meeting counts as shared', async () => {
    const id = weeklyId(UNIT, WEEK);
    at(DUE);
    await reflect(NYIMA, '帮老人办了证', '宣讲没人来');
    for (const name of ['notHeld', 'closing']) await ring('WEEKLY', id, name);
    expect(sent).toEqual([]);
    const people = (await call('GET /journal/units/{unit}/week', { as: FIRST, ...unit, query: { week: WEEK } })).body
      .people;
    const of = (person: string) => people.find((p: { who: { id: string } }) => p.who.id === person).stage;
    expect([of(YANGKI), of(NYIMA), of(ZHANGLI)]).toEqual(['shared', 'shared', 'missed']);
    const late = await act('weeks', idOf(ZHANGLI), 'reflect', ZHANGLI, both('社保', '台账'));
    expect(late).toMatchObject({ status: 409, body: { code: 'not-possible' } });
  });
});

describe('a rectification', () => {
  const id = rectificationId(idOf(YANGKI));
  const mine = rectificationId(idOf(PENPA));

  test('stands in its owner’s next plan until it is closed, and in the morning’s agenda', async () => {
    at('2026-12-01T01:05:00.000Z');
    await call('POST /journal/units/{unit}/mine', { as: YANGKI, ...unit, body: { week: NEXT } });
    const planned = await act('weeks', idOf(YANGKI, NEXT), 'plan', YANGKI, { items: ['继续走访'] });
    expect(planned.body.plan.rectifications).toEqual([{ id, what: '走访之后没有回访', due: '2026-12-03' }]);
    const own = await call('GET /journal/units/{unit}/mine', { as: YANGKI, ...unit, query: { week: NEXT } });
    expect(own.body).toMatchObject({ owed: [{ id }], weeks: [{ week: NEXT }, { week: WEEK, stage: 'shared' }] });
    const lines = await agendaOf(UNIT, { date: '2026-12-03', weekEnds: '2026-12-06', since: DUE });
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'due', ref: { type: 'rectification', id } }));
  });

  test('is overdue to the duty secretary and its owner, then to the first secretary', async () => {
    await ring('RECTIFICATION', id, 'overdue');
    const onDuty = (await onDutyIn(UNIT, '2026-12-04T00:30:00.000Z')) ?? FIRST;
    expect(new Set(sent.map((m) => m.to))).toEqual(new Set([onDuty, YANGKI]));
    sent.splice(0);
    await ring('RECTIFICATION', id, 'escalation');
    expect(mailsTo(FIRST).at(-1)).toBe('整改仍未完成，请第一书记过问：走访之后没有回访');
    const board = await call('GET /journal/units/{unit}/rectifications', {
      as: PENPA,
      ...unit,
      query: { owner: YANGKI },
    });
    expect(board.body.rectifications).toMatchObject([{ overdue: true, ageDays: 10 }]);
  });

  test('is finished with evidence, and not verified by its owner', async () => {
    expect(await act('rectifications', id, 'finish', YANGKI, {})).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'evidence', code: 'required' }] },
    });
    expect(await act('rectifications', id, 'finish', PENPA, { evidence: '替他做' })).toMatchObject({ status: 403 });
    const done = await act('rectifications', id, 'finish', YANGKI, { evidence: '回访了五户' });
    expect(done.body).toMatchObject({ stage: 'done', actions: [] });
    expect(await act('rectifications', id, 'verify', YANGKI)).toMatchObject({
      status: 403,
      body: { code: 'four-eyes' },
    });
    expect((await records.item(keys.record('RECTIFICATION', id)))?.state).toBe('done');
    await deliverAll();
    expect(sent.map((m) => m.subject)).toEqual(['请核验整改：走访之后没有回访']);
    expect(sent[0]?.to).not.toBe(YANGKI);
  });

  test('is returned with a reason, which is counted, and verified in the end by somebody else', async () => {
    expect(await act('rectifications', id, 'return', PENPA, {})).toMatchObject({ status: 400 });
    const back = await act('rectifications', id, 'return', PENPA, { reason: '只有两户有记录' });
    expect(back.body).toMatchObject({ stage: 'returned', returns: 1, returned: [{ by: { id: PENPA } }] });
    await act('rectifications', id, 'finish', YANGKI, { evidence: '补齐五户记录' });
    const verified = await act('rectifications', id, 'verify', PENPA, { note: '看过记录' });
    expect(verified.body).toMatchObject({
      stage: 'verified',
      closed: { how: 'verified', by: { id: PENPA } },
      actions: [],
    });
    const own = await call('GET /journal/units/{unit}/mine', { as: YANGKI, ...unit });
    expect(own.body.owed).toEqual([]);
    const closed = await call('GET /journal/units/{unit}/rectifications', {
      as: PENPA,
      ...unit,
      query: { state: 'closed' },
    });
    expect(closed.body.rectifications.map((r: { id: string }) => r.id)).toEqual([id]);
  });

  test('is waived by nobody but the first secretary, with a reason', async () => {
    const reason = '已由上级统一补录';
    expect(await act('rectifications', mine, 'waive', LOBSANG, { reason })).toMatchObject({ status: 403 });
    expect(await act('rectifications', mine, 'waive', PENPA, { reason })).toMatchObject({ status: 403 });
    expect(await act('rectifications', mine, 'waive', FIRST, {})).toMatchObject({ status: 400 });
    expect((await act('rectifications', mine, 'waive', FIRST, { reason })).body).toMatchObject({ stage: 'waived' });
  });

  test('is given to a worker of the community only, and to no date before today', async () => {
    const third = rectificationId(idOf(LOBSANG));
    const amend = (body: object) => act('rectifications', third, 'amend', FIRST, { reason: '换岗', ...body });
    expect(await amend({ owner: OUTSIDER })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'owner', code: 'unknown-person' }] },
    });
    expect(await amend({ due: '2026-12-01' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'due', code: 'past' }] },
    });
    expect(await amend({})).toMatchObject({ status: 400, body: { fields: [{ path: 'measure', code: 'required' }] } });
    expect((await amend({ owner: PENPA, due: '2026-12-20' })).body).toMatchObject({
      owner: { id: PENPA },
      due: '2026-12-20',
    });
  });

  test('counts in the figures, and in the chart', async () => {
    const figures = await call('GET /journal/units/{unit}/figures', { as: PENPA, ...unit, query: { lang: 'en' } });
    expect(figures.body).toMatchObject({
      opened: 4,
      verified: 1,
      waived: 1,
      open: 2,
      returns: 1,
      closingRate: 1 / 3,
      medianDays: 10,
    });
    expect(figures.body.byWeek).toHaveLength(13);
    expect(figures.body.journals.at(-3)).toEqual({ week: WEEK, begun: 11, handedIn: 4, late: 1 });
    expect(figures.body.topics.map((t: { text: string }) => t.text)).toContain('Following up');
    const chart = await call('GET /journal/units/{unit}/figures/chart', { as: PENPA, ...unit });
    expect(chart.headers['content-type']).toContain('image/svg+xml');
    expect(chart.text).toMatch(/^<svg /);
    expect(
      await call('GET /journal/units/{unit}/figures', {
        as: PENPA,
        ...unit,
        query: { from: '2026-12-01', to: '2026-11-01' },
      }),
    ).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'to', code: 'before-start' }] },
    });
  });
});

describe('nobody from outside', () => {
  const rows: [string, { params: Record<string, string>; query?: Record<string, string>; body?: unknown }][] = [
    ['GET /journal/units/{unit}/week', unit],
    ['GET /journal/units/{unit}/mine', unit],
    ['POST /journal/units/{unit}/mine', { ...unit, body: { week: NEXT } }],
    ['GET /journal/weeks/{id}', { params: { id: idOf(YANGKI) } }],
    [
      'POST /journal/weeks/{id}/actions/{action}',
      { params: { id: idOf(YANGKI), action: 'suggest' }, body: { half: 'most', text: 'x' } },
    ],
    ['GET /journal/units/{unit}/meeting', { ...unit, query: { week: WEEK } }],
    ['GET /journal/meetings/{id}', { params: { id: weeklyId(UNIT, WEEK) } }],
    [
      'POST /journal/meetings/{id}/actions/{action}',
      { params: { id: weeklyId(UNIT, WEEK), action: 'note' }, body: { text: 'x' } },
    ],
    ['GET /journal/units/{unit}/rectifications', unit],
    ['GET /journal/rectifications/{id}', { params: { id: rectificationId(idOf(YANGKI)) } }],
    [
      'POST /journal/rectifications/{id}/actions/{action}',
      { params: { id: rectificationId(idOf(LOBSANG)), action: 'verify' }, body: {} },
    ],
    ['GET /journal/units/{unit}/figures', unit],
    ['GET /journal/units/{unit}/figures/chart', unit],
  ];

  test('every route is tried', async () => {
    const { routes } = await import('../../functions/journal/api.ts');
    expect(rows.map(([key]) => key).sort()).toEqual(routes.map((r) => `${r.method} ${r.path}`).sort());
  });

  test.each(rows)('gets an answer of %s', async (key, request) => {
    expect(await call(key, request)).toMatchObject({ status: 401 });
    for (const as of [OUTSIDER, ADMIN])
      expect(await call(key, { as, ...request })).toMatchObject({ status: 403, body: { code: 'other-unit' } });
  });
});
