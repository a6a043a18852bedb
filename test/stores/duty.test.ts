import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JsonSchema } from '../../shared/form.ts';
import { formHtml } from '../../shared/form-html.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';
import { sent } from '../support/held.ts';

const queued: { kind: string; weeks: string[]; units: string[] }[] = [];
vi.mock('../../functions/duty/fan-out.ts', async (original) => ({
  ...(await original<object>()),
  fanOut: async (kind: string, weeks: string[], units: string[]) => void queued.push({ kind, weeks, units }),
}));

/** A Monday, five minutes after nine in Lhasa's zone. */
const MONDAY = '2026-11-23T01:05:00.000Z';
const at = (moment: string) => vi.setSystemTime(new Date(moment));
vi.useFakeTimers({ toFake: ['Date'] });
at(MONDAY);

const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { seedDuty } = await import('../../functions/duty/seed.ts');
const { handler: dutyApi } = await import('../../functions/duty/api.ts');
const { handler: tasksApi } = await import('../../functions/tasks/api.ts');
const { handler: rounds } = await import('../../functions/duty/rounds.ts');
const { handler: work } = await import('../../functions/duty/jobs.ts');
const { handler: clocks } = await import('../../functions/workflow/clocks.ts');
const { withDuty } = await import('../../functions/duty/powers.ts');
const { handoverId } = await import('../../functions/duty/handover/handover.ts');
const { getRota } = await import('../../functions/duty/store.ts');
const { actorByEmail } = await import('../../shared/actor.ts');
const { loadItem } = await import('../../shared/workflow/store.ts');
const { keys } = await import('../../shared/keys.ts');
const { deliverAll } = await import('../support/outbox.ts');

const UNIT = 'jiarong-community';
const FIRST = 'dekyi.wangmo@jiarong.kora.example';
const OUTSIDER = 'sonam@medog-forestry.kora.example';
const THIS = '2026-11-23';
const NEXT = '2026-11-30';

const duty = caller(dutyApi);
const tasks = caller(tasksApi);
const unit = { params: { unit: UNIT } };

afterAll(async () => {
  vi.useRealTimers();
  await engine.stop();
});
beforeAll(async () => {
  await seedDirectory();
  await seedDuty();
  await turnOfWeek();
});
beforeEach(async () => {
  await deliverAll();
  sent.splice(0);
});

/** A round, and what it put into the queue carried out. */
const turnOfWeek = async () => {
  await rounds();
  for (const message of queued.splice(0))
    await work({ Records: [{ messageId: 'm', body: JSON.stringify(message) }] } as never);
  await deliverAll();
};

const rota = async (as = FIRST, query: Record<string, string> = {}) =>
  (await duty('GET /duty/{unit}/rota', { as, ...unit, query })).body;
const whoIn = async (week: string): Promise<string> =>
  (await rota(FIRST, { from: THIS, weeks: '30' })).turns.find((t: { week: string }) => t.week === week).who.id;
const stranger = async (...known: string[]) =>
  (await rota()).rosters
    .at(-1)
    .members.map((m: { id: string }) => m.id)
    .find((id: string) => !known.includes(id));
const handoverAt = (week: string) => ({ params: { unit: UNIT, week } });
const clockOf = async (id: string) => Object.entries((await loadItem(keys.record('HANDOVER', id)))?.clocks as object);

