import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../shared/form.ts';
import { formHtml } from '../../shared/form-html.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { duty, FIRST, NEXT, OUTSIDER, rota, stranger, THIS, UNIT, unit, whoIn } from '../support/duty.ts';
import { sent } from '../support/held.ts';

/** A community’s rota: what it shows, who may change it, and how weeks are swapped. */

const { deliverAll } = await import('../support/outbox.ts');
const { handler: clocks } = await import('../../functions/workflow/clocks.ts');
const { getRota } = await import('../../functions/duty/store.ts');
const { records } = await import('../../shared/reads.ts');
const { keys } = await import('../../shared/keys.ts');

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
    const clocks_ = Object.entries((await records.item(keys.record('SWAP', swap.id)))?.clocks as object);
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
