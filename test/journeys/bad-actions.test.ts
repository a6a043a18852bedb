import { describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { act, PEOPLE } from '../support/journey.ts';
import { atRescue, BROWSER, type Fields, LONG, refused } from '../support/unchanged.ts';

/** Receipts, actions and questions that are wrong. Each is told why, and changes nothing. */

const here = atRescue();

describe('a receipt that opens nothing', () => {
  test.each([
    ['wrong check digit', '1234567812345678', 400],
    ['too short', '12', 400],
    ['letters', 'abcdefghijklmnop', 400],
  ])('%s', async (_, receipt, status) => {
    refused(await here.kora.api('GET', `/reports/${receipt}`), status, 'invalid-input', { receipt: 'bad-receipt' });
    expect((await here.kora.api('GET', `/reports/${receipt}`, { headers: BROWSER })).status).toBe(status);
    const found = await here.kora.api('POST', '/reports/find', { body: { receipt } });
    refused(found, 400, 'invalid-input', { receipt: 'bad-receipt' });
  });

  test('broken escape', async () => {
    refused(await here.kora.api('GET', '/reports/%E0%A4%A'), 400, 'not-utf-8');
    expect((await here.kora.api('GET', '/reports/%E0%A4%A', { headers: BROWSER })).status).toBe(400);
  });

  test('that nobody was given', async () => {
    refused(await here.kora.api('GET', `/reports/${newReceipt()}`), 404, 'not-found');
    const answer = await here.kora.api('POST', `/reports/${newReceipt()}/actions/withdraw`, { body: { reason: 'x' } });
    refused(answer, 404, 'not-found');
    await here.unchanged();
  });
});

describe('what the reporter may not', () => {
  const asked = (action: string, body: object) =>
    here.kora.api('POST', `/reports/${here.rescue.receipt}/actions/${action}`, { body });

  test.each<[name: string, action: string, body: object, status: number, code: string, fields?: Fields]>([
    ['an action of the staff', 'accept', {}, 403, 'forbidden'],
    ['an action that there is not', 'fly', {}, 404, 'not-found'],
    ['an action by the name of what every object has', 'constructor', {}, 404, 'not-found'],
    ['the same once more', '__proto__', {}, 404, 'not-found'],
    ['a claim without a reward', 'claim', { payeeName: 'x' }, 400, 'invalid-input'],
    ['a text too long', 'add-information', { text: LONG }, 400, 'invalid-input', { text: 'too-long' }],
    ['a text with NUL', 'add-information', { text: '\u0000' }, 400, 'invalid-input', { text: 'bad-characters' }],
    ['an unknown field', 'withdraw', { reason: 'x', why: 'y' }, 400, 'invalid-input', { why: 'unknown-field' }],
    ['no reason', 'withdraw', {}, 400, 'invalid-input', { reason: 'required' }],
  ])('%s', async (_, action, body, status, code, fields) => {
    const answer = await asked(action, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (fields) refused(answer, status, code, fields);
    await here.unchanged();
  });

  test('a form of an action comes back with its error and its values', async () => {
    const { status, body } = await here.kora.api('POST', `/reports/${here.rescue.receipt}/actions/add-information`, {
      form: { text: LONG },
      headers: BROWSER,
    });
    expect(status).toBe(400);
    expect(body).toContain('id="add-information-text-error"');
    expect(body).toContain(LONG.slice(0, 100));
    await here.unchanged();
  });
});

describe('an action of the staff that is wrong', () => {
  test.each<
    [name: string, action: string, body: object, options: object, status: number, code: string, fields?: Fields]
  >([
    ['not possible now', 'arrive', {}, {}, 409, 'not-possible'],
    ['unknown', 'fly', {}, {}, 404, 'unknown-action'],
    ['by the name of what every object has', 'constructor', {}, {}, 404, 'unknown-action'],
    ['on an animal that there is not', 'release', { place: 'x', suits: 'y' }, { part: 'a9' }, 404, 'not-found'],
    ['by the wrong role', 'declare-false', { reason: 'x' }, {}, 403, 'forbidden'],
    ['from another unit', 'accept', {}, { as: PEOPLE.otherTeam }, 403, 'other-unit'],
    ['by a stranger to wildlife', 'accept', {}, { as: PEOPLE.worker }, 403, 'other-unit'],
    ['on a version that is gone', 'accept', {}, { version: 1 }, 409, 'stale'],
    ['with a number too large', 'accept', { etaMinutes: 1e6 }, {}, 400, 'invalid-input', { etaMinutes: 'too-large' }],
    ['with an unknown field', 'accept', { eta: 5 }, {}, 400, 'invalid-input', { eta: 'unknown-field' }],
    ['with control characters', 'accept', { note: 'a\r\nb' }, {}, 400, 'invalid-input', { note: 'bad-characters' }],
    [
      'to a unit of nowhere',
      'reassign',
      { unit: 'nowhere', reason: 'x' },
      { as: PEOPLE.official },
      400,
      'invalid-input',
      { unit: 'unknown-unit' },
    ],
    [
      'to a unit that works elsewhere',
      'reassign',
      { unit: 'jiarong-community', reason: 'x' },
      { as: PEOPLE.official },
      400,
      'invalid-input',
      { unit: 'unknown-unit' },
    ],
    ['into no case', 'merge', { into: 'W26-540423-9999' }, {}, 400, 'invalid-input', { into: 'unknown-case' }],
    [
      'a species of no list',
      'identify',
      { speciesKey: 'unicorn' },
      {},
      400,
      'invalid-input',
      { speciesKey: 'unknown-species' },
    ],
  ])('%s', async (_, action, body, options, status, code, fields) => {
    const answer = await act(here.kora, here.rescue.id, action, body, options);
    refused(answer, status, code, fields);
    if (code === 'not-possible') expect(answer.body.possible).toContain('accept');
    await here.unchanged();
  });

  test('on a case that there is not, or under no id', async () => {
    refused(await act(here.kora, 'f'.repeat(32), 'accept'), 404, 'not-found');
    refused(await act(here.kora, '__proto__', 'accept'), 400, 'invalid-input', { id: 'wrong-format' });
    await here.unchanged();
  });
});

describe('a question that is wrong', () => {
  test.each<[path: string, fields: Fields]>([
    ['/bulletin', { from: 'required' }],
    ['/bulletin?from=yesterday', { from: 'wrong-format' }],
    ['/bulletin?from=2026-03-30&area=5', { area: 'wrong-format' }],
    ['/bulletin?from=2026-03-30&to=2026-03-01', { to: 'before-start' }],
    ['/bulletin?from=2026-03-30&format=xml', { format: 'not-a-choice' }],
    ['/wildlife/species', { q: 'required' }],
    [`/wildlife/species?q=${'x'.repeat(61)}`, { q: 'too-long' }],
    ['/wildlife/species?q=%00', { q: 'bad-characters' }],
  ])('%s', async (path, fields) => {
    refused(await here.kora.api('GET', path), 400, 'invalid-input', fields);
  });

  test('figures of a case type that there is not', async () => {
    refused(await here.kora.api('GET', '/bulletin?from=2026-03-30&type=unicorn'), 404, 'unknown-case-type');
  });

  test('an unknown language is answered in Chinese', async () => {
    const { status, body } = await here.kora.api('GET', `/reports/${here.rescue.receipt}?lang=xx`);
    expect([status, body.stage.text]).toEqual([
      200,
      (await here.kora.api('GET', `/reports/${here.rescue.receipt}`)).body.stage.text,
    ]);
  });
});

describe('a search to be saved, or a number to be looked up, that is wrong', () => {
  const save = (search: object) => ({ name: '道路', search });
  test.each<[name: string, body: object, fields: Fields]>([
    ['nothing', {}, { name: 'required', search: 'required' }],
    ['a name too long', { ...save({}), name: LONG }, { name: 'too-long' }],
    ['a filter that there is not', save({ colour: 'red' }), { 'search.colour': 'unknown-field' }],
    ['a day that there is not', save({ to: '2026-02-30' }), { 'search.to': 'wrong-format' }],
    ['words too long', save({ q: LONG }), { 'search.q': 'too-long' }],
    ['NUL in the words', save({ q: 'a\u0000' }), { 'search.q': 'bad-characters' }],
  ])('%s', async (_, body, fields) => {
    refused(await here.kora.api('POST', '/cases/views', { as: PEOPLE.worker, body }), 400, 'invalid-input', fields);
    await here.unchanged();
  });

  test('no view that there is, and no telephone number', async () => {
    const drop = (id: string) => here.kora.api('DELETE', `/cases/views/${id}`, { as: PEOPLE.worker });
    refused(await drop('f'.repeat(32)), 404, 'not-found');
    refused(await drop('__proto__'), 400, 'invalid-input', { id: 'wrong-format' });
    for (const [path, as] of [
      ['/intake/caller', PEOPLE.worker],
      ['/intake/caller/reads', PEOPLE.admin],
    ] as const)
      refused(await here.kora.api('GET', `${path}?phone=nobody`, { as }), 400, 'invalid-input', {
        phone: 'not-a-phone',
      });
    await here.unchanged();
  });
});
