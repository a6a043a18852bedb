import { XMLParser } from 'fast-xml-parser';
import Open311 from 'open311';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { Inside } from '../support/inside.ts';

/** Other programs: by the client that npm has for Open311, which was not written here, and by whatever broken ones send. */

const KEY = 'kora-local'; // what a stage on one machine begins with
const RIDER = { station: 'gonjo-dongfeng', kind: 'urgent', consent: '2026-11' };

let kora: Kora;
let inside: Inside;
let client: Open311;

beforeAll(async () => {
  kora = await startKora({ at: '2026-06-10T08:00:00.000Z' });
  inside = await Inside.of(kora);
  client = new Open311({ discovery: `${kora.url}/open311/v2/discovery.json`, apiKey: KEY });
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => {
  inside?.close();
  await kora?.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers are whatever the client reads
const ask = (call: (done: (failed: unknown, answer: any) => void) => void): Promise<any> =>
  new Promise((resolve, reject) =>
    call((failed, answer) => (failed ? reject(new Error(String(answer))) : resolve(answer))),
  );

const read = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
const get = async (path: string, headers = {}) => {
  const response = await fetch(`${kora.url}/open311/v2/${path}`, { headers });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), text };
};
const post = async (form: Record<string, string>, format = 'json', path = `requests.${format}`) => {
  const response = await fetch(`${kora.url}/open311/v2/${path}`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, text: await response.text() };
};

const WILD = {
  ...{
    service_code: 'wildlife',
    address_string: '县城东侧观景台',
    phone: '13908940009',
    first_name: '拉珍',
    last_name: '措姆',
  },
  description: '右翅下垂，飞不起来，是措姆拉珍看到的',
  attributes: {
    ...{ 'place.township': '540423100', species: '黑鸢', condition: 'injured', consent: '2026-11' },
    foundAt: '2026-06-10T07:30:00Z',
  },
};

describe('the client of others', () => {
  test('finds the interface, its services and what each asks', async () => {
    const about = await ask((done) => client.serviceDiscovery({ cache: true }, done));
    expect(about.endpoints[0]).toMatchObject({ type: 'production', formats: ['application/json', 'text/xml'] });
    const services = await ask((done) => client.serviceList(done));
    expect(services.map((s: { service_code: string }) => s.service_code).sort()).toEqual([
      ...['livestock', 'request', 'station-help', 'wildlife'],
    ]);
    const definition = await ask((done) => client.serviceDefinition('station-help', done));
    expect(definition.attributes.map((a: { code: string }) => a.code)).toEqual(['station', 'kind', 'consent']);
    expect(definition.attributes[0].values.map((v: { key: string }) => v.key)).toContain('gonjo-dongfeng');
  });

  test('hands in a report, which is an ordinary case, and follows it to its end', async () => {
    const [made] = await ask((done) => client.submitRequest(WILD, done));
    const id = made.service_request_id as string;
    const receipt = /\d{4} \d{4} \d{4} \d{4}/.exec(made.service_notice)?.[0].replaceAll(' ', '') ?? '';
    const [before] = await ask((done) => client.serviceRequests(id, {}, done));
    expect(before).toMatchObject({ status: 'open', service_code: 'wildlife', address: '墨脱县 墨脱镇' });
    await kora.settle();
    expect((await kora.api('GET', `/reports/${receipt}`)).body.held).toContainEqual({
      label: '姓名',
      value: '措姆拉珍',
    });
    expect((await ask((done) => client.token(receipt, done)))[0]).toEqual({ service_request_id: id, token: receipt });
    await kora.api('POST', `/reports/${receipt}/actions/withdraw`, { body: { reason: '飞走了' } });
    await kora.settle();
    const [after] = await ask((done) => client.serviceRequests({ service_code: 'wildlife', status: 'closed' }, done));
    expect(after).toMatchObject({ service_request_id: id, status: 'closed', status_notes: '已撤回' });
    expect(after.agency_responsible).toBe('墨脱县林草局野生动物救护队');
    expect(await ask((done) => client.serviceRequests({ status: 'open' }, done))).toEqual([]);
    expect(await ask((done) => client.serviceRequests([id, 'f'.repeat(32)], {}, done))).toHaveLength(1);
  });
});

describe('in both formats the same is told', () => {
  test.each(['services', 'requests', 'discovery'])('%s', async (name) => {
    const [json, document] = await Promise.all([get(`${name}.json`), get(`${name}.xml`)]);
    expect([json.status, document.status]).toEqual([200, 200]);
    expect([json.type, document.type]).toEqual(['application/json; charset=utf-8', 'text/xml; charset=utf-8']);
    expect(document.text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
    const root = Object.values(read.parse(document.text)).at(-1) as Record<string, Record<string, string> | string>;
    const [first] = Object.values(root) as unknown[];
    const told = JSON.parse(json.text);
    if (name === 'discovery') return expect(root.contact).toBe(told.contact);
    const one = (Array.isArray(first) ? first[0] : first) as Record<string, string>;
    for (const [field, value] of Object.entries(told[0]))
      expect([field, one[field]]).toEqual([field, value === null ? '' : String(value)]);
  });

  test('a definition, with its attributes and values', async () => {
    const [json, document] = await Promise.all(['json', 'xml'].map((f) => get(`services/livestock.${f}?lang=en`)));
    const { service_definition: read_ } = read.parse(document?.text ?? '');
    const told = JSON.parse(json?.text ?? '');
    const attributes = read_.attributes.attribute as { code: string; values: '' | { value: object | object[] } }[];
    expect(attributes.map((a) => a.code)).toEqual(told.attributes.map((a: { code: string }) => a.code));
    const species = attributes.find((a) => a.code === 'species');
    expect(species?.values).toMatchObject({ value: expect.arrayContaining([{ key: 'yak', name: 'Yak' }]) });
  });

  test('a report that is posted', async () => {
    const form = { api_key: KEY, service_code: 'station-help', description: '有人晕倒' };
    const attributes = Object.fromEntries(Object.entries(RIDER).map(([k, v]) => [`attribute[${k}]`, v]));
    const { status, text } = await post({ ...form, ...attributes }, 'xml');
    expect([status, text]).toEqual([201, expect.stringContaining('<service_request_id>')]);
    const { request } = read.parse(text).service_requests;
    expect((await get(`requests/${request.service_request_id}.xml`)).text).toContain('贡觉县 莫洛镇');
    await kora.settle();
    expect((await kora.mail('yeshe@gonjo-dongfeng.kora.example')).at(-1)?.subject).toContain('紧急求助');
  });
});

test('nothing that anybody wrote, and nobody, is told', async () => {
  const { text } = await get('requests.json?start_date=2026-06-01&end_date=2026-06-30');
  expect(JSON.parse(text).length).toBeGreaterThan(1);
  expect(text).not.toMatch(/措姆|13908940009|右翅|晕倒|观景台|tip/);
  expect((await get('services.json')).text).not.toContain('"tip"');
});

describe('what is wrong is refused by the specification, and changes nothing', () => {
  const good = {
    ...{ api_key: KEY, service_code: 'request', description: '灯坏了', address_string: '3 栋', phone: '13908911234' },
    ...{ 'attribute[place.township]': '540102007', 'attribute[kind]': 'help', 'attribute[consent]': '2026-11' },
  };
  const without = (...names: string[]) => Object.fromEntries(Object.entries(good).filter(([n]) => !names.includes(n)));

  test.each<[name: string, form: Record<string, string>, status: number, told: string]>([
    ['no api_key', without('api_key'), 403, 'api_key was not provided.'],
    ['a bad api_key', { ...good, api_key: 'guessed' }, 403, 'api_key is not known here.'],
    ['the digest of a key for a key', { ...good, api_key: 'a'.repeat(64) }, 403, 'api_key is not known here.'],
    ['no service', without('service_code'), 400, 'service_code was not provided'],
    ['an unknown service', { ...good, service_code: 'potholes' }, 404, 'service_code was not found.'],
    ['a service that everything has', { ...good, service_code: 'constructor' }, 404, 'service_code was not found.'],
    ['tip-offs', { ...good, service_code: 'tip' }, 404, 'service_code was not found.'],
    ['another jurisdiction', { ...good, jurisdiction_id: 'city.gov' }, 404, 'jurisdiction_id was not found.'],
    ['no description', without('description'), 400, 'description was not provided'],
    ['a required attribute missing', without('attribute[kind]'), 400, 'attribute[kind] was not provided'],
    ['no consent', without('attribute[consent]'), 400, 'attribute[consent] was not provided'],
    ['no way to call back', without('phone'), 400, 'phone was not provided'],
    ['no place', without('attribute[place.township]'), 400, 'attribute[place.township] was not provided'],
    [
      'a township of nowhere',
      { ...good, 'attribute[place.township]': '某某镇' },
      400,
      'attribute[place.township] is no township of the list',
    ],
    ['a place outside', { ...good, lat: '1', long: '1' }, 400, 'lat lies outside China'],
    [
      'an attribute that is none',
      { ...good, 'attribute[colour]': 'red' },
      400,
      'attribute[colour] is not a field of this form',
    ],
    [
      'a prototype',
      { ...good, 'attribute[__proto__.x]': 'y' },
      400,
      'attribute[__proto__] is not a field of this form',
    ],
  ])('%s', async (_, form, status, told) => {
    const before = await inside.everything();
    const json = await post(form);
    expect([json.status, JSON.parse(json.text)]).toEqual([status, [{ code: status, description: told }]]);
    const document = await post(form, 'xml');
    expect(read.parse(document.text).errors.error).toEqual({ code: String(status), description: told });
    expect(await inside.everything()).toEqual(before);
  });

  test('several things wrong are told together', async () => {
    const { text } = await post(without('description', 'attribute[kind]'));
    expect(JSON.parse(text)).toHaveLength(2);
  });

  test.each<[path: string, status: number]>([
    ['requests.json?start_date=yesterday', 400],
    ['requests.json?start_date=2026-02-30', 400],
    ['requests.json?end_date=2026-06-10T08:00:00', 400],
    ['requests.json?start_date=2026-01-01&end_date=2026-06-10', 400],
    ['requests.json?start_date=2026-06-10&end_date=2026-06-01', 400],
    ['requests.json?status=lost', 400],
    ['requests.json?service_code=potholes', 404],
    ['requests.json?jurisdiction_id=city.gov', 404],
    [`requests.json?service_request_id=${'x,'.repeat(101)}`, 400],
    [`requests/${'f'.repeat(32)}.json`, 404],
    ['requests/..%2F..%2Fx.json', 404],
    ['requests/x.yaml', 400],
    ['services/potholes.json', 404],
    ['services/__proto__.json', 404],
    ['tokens/1234567812345678.json', 404],
    ['tokens/x.json', 404],
  ])('GET %s', async (path, status) => {
    const answer = await get(path, { accept: 'text/html' });
    expect(answer.status).toBe(status);
    const errors = path.includes('.json') ? JSON.parse(answer.text) : [read.parse(answer.text).errors.error];
    expect(errors[0]).toMatchObject({ description: expect.stringMatching(/./) });
    expect(Number(errors[0].code)).toBe(status);
  });

  test('the same receipt with other content, and a body that is no form', async () => {
    const receipt = { 'attribute[receipt]': '' };
    const first = await post({ ...good, ...receipt });
    expect(first.status).toBe(201);
    const said = /\d{4} \d{4} \d{4} \d{4}/.exec(first.text)?.[0].replaceAll(' ', '') ?? '';
    const again = await post({ ...good, description: '别的', 'attribute[receipt]': said });
    expect([again.status, JSON.parse(again.text)[0].code]).toEqual([400, 400]);
    const response = await fetch(`${kora.url}/open311/v2/requests.json`, {
      ...{ method: 'POST', body: '<request/>', headers: { 'content-type': 'text/xml' } },
    });
    expect([response.status, await response.json()]).toEqual([400, [expect.objectContaining({ code: 400 })]]);
    const { status, body } = await kora.api('POST', '/open311/v2/requests.json', { body: good });
    expect([status, body[0].description]).toEqual([400, expect.stringContaining('x-www-form-urlencoded')]);
  });
});
