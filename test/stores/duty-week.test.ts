import { describe, expect, test } from 'vitest';
import { missingLabels } from '../../shared/form-labels.ts';
import {
  at,
  carryOut,
  duty,
  FIRST,
  MONDAY,
  NEXT,
  OUTSIDER,
  queued,
  rota,
  stranger,
  THIS,
  tasks,
  turnOfWeek,
  UNIT,
  unit,
  whoIn,
} from '../support/duty.ts';
import { sent } from '../support/held.ts';

/** A community’s weeks, one after another: powers, tasks, the morning meeting, and the hand-over that reports on all of it. */

const { deliverAll } = await import('../support/outbox.ts');
const { handler: clocks } = await import('../../functions/workflow/clocks.ts');
const { withDuty } = await import('../../functions/duty/powers.ts');
const { handoverId } = await import('../../functions/duty/handover/handover.ts');
const { actorByEmail } = await import('../../shared/actor.ts');
const { records } = await import('../../shared/reads.ts');
const { keys } = await import('../../shared/keys.ts');
const { handler: rounds } = await import('../../functions/duty/rounds.ts');

const handoverAt = (week: string) => ({ params: { unit: UNIT, week } });
const clockOf = async (id: string) =>
  Object.entries((await records.item(keys.record('HANDOVER', id)))?.clocks as object);

describe('powers', () => {
  test('are held only while on duty', async () => {
    const on = await whoIn(THIS);
    const off = await stranger(on);
    expect((await withDuty(await actorByEmail(on))).onDuty).toEqual([UNIT]);
    expect((await withDuty(await actorByEmail(off))).onDuty).toEqual([]);
    expect((await withDuty(await actorByEmail(on), '2026-11-23T00:59:59.000Z')).onDuty).toEqual([]);
    expect((await withDuty(await actorByEmail(on), '2026-11-30T01:00:00.000Z')).onDuty).toEqual([]);
  });
});