describe('the rota', () => {
  test('looks ahead 26 weeks, with who is on this week frozen', async () => {
    const body = await rota();
    expect(body.turns).toHaveLength(27);
    expect(body.turns[0]).toMatchObject({ week: THIS, label: '2026-W48', frozen: true, kind: 'turn' });
    expect(body.turns[1]).toMatchObject({ week: NEXT, frozen: false });
    expect(body.holidaysUnknown).toEqual([2027]);
    expect(body.gapsSoon).toEqual([]);
    expect(body.left).toEqual([]);
  });

  test('looks back at who really served, pauses included', async () => {
    const body = await rota(FIRST, { from: '2026-02-16', weeks: '2' });
    expect(body.turns.map((t: { kind: string; frozen: boolean }) => [t.kind, t.frozen])).toEqual([
      ['pause', true],
      ['turn', true],
    ]);
    expect(body.turns[0].holidays).toEqual(['春节']);
    expect(body.turns[1].holidays).toEqual(['春节', '藏历新年']);
  });

  test.each([
    ['somebody of another unit', OUTSIDER, 403, 'other-unit'],
    ['nobody in particular', undefined, 401, 'sign-in'],
  ])('is not shown to %s', async (_, as, status, code) =>
    expect(await duty('GET /duty/{unit}/rota', { as, ...unit })).toMatchObject({ status, body: { code } }),
  );

  test('every form that it offers has its labels in every language', async () => {
    const { wordsIn } = await import('../../functions/duty/views.ts');
    const worker = await whoIn(NEXT);
    for (const [as, names] of [
      [FIRST, ['cover', 'leave', 'pause', 'roster']],
      [worker, ['cover', 'leave', 'swap']],
    ] as const)
      for (const lang of ['zh', 'bo', 'en'] as const) {
        const { forms } = await rota(as, { lang });
        expect(Object.keys(forms).sort()).toEqual(names);
        for (const [name, f] of Object.entries<{ input: JsonSchema }>(forms))
          expect(missingLabels(f.input, wordsIn(lang), name), `${name} ${lang}`).toEqual([]);
      }
  });
});

describe('the roster’s form', () => {
  test('takes the order in which newcomers take turns, as it was filled in', async () => {
    const { forms, rosters, version } = await rota();
    const { input, options } = forms.roster;
    const members: string[] = rosters.at(-1).members.map((m: { id: string }) => m.id);
    const values = { from: '2027-02-01', members: [...members.slice(2), members[1], members[0]], version };
    const html = formHtml(input, { action: '', method: 'post', language: 'zh', submit: '', options, values });
    const lines = [...html.matchAll(/<select[^>]* name="members".*?<\/select>/gs)].map(([s]) => s);
    const chosen = lines.flatMap((s) => /value="([^"]+)" selected/.exec(s)?.[1] ?? []);
    expect(chosen).toEqual(values.members);
    expect(html).toContain('新加入的人按这里的先后排在最后');
  });
});

describe('who may not', () => {
  const reads = ['rota', 'fairness', 'swaps', 'handovers', 'reports'].map((p) => [`GET /duty/{unit}/${p}`, {}]);
  const more = [
    ['GET /duty/{unit}/handovers/{week}', { week: THIS }],
    ['GET /duty/{unit}/meetings/{date}', { date: '2026-11-24' }],
    ['PUT /duty/{unit}/meetings/{date}', { date: '2026-11-24' }, { lines: [] }],
    ['POST /duty/{unit}/meetings/{date}/actions/{action}', { date: '2026-11-24', action: 'hold' }, {}],
    ['POST /duty/{unit}/handovers/{week}/actions/{action}', { week: THIS, action: 'sign' }, {}],
    ['POST /duty/{unit}/leaves', {}, { who: FIRST, from: NEXT, to: NEXT }],
    ['DELETE /duty/{unit}/leaves/{id}', { id: 'x' }],
    ['POST /duty/{unit}/pauses', {}, { week: NEXT, reason: 'x' }],
    ['DELETE /duty/{unit}/pauses/{week}', { week: NEXT }],
    ['POST /duty/{unit}/covers', {}, { week: NEXT, by: FIRST }],
    ['PUT /duty/{unit}/roster', {}, { from: NEXT, members: [FIRST] }],
    ['POST /duty/{unit}/swaps', {}, { week: NEXT, with: '2026-12-14' }],
    ['POST /duty/{unit}/swaps/{id}/actions/{action}', { id: 'a'.repeat(20), action: 'accept' }, {}],
    ['POST /duty/{unit}/calendars', {}, {}],
  ];

  test.each([...reads, ...more] as [string, Record<string, string>, unknown?][])(
    '%s: nobody of another unit, and nobody who has not signed in',
    async (routeKey, at_, body) => {
      const call = { params: { unit: UNIT, ...at_ }, body };
      expect((await duty(routeKey, { ...call, as: OUTSIDER })).status).toBe(403);
      expect((await duty(routeKey, call)).status).toBe(401);
    },
  );
});

