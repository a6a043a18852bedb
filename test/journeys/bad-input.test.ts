import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { bareReceipt, isReceipt } from '../../shared/receipt.ts';
import { type Answer, type Kora, startKora } from '../support/app.ts';
import { Inside } from '../support/inside.ts';
import { act, goodReport, type Handed, handIn, must, PEOPLE } from '../support/journey.ts';

/** What people, scanners and broken programs send. Each is told what is wrong and where, and changes nothing. */

const AT = '2026-06-10T08:00:00.000Z';
const LONG = '长'.repeat(5000);
const KB_300 = 'x'.repeat(300 * 1024);

let kora: Kora;
let inside: Inside;
let rescue: Handed;
let before: Record<string, unknown>;

beforeAll(async () => {
  kora = await startKora({ at: AT });
  inside = await Inside.of(kora);
  rescue = await handIn(kora, { reporter: { name: '卓玛', phone: '13908940001', email: 'drolma@home.example' } });
  before = await inside.everything();
});
afterAll(async () => {
  inside?.close();
  await kora?.stop();
});

const unchanged = async () => expect(await inside.everything()).toEqual(before);

type Fields = Record<string, string>;

/** A refusal as RFC 9457 has it, with the stable code and each field's path. */
const refused = (answer: Answer, status: number, code: string, fields: Fields = {}) => {
  expect({ status: answer.status, code: answer.body.code, fields: fieldsOf(answer.body) }).toEqual({
    ...{ status, code },
    fields,
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    type: `urn:kora:problem:${code}`,
    status,
    title: expect.stringMatching(/./),
    detail: expect.stringMatching(/./),
    requestId: expect.stringMatching(/./),
  });
};

const fieldsOf = ({ fields = [] }: { fields?: { path: string; code: string }[] }): Fields =>
  Object.fromEntries(fields.map((f) => [f.path, f.code]));

/** A body as it is, whatever it is. */
const raw = (body: string, type = 'application/json', path = '/reports/wildlife', headers: Fields = {}) =>
  fetch(kora.url + path, { method: 'POST', body, headers: { ...(type ? { 'content-type': type } : {}), ...headers } });

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
};

describe('a body that is none', () => {
  const asText = (change: object = {}) => JSON.stringify(goodReport(AT, change));
  test.each<[name: string, body: string, type: string, status: number, code: string, fields?: Fields]>([
    ['cut off', '{"species":"黑鸢"', 'application/json', 400, 'malformed-json'],
    ['empty', '', 'application/json', 400, 'malformed-json'],
    ['null', 'null', 'application/json', 400, 'invalid-input', { '': 'wrong-type' }],
    ['a list', '[]', 'application/json', 400, 'invalid-input', { '': 'wrong-type' }],
    ['a text', '"黑鸢"', 'application/json', 400, 'invalid-input', { '': 'wrong-type' }],
    ['of another type', asText(), 'text/plain', 415, 'unsupported-media-type'],
    ['XML', '<report/>', 'application/xml', 415, 'unsupported-media-type'],
    ['a multipart form', '--x--', 'multipart/form-data; boundary=x', 415, 'unsupported-media-type'],
    ['300 KB', asText({ details: KB_300 }), 'application/json', 413, 'too-large'],
    ['300 KB of a form', `details=${KB_300}`, 'application/x-www-form-urlencoded', 413, 'too-large'],
  ])('%s', async (_, body, type, status, code, fields) => {
    const answer = await answerOf(await raw(body, type));
    refused(answer, status, code, fields);
    await unchanged();
  });
});

const pathsOf = ({ fields = [] }: { fields?: { path: string }[] }): string[] => fields.map((f) => f.path);