describe('tasks', () => {
  const set = (as: string, change: Record<string, unknown> = {}) =>
    tasks('POST /tasks', { as, body: { unit: UNIT, what: '入户走访三户老人', due: '2026-11-25', ...change } });
  const act = (id: string, action: string, as: string, body: unknown = {}) =>
    tasks('POST /tasks/{id}/actions/{action}', { as, params: { id, action }, body });

  /** A photo of a task, as it is once it was sent and looked at. */
  const keptPhoto = async (id: string) => {
    const { announce, settle } = await import('../../functions/photos/store.ts');
    const photo = await announce({ kind: 'task', id }, { client: 'client-of-photo' }, MONDAY);
    const picture = { type: 'image/jpeg' as const, width: 1, height: 1, size: 1, sha256: 'x' };
    await settle({ kind: 'task', id }, photo.n, { picture }, MONDAY);
  };

  test('are set by the secretary on duty, started, done, returned, done again, verified by somebody else', async () => {
    const on = await whoIn(THIS);
    const who = await stranger(on);
    const made = await set(on, { who, why: '天冷' });
    expect(made).toMatchObject({ status: 201, body: { stage: 'set', overdue: false, setBy: { id: on } } });
    await deliverAll();
    expect(sent.map((m) => m.to)).toEqual([who]);
    const { id } = made.body;
    const seen = await tasks('GET /tasks/{id}', { as: who, params: { id } });
    expect(seen.body.actions.map((a: { action: string }) => a.action)).toEqual(['start', 'finish']);
    expect((await act(id, 'start', who)).body.stage).toBe('started');
    expect((await act(id, 'finish', who)).body.fields).toEqual([expect.objectContaining({ code: 'note-or-photo' })]);
    expect((await act(id, 'finish', who, { note: '都好' })).body.stage).toBe('done');
    expect((await act(id, 'verify', who)).status).toBe(403);
    expect((await act(id, 'return', on, { reason: '少一户' })).body.stage).toBe('returned');
    const unseen = await act(id, 'finish', who, { photo: '1' });
    expect(unseen.body.fields).toEqual([expect.objectContaining({ path: 'photo', code: 'photo-not-kept' })]);
    await keptPhoto(id);
    expect((await act(id, 'finish', who, { photo: '1' })).body.done.photo).toBe('1');
    await deliverAll();
    expect(sent.at(-1)?.to).toBe(on);
    expect((await act(id, 'verify', on)).body).toMatchObject({ stage: 'verified', returned: [{ reason: '少一户' }] });
    const closed = await tasks('GET /tasks', { as: who, query: { state: 'closed' } });
    expect(closed.body.tasks.map((t: { id: string }) => t.id)).toEqual([id]);
  });

  test('of one’s own making are not verified by oneself', async () => {
    const on = await whoIn(THIS);
    const { id } = (await set(on, { who: on })).body;
    await act(id, 'finish', on, { note: '办完' });
    expect((await act(id, 'verify', on)).body.code).toBe('four-eyes');
    expect((await act(id, 'verify', FIRST)).body.stage).toBe('verified');
  });

  test('stand on the boards and are searched', async () => {
    const on = await whoIn(THIS);
    const who = await stranger(on);
    await set(on, { who, what: '检查消防通道', due: '2026-11-24' });
    const board = async (query: Record<string, string>, as = who) =>
      (await tasks('GET /tasks', { as, query })).body.tasks;
    expect(await board({ unit: UNIT, q: '消防' })).toHaveLength(1);
    expect(await board({ unit: UNIT, q: '没有这个' })).toEqual([]);
    expect((await board({}))[0]).toMatchObject({ what: '检查消防通道' });
    expect((await tasks('GET /tasks', { as: OUTSIDER, query: { unit: UNIT } })).status).toBe(403);
    const { form } = (await tasks('GET /tasks', { as: on, query: { unit: UNIT } })).body;
    const { wordsIn } = await import('../../functions/tasks/views.ts');
    expect(missingLabels(form.input, wordsIn('zh'), 'task')).toEqual([]);
    expect((await tasks('GET /tasks', { as: who, query: { unit: UNIT } })).body.form).toBeUndefined();
  });

  test('are overdue the morning after, and every working day until they are done', async () => {
    const on = await whoIn(THIS);
    const who = await stranger(on);
    const { id } = (await set(on, { who, what: '调解纠纷', due: '2026-11-26' })).body;
    const fire = async () => {
      const { clocks: running } = (await records.item(keys.record('TASK', id))) as { clocks: object };
      const [clock, { seq, due }] = Object.entries(running)[0] as [string, { seq: number; due: string }];
      at(due);
      await clocks({ kind: 'TASK', type: 'task', id, clock, seq });
      await deliverAll();
      return due;
    };
    await deliverAll();
    sent.splice(0);
    const mornings: [string, number][] = [];
    for (let i = 0; i < 4; i++) mornings.push([await fire(), sent.length]);
    expect(mornings).toEqual([
      ['2026-11-27T00:30:00.000Z', 1],
      ['2026-11-28T00:30:00.000Z', 1], // Saturday
      ['2026-11-29T00:30:00.000Z', 1],
      ['2026-11-30T00:30:00.000Z', 2],
    ]);
    expect(sent.map((m) => [m.to, m.subject])).toEqual(Array(2).fill([who, '任务逾期：调解纠纷']));
    expect((await tasks('GET /tasks/{id}', { as: who, params: { id } })).body.overdue).toBe(true);
    await act(id, 'finish', who, { note: '调解成功' });
    expect((await records.item(keys.record('TASK', id)))?.clocks).toEqual({});
    at(MONDAY);
  });

  test.each([
    ['a worker who is not on duty', 'off', {}, 403],
    ['somebody of another unit', OUTSIDER, {}, 403],
    ['a person who is not of the unit', FIRST, { who: OUTSIDER }, 400],
    ['a date before today', FIRST, { due: '2026-11-22' }, 400],
  ])('are refused: %s', async (_, as, change, status) => {
    const who = await stranger(await whoIn(THIS));
    expect(await set(as === 'off' ? who : as, { who, ...change })).toMatchObject({ status });
  });
});

