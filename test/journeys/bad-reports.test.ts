import { describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { isReceipt } from '../../shared/receipt.ts';
import { bareNumber } from '../../shared/text.ts';
import type { Answer } from '../support/app.ts';
import { goodReport, must } from '../support/journey.ts';
import { AT, atRescue, BROWSER, type Fields, fieldsOf, LONG, refused } from '../support/unchanged.ts';

/** Reports that people, scanners and broken programs send. Each is told what is wrong and where, and changes nothing. */

const KB_300 = 'x'.repeat(300 * 1024);

const here = atRescue();

/** A body as it is, whatever it is. */
const raw = (
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
  path = '/reports/wildlife',
  headers: Fields = {},
) =>
  fetch(here.kora.url + path, {
    method: 'POST',
    body,
    headers: { ...(type ? { 'content-type': type } : {}), ...headers },
  });

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
    await here.unchanged();
  });
});

describe('a body that is not in UTF-8', () => {
  const JSON_TYPE = 'application/json';
  const FORM = 'application/x-www-form-urlencoded';
  const json = Buffer.from(JSON.stringify(goodReport(AT, { species: 'SPECIES' }))).toString();
  const inGb18030 = (text: string) => Buffer.from(text.replace('SPECIES', '\xba\xda\xf0\xb0'), 'latin1'); // 黑鸢
  test.each<[name: string, body: Uint8Array<ArrayBuffer> | string, type: string, status: number, code: string]>([
    ['GB18030 as JSON', inGb18030('{"species":"SPECIES"}'), JSON_TYPE, 400, 'not-utf-8'],
    ['GB18030, as JSON that says so', json, `${JSON_TYPE}; charset=GB18030`, 415, 'unsupported-charset'],
    ['Latin-1 as JSON', Buffer.from('{"species":"Cabot\xe9"}', 'latin1'), JSON_TYPE, 400, 'not-utf-8'],
    ['Latin-1, as a form that says so', 'species=x', `${FORM};charset="iso-8859-1"`, 415, 'unsupported-charset'],
    ['a form of raw bytes', inGb18030('species=SPECIES'), FORM, 400, 'not-utf-8'],
    ['a form of percent-encoded bytes', 'species=%BA%DA%F0%B0', FORM, 400, 'not-utf-8'],
    ['a form with half a pair', 'species=%ED%A0%BD', FORM, 400, 'not-utf-8'],
    ['a form cut off inside a character', 'species=%E9%BB', FORM, 400, 'not-utf-8'],
  ])('%s', async (_, body, type, status, code) => {
    refused(await answerOf(await raw(body, type)), status, code);
    await here.unchanged();
  });

  test('UTF-8 that says so, with a byte order mark, is read', async () => {
    const body = Buffer.from(`\ufeff${JSON.stringify(goodReport(AT, { species: '' }))}`);
    refused(await answerOf(await raw(body, 'application/json; charset="UTF-8"')), 400, 'invalid-input', {
      species: 'too-short',
    });
  });

  test('what is left of bytes that could not be read is refused where it was written', async () => {
    const [asJson, asForm] = await Promise.all([
      here.kora.api('POST', '/reports/wildlife', { body: goodReport(AT, { details: '黑\ufffd' }) }),
      raw('details=%EF%BF%BD', FORM).then(answerOf),
    ]);
    refused(asJson, 400, 'not-utf-8');
    expect(fieldsOf(asForm.body)).toMatchObject({ details: 'bad-characters' });
    await here.unchanged();
  });

  test.each([
    ['a query', '/stations?q=%BA%DA'],
    ['a path', '/reports/%BA%DA'],
  ])('%s', async (_, path) => {
    refused(await answerOf(await fetch(here.kora.url + path)), 400, 'not-utf-8');
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
    await here.unchanged();
  });

  test('nested without end', async () => {
    const answer = await answerOf(await raw(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`));
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
    expect(fieldsOf(answer.body)).toMatchObject({ a: 'unknown-field', species: 'required' });
    await here.unchanged();
  });

  test('twenty thousand fields that nobody asked for', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`f${i}`, '1']));
    const [json, form] = await Promise.all([
      here.kora.api('POST', '/reports/wildlife', { body: many }),
      here.kora.api('POST', '/reports/wildlife', { form: many, headers: BROWSER }),
    ]);
    expect([json.status, form.status]).toEqual([400, 400]);
    expect(pathsOf(json.body).length).toBeLessThanOrEqual(100);
    expect(form.body.length).toBeLessThan(50_000);
    await here.unchanged();
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
    ['a telephone of letters', by({ phone: 'call me' }), { 'reporter.phone': 'not-a-phone' }],
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
      await here.kora.api('POST', '/reports/wildlife', { body: goodReport(AT, change) }),
      400,
      'invalid-input',
      fields,
    );
    await here.unchanged();
  });

  test('a receipt in the header with a wrong check digit, or another than the form’s', async () => {
    const body = goodReport(AT, { receipt: newReceipt() });
    for (const key of ['1234567812345678', newReceipt()]) {
      const answer = await here.kora.api('POST', '/reports/wildlife', { body, headers: { 'idempotency-key': key } });
      refused(answer, 400, 'invalid-input', { receipt: 'bad-receipt' });
    }
    await here.unchanged();
  });

  test('a case type that there is not: told which there are', async () => {
    for (const type of ['unicorn', '__proto__', 'constructor']) {
      const answer = await here.kora.api('POST', `/reports/${type}`, { body: goodReport(AT) });
      refused(answer, 404, 'unknown-case-type');
      expect(answer.body.types).toContain('wildlife');
    }
    await here.unchanged();
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

const post = (change: Fields, path = '/reports/wildlife') =>
  here.kora.api('POST', path, { form: formOf(change), headers: BROWSER });

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
    await here.unchanged();
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
    await here.unchanged();
  });

  test('in the language it was sent in, with the ways on in that language', async () => {
    const { status, body } = await post({ count: '0' }, '/reports/wildlife?lang=en');
    expect(status).toBe(400);
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('action="/reports/wildlife?lang=en"');
    await here.unchanged();
  });

  test('what is no form at all is told on a page', async () => {
    const tooLarge = await answerOf(
      await raw(`details=${KB_300}`, 'application/x-www-form-urlencoded', undefined, BROWSER),
    );
    const other = await answerOf(await raw('x', 'text/plain', undefined, BROWSER));
    expect([tooLarge.status, other.status]).toEqual([413, 415]);
    for (const { body } of [tooLarge, other]) expect(body).toMatch(/<h1>.+<\/h1>/);
    await here.unchanged();
  });
});

describe('the same receipt', () => {
  test('with another body is a conflict; with the same it is the same report', async () => {
    const receipt = newReceipt();
    const body = goodReport(AT, { receipt });
    const first = must(await here.kora.api('POST', '/reports/wildlife', { body }), 201);
    await here.kora.settle();
    await here.remember();
    refused(await here.kora.api('POST', '/reports/wildlife', { body: { ...body, count: 2 } }), 409, 'receipt-taken');
    const page = await here.kora.api('POST', '/reports/wildlife', {
      form: formOf({ receipt, details: '翅膀受伤' }),
      headers: BROWSER,
    });
    expect(page.status).toBe(409);
    expect(page.body).toMatch(/<h1>.+<\/h1>/);
    const again = must(await here.kora.api('POST', '/reports/wildlife', { body }), 201);
    expect([again.body.receipt, again.body.location]).toEqual([receipt, first.body.location]);
    await here.unchanged();
  });

  test.each([
    ['/reports/wildlife', formOf({ details: '按了两次' })],
    ['/reports/tip', { matter: 'growing', county: '540102', place: '河湾大棚', account: '按了两次' }],
  ])('is that of a form without script which is pressed twice; later the same is said anew: %s', async (path, form) => {
    const press = async () => {
      const { body } = must(await here.kora.api('POST', path, { form, headers: BROWSER }), 201);
      return /\d{4} \d{4} \d{4} \d{4}/.exec(body)?.[0];
    };
    const [first, second] = await Promise.all([press(), press()]);
    expect([first, isReceipt(bareNumber(first ?? ''))]).toEqual([second, true]);
    await here.kora.advance('PT11M');
    expect(await press()).not.toBe(first);
    await here.kora.settle();
    await here.remember();
  });
});