describe('a body that means to do harm', () => {
  test.each([
    ['__proto__', '{"__proto__":{"count":9}}'],
    ['__proto__ below', '{"place":{"__proto__":{"township":"墨脱镇"}}}'],
    ['__proto__ in disguise', '{"place":{"\\u005f_proto__":{"township":"墨脱镇"}}}'],
  ])('%s', async (_, body) => {
    const answer = await answerOf(await raw(body));
    expect([answer.status, answer.body.code, pathsOf(answer.body)]).toEqual([400, 'invalid-input', ['__proto__']]);
    await unchanged();
  });

  test('nested without end', async () => {
    const answer = await answerOf(await raw(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`));
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
    expect(fieldsOf(answer.body)).toMatchObject({ a: 'unknown-field', species: 'required' });
    await unchanged();
  });

  test('twenty thousand fields that nobody asked for', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`f${i}`, '1']));
    const [json, form] = await Promise.all([
      kora.api('POST', '/reports/wildlife', { body: many }),
      kora.api('POST', '/reports/wildlife', { form: many, headers: BROWSER }),
    ]);
    expect([json.status, form.status]).toEqual([400, 400]);
    expect(pathsOf(json.body).length).toBeLessThanOrEqual(100);
    expect(form.body.length).toBeLessThan(50_000);
    await unchanged();
  });
});

const placed = (change: object) => ({ place: { township: '墨脱镇', words: '观景台', ...change } });
const at = (latitude: unknown, longitude: unknown) => placed({ coordinates: { latitude, longitude } });
const by = (reporter: object) => ({ reporter });

describe('a report with a field that is wrong', () => {
  test.each<[name: string, change: object, fields: Fields]>([
    ['a field that nobody asked for', { colour: 'red' }, { colour: 'unknown-field' }],
    ['one below', placed({ colour: 'red' }), { 'place.colour': 'unknown-field' }],
    ['a constructor', { constructor: { prototype: {} } }, { constructor: 'unknown-field' }],
    [
      'nothing of what it must have',
      { species: undefined, place: undefined, consent: undefined },
      {
        ...{ species: 'required', place: 'required', consent: 'required' },
      },
    ],
    ['5000 characters', { details: LONG }, { details: 'too-long' }],
    ['5000 characters in a line', { species: LONG }, { species: 'too-long' }],
    ['NUL in a text', { details: 'a\u0000b' }, { details: 'bad-characters' }],
    ['NUL in a line', { species: '黑\u0000鸢' }, { species: 'bad-characters' }],
    ['a lone surrogate', { details: 'a\ud83d' }, { details: 'bad-characters' }],
    ['a lone surrogate in a line', { species: '\udc3b黑鸢' }, { species: 'bad-characters' }],
    ['a lone surrogate in a place', placed({ words: '\ud800' }), { 'place.words': 'bad-characters' }],
    ['a line break in a name', by({ name: '卓玛\r\nBcc: all@x.example' }), { 'reporter.name': 'bad-characters' }],
    ['a line break in a species', { species: '黑鸢\r\nBcc: all@x.example' }, { species: 'bad-characters' }],
    [
      'a line break in an address',
      by({ email: 'a@x.example\r\nBcc: b@x.example' }),
      { 'reporter.email': 'wrong-format' },
    ],
    ['a line separator in a line', { species: '黑\u2028鸢' }, { species: 'bad-characters' }],
    ['a telephone of letters', by({ phone: 'call me' }), { 'reporter.phone': 'wrong-format' }],
    ['no animal', { count: 0 }, { count: 'too-small' }],
    ['a million animals', { count: 1_000_000 }, { count: 'too-large' }],
    ['half an animal', { count: 1.5 }, { count: 'wrong-type' }],
    ['a number as text', { count: '1' }, { count: 'wrong-type' }],
    ['more dead than there are', { dead: 2 }, { dead: 'too-large' }],
    ['a choice that is none', { condition: 'fine' }, { condition: 'not-a-choice' }],
    ['another notice than there is', { consent: '2020-01' }, { consent: 'not-a-choice' }],
    ['tomorrow', { foundAt: '2026-06-11T08:00:00Z' }, { foundAt: 'future' }],
    ['two years ago', { foundAt: '2024-06-10T08:00:00Z' }, { foundAt: 'too-old' }],
    ['a day that is none', { foundAt: '2026-02-30T08:00:00Z' }, { foundAt: 'wrong-format' }],
    ['a time without a zone', { foundAt: '2026-06-10T08:00:00' }, { foundAt: 'wrong-format' }],
    ['the equator', at(0, 95), { 'place.coordinates.latitude': 'outside' }],
    ['London', at(51.5, -0.1), { 'place.coordinates.longitude': 'outside' }],
    ['beyond the pole', at(91, 95), { 'place.coordinates.latitude': 'too-large' }],
    ['half a point', at(29.3, undefined), { 'place.coordinates.longitude': 'required' }],
    ['a township of nowhere', placed({ township: '某某镇' }), { 'place.township': 'unknown-township' }],
    ['a township of another county', placed({ county: '540102' }), { 'place.township': 'unknown-township' }],
    ['a wrong check digit', { receipt: '1234567812345678' }, { receipt: 'bad-receipt' }],
    ['a receipt too short', { receipt: '12345' }, { receipt: 'bad-receipt' }],
    ['a reward for nobody', { wantsReward: true }, { 'reporter.phone': 'required-for-reward' }],
    [
      'a hand-in by nobody',
      { intake: 'hand-in' },
      {
        ...{ 'reporter.name': 'required', 'reporter.phone': 'required', 'reporter.address': 'required' },
      },
    ],
  ])('%s', async (_, change, fields) => {
    refused(
      await kora.api('POST', '/reports/wildlife', { body: goodReport(AT, change) }),
      400,
      'invalid-input',
      fields,
    );
    await unchanged();
  });

  test('a receipt in the header with a wrong check digit, or another than the form’s', async () => {
    const body = goodReport(AT, { receipt: newReceipt() });
    for (const key of ['1234567812345678', newReceipt()]) {
      const answer = await kora.api('POST', '/reports/wildlife', { body, headers: { 'idempotency-key': key } });
      refused(answer, 400, 'invalid-input', { receipt: 'bad-receipt' });
    }
    await unchanged();
  });

  test('a case type that there is not: told which there are', async () => {
    for (const type of ['unicorn', '__proto__', 'constructor']) {
      const answer = await kora.api('POST', `/reports/${type}`, { body: goodReport(AT) });
      refused(answer, 404, 'unknown-case-type');
      expect(answer.body.types).toContain('wildlife');
    }
    await unchanged();
  });
});

/** A form as a browser without script posts it. */
const formOf = (change: Fields = {}): Fields => ({
  species: '黑鸢',
  count: '1',
  condition: 'injured',
  foundAt: '2026-06-10T16:00',
  'place.township': '墨脱镇',
  'place.words': '县城东侧观景台',
  consent: '2026-11',
  ...change,
});

const BROWSER = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'zh-CN' };

const post = (change: Fields, path = '/reports/wildlife') =>
  kora.api('POST', path, { form: formOf(change), headers: BROWSER });

describe('a form without script comes back', () => {
  test.each<[name: string, change: Fields, at: string]>([
    ['5000 characters', { details: LONG }, 'details'],
    ['5000 characters in a line', { species: LONG }, 'species'],
    ['NUL', { species: '黑\u0000鸢' }, 'species'],
    ['a line break in a name', { 'reporter.name': '卓玛\r\nBcc: all@x.example' }, 'reporter.name'],
    ['no animal', { count: '0' }, 'count'],
    ['a million animals', { count: '1000000' }, 'count'],
    ['a number in words', { count: 'three' }, 'count'],
    ['tomorrow', { foundAt: '2026-06-12T16:00' }, 'foundAt'],
    ['no day', { foundAt: 'yesterday' }, 'foundAt'],
    [
      'London',
      { 'place.coordinates.latitude': '51.5', 'place.coordinates.longitude': '-0.1' },
      'place.coordinates.longitude',
    ],
    ['a township of nowhere', { 'place.township': '某某镇' }, 'place.township'],
    ['a choice that is none', { condition: 'fine' }, 'condition'],
    ['no consent', { consent: '' }, 'consent'],
  ])('with its values and the error at the field: %s', async (_, change, at) => {
    const { status, body, headers } = await post({ details: '翅膀"受伤"<b>', ...change });
    expect([status, headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    const id = `f-${at.replaceAll('.', '-')}`;
    expect(body).toContain(`id="${id}-error"`);
    expect(body).toMatch(new RegExp(`<a href="#${id}">`));
    expect(body).toContain('县城东侧观景台');
    if (at !== 'details') expect(body).toContain('翅膀&quot;受伤&quot;&lt;b&gt;');
    expect(body).not.toContain('<b>');
    await unchanged();
  });

  test.each<[name: string, change: Fields, code: string]>([
    ['a field that nobody asked for', { colour: 'red' }, 'colour'],
    ['__proto__', { '__proto__.polluted': 'yes' }, '__proto__'],
    ['__proto__ below', { 'place.__proto__.polluted': 'yes' }, 'place.__proto__'],
    ['a constructor', { 'constructor.prototype.polluted': 'yes' }, 'constructor'],
    ['a wrong check digit', { receipt: '1234567812345678' }, 'receipt'],
    ['a name without end', { [`a${'.a'.repeat(20_000)}`]: '1' }, 'a'],
  ])('with what has no field on the page told above it: %s', async (_, change, path) => {
    const { status, body } = await post(change);
    expect(status).toBe(400);
    expect(body).toMatch(/class="errors" role="alert"/);
    expect(body).toContain(path);
    expect(body).toContain('县城东侧观景台');
    await unchanged();
  });

  test('in the language it was sent in, with the ways on in that language', async () => {
    const { status, body } = await post({ count: '0' }, '/reports/wildlife?lang=en');
    expect(status).toBe(400);
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('action="/reports/wildlife?lang=en"');
    await unchanged();
  });

  test('what is no form at all is told on a page', async () => {
    const tooLarge = await answerOf(
      await raw(`details=${KB_300}`, 'application/x-www-form-urlencoded', undefined, BROWSER),
    );
    const other = await answerOf(await raw('x', 'text/plain', undefined, BROWSER));
    expect([tooLarge.status, other.status]).toEqual([413, 415]);
    for (const { body } of [tooLarge, other]) expect(body).toMatch(/<h1>.+<\/h1>/);
    await unchanged();
  });
});

describe('the same receipt', () => {
  test('with another body is a conflict; with the same it is the same report', async () => {
    const receipt = newReceipt();
    const body = goodReport(AT, { receipt });
    const first = must(await kora.api('POST', '/reports/wildlife', { body }), 201);
    await kora.settle();
    before = await inside.everything();
    refused(await kora.api('POST', '/reports/wildlife', { body: { ...body, count: 2 } }), 409, 'receipt-taken');
    const page = await kora.api('POST', '/reports/wildlife', {
      form: formOf({ receipt, details: '翅膀受伤' }),
      headers: BROWSER,
    });
    expect(page.status).toBe(409);
    expect(page.body).toMatch(/<h1>.+<\/h1>/);
    const again = must(await kora.api('POST', '/reports/wildlife', { body }), 201);
    expect([again.body.receipt, again.body.location]).toEqual([receipt, first.body.location]);
    await unchanged();
  });

  test.each([
    ['/reports/wildlife', formOf({ details: '按了两次' })],
    ['/reports/tip', { matter: 'growing', county: '540102', place: '河湾大棚', account: '按了两次' }],
  ])('is that of a form without script which is pressed twice; later the same is said anew: %s', async (path, form) => {
    const press = async () => {
      const { body } = must(await kora.api('POST', path, { form, headers: BROWSER }), 201);
      return /\d{4} \d{4} \d{4} \d{4}/.exec(body)?.[0];
    };
    const [first, second] = await Promise.all([press(), press()]);
    expect([first, isReceipt(bareReceipt(first ?? ''))]).toEqual([second, true]);
    await kora.advance('PT11M');
    expect(await press()).not.toBe(first);
    await kora.settle();
    before = await inside.everything();
  });
});

test.each<[name: string, change: object, fields: Fields]>([
  ['a station that there is not', { station: 'nowhere' }, { station: 'unknown-station' }],
  ['a station by the name of what every object has', { station: '__proto__' }, { station: 'unknown-station' }],
  ['no station', { station: undefined }, { station: 'required' }],
  ['a place of its own', { place: { township: '莫洛镇', words: 'x' } }, { place: 'unknown-field' }],
  ['a kind that is none', { kind: 'chat' }, { kind: 'not-a-choice' }],
])('help asked for at %s', async (_, change, fields) => {
  const body = { station: 'gonjo-dongfeng', kind: 'urgent', matter: '有人摔倒', consent: '2026-11', ...change };
  refused(await kora.api('POST', '/reports/station-help', { body }), 400, 'invalid-input', fields);
  await unchanged();
});

test('help asked for at a station that there is not comes back with what was filled in, and the stations there are', async () => {
  const form = { station: 'nowhere', kind: 'urgent', matter: '有人摔倒', consent: '2026-11' };
  const { status, body } = await kora.api('POST', '/reports/station-help', { form, headers: BROWSER });
  expect([status, body]).toEqual([400, expect.stringMatching(/f-station-error[\s\S]*有人摔倒/)]);
  expect(body).toContain('凯旋路警务站爱心驿站');
});

test.each<[name: string, body: Record<string, unknown>, fields: Fields]>([
  ['nothing', {}, { facility: 'required', trouble: 'required' }],
  ['what every object has', { facility: '__proto__', trouble: 'broken' }, { facility: 'wrong-format' }],
  ['what the station does not have', { facility: 'microwave', trouble: 'broken' }, { facility: 'not-a-choice' }],
  ['NUL', { facility: 'water', trouble: 'broken', words: 'a\u0000b' }, { words: 'bad-characters' }],
  ['a field that nobody asked for', { facility: 'water', trouble: 'broken', more: 1 }, { more: 'unknown-field' }],
])('a broken %s', async (_, body, fields) => {
  const answer = await kora.api('POST', '/stations/gonjo-kaixuan/faults', { body });
  refused(answer, 400, 'invalid-input', fields);
  await unchanged();
});

test.each(['/stations/no-such', '/stations/no-such/screen', '/stations/no-such/help'])('%s', async (path) => {
  const page = await kora.api('GET', path, { headers: BROWSER });
  expect([page.status, page.body]).toEqual([404, expect.stringContaining('看全部驿站')]);
});

const HERD = {
  ...{ species: 'yak', problem: 'sick', since: AT, place: { township: '比如镇', words: '扎西塔隆村' } },
  ...{ reporter: { phone: '13908961234' }, consent: '2026-11' },
};
const ASKED = {
  ...{ kind: 'help', matter: '灯坏了', place: { township: '540102007', words: '二区' } },
  ...{ reporter: { phone: '13908911234' }, consent: '2026-11' },
};

test.each<[type: string, name: string, change: object, fields: Fields]>([
  ['livestock', 'an animal that is none', { species: 'dragon' }, { species: 'not-a-choice' }],
  ['livestock', 'no animal', { count: 0 }, { count: 'too-small' }],
  ['livestock', 'more dead than there are', { count: 2, dead: 5 }, { dead: 'too-large' }],
  ['livestock', 'tomorrow', { since: '2026-06-11T16:00:00+08:00' }, { since: 'future' }],
  ['livestock', 'the spring before', { since: '2026-03-01T16:00:00+08:00' }, { since: 'too-old' }],
  ['livestock', 'nobody to call', { reporter: {} }, { 'reporter.phone': 'required' }],
  ['livestock', 'no number', { waitingPhone: 'at home' }, { waitingPhone: 'wrong-format' }],
  ['livestock', 'NUL on the way', { wayThere: 'a\u0000b' }, { wayThere: 'bad-characters' }],
  ['livestock', '5000 characters', { details: LONG }, { details: 'too-long' }],
  ['request', 'a kind that is none', { kind: 'joke' }, { kind: 'not-a-choice' }],
  ['request', 'nothing', { matter: '  ' }, { matter: 'too-short' }],
  ['request', '5000 characters', { matter: LONG }, { matter: 'too-long' }],
  ['request', 'nobody to call back', { reporter: { name: '次央' } }, { 'reporter.phone': 'required' }],
  ['request', 'a field that nobody asked for', { more: 1 }, { more: 'unknown-field' }],
])('a report of %s with %s', async (type, _, change, fields) => {
  const body = { ...(type === 'livestock' ? HERD : ASKED), ...change };
  refused(await kora.api('POST', `/reports/${type}`, { body }), 400, 'invalid-input', fields);
  await unchanged();
});

test.each(['livestock', 'request'])(
  'an empty form of %s comes back, wrong at each field that is needed',
  async (type) => {
    const { status, body } = await kora.api('POST', `/reports/${type}?lang=en`, { form: {}, headers: BROWSER });
    expect(status).toBe(400);
    for (const id of ['f-place-township', 'f-place-words', 'f-consent']) {
      expect(body).toContain(`id="${id}-error"`);
      expect(body).toContain(`<a href="#${id}">`);
    }
    await unchanged();
  },
);

test.each<[name: string, path: string, body: object, status: number, code: string, fields?: Fields]>([
  ['at a household that there is not', '/visits', { household: 'h9' }, 404, 'not-found'],
  ['at what is no household', '/visits', { household: '二区3栋' }, 400, 'invalid-input', { household: 'wrong-format' }],
  [
    'with a choice that is none',
    '/visits',
    { household: 'h9', met: 'ghost' },
    400,
    'invalid-input',
    { met: 'not-a-choice' },
  ],
  ['of another unit', '/visits', { unit: 'medog-response', household: 'h9' }, 403, 'other-unit'],
  [
    'planned by a stranger',
    '/visits/plans',
    { who: PEOPLE.responder, on: '2026-06-12', households: ['h9'] },
    400,
    'invalid-input',
    { who: 'unknown-person' },
  ],
  [
    'planned for a day that is over',
    '/visits/plans',
    { who: PEOPLE.worker, on: '2026-06-01', households: ['h9'] },
    400,
    'invalid-input',
    { on: 'past' },
  ],
  [
    'planned nowhere',
    '/visits/plans',
    { who: PEOPLE.worker, on: '2026-06-12' },
    400,
    'invalid-input',
    { households: 'required' },
  ],
  [
    'to households that a worker enters',
    '/visits/households',
    { households: [{ id: 'h9', grid: '1', householder: 'x', address: 'y' }] },
    403,
    'forbidden',
  ],
])('a visit %s', async (_, path, body, status, code, fields) => {
  const answer = await kora.api('POST', path, { as: PEOPLE.worker, body: { unit: 'jiarong-community', ...body } });
  refused(answer, status, code, fields);
  await unchanged();
});

describe('a receipt that opens nothing', () => {
  test.each([
    ['wrong check digit', '1234567812345678', 400],
    ['too short', '12', 400],
    ['letters', 'abcdefghijklmnop', 400],
    ['broken escape', '%E0%A4%A', 400],
  ])('%s', async (_, receipt, status) => {
    refused(await kora.api('GET', `/reports/${receipt}`), status, 'invalid-input', { receipt: 'bad-receipt' });
    expect((await kora.api('GET', `/reports/${receipt}`, { headers: BROWSER })).status).toBe(status);
    const found = await kora.api('POST', '/reports/find', { body: { receipt } });
    refused(found, 400, 'invalid-input', { receipt: 'bad-receipt' });
  });

  test('that nobody was given', async () => {
    refused(await kora.api('GET', `/reports/${newReceipt()}`), 404, 'not-found');
    const answer = await kora.api('POST', `/reports/${newReceipt()}/actions/withdraw`, { body: { reason: 'x' } });
    refused(answer, 404, 'not-found');
    await unchanged();
  });
});

describe('what the reporter may not', () => {
  const asked = (action: string, body: object) =>
    kora.api('POST', `/reports/${rescue.receipt}/actions/${action}`, { body });

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
    await unchanged();
  });

  test('a form of an action comes back with its error and its values', async () => {
    const { status, body } = await kora.api('POST', `/reports/${rescue.receipt}/actions/add-information`, {
      form: { text: LONG },
      headers: BROWSER,
    });
    expect(status).toBe(400);
    expect(body).toContain('id="add-information-text-error"');
    expect(body).toContain(LONG.slice(0, 100));
    await unchanged();
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
    const answer = await act(kora, rescue.id, action, body, options);
    refused(answer, status, code, fields);
    if (code === 'not-possible') expect(answer.body.possible).toContain('accept');
    await unchanged();
  });

  test('on a case that there is not, or under no id', async () => {
    refused(await act(kora, 'f'.repeat(32), 'accept'), 404, 'not-found');
    refused(await act(kora, '__proto__', 'accept'), 400, 'invalid-input', { id: 'wrong-format' });
    await unchanged();
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
    refused(await kora.api('GET', path), 400, 'invalid-input', fields);
  });

  test('figures of a case type that there is not', async () => {
    refused(await kora.api('GET', '/bulletin?from=2026-03-30&type=unicorn'), 404, 'unknown-case-type');
  });

  test('an unknown language is answered in Chinese', async () => {
    const { status, body } = await kora.api('GET', `/reports/${rescue.receipt}?lang=xx`);
    expect([status, body.stage.text]).toEqual([
      200,
      (await kora.api('GET', `/reports/${rescue.receipt}`)).body.stage.text,
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
    refused(await kora.api('POST', '/cases/views', { as: PEOPLE.worker, body }), 400, 'invalid-input', fields);
    await unchanged();
  });

  test('no view that there is, and no telephone number', async () => {
    const drop = (id: string) => kora.api('DELETE', `/cases/views/${id}`, { as: PEOPLE.worker });
    refused(await drop('f'.repeat(32)), 404, 'not-found');
    refused(await drop('__proto__'), 400, 'invalid-input', { id: 'wrong-format' });
    for (const [path, as] of [
      ['/intake/caller', PEOPLE.worker],
      ['/intake/caller/reads', PEOPLE.admin],
    ] as const)
      refused(await kora.api('GET', `${path}?phone=nobody`, { as }), 400, 'invalid-input', { phone: 'wrong-format' });
    await unchanged();
  });
});

describe('what a unit tells the public, and is wrong', () => {
  const CAMPAIGN = '/campaigns/5eed0000000000000004/actions/hold';
  const EVENTS = '/events/units/lhasa-anti-drug';
  const NOTICES = '/notices/units/gonjo-union';
  const text = { zh: { title: '招骑手', body: '包午餐' } };
  const notice = { kind: 'notice', text, area: '540322', until: '2026-06-20' };
  const event = {
    kind: 'talk',
    text: { zh: { title: '讲座', about: 'x' } },
    place: 'x',
    area: '5401',
    last: '2026-06-20',
  };
  const pay = { per: 'day', fromFen: 100.5 };
  const job = { employer: 'x', pay, openings: 0, for: [] };

  test.each<[name: string, path: string, as: string, body: object, fields: Fields]>([
    ['no text', NOTICES, PEOPLE.union, { ...notice, text: {} }, { 'text.zh.title': 'required' }],
    ['no title', NOTICES, PEOPLE.union, { ...notice, text: { zh: { body: 'x' } } }, { 'text.zh.title': 'required' }],
    ['no end', NOTICES, PEOPLE.union, { ...notice, until: undefined }, { until: 'required' }],
    ['over', NOTICES, PEOPLE.union, { ...notice, until: '2026-06-09' }, { until: 'past' }],
    ['no such day', NOTICES, PEOPLE.union, { ...notice, until: '2026-06-31' }, { until: 'wrong-format' }],
    ['an area that there is not', NOTICES, PEOPLE.union, { ...notice, area: '549999' }, { area: 'unknown-area' }],
    [
      'a station of nowhere',
      NOTICES,
      PEOPLE.union,
      { ...notice, stations: ['x-y'] },
      { 'stations.0': 'unknown-station' },
    ],
    ['a text too long', NOTICES, PEOPLE.union, { ...notice, contact: LONG }, { contact: 'too-long' }],
    ['a line with a break', NOTICES, PEOPLE.union, { ...notice, place: 'a\nb' }, { place: 'bad-characters' }],
    [
      'half a fen, nobody wanted, for nobody',
      NOTICES,
      PEOPLE.union,
      { ...notice, kind: 'job', job },
      { 'job.pay.fromFen': 'wrong-type', 'job.openings': 'too-small', 'job.for': 'too-small' },
    ],
    ['a session of nobody', CAMPAIGN, PEOPLE.outreach, { place: 'x', people: -1 }, { people: 'too-small' }],
    ['a session nowhere', CAMPAIGN, PEOPLE.outreach, { people: 1 }, { place: 'required' }],
    [
      'a session before its campaign',
      CAMPAIGN,
      PEOPLE.outreach,
      { place: 'x', people: 1, at: '2026-04-01T10:00:00+08:00' },
      { at: 'outside-campaign' },
    ],
    [
      'somebody’s number in a question',
      CAMPAIGN,
      PEOPLE.outreach,
      { place: 'x', people: 1, questions: [{ asked: '我是 13908940001，能领奖吗' }] },
      { 'questions.0.asked': 'personal' },
    ],
    [
      'hours that are none',
      EVENTS,
      PEOPLE.outreach,
      { ...event, opens: '9am', closes: '17:00' },
      { opens: 'wrong-format' },
    ],
    ['an event that is over', EVENTS, PEOPLE.outreach, { ...event, last: '2026-06-01' }, { last: 'too-small' }],
  ])('%s', async (_, path, as, body, fields) => {
    before = await inside.everything();
    refused(await kora.api('POST', path, { as, body }), 400, 'invalid-input', fields);
    await unchanged();
  });

  test.each<[path: string, fields: Fields]>([
    ['/notices?area=5', { area: 'wrong-format' }],
    ['/notices?kind=fraud', { kind: 'not-a-choice' }],
    ['/notices?page=0', { page: 'too-small' }],
    ['/notices?q=%00', { q: 'bad-characters' }],
    ['/notices/__proto__', { id: 'wrong-format' }],
    ['/events?kind=party', { kind: 'not-a-choice' }],
    ['/campaigns/constructor', { id: 'wrong-format' }],
  ])('%s', async (path, fields) => {
    refused(await kora.api('GET', path), 400, 'invalid-input', fields);
    expect((await kora.api('GET', path, { headers: BROWSER })).status).toBe(400);
  });

  test('a notice that has ended is gone, to readers, programs and those who report it', async () => {
    const today = { ...notice, until: '2026-06-10' };
    const { id } = must(await kora.api('POST', NOTICES, { as: PEOPLE.union, body: today }), 201).body;
    must(await kora.api('POST', `/notices/${id}/actions/publish`, { as: PEOPLE.union, body: {} }), 200);
    await kora.settle();
    must(await kora.api('GET', `/notices/${id}`), 200);
    await kora.setClock('2026-06-10T16:00:01.000Z');
    before = await inside.everything();
    refused(await kora.api('GET', `/notices/${id}`), 410, 'notice-ended');
    refused(await kora.api('POST', `/notices/${id}/complaints`, { body: { reason: 'fraud' } }), 410, 'notice-ended');
    const page = await kora.api('GET', `/notices/${id}`, { headers: BROWSER });
    expect([page.status, page.body]).toEqual([410, expect.stringContaining('这条信息已经到期或撤回')]);
    expect((await kora.api('GET', '/notices')).body.notices).toEqual([]);
    const late = await kora.api('POST', `/notices/${id}/actions/change`, { as: PEOPLE.union, body: today });
    refused(late, 409, 'not-possible');
    await unchanged();
  });
});