describe('the morning meeting', () => {
  const TODAY = '2026-11-24';
  const params = { unit: UNIT, date: TODAY };

  test('composes its agenda, is edited, held, minuted; what it decides becomes tasks', async () => {
    const on = await whoIn(THIS);
    const who = await stranger(on);
    const seen = await duty('GET /duty/{unit}/meetings/{date}', { as: who, params });
    expect(seen.body).toMatchObject({ workingDay: true, stage: { code: 'planned' }, actions: [] });
    expect(seen.body.lines.map((l: { kind: string }) => l.kind)).toContain('due');
    const lines = [{ kind: 'note', text: '天气转冷，注意用电' }];
    const PUT = 'PUT /duty/{unit}/meetings/{date}';
    expect((await duty(PUT, { as: who, params, body: { lines } })).status).toBe(403);
    expect((await duty(PUT, { as: on, params, body: { lines } })).body.lines).toHaveLength(1);
    const act = (action: string, body: unknown, as = on) =>
      duty('POST /duty/{unit}/meetings/{date}/actions/{action}', { as, params: { ...params, action }, body });
    const minutes = { minutes: '一、用电安全', decisions: [{ what: '查用电', who, due: '2026-11-27' }] };
    expect((await act('minute', minutes)).status).toBe(409);
    expect((await act('hold', {})).body.code).toBe('not-yet');
    at('2026-11-24T01:00:00.000Z');
    expect((await act('hold', { attended: [on, who] })).body.stage.code).toBe('held');
    expect(
      (await act('minute', { ...minutes, decisions: [{ what: 'x', who: OUTSIDER, due: '2026-11-27' }] })).status,
    ).toBe(400);
    expect((await act('minute', minutes)).body).toMatchObject({ stage: { code: 'minuted' } });
    await deliverAll();
    await deliverAll();
    const board = (await tasks('GET /tasks', { as: who, query: { q: '查用电' } })).body.tasks;
    expect(board).toEqual([expect.objectContaining({ source: expect.objectContaining({ kind: 'meeting' }) })]);
    at(MONDAY);
  });

  test('there is none on a day nobody works', async () => {
    const day = { unit: UNIT, date: '2026-11-28' };
    expect((await duty('GET /duty/{unit}/meetings/{date}', { as: FIRST, params: day })).body).toMatchObject({
      workingDay: false,
      actions: [],
    });
    const hold = { as: FIRST, params: { ...day, action: 'hold' }, body: {} };
    expect((await duty('POST /duty/{unit}/meetings/{date}/actions/{action}', hold)).status).toBe(400);
  });

  test('its forms have their labels', async () => {
    const { meeting } = await import('../../functions/duty/meeting/meeting.ts');
    const { handover } = await import('../../functions/duty/handover/handover.ts');
    const { swap } = await import('../../functions/duty/swap/swap.ts');
    const { task } = await import('../../functions/tasks/task.ts');
    const { wordsIn } = await import('../../functions/duty/views.ts');
    const { wordsIn: taskWordsIn } = await import('../../functions/tasks/views.ts');
    const { inputSchema } = await import('../../shared/body.ts');
    for (const life of [meeting, handover, swap, task])
      for (const [action, rule] of Object.entries(life.actions)) {
        const t = (life === task ? taskWordsIn : wordsIn)('zh');
        expect(t.has(`action.${life.type}.${action}`), `${life.type}.${action}`).toBe(true);
        expect(missingLabels(inputSchema(rule.input), t, action), `${life.type}.${action}`).toEqual([]);
      }
  });
});