describe('changes of the rota', () => {
  const leave = { from: '2027-01-11', to: '2027-01-24' };

  test('are shown before they are saved: who moves', async () => {
    const who = await whoIn('2027-01-11');
    const body = { who, ...leave, reason: '探亲', preview: true };
    const seen = await duty('POST /duty/{unit}/leaves', { as: who, ...unit, body });
    expect(seen).toMatchObject({ status: 200, body: { saved: false } });
    expect(seen.body.moves[0]).toMatchObject({ week: '2027-01-11' });
    expect(await whoIn('2027-01-11')).toBe(who);
    const saved = await duty('POST /duty/{unit}/leaves', { as: who, ...unit, body: { ...body, preview: false } });
    expect(saved.body.moves).toEqual(seen.body.moves);
    expect(await whoIn('2027-01-11')).not.toBe(who);
    const mine = (await rota(who)).leaves.find((l: { who: { id: string } }) => l.who.id === who);
    expect(mine.reason).toBe('探亲');
    expect((await rota(await stranger(who))).leaves[0].reason).toBeUndefined();
    const params = { unit: UNIT, id: mine.id };
    expect((await duty('DELETE /duty/{unit}/leaves/{id}', { as: await stranger(who), params })).status).toBe(403);
    expect((await duty('DELETE /duty/{unit}/leaves/{id}', { as: who, params })).body.saved).toBe(true);
    expect(await whoIn('2027-01-11')).toBe(who);
  });

  test.each([
    ['a leave for somebody else', 'POST /duty/{unit}/leaves', 'worker', { who: FIRST, ...leave }, 403],
    ['a leave in the past', 'POST /duty/{unit}/leaves', FIRST, { ...leave, from: '2026-11-01' }, 400],
    ['a pause by a worker', 'POST /duty/{unit}/pauses', 'worker', { week: NEXT, reason: 'x' }, 403],
    ['a pause of the week that runs', 'POST /duty/{unit}/pauses', FIRST, { week: THIS, reason: 'x' }, 400],
    ['a cover by a stranger', 'POST /duty/{unit}/covers', FIRST, { week: NEXT, by: OUTSIDER }, 400],
    ['a roster by a worker', 'PUT /duty/{unit}/roster', 'worker', { from: NEXT, members: [] }, 403],
    ['an unknown field', 'POST /duty/{unit}/pauses', FIRST, { week: NEXT, reason: 'x', colour: 'red' }, 400],
  ])('refuse %s and change nothing', async (_, routeKey, as, body, status) => {
    const before = await getRota(UNIT);
    const who = as === 'worker' ? await whoIn(NEXT) : as;
    const filled = routeKey.endsWith('leaves') ? { who: await whoIn(NEXT), ...body } : body;
    expect(await duty(routeKey, { as: who, ...unit, body: filled })).toMatchObject({ status });
    expect(await getRota(UNIT)).toEqual(before);
  });

  test.each([
    ['an unknown person', (m: string[]) => [...m, OUTSIDER], 'unknown-person'],
    ['a person twice', (m: string[]) => [...m, m[0] as string], 'duplicate'],
    ['nobody', () => [], 'empty-roster'],
  ])('refuse a roster with %s', async (_, change, code) => {
    const { version, rosters } = await rota();
    const members = change(rosters.at(-1).members.map((m: { id: string }) => m.id));
    const answer = await duty('PUT /duty/{unit}/roster', {
      as: FIRST,
      ...unit,
      body: { from: NEXT, members, version },
    });
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ code }] } });
  });

  test('made at the same moment by two people are both kept', async () => {
    const { turns } = await rota();
    const [a, b] = [turns[13].who.id, turns[14].who.id];
    const asked = (who: string) => ({ who, from: '2027-04-05', to: '2027-04-18' });
    const answers = await Promise.all(
      [a, b].map((who) => duty('POST /duty/{unit}/leaves', { as: who, ...unit, body: asked(who) })),
    );
    expect(answers.map((x) => x.status)).toEqual([200, 200]);
    const kept = (await getRota(UNIT))?.leaves.filter((l) => l.from === '2027-04-05').map((l) => l.who);
    expect(kept?.toSorted()).toEqual([a, b].toSorted());
    const again = await duty('POST /duty/{unit}/leaves', { as: a, ...unit, body: asked(a) });
    expect(again.body.fields).toEqual([expect.objectContaining({ path: 'from', code: 'overlaps' })]);
  });

  test('refuse a roster made from an old version', async () => {
    const members = [await whoIn(NEXT)];
    const body = { from: NEXT, members, version: 0 };
    expect(await duty('PUT /duty/{unit}/roster', { as: FIRST, ...unit, body })).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
  });
});

