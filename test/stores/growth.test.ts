import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

/** A Monday, five minutes after nine in Lhasa's zone. */
const MONDAY = '2026-11-23T01:05:00.000Z';
const at = (moment: string) => vi.setSystemTime(new Date(moment));
vi.useFakeTimers({ toFake: ['Date'] });
at(MONDAY);

const engine = await startEngine();
const { seedAll } = await import('../../functions/directory/seed.ts');
const { seedGrowth } = await import('../../functions/growth/seed.ts');
const { handler } = await import('../../functions/growth/api.ts');
const { freezeWeek } = await import('../../functions/duty/handover/freeze.ts');
const { onDutyIn } = await import('../../functions/duty/powers.ts');
const { setTask } = await import('../../functions/tasks/set-task.ts');
const { task } = await import('../../functions/tasks/task.ts');
const { membersOf } = await import('../../functions/directory/lookup.ts');
const { act: step } = await import('../../shared/workflow/act.ts');
const { records } = await import('../../shared/reads.ts');
const { keys } = await import('../../shared/keys.ts');
const { deliverAll } = await import('../support/outbox.ts');
const { ring } = await import('../support/ring.ts');

const UNIT = 'jiarong-community';
const FIRST = 'dekyi.wangmo@jiarong.kora.example';
const OUTSIDER = 'sonam@medog-forestry.kora.example';
const ADMIN = 'tenzin@platform.kora.example';
const [YANGKI, PENPA, LOBSANG, NYIMA] = ['yangki', 'penpa', 'lobsang', 'nyima'].map(
  (n) => `${n}@jiarong.kora.example`,
) as [string, string, string, string];

const call = caller(handler);
const unit = { params: { unit: UNIT } };
const act = (kind: 'mentorships' | 'activities', id: string, action: string, as: string, body: unknown = {}) =>
  call(`POST /growth/${kind}/{id}/actions/{action}`, { as, params: { id, action }, body });
const begin = (body: object, as = FIRST) => call('POST /growth/units/{unit}/mentorships', { as, ...unit, body });
const announce = (body: object, as = FIRST) => call('POST /growth/units/{unit}/activities', { as, ...unit, body });
const refusal = (path: string, code: string) => ({ status: 400, body: { fields: [{ path, code }] } });

const PAIR = { newcomer: LOBSANG, mentor: PENPA, focus: 'hazard-inspection', from: '2026-11-23', until: '2027-02-20' };
const DEBATE = {
  kind: 'debate',
  title: '辩论会',
  place: '会议室',
  starts: '2026-11-25T15:30:00+08:00',
  debate: { motion: '困难户优先', for: [YANGKI], against: [PENPA], chair: LOBSANG },
};

afterAll(async () => {
  vi.useRealTimers();
  await engine.stop();
});
beforeAll(seedAll);
beforeEach(async () => {
  await deliverAll();
  sent.splice(0);
});

describe('the example', () => {
  test('has a mentor and a debate, of which nobody is told, however often it is put there', async () => {
    await seedGrowth();
    await deliverAll();
    expect(sent).toEqual([]);
    const pairs = await call('GET /growth/units/{unit}/mentorships', { as: YANGKI, ...unit });
    expect(pairs.body).toMatchObject({
      mentorships: [
        { newcomer: { id: YANGKI }, focusText: '矛盾调解', stage: 'running', sessions: 1, lastSession: '2026-11-13' },
      ],
      forms: [],
    });
    const { activities } = (await call('GET /growth/units/{unit}/activities', { as: YANGKI, ...unit })).body;
    expect(activities).toMatchObject([
      { kind: 'debate', stage: 'announced', signedUp: 4, starts: '2026-12-02T07:30:00.000Z' },
    ]);
    const clocked = await records.item(keys.record('ACTIVITY', activities[0].id));
    expect(Object.keys(clocked?.clocks as object)).toHaveLength(2);
  });
});