describe('the hand-over', () => {
  const signs = (as: string, body: unknown = {}, week = NEXT, action = 'sign') =>
    duty('POST /duty/{unit}/handovers/{week}/actions/{action}', { as, params: { unit: UNIT, week, action }, body });

  test('on Friday who comes next is reminded, once', async () => {
    at('2026-11-27T01:01:00.000Z');
    await turnOfWeek();
    await turnOfWeek();
    expect(sent.map((m) => [m.to, m.subject])).toEqual([[await whoIn(NEXT), '加荣社区：下周轮到您（2026-W49）']]);
  });

  test('freezes who serves once, mails the briefs, ends the week before with its report, carries tasks over', async () => {
    const [out, next] = [await whoIn(THIS), await whoIn(NEXT)];
    const words = { words: '格桑路路灯待修' };
    expect((await signs(await stranger(out), words, THIS, 'leave-words')).status).toBe(403);
    expect((await signs(out, words, THIS, 'leave-words')).status).toBe(200);
    at('2026-11-30T01:00:30.000Z');
    await turnOfWeek();
    await turnOfWeek();
    const brief = sent.find((m) => m.to === next && m.subject.includes('本周由您轮值'));
    expect(brief?.text).toContain('格桑路路灯待修');
    expect(brief?.text).toContain('检查消防通道');
    expect(sent.filter((m) => m.subject.includes('办理交接')).map((m) => m.to)).toEqual([out]);
    expect(sent.filter((m) => m.subject.includes('本周轮值书记'))).toHaveLength(10);
    const ended = await duty('GET /duty/{unit}/handovers/{week}', { as: next, ...handoverAt(THIS) });
    expect(ended.body).toMatchObject({ stage: { code: 'ended' }, report: { tasksClosed: 2, meetings: 1 } });
    expect(
      sent
        .filter((m) => m.subject.includes('轮值周报告'))
        .map((m) => m.to)
        .sort(),
    ).toEqual([FIRST, out].sort());
    const open = (await tasks('GET /tasks', { as: next, query: { unit: UNIT } })).body.tasks;
    const first = await tasks('GET /tasks/{id}', { as: next, params: { id: open[0].id } });
    expect(first.body.carried).toHaveLength(1);
    expect(first.body.carried[0].from).not.toBe(first.body.carried[0].to);
  });

  test('both sign, a stranger cannot, and then it is settled', async () => {
    const [out, next] = [await whoIn(THIS), await whoIn(NEXT)];
    expect((await signs(await stranger(out, next))).status).toBe(403);
    expect((await signs(OUTSIDER)).status).toBe(403);
    const half = await signs(out, { note: '钥匙在抽屉里' });
    expect(half.body).toMatchObject({ stage: { code: 'signing' }, signed: [{ note: '钥匙在抽屉里' }] });
    expect((await signs(out)).status).toBe(403);
    expect((await signs(next)).body).toMatchObject({ stage: { code: 'serving' } });
    expect(await clockOf(handoverId(UNIT, NEXT))).toEqual([]);
  });

  test('a missed week is caught up once, in order, and nobody is told of it', async () => {
    at('2026-12-16T02:00:00.000Z');
    await rounds();
    expect(queued.map((q) => q.weeks)).toEqual([['2026-12-07', '2026-12-14']]);
    const repeated = [...queued];
    await carryOut();
    queued.push(...repeated);
    await carryOut();
    sent.splice(0);
    await deliverAll();
    expect(sent.filter((m) => m.subject.includes('2026-W50') && m.subject.includes('由您轮值'))).toEqual([]);
    expect(sent.filter((m) => m.subject.includes('由您轮值'))).toHaveLength(1);
    const list = (await duty('GET /duty/{unit}/handovers', { as: FIRST, ...unit, query: { weeks: '4' } })).body
      .handovers;
    expect(list.map((h: { week: string; stage: { code: string } }) => [h.week, h.stage.code])).toEqual([
      ['2026-12-14', 'signing'],
      ['2026-12-07', 'ended'],
      ['2026-11-30', 'ended'],
      ['2026-11-23', 'ended'],
    ]);
  });

  test('unsigned at noon it goes to the first secretary, who signs', async () => {
    const id = handoverId(UNIT, '2026-12-14');
    const [clock, { seq, due }] = (await clockOf(id))[0] as [string, { seq: number; due: string }];
    expect(due).toBe('2026-12-16T04:00:00.000Z');
    const seen = (await duty('GET /duty/{unit}/handovers/{week}', { as: FIRST, ...handoverAt('2026-12-14') })).body;
    expect(seen.clocks).toEqual([{ id: clock, text: '签字期限', due }]);
    at(due);
    expect((await signs(FIRST, { reason: '都在现场' }, '2026-12-14', 'sign-for')).status).toBe(409);
    await clocks({ kind: 'HANDOVER', type: 'handover', id, clock, seq });
    await clocks({ kind: 'HANDOVER', type: 'handover', id, clock, seq });
    await deliverAll();
    expect(sent.map((m) => [m.to, m.subject])).toEqual([[FIRST, '加荣社区：交接到中午仍未签字']]);
    expect((await signs(await whoIn('2026-12-14'), { reason: 'x' }, '2026-12-14', 'sign-for')).status).toBe(403);
    const done = await signs(FIRST, { reason: '都在现场' }, '2026-12-14', 'sign-for');
    expect(done.body).toMatchObject({ stage: { code: 'serving' }, signed: [{ instead: true }] });
  });

  test('a stand-in takes the powers over, and the calendar follows', async () => {
    const on = await whoIn('2026-12-14');
    const who = await stranger(on);
    expect((await signs(await stranger(on, who), { who, reason: '病假' }, '2026-12-14', 'stand-in')).status).toBe(403);
    expect((await signs(on, { who: OUTSIDER, reason: '病假' }, '2026-12-14', 'stand-in')).status).toBe(400);
    expect((await signs(on, { who, reason: '病假' }, '2026-12-14', 'stand-in')).body.serving.id).toBe(who);
    expect((await withDuty(await actorByEmail(who))).onDuty).toEqual([UNIT]);
    expect((await withDuty(await actorByEmail(on))).onDuty).toEqual([]);
    const week = (await duty('GET /duty/week', { as: who })).body;
    expect(week.units[0]).toMatchObject({ onDuty: true, leads: true, present: { who: { id: who } } });
  });

  test('a pause leaves the week vacant and with the first secretary', async () => {
    const body = { week: '2026-12-21', reason: '集中培训' };
    expect((await duty('POST /duty/{unit}/pauses', { as: FIRST, ...unit, body })).body.saved).toBe(true);
    at('2026-12-21T01:00:00.000Z');
    await turnOfWeek();
    expect(sent.filter((m) => m.subject.includes('无人轮值')).map((m) => m.to)).toEqual([FIRST]);
    expect((await duty('GET /duty/week', { as: FIRST })).body.units[0]).toMatchObject({ leads: true, onDuty: false });
  });

  test('fairness and reports look back on what was really served', async () => {
    const { body } = await duty('GET /duty/{unit}/fairness', { as: FIRST, ...unit });
    expect(body.shares).toHaveLength(11);
    expect(body.shares.reduce((n: number, x: { turns: number }) => n + x.turns, 0)).toBe(50); // 52 weeks, two paused
    expect(body.due).toBeDefined();
    const { reports } = (await duty('GET /duty/{unit}/reports', { as: FIRST, ...unit, query: { weeks: '5' } })).body;
    expect(reports.map((r: { week: string }) => r.week)).toEqual([
      '2026-12-14',
      '2026-12-07',
      '2026-11-30',
      '2026-11-23',
    ]);
    expect((await duty('GET /duty/{unit}/fairness', { as: OUTSIDER, ...unit })).status).toBe(403);
  });

  test('a week that has ended does not end again', async () => {
    const { act } = await import('../../shared/workflow/act.ts');
    const { handover } = await import('../../functions/duty/handover/handover.ts');
    const { NOTHING } = await import('../../functions/duty/sources.ts');
    const { SYSTEM } = await import('../../shared/workflow/lifecycle.ts');
    const step = { type: 'ended', at: MONDAY, by: SYSTEM, input: NOTHING };
    await expect(act(handover, handoverId(UNIT, THIS), step)).rejects.toMatchObject({ code: 'not-possible' });
    expect((await signs(await whoIn(THIS), { words: 'x' }, THIS, 'leave-words')).status).toBe(409);
  });

  test('on another day of the week from now on: who serves goes on until then, and hands over', async () => {
    at('2026-12-28T01:00:00.000Z');
    await turnOfWeek();
    at('2026-12-29T02:00:00.000Z');
    const before = await rota();
    const [on, next] = [before.turns[0].who.id, before.turns[1].who.id];
    const members = before.rosters.at(-1).members.map((m: { id: string }) => m.id);
    const rule = { day: 3, time: '10:00', zone: 'Asia/Shanghai' };
    const body = { from: '2027-01-06', members, week: rule, version: before.version };
    const saved = await duty('PUT /duty/{unit}/roster', { as: FIRST, ...unit, body });
    expect(saved).toMatchObject({ status: 200, body: { saved: true, moves: [] } });
    for (const moment of ['2026-12-30T03:00:00.000Z', '2027-01-05T03:00:00.000Z']) {
      at(moment);
      await turnOfWeek();
      expect((await withDuty(await actorByEmail(on))).onDuty, moment).toEqual([UNIT]);
    }
    at('2027-01-06T02:00:00.000Z');
    await turnOfWeek();
    expect((await withDuty(await actorByEmail(on))).onDuty).toEqual([]);
    expect((await withDuty(await actorByEmail(next))).onDuty).toEqual([UNIT]);
    const { handovers } = (await duty('GET /duty/{unit}/handovers', { as: FIRST, ...unit, query: { weeks: '3' } }))
      .body;
    expect(handovers.map((h: { week: string; stage: { code: string } }) => [h.week, h.stage.code])).toEqual([
      ['2027-01-06', 'signing'],
      ['2026-12-28', 'ended'],
      ['2026-12-21', 'ended'],
    ]);
    expect(handovers[0].from.id).toBe(on);
  });
});