describe('a swap', () => {
  const weeks = async () => {
    const { turns } = await rota();
    return { mine: turns[5], theirs: turns[9] };
  };

  test('is previewed, asked, accepted, and changes the rota in the same write', async () => {
    const { mine, theirs } = await weeks();
    const body = { week: mine.week, with: theirs.week, note: '家里有事' };
    const seen = await duty('POST /duty/{unit}/swaps', { as: mine.who.id, ...unit, body: { ...body, preview: true } });
    expect(seen.body).toMatchObject({ preview: { saved: false } });
    expect(seen.body.preview.moves).toHaveLength(2);
    const asked = await duty('POST /duty/{unit}/swaps', { as: mine.who.id, ...unit, body });
    expect(asked).toMatchObject({ status: 201, body: { swap: { stage: { code: 'asked' } } } });
    await deliverAll();
    expect(sent.map((m) => m.to)).toEqual([theirs.who.id]);
    const act = { unit: UNIT, id: asked.body.swap.id };
    const answer = (as: string, action: string) =>
      duty('POST /duty/{unit}/swaps/{id}/actions/{action}', { as, params: { ...act, action }, body: {} });
    expect((await answer(await stranger(mine.who.id, theirs.who.id), 'accept')).status).toBe(403);
    expect((await answer(mine.who.id, 'accept')).status).toBe(403);
    const list = await duty('GET /duty/{unit}/swaps', { as: theirs.who.id, ...unit });
    expect(list.body.swaps[0].actions.map((a: { action: string }) => a.action)).toEqual(['accept', 'decline']);
    expect((await answer(theirs.who.id, 'accept')).body.stage.code).toBe('accepted');
    expect(await whoIn(mine.week)).toBe(theirs.who.id);
    expect(await whoIn(theirs.week)).toBe(mine.who.id);
    expect((await answer(theirs.who.id, 'accept')).status).toBe(409);
    await deliverAll();
    expect(sent.at(-1)?.to).toBe(mine.who.id);
  });

  test('expires by its clock, and then nothing moves', async () => {
    const { turns } = await rota();
    const [a, b] = [turns[6], turns[10]];
    const body = { week: a.week, with: b.week };
    const { swap } = (await duty('POST /duty/{unit}/swaps', { as: a.who.id, ...unit, body })).body;
    const clocks_ = Object.entries((await loadItem(keys.record('SWAP', swap.id)))?.clocks as object);
    const [clock, { seq }] = clocks_[0] as [string, { seq: number }];
    await clocks({ kind: 'SWAP', type: 'swap', id: swap.id, clock, seq });
    const params = { unit: UNIT, id: swap.id, action: 'accept' };
    const late = await duty('POST /duty/{unit}/swaps/{id}/actions/{action}', { as: b.who.id, params, body: {} });
    expect(late).toMatchObject({ status: 409, body: { code: 'not-possible' } });
    expect(await whoIn(a.week)).toBe(a.who.id);
  });

  test.each([
    ['of a week that is not one’s own', 'other', 5, 8, 403],
    ['with a past week', 'own', 0, 8, 400],
  ])('is refused %s', async (_, who, from, to, status) => {
    const { turns } = await rota();
    const as = who === 'own' ? turns[from].who.id : await stranger(turns[from].who.id, turns[to].who.id);
    const body = { week: turns[from].week, with: turns[to].week };
    expect(await duty('POST /duty/{unit}/swaps', { as, ...unit, body })).toMatchObject({ status });
  });
});

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
      const { clocks: running } = (await loadItem(keys.record('TASK', id))) as { clocks: object };
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
    expect((await loadItem(keys.record('TASK', id)))?.clocks).toEqual({});
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