describe('a pair', () => {
  let id: string;

  test('is made by the first secretary, who alone gets the form, and both are told', async () => {
    const list = (as: string) => call('GET /growth/units/{unit}/mentorships', { as, ...unit, query: { lang: 'en' } });
    expect((await list(FIRST)).body.forms[0]).toMatchObject({
      action: 'begin',
      label: 'A new pair',
      options: { focus: expect.arrayContaining([{ value: 'hazard-inspection', label: 'Hazard inspection' }]) },
    });
    expect(await begin(PAIR, PENPA)).toMatchObject({ status: 403, body: { code: 'not-first-secretary' } });
    const made = await begin(PAIR);
    expect(made).toMatchObject({ status: 201, body: { stage: 'running', mentor: { name: '边巴顿珠' } } });
    id = made.body.id;
    await deliverAll();
    expect(sent.map((m) => m.to).sort()).toEqual([LOBSANG, PENPA].sort());
    expect((await begin(PAIR)).body.id).toBe(id);
  });

  test.each([
    ['a date before today', { from: '2026-11-22' }, 'from', 'past'],
    ['an end before its beginning', { until: '2026-11-23' }, 'until', 'before-start'],
    ['somebody with themselves', { mentor: NYIMA }, 'mentor', 'oneself'],
    ['a mentor from elsewhere', { mentor: OUTSIDER }, 'mentor', 'unknown-person'],
    ['a focus that there is not', { focus: 'cooking' }, 'focus', 'not-a-choice'],
  ])('with %s is refused', async (_, change, path, code) => {
    at(MONDAY);
    expect(await begin({ ...PAIR, newcomer: NYIMA, ...change })).toMatchObject(refusal(path, code));
  });

  test('is one to one', async () => {
    expect(await begin({ ...PAIR, mentor: NYIMA })).toMatchObject({
      status: 409,
      body: { code: 'has-mentor', mentorship: id },
    });
  });

  test('notes its sessions from both sides, seen by the two and the first secretary', async () => {
    at('2026-11-25T02:00:00.000Z');
    await act('mentorships', id, 'session', PENPA, { date: '2026-11-25', note: '一起查了三处' });
    const noted = await act('mentorships', id, 'add-note', LOBSANG, { session: 's1', note: '学会看配电箱' });
    expect(noted.body.sessions).toMatchObject([{ mentor: '一起查了三处', newcomer: '学会看配电箱' }]);
    const see = (as: string) => call('GET /growth/mentorships/{id}', { as, params: { id } });
    expect(await see(FIRST)).toMatchObject({ status: 200, body: { sessions: [{ id: 's1' }] } });
    expect(await see(NYIMA)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(await act('mentorships', id, 'session', FIRST, { date: '2026-11-25', note: 'x' })).toMatchObject({
      status: 403,
    });
    expect(await act('mentorships', id, 'session', PENPA, { date: '2026-11-30', note: 'x' })).toMatchObject(
      refusal('date', 'future'),
    );
    expect(await act('mentorships', id, 'add-note', PENPA, { session: 's9', note: 'x' })).toMatchObject(
      refusal('session', 'not-a-choice'),
    );
  });

  test('is nudged three weeks after its last session', async () => {
    await ring('MENTORSHIP', id, 'silence');
    expect(new Date().toISOString()).toBe('2026-12-16T01:00:00.000Z');
    expect(sent.map((m) => m.subject)).toEqual(Array(2).fill('该见一面了：边巴顿珠 与 洛桑曲珍'));
    const { mentorships } = (await call('GET /growth/units/{unit}/mentorships', { as: NYIMA, ...unit })).body;
    expect(mentorships.find((m: { id: string }) => m.id === id)).toMatchObject({
      stage: 'silent',
      lastSession: '2026-11-25',
    });
  });

  test('ends with the judgements of all three, and then the newcomer is free for another', async () => {
    await ring('MENTORSHIP', id, 'ending');
    expect(sent.map((m) => m.to).sort()).toEqual([FIRST, LOBSANG, PENPA].sort());
    const judge = (as: string) => act('mentorships', id, 'judge', as, { verdict: 'reached', text: '能独立排查' });
    expect((await judge(LOBSANG)).body).toMatchObject({
      stage: 'judging',
      judgements: [{ role: 'newcomer', verdictText: '达到' }],
    });
    expect(await judge(LOBSANG)).toMatchObject({ status: 403 });
    await judge(FIRST);
    expect((await judge(PENPA)).body).toMatchObject({ stage: 'closed', actions: [] });
    expect(await begin({ ...PAIR, from: '2027-03-01', until: '2027-06-01' })).toMatchObject({ status: 201 });
  });
});

describe('an activity', () => {
  let id: string;

  test('is announced to everybody by who leads the community now', async () => {
    at(MONDAY);
    const onDuty = await onDutyIn(UNIT, MONDAY);
    const worker = [YANGKI, PENPA, LOBSANG, NYIMA].find((w) => w !== onDuty) as string;
    expect(await announce(DEBATE, worker)).toMatchObject({ status: 403, body: { code: 'not-on-duty' } });
    const made = await announce(DEBATE, onDuty);
    expect(made).toMatchObject({ status: 201, body: { kindText: '辩论', debate: { chair: { name: '洛桑曲珍' } } } });
    id = made.body.id;
    await deliverAll();
    expect(sent.map((m) => m.to).sort()).toEqual((await membersOf(UNIT)).map((m) => m.email).sort());
    expect(sent[0]?.text).toContain('辩题：困难户优先');
  });

  test.each([
    ['a time that is over', { starts: '2026-11-22T15:30:00+08:00' }, 'starts', 'past'],
    ['no sides', { debate: undefined }, 'debate.motion', 'required'],
    ['a speaker from elsewhere', { debate: { ...DEBATE.debate, for: [OUTSIDER] } }, 'debate.for.0', 'unknown-person'],
    ['sides where there are none', { kind: 'training' }, 'debate', 'not-a-debate'],
  ])('with %s is refused', async (_, change, path, code) => {
    at(MONDAY);
    expect(await announce({ ...DEBATE, ...change })).toMatchObject(refusal(path, code));
  });

  test('takes sign-ups, once each, as long as there are seats', async () => {
    const { starts, place } = DEBATE;
    const training = (await announce({ kind: 'training', title: '消防培训', starts, place, seats: 1 })).body.id;
    expect((await act('activities', training, 'sign-up', NYIMA)).body).toMatchObject({
      mine: true,
      signedUp: [{ id: NYIMA }],
    });
    expect(await act('activities', training, 'sign-up', NYIMA)).toMatchObject({ status: 403 });
    expect(await act('activities', training, 'sign-up', PENPA)).toMatchObject({ status: 409, body: { code: 'full' } });
    expect((await act('activities', training, 'sign-off', NYIMA)).body.signedUp).toEqual([]);
    expect((await act('activities', training, 'sign-up', PENPA)).body.mine).toBe(true);
  });

  test('is held once it has begun, and concluded with a result, a best speaker, and what was learned', async () => {
    expect(await act('activities', id, 'hold', LOBSANG, { attended: [YANGKI] })).toMatchObject({ status: 409 });
    await ring('ACTIVITY', id, 'dayBefore');
    expect(sent.map((m) => m.to).sort()).toEqual([LOBSANG, PENPA, YANGKI].sort());
    await ring('ACTIVITY', id, 'start');
    expect(await act('activities', id, 'hold', LOBSANG, { attended: [OUTSIDER] })).toMatchObject(
      refusal('attended.0', 'unknown-person'),
    );
    await act('activities', id, 'hold', LOBSANG, { attended: [YANGKI, PENPA, LOBSANG, NYIMA] });
    const conclude = (body: object) => act('activities', id, 'conclude', LOBSANG, { learned: '先听后说', ...body });
    expect(await conclude({})).toMatchObject(refusal('outcome', 'required'));
    expect(await conclude({ outcome: 'for', best: NYIMA })).toMatchObject(refusal('best', 'not-a-choice'));
    const done = await conclude({ outcome: 'for', best: YANGKI });
    expect(done.body).toMatchObject({
      stage: 'concluded',
      result: { outcomeText: '正方胜', best: { name: '央吉卓玛' } },
      actions: [],
    });
  });
});

describe('a worker’s record', () => {
  beforeAll(async () => {
    at('2026-11-25T09:00:00.000Z');
    await freezeWeek([UNIT], '2026-11-23');
    const by = { kind: 'staff' as const, id: FIRST, name: '德吉旺姆' };
    const who = { id: NYIMA, name: '尼玛扎西' };
    const asked = {
      unit: UNIT,
      what: '走访三户',
      who,
      due: '2026-11-27',
      zone: 'Asia/Shanghai',
      source: { kind: 'duty' as const },
    };
    const { id } = await setTask(asked, by, new Date().toISOString());
    const now = () => new Date().toISOString();
    await step(task, id, { type: 'finish', at: now(), by: { kind: 'staff', ...who }, input: { note: '走完了' } });
    await step(task, id, { type: 'verify', at: now(), by, input: {} });
  });

  const record = (as: string, query: Record<string, string> = {}) =>
    call('GET /growth/units/{unit}/record', { as, ...unit, query });

  test('gathers weeks led, tasks, sessions and activities by date', async () => {
    const mine = (await record(NYIMA)).body;
    expect(mine.entries).toContainEqual(
      expect.objectContaining({ kind: 'task', text: '走访三户', date: '2026-11-25', kindText: '任务' }),
    );
    expect(mine.entries).toContainEqual(
      expect.objectContaining({ kind: 'activity', text: '辩论会', date: '2026-11-25' }),
    );
    expect(mine.totals.week).toBeGreaterThan(2);
    expect(mine.totals.week).toBe(mine.entries.filter((e: { kind: string }) => e.kind === 'week').length);
    expect(mine.months.reduce((sum: number, m: { week: number }) => sum + m.week, 0)).toBe(mine.totals.week);
    const theirs = (await record(LOBSANG)).body.entries;
    expect(theirs).toContainEqual(expect.objectContaining({ kind: 'session', text: '边巴顿珠', date: '2026-11-25' }));
    const dates = mine.entries.map((e: { date: string }) => e.date);
    expect([...dates].sort()).toEqual(dates);
  });

  test('counts a week for who really served it, up to the present one', async () => {
    const onDuty = (await onDutyIn(UNIT, new Date().toISOString())) as string;
    const { entries } = (await record(onDuty)).body;
    expect(entries.filter((e: { kind: string }) => e.kind === 'week').at(-1)).toMatchObject({
      date: '2026-11-23',
      text: '2026-W48',
    });
  });

  test('is cut to the dates asked for, which must not run backwards', async () => {
    const cut = (await record(NYIMA, { from: '2026-11-24', to: '2026-11-25' })).body;
    expect(new Set(cut.entries.map((e: { date: string }) => e.date))).toEqual(new Set(['2026-11-25']));
    expect(await record(NYIMA, { from: '2026-11-24', to: '2026-11-23' })).toMatchObject(refusal('to', 'before-start'));
  });

  test('is exported as a sheet', async () => {
    const sheet = await record(NYIMA, { format: 'csv', lang: 'en' });
    expect(sheet.headers['content-type']).toContain('text/csv');
    expect(sheet.text).toContain('尼玛扎西,2026-11-25,Task,走访三户\r\n');
  });

  test('is one’s own; the first secretary sees everybody’s', async () => {
    expect(await record(NYIMA, { person: PENPA })).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(await record(FIRST, { person: PENPA })).toMatchObject({
      status: 200,
      body: { person: { name: '边巴顿珠' } },
    });
    expect(await record(FIRST, { person: OUTSIDER })).toMatchObject({ status: 404 });
    const all = (as: string, query = {}) => call('GET /growth/units/{unit}/records', { as, ...unit, query });
    expect(await all(NYIMA)).toMatchObject({ status: 403, body: { code: 'not-first-secretary' } });
    const { records } = (await all(FIRST)).body;
    expect(records).toHaveLength((await membersOf(UNIT)).length);
    expect(records.find((r: { person: { id: string } }) => r.person.id === NYIMA).totals).toMatchObject({
      task: 1,
      activity: 1,
    });
    expect((await all(FIRST, { format: 'csv' })).text).toContain('尼玛扎西,合计,');
  });
});

describe('nobody from outside', () => {
  const id = '5eed0000000000000001';
  const debate = '5eed0000000000000002';
  const rows: [string, { params: Record<string, string>; body?: unknown }][] = [
    ['GET /growth/units/{unit}/mentorships', unit],
    ['POST /growth/units/{unit}/mentorships', { ...unit, body: PAIR }],
    ['GET /growth/mentorships/{id}', { params: { id } }],
    ['POST /growth/mentorships/{id}/actions/{action}', { params: { id, action: 'end' }, body: { reason: 'x' } }],
    ['GET /growth/units/{unit}/activities', unit],
    ['POST /growth/units/{unit}/activities', { ...unit, body: DEBATE }],
    ['GET /growth/activities/{id}', { params: { id: debate } }],
    ['POST /growth/activities/{id}/actions/{action}', { params: { id: debate, action: 'sign-up' }, body: {} }],
    ['GET /growth/units/{unit}/record', unit],
    ['GET /growth/units/{unit}/records', unit],
  ];

  test('every route is tried', async () => {
    const { routes } = await import('../../functions/growth/api.ts');
    expect(rows.map(([key]) => key).sort()).toEqual(routes.map((r) => `${r.method} ${r.path}`).sort());
  });

  test.each(rows)('gets an answer of %s', async (key, request) => {
    expect(await call(key, request)).toMatchObject({ status: 401 });
    for (const as of [OUTSIDER, ADMIN]) expect(await call(key, { as, ...request })).toMatchObject({ status: 403 });
  });
});