describe('who has left keeps their name', () => {
  interface Named {
    id: string;
    name: string;
  }
  const handovers = async (): Promise<{ week: string; serving?: Named; from?: Named }[]> =>
    (await duty('GET /duty/{unit}/handovers', { as: FIRST, ...unit, query: { weeks: '8' } })).body.handovers;

  test.each([
    ['and is active no longer', 0, { active: false }],
    ['and has no role in the unit', 1, { roles: [] }],
  ])('%s', async (_, which, change) => {
    const { getPerson, putPerson } = await import('../../functions/directory/store.ts');
    const served = new Map((await handovers()).flatMap(({ week, serving }) => (serving ? [[serving.id, week]] : [])));
    const [id, week] = [...served][which] as [string, string];
    const person = await getPerson(id);
    if (!person) throw new Error(`${id} is not in the directory`);
    await putPerson({ ...person, ...change }, person, { by: { id: FIRST, name: FIRST }, at: MONDAY });

    const known = { id, name: person.name };
    expect((await handovers()).find((h) => h.week === week)?.serving).toEqual(known);
    const one = await duty('GET /duty/{unit}/handovers/{week}', { as: FIRST, ...handoverAt(week) });
    expect(one.body.serving).toEqual(known);
    const back = await rota(FIRST, { from: week, weeks: '1' });
    expect(back.turns[0].who).toEqual(known);
    expect(back.left).toContain(id);
    expect(back.rosters.at(-1).members).toContainEqual(known);
    const { reports } = (await duty('GET /duty/{unit}/reports', { as: FIRST, ...unit, query: { weeks: '12' } })).body;
    expect(reports.length).toBeGreaterThan(3);
    expect(JSON.stringify(reports.map((r: { who?: string }) => r.who))).not.toContain('@');
    const { shares } = (await duty('GET /duty/{unit}/fairness', { as: FIRST, ...unit })).body;
    expect(shares.find((x: { who: string }) => x.who === id).name).toBe(person.name);
    const made = (await duty('POST /duty/{unit}/calendars', { as: FIRST, ...unit, body: { scope: 'unit' } })).body;
    const file = made.address.slice(made.address.lastIndexOf('/') + 1);
    expect((await duty('GET /calendar/{file}', { params: { file } })).text).not.toContain(id);
    const present = (await duty('GET /duty/week', { as: FIRST })).body.units[0];
    expect(JSON.stringify([present.present.who, present.next.who, present.handover.from])).not.toMatch(
      /"name":"[^"]*@/,
    );
  });
});