describe('calendars', () => {
  const read = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return { calendar, events: calendar.getAllSubcomponents('vevent').map((e) => new ICAL.Event(e)) };
  };
  const make = async (as: string, scope: string) =>
    (await duty('POST /duty/{unit}/calendars', { as, ...unit, body: { scope } })).body;
  const fetch_ = (address: string) =>
    duty('GET /calendar/{file}', { params: { file: address.slice(address.lastIndexOf('/') + 1) } });

  test('a community’s: each week with zone, alarm, and who serves', async () => {
    const { address } = await make(FIRST, 'unit');
    const { status, headers, text } = await fetch_(address);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/calendar; charset=utf-8' });
    const { calendar, events } = read(text);
    const zone = calendar.getFirstSubcomponent('vtimezone');
    expect(zone?.getFirstPropertyValue('tzid')).toBe('Asia/Shanghai');
    const present = events.find((e) => e.startDate.toString() === '2026-11-23T09:00:00');
    expect(present?.endDate.toString()).toBe('2026-11-30T09:00:00');
    expect(present?.startDate.toJSDate().toISOString()).toBe('2026-11-23T01:00:00.000Z');
    expect(present?.summary).toContain('轮值书记');
    const alarm = present?.component.getFirstSubcomponent('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P1D');
  });

  test('a person’s: a week that went to somebody else is cancelled by a later version of the same event', async () => {
    const { turns } = await rota();
    const [a, cover] = [turns[3], turns[8]];
    const { address } = await make(a.who.id, 'person');
    const find = async () => {
      const { events } = read((await fetch_(address)).text);
      return events.find((e) => e.startDate.toString().startsWith(a.week));
    };
    const before = await find();
    expect(before?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    const body = { week: a.week, by: cover.who.id };
    expect((await duty('POST /duty/{unit}/covers', { as: cover.who.id, ...unit, body })).status).toBe(200);
    const after = await find();
    expect(after?.uid).toBe(before?.uid);
    expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test('an address that is revoked, guessed or no address at all shows nothing', async () => {
    const { address, calendar } = await make(FIRST, 'person');
    const gone = { as: FIRST, params: { id: calendar.id } };
    expect((await duty('DELETE /duty/calendars/{id}', { ...gone, as: await whoIn(THIS) })).status).toBe(404);
    expect((await duty('DELETE /duty/calendars/{id}', gone)).status).toBe(204);
    expect((await duty('DELETE /duty/calendars/{id}', gone)).status).toBe(404);
    for (const a of [address, `/${'0'.repeat(40)}.ics`, '/x.ics', '/../../etc'])
      expect(await fetch_(a), a).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await duty('GET /duty/calendars', { as: FIRST })).body.calendars).toHaveLength(1);
    expect((await duty('POST /duty/{unit}/calendars', { as: OUTSIDER, ...unit, body: {} })).status).toBe(403);
    expect(JSON.stringify(await loadItem(keys.feed(calendar.id)))).not.toContain(address.slice(-44, -4));
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
    for (const message of [...queued, ...queued.splice(0)])
      await work({ Records: [{ messageId: 'm', body: JSON.stringify(message) }] } as never);
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
