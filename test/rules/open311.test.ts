import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { reportForm } from '../../functions/cases/pages.ts';
import { caseTypes } from '../../functions/cases/registry.ts';
import { attributesOf, complaintOf, entriesOf, parameterOf } from '../../functions/open311/attributes.ts';
import { refused } from '../../functions/open311/refusals.ts';
import { momentOf, spanOf } from '../../functions/open311/service-requests.ts';
import { inputSchema } from '../../shared/body.ts';
import { DomainError } from '../../shared/errors.ts';
import { decodeForm } from '../../shared/form.ts';
import { invalidInput, toProblem } from '../../shared/problem.ts';
import { xml } from '../../shared/xml.ts';

const types = await caseTypes();
const yesNo: [string, string] = ['yes', 'no'];
const definition = (name: string) => {
  const type = types.find((t) => t.type === name);
  if (!type) throw new Error(name);
  const form = reportForm(type, 'en');
  return { form, attributes: attributesOf(form, { 'place.township': [{ value: '540423206', label: 'x' }] }, yesNo) };
};

describe('a form as a service definition', () => {
  test.each(types.map((t) => t.type))('names every field of %s that has no parameter of its own, once', (name) => {
    const { attributes } = definition(name);
    const codes = attributes.map((a) => a.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(attributes.map((a) => a.order)).toEqual(codes.map((_, i) => i + 1));
    expect(codes).toContain('consent');
    for (const code of ['receipt', 'language', 'place.words', 'reporter.phone', 'details', 'matter'])
      expect(codes).not.toContain(code);
    for (const { datatype, values } of attributes)
      expect(datatype.endsWith('list')).toBe(values !== undefined && values.length > 0);
  });

  test('says what is chosen from, and what must be said', () => {
    const of = (code: string) => definition('wildlife').attributes.find((a) => a.code === code);
    expect(of('condition')).toMatchObject({ datatype: 'singlevaluelist', required: true });
    expect(of('condition')?.values).toContainEqual({ key: 'injured', name: 'Injured' });
    expect(of('count')).toMatchObject({ datatype: 'number', required: false });
    expect(of('foundAt')).toMatchObject({ datatype: 'datetime', required: true });
    expect(of('wantsReward')?.values).toEqual([
      { key: 'true', name: 'yes' },
      { key: 'false', name: 'no' },
    ]);
    expect(of('place.township')).toMatchObject({ datatype: 'singlevaluelist', values: [{ key: '540423206' }] });
  });
});

describe('what is posted becomes the form', () => {
  const form = inputSchema(types.find((t) => t.type === 'request')?.report as never);
  const treeOf = (posted: Record<string, string[]>) =>
    JSON.parse(JSON.stringify(decodeForm(form, entriesOf(form, posted))));

  test('by parameters and attributes', () =>
    expect(
      treeOf({
        ...{ service_code: ['request'], api_key: ['k'], 'attribute[kind]': ['help'], description: ['灯坏了'] },
        ...{ address_string: ['3 栋'], address_id: ['540102007'], lat: ['29.65'], long: ['91.12'], phone: ['139'] },
        ...{ first_name: ['央'], last_name: ['次'], email: ['a@x.example'], media_url: ['https://x.example/a.jpg'] },
      }),
    ).toEqual({
      ...{ kind: 'help', matter: '灯坏了' },
      place: { township: '540102007', words: '3 栋', coordinates: { latitude: 29.65, longitude: 91.12 } },
      reporter: { name: '次央', phone: '139', email: 'a@x.example' },
    }));

  test('an attribute for the township comes before an address id, and other names are not looked at', () => {
    const tree = treeOf({ address_id: ['540102001'], 'attribute[place.township]': ['540102007'], kind: ['help'] });
    expect(tree).toEqual({ place: { township: '540102007' }, reporter: {} }); // empty, and there: a request has to have one
  });

  test('a name in another script has its space', () =>
    expect(treeOf({ first_name: ['Tenzin'], last_name: ['Dorje'] }).reporter.name).toBe('Tenzin Dorje'));

  test('and what is wrong with it is told by the name it came under', () => {
    const at = (path: string) => complaintOf(form, { path, code: 'required', message: '' }).path;
    expect(['matter', 'place.words', 'kind', 'reporter.phone'].map(at)).toEqual([
      ...['description', 'address_string', 'attribute[kind]', 'phone'],
    ]);
    expect(parameterOf(form, 'place.coordinates.latitude')).toBe('lat');
  });

  test('whatever is posted, nothing but its own members are there', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(fc.string(), { maxLength: 3 }), { maxKeys: 8 }), (posted) => {
        const names = Object.fromEntries(Object.entries(posted).map(([k, v]) => [`attribute[${k}]`, v]));
        decodeForm(form, entriesOf(form, names));
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
    ));
});

