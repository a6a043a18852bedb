import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caller } from '../support/call.ts';
import { startEngine } from '../support/engine.ts';

/** Searches kept under a name: each person’s own, and no more than a person needs. */

Object.assign(process.env, { STAGE_SECRET: 'a secret of sixteen or more', SITE_URL: 'https://kora.example' });
const engine = await startEngine();
const { seedDirectory } = await import('../../functions/directory/seed.ts');
const { MOST_VIEWS } = await import('../../functions/cases/saved-views.ts');
const call = caller((await import('../../functions/cases/api.ts')).handler);

beforeAll(seedDirectory);
afterAll(engine.stop);

const PHURBU = 'phurbu@jiarong.kora.example';
const TASHI = 'tashi.tsering@biru-town-team.kora.example';
const COUNTY = 'namgyal@biru-station.kora.example';

const save = (as: string, name: string, search: object = {}) =>
  call('POST /cases/views', { as, body: { name, search } });
const remove = (as: string, id: string) => call('DELETE /cases/views/{id}', { as, params: { id } });
const views = async (as: string): Promise<{ id: string; name: string; search: object }[]> =>
  (await call('GET /cases/views', { as })).body.views;

test('a search is kept, opened again, saved anew under its name, and deleted', async () => {
  const first = await save(PHURBU, ' 道路 ', { q: '塌方', state: 'open' });
  expect([first.status, first.body]).toEqual([
    201,
    { id: expect.stringMatching(/^[0-9a-f]{32}$/), name: '道路', search: { q: '塌方', state: 'open' } },
  ]);
  expect(await views(PHURBU)).toEqual([first.body]);
  const again = await save(PHURBU, '道路', { q: '积雪', from: '2026-01-01' });
  expect(await views(PHURBU)).toEqual([
    { id: first.body.id, name: '道路', search: { q: '积雪', from: '2026-01-01', state: 'all' } },
  ]);
  expect((await remove(PHURBU, again.body.id)).status).toBe(204);
  expect(await views(PHURBU)).toEqual([]);
  const twice = await remove(PHURBU, again.body.id);
  expect([twice.status, twice.body.code]).toEqual([404, 'not-found']);
});

test('the same once more is the same', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => save(TASHI, '牦牛', { type: 'livestock' })));
  expect(answers.map((a) => [a.status, a.body])).toEqual(answers.map(() => [201, answers[0]?.body]));
  expect(await views(TASHI)).toHaveLength(1);
});

test('nobody sees or deletes what another person has saved', async () => {
  const { id } = (await save(TASHI, '牦牛', { type: 'livestock' })).body;
  expect(await views(PHURBU)).toEqual([]);
  expect((await remove(PHURBU, id)).status).toBe(404);
  expect(await views(TASHI)).toHaveLength(1);
});

test('a view whose unit is no longer one’s own is a search that is refused', async () => {
  const { search } = (await save(PHURBU, '旧单位', { unit: 'biru-town-team' })).body;
  expect(await views(PHURBU)).toHaveLength(1);
  const { status, body } = await call('GET /cases/search', { as: PHURBU, query: search });
  expect([status, body.code]).toEqual([403, 'other-unit']);
});

test('no more than fifty; one of them may still be saved anew', async () => {
  for (let n = 1; n <= MOST_VIEWS; n++) await save(COUNTY, `第 ${n} 个`);
  const beyond = await save(COUNTY, '又一个');
  expect([beyond.status, beyond.body.code]).toEqual([409, 'too-many']);
  expect((await save(COUNTY, '第 7 个', { q: '七' })).status).toBe(201);
  expect(await views(COUNTY)).toHaveLength(MOST_VIEWS);
});

describe('what is no search, or has no name', () => {
  test.each<[string, object, Record<string, string>]>([
    ['nothing', {}, { name: 'required', search: 'required' }],
    ['an empty name', { name: ' ', search: {} }, { name: 'too-short' }],
    ['a long name', { name: '长'.repeat(61), search: {} }, { name: 'too-long' }],
    ['a name of two lines', { name: '道\n路', search: {} }, { name: 'bad-characters' }],
    ['a filter that there is not', { name: 'x', search: { colour: 'red' } }, { 'search.colour': 'unknown-field' }],
    ['a state that there is not', { name: 'x', search: { state: 'lost' } }, { 'search.state': 'not-a-choice' }],
    ['a day that there is not', { name: 'x', search: { from: '2026-02-30' } }, { 'search.from': 'wrong-format' }],
    ['half a character', { name: 'x', search: { q: 'a\ud83d' } }, { 'search.q': 'bad-characters' }],
  ])('%s', async (_, body, fields) => {
    const { status, body: problem } = await call('POST /cases/views', { as: PHURBU, body });
    const told = Object.fromEntries(problem.fields.map((f: { path: string; code: string }) => [f.path, f.code]));
    expect([status, problem.code, told]).toEqual([400, 'invalid-input', fields]);
  });
});
