import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { act, caseNow, done, handIn, must, PEOPLE } from '../support/journey.ts';

/** A flock as large as one case may hold, from the assessment to its end. */

let kora: Kora;
let eagle = '';
beforeAll(async () => {
  kora = await startKora({ at: '2026-06-10T01:00:00.000Z' });
  const { body } = await kora.api('GET', `/wildlife/species?q=${encodeURIComponent('黑鸢')}`);
  eagle = body.species[0].key;
});
afterAll(() => kora?.stop());

let places = 0;
/** On site, each time somewhere else. */
const onSite = async (change: object = {}) => {
  places += 1;
  const place = {
    ...{ township: '墨脱镇', words: `第 ${places} 处` },
    coordinates: { latitude: 28.6 + places * 0.1, longitude: 95 },
  };
  const handed = await handIn(kora, { place, ...change });
  await done(kora, handed.id, 'accept');
  await done(kora, handed.id, 'arrive');
  return handed;
};

const LONG = '翅膀骨折，伤口感染。'.repeat(200);
const RELEASE = { place: '林缘', suits: '同一生境' };
const LEG = { carrier: '嘎玛次旺', to: '格当乡野生动物救助中心', expectedMinutes: 60, checklist: ['crate-secured'] };

describe('a flock as large as a case may hold', () => {
  let { id, number, receipt } = { id: '', number: '', receipt: '' };
  const step = (action: string, body: object, part?: string) => done(kora, id, action, body, { part });

  test('is assessed in one step; more are refused at the field, with what to do', async () => {
    ({ id, number, receipt } = await onSite({ count: 1000 }));
    const thousand = await act(kora, id, 'assess', { speciesKey: eagle, condition: 'weak', count: 1000 });
    expect([thousand.status, thousand.body.fields]).toEqual([
      400,
      [expect.objectContaining({ path: 'count', code: 'too-large', most: 200 })],
    ]);
    const seen = await step('assess', { speciesKey: eagle, condition: 'weak', count: 200, findings: LONG });
    expect(seen.animals).toHaveLength(200);
    const more = await act(kora, id, 'assess', { speciesKey: eagle, condition: 'weak' });
    expect([more.status, more.body.fields]).toEqual([
      400,
      [expect.objectContaining({ path: 'count', code: 'too-many-animals', most: 200 })],
    ]);
  });

  test('shows each action once, with the animals that it is open for', async () => {
    const { animalActions, animals } = await caseNow(kora, id);
    const release = animalActions.filter((a: { action: string }) => a.action === 'release');
    expect(release.map((a: { parts: string[] }) => a.parts.length)).toEqual([200]);
    expect(animals[199].actions.map((a: { action: string }) => a.action)).toContain('release');
  });

  test('sets out together under one deadline, and alarms once', async () => {
    const started = await step('start-transport', LEG, 'a1-a150');
    expect(started.clocks.map((c: { text: string }) => c.text)).toContainEqual(expect.stringContaining('a1-a150'));
    await step('end-transport', {}, 'a1-a50');
    await kora.advance('PT2H');
    const alarms = (await kora.mail(PEOPLE.responder)).filter(
      (m) => m.text.includes(number) && m.subject.includes('转运超时'),
    );
    expect(alarms.map((m) => /黑鸢 × 100 \(a51-a150\)/.test(m.text))).toEqual([true]);
    await step('end-transport', {}, 'a51-a150');
  });

  test('is offered to a rescue centre in one mail, whose button takes all of them in', async () => {
    await step('request-transfer', { to: 'gedang-rescue-centre', purpose: 'rehabilitation' }, 'a1-a40');
    const asked = (await kora.mail(PEOPLE.centre)).filter((m) => m.text.includes(number));
    expect(asked.map((m) => m.text.includes('黑鸢 × 40 (a1-a40)'))).toEqual([true]);
    const token = asked[0]?.links.find((l) => l.includes('token='))?.split('token=')[1];
    const preview = must(await kora.api('POST', '/links/preview', { body: { token } }), 200).body;
    expect(preview.action).toMatchObject({ action: 'accept-transfer' });
    expect(preview.action.parts).toHaveLength(40);
    must(await kora.api('POST', '/links/confirm', { body: { token } }), 200);
    await kora.settle();
    const outcomes = (await caseNow(kora, id)).animals.map((a: { outcome?: string }) => a.outcome);
    expect(outcomes.filter(Boolean)).toHaveLength(40);
  });

  test('does all of what is asked, or nothing, and says which animals are in the way', async () => {
    const before = await caseNow(kora, id);
    const refused = await act(kora, id, 'release', RELEASE, { part: 'a39-a42' });
    expect([refused.status, refused.body.code, refused.body.parts]).toEqual([409, 'not-possible', ['a39', 'a40']]);
    expect((await act(kora, id, 'release', RELEASE, { part: 'a41,a201' })).status).toBe(404);
    expect((await act(kora, id, 'release', RELEASE, { part: 'all' })).status).toBe(400);
    expect((await caseNow(kora, id)).version).toBe(before.version);
  });

  test('is released in one step, which is one line of its history', async () => {
    const before = await caseNow(kora, id);
    const seen = await step('release', { ...RELEASE, suits: LONG.slice(0, 900) }, 'a41-a200');
    expect(seen.version).toBe(before.version + 1);
    expect(seen.history.at(-1)).toMatchObject({ event: 'release', parts: 'a41-a200', by: '嘎玛次旺' });
  });

  test('ends right for the reporter, the figures and the archive', async () => {
    await step('close', {});
    const { told } = must(await kora.api('GET', `/reports/${receipt}`), 200).body;
    expect(told).toEqual([
      { label: '黑鸢 × 40', value: expect.any(String) },
      { label: '黑鸢 × 160', value: expect.any(String) },
    ]);
    const { body } = await kora.api('GET', '/bulletin?type=wildlife&area=540423&from=2026-06-01&to=2026-06-30');
    const counted = body.byOutcome.map((o: { code: string; count: number }) => [o.code, o.count]);
    expect([body.cases, body.animals, counted]).toEqual([
      1,
      200,
      [
        ['released', 160],
        ['transferred_to_rescue_centre', 40],
      ],
    ]);
  });
});