describe('the span of a search', () => {
  test('is 90 days, whichever end is said', () => {
    const AT = '2026-06-01T00:00:00.000Z';
    expect(spanOf(undefined, AT)).toEqual({ from: '2026-03-03T00:00:00.000Z', to: AT });
    expect(spanOf('2026-03-03T00:00:00.000Z', undefined).from).toBe('2026-03-03T00:00:00.000Z');
    expect(() => spanOf('2026-03-02T00:00:00.000Z', AT)).toThrow();
    expect(() => spanOf(AT, '2026-03-02T00:00:00.000Z')).toThrow();
  });

  test.each<[string, string | undefined]>([
    ['2026-11-25T08:00:00+08:00', '2026-11-25T00:00:00.000Z'],
    ['2026-11-25T08:00:00 08:00', '2026-11-25T00:00:00.000Z'], // a plus sign that was not escaped
    ['2026-11-25T00:00:00Z', '2026-11-25T00:00:00.000Z'],
    ['2026-11-25', '2026-11-24T16:00:00.000Z'],
    ['2026-02-30', undefined],
    ['2026-11-25T08:00:00', undefined], // no zone
    ['yesterday', undefined],
    ['', undefined],
  ])('%j', (text, moment) => expect(momentOf(text, 'first')).toBe(moment));

  test('a last day is whole', () => expect(momentOf('2026-11-25', 'last')).toBe('2026-11-25T15:59:59.999Z'));
});

describe('refusals', () => {
  const problem = (kind: DomainError['kind']) => toProblem(new DomainError(kind, 'x', 'Why.'));
  test.each<[DomainError['kind'], number]>([
    ['not-found', 404],
    ['forbidden', 403],
    ['invalid', 400],
    ['conflict', 400],
    ['too-large', 400],
    ['unsupported', 400],
    ['too-many', 429],
    ['unavailable', 503],
  ])('%s is %i, in both formats', (kind, status) => {
    const json = refused('json', problem(kind));
    expect([json.status, JSON.parse(json.file?.content as string)]).toEqual([
      status,
      [{ code: status, description: 'Why.' }],
    ]);
    const parsed = new XMLParser().parse(refused('xml', problem(kind)).file?.content as string);
    expect(parsed.errors.error).toEqual({ code: status, description: 'Why.' });
  });

  test('each field that is wrong is one', () => {
    const issues = [
      { code: 'invalid_type', path: ['description'], input: undefined, message: '' },
      { code: 'custom', path: ['lat'], message: 'lies outside China', params: {} },
    ];
    const reply = refused('json', toProblem(invalidInput({ issues: issues as never })));
    expect(JSON.parse(reply.file?.content as string)).toEqual([
      { code: 400, description: 'description was not provided' },
      { code: 400, description: 'lat lies outside China' },
    ]);
  });
});

describe('XML', () => {
  test('holds any text, and is well-formed', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const document = xml({ root: { '@of': a, item: [{ text: b }, { text: a, none: null, gone: undefined }] } });
        expect(XMLValidator.validate(document)).toBe(true);
        expect(document).not.toContain('gone');
      }),
    ));

  test('gives back what was written', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      parseTagValue: false,
      trimValues: false,
    });
    const text = 'a < b & "c" \' ]]> 词 བོད';
    const parsed = parser.parse(xml({ root: { '@x': text, y: text } }));
    expect(parsed.root).toEqual({ '@x': text, y: text });
  });
});
