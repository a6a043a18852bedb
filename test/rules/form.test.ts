import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { inputSchema } from '../../shared/body.ts';
import { fen, line, moment, text } from '../../shared/fields.ts';
import { decodeForm, type JsonSchema } from '../../shared/form.ts';
import { formHtml } from '../../shared/form-html.ts';
import { localised, missingLabels } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (s: string) => s.replace(/&(amp|lt|gt|quot|#39);/g, (e) => ENTITIES[e] ?? e);
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>])`).exec(tag);
  return found ? plain(found[1] ?? '') : undefined;
};

/** What a browser would send for a form as it stands. */
const entriesOf = (markup: string): [string, string][] => {
  const sent: [string, string][] = [];
  for (const [all, tag] of markup.matchAll(/<(input|select|textarea)\b[^>]*>/g)) {
    const name = attribute(all, 'name') ?? '';
    const from = markup.indexOf(all) + all.length;
    if (tag === 'textarea')
      sent.push([name, plain(markup.slice(from, markup.indexOf('</textarea>', from)).replace(/^\n/, ''))]);
    else if (tag === 'select') sent.push([name, selected(markup.slice(from, markup.indexOf('</select>', from)))]);
    else if (!/type="(radio|checkbox)"/.test(all) || attribute(all, 'checked') !== undefined)
      sent.push([name, attribute(all, 'value') ?? '']);
  }
  return sent;
};

const selected = (options: string) => {
  const chosen = [...options.matchAll(/<option\b[^>]*>/g)].find(([o]) => attribute(o, 'selected') !== undefined);
  return chosen ? (attribute(chosen[0], 'value') ?? '') : '';
};

const form = z.strictObject({
  word: line(40),
  story: text(200).optional(),
  few: z.enum(['a', 'b', 'c']),
  perhaps: z.enum(['d', 'e']).optional(),
  many: z.enum(['p', 'q', 'r', 's', 't', 'u']).optional(),
  count: z.number().int().min(0).max(1000).default(1),
  share: z.number().min(-90).max(90).optional(),
  price: fen().optional(),
  sure: z.boolean(),
  seen: z.boolean().default(false),
  told: z.boolean().default(true),
  at: moment(),
  marks: z.array(z.enum(['x', 'y', 'z'])).optional(),
  names: z.array(line(20)).optional(),
  place: z.strictObject({
    township: line(20).meta({ widget: 'township' }),
    inner: z.strictObject({ words: line(30) }).optional(),
  }),
  secret: line(20).optional().meta({ widget: 'hidden' }),
});

const clean = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((s) => s.replace(/[\p{C}\u2028\u2029]/gu, '').trim() || `<&"'>${s.length}`);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const minute = fc.integer({ min: 0, max: 60_000_000 }).map((m) => new Date(m * 60_000));
const inShanghai = (d: Date) => `${new Date(d.getTime() + 28_800_000).toISOString().slice(0, 19)}+08:00`;

const values = fc.record({
  word: clean,
  story: optional(fc.array(clean, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))),
  few: fc.constantFrom('a', 'b', 'c'),
  perhaps: optional(fc.constantFrom('d', 'e')),
  many: optional(fc.constantFrom('p', 'q', 'r', 's', 't', 'u')),
  count: fc.integer({ min: 0, max: 1000 }),
  share: optional(fc.integer({ min: -9000, max: 9000 }).map((n) => n / 100)),
  price: optional(fc.integer({ min: 0, max: 1_000_000_000 })),
  sure: fc.boolean(),
  seen: fc.boolean(),
  told: fc.boolean(),
  at: minute.map(inShanghai),
  marks: optional(fc.subarray(['x', 'y', 'z'], { minLength: 1 })),
  names: optional(fc.array(clean, { minLength: 1, maxLength: 6 })),
  place: fc.record({
    township: fc.constantFrom('540423205', '540423206'),
    inner: optional(fc.record({ words: clean })),
  }),
  secret: optional(clean),
});

/** Without what is undefined, and without the prototype-less trees that decoding makes. */
const bare = (v: unknown) => JSON.parse(JSON.stringify(v));

describe('a form made from a schema', () => {
  const schema = inputSchema(form);
  const options = { 'place.township': ['540423205', '540423206'].map((value) => ({ value, label: value })) };
  const rendered = (given: unknown, more: object = {}) =>
    formHtml(schema, { action: '/x', method: 'post', language: 'zh', submit: 'ok', values: given, options, ...more });

  test('gives back the values it was filled with', () => {
    fc.assert(
      fc.property(values, (given) => {
        const back = form.parse(bare(decodeForm(schema, entriesOf(rendered(given)))));
        expect(bare(back)).toEqual(bare(form.parse(bare(given))));
      }),
    );
  });

  test('sent empty, is wrong at its fields', () => {
    const found = form.safeParse(bare(decodeForm(schema, [])));
    expect(found.error?.issues.map((i) => i.path.join('.'))).toContain('place.township');
  });

  test('keeps its markup whatever it holds', () => {
    const markup = rendered({ word: '"><script>alert(1)</script>', story: '</textarea><b>' });
    expect(markup).not.toContain('<script>');
    expect(markup).not.toContain('</textarea><b>');
  });

  test('shows an error at its field and leads to it', () => {
    const markup = rendered({}, { errors: [{ path: 'place.township', code: 'unknown-township', message: '' }] });
    expect(markup).toContain('href="#f-place-township"');
    expect(markup).toMatch(/<p class="error" id="f-place-township-error">/);
    expect(markup).toMatch(/aria-describedby="f-place-township-error"/);
  });

  test('lets a choice that need not be made be taken back', () => {
    const markup = rendered({ few: 'a', perhaps: 'd' });
    expect(markup).toMatch(/<input type="radio"[^>]* name="few"/);
    expect(markup).toMatch(/<select[^>]* name="perhaps"[^>]*><option value="">/);
  });

  test('folds away what can be asked later, and opens it where something is wrong', () => {
    const asked = {
      ...schema,
      properties: { ...schema.properties, story: { ...schema.properties?.story, later: true } },
    };
    const shown = (more: object) =>
      formHtml(asked, { action: '/x', method: 'post', language: 'zh', submit: 'ok', values: { story: 'x' }, ...more });
    const folded =
      /<details class="field"( open)?><summary>可以以后再补<\/summary>[\s\S]*?name="story"[\s\S]*?<\/details>/;
    expect(folded.exec(shown({}))?.[1]).toBe(undefined);
    expect(shown({})).toMatch(folded);
    expect(folded.exec(shown({ errors: [{ path: 'story', code: 'too-long', message: '' }] }))?.[1]).toBe(' open');
    expect(decodeForm(asked, entriesOf(shown({})))).toMatchObject({ story: 'x' });
  });

  test('gives every control a label of its own', () => {
    const markup = rendered({});
    for (const [, id] of markup.matchAll(/<(?:select|textarea|input type="(?:text|number)")[^>]*\sid="([^"]*)"/g))
      expect(markup.includes(`for="${id}"`) || markup.includes('aria-label=')).toBe(true);
    expect(new Set([...markup.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])).size).toBe(
      [...markup.matchAll(/\sid="/g)].length,
    );
  });
});

describe('money', () => {
  const price = inputSchema(z.strictObject({ price: fen(1) })) as JsonSchema;
  test.each<[string, unknown]>([
    ['1000', 100_000],
    ['80.1', 8010],
    [' 0.07 ', 7],
    ['12.345', '12.345'],
    ['一千', '一千'],
  ])('is taken in yuan: %s', (said, kept) =>
    expect({ ...decodeForm(price, [['price', said]]) }).toEqual({ price: kept }),
  );

  test('is shown in yuan, and what was no amount as it was typed', () => {
    const shown = (value: unknown) =>
      attribute(
        /<input[^>]*name="price"[^>]*>/.exec(
          formHtml(price, { action: '/', method: 'post', language: 'zh', submit: 'x', values: { price: value } }),
        )?.[0] ?? '',
        'value',
      );
    expect([8010, 100_000, '12.345'].map(shown)).toEqual(['80.1', '1000', '12.345']);
  });
});

describe('a list of objects', () => {
  const schema = inputSchema(
    z.strictObject({
      tasks: z
        .array(
          z.strictObject({
            what: line(),
            who: line(),
            ref: z.strictObject({ id: z.string() }).optional().meta({ widget: 'hidden' }),
          }),
        )
        .max(4),
    }),
  );
  const options = { 'tasks.who': ['甲', '乙', '丙', '丁', '戊'].map((value) => ({ value, label: value })) };
  const form = (values: unknown) =>
    formHtml(schema, { action: '/', method: 'post', language: 'zh', submit: '好', values, options });

  test('has a row for each and some to be filled in, and comes back as it was', () => {
    const tasks = [
      { what: '走访', who: '乙', ref: { id: 'x1' } },
      { what: '检查', who: '戊' },
    ];
    const markup = form({ tasks });
    expect(markup.match(/<fieldset class="row">/g)).toHaveLength(4);
    expect(markup).not.toContain('（选填）');
    expect(decodeForm(schema, entriesOf(markup))).toEqual({ tasks });
  });

  test('leaves out the rows that stayed empty, wherever they are', () => {
    const entries: [string, string][] = [
      ['tasks.1.what', '走访'],
      ['tasks.3.who', '甲'],
    ];
    expect(decodeForm(schema, entries)).toEqual({ tasks: [{ what: '走访' }, { who: '甲' }] });
  });
});

describe('a list of choices whose order counts', () => {
  const schema = inputSchema(z.strictObject({ turns: z.array(line()).max(9).meta({ widget: 'ordered' }) }));
  const options = { turns: ['甲', '乙', '丙', '丁', '戊'].map((value) => ({ value, label: value })) };
  const form = (turns: string[]) =>
    formHtml(schema, { action: '/', method: 'post', language: 'zh', submit: '好', values: { turns }, options });

  test('has a line for everybody there is to choose, and comes back in its order', () => {
    for (const turns of [['丙', '甲', '戊'], ['乙', '戊', '丁', '丙', '甲'], []]) {
      const markup = form(turns);
      expect(markup.match(/<select\b/g)).toHaveLength(turns.length === 5 ? 6 : 5);
      expect(decodeForm(schema, entriesOf(markup)).turns ?? []).toEqual(turns);
    }
  });

  test('leaves out whoever can be chosen no longer, and lines that stay empty', () => {
    expect(decodeForm(schema, entriesOf(form(['丙', '已离开', '甲'])))).toEqual({ turns: ['丙', '甲'] });
  });
});

/** The codes that the sources refuse fields with, where they write them out. */
const codes = globSync(`${import.meta.dirname}/../../{functions,shared}/**/*.ts`).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:invalidField|wrong|complain)\((?:[^;]*?),\s*'([a-z-]+)',\s*['`]/g)].map(
    ([, code]) => `error.${code}`,
  ),
);

describe('words of a form', () => {
  test('tell what is wrong with a field, whichever capability refuses it', () => {
    expect(codes.length).toBeGreaterThan(50);
    expect([...new Set(codes)].filter((key) => !(key in words))).toEqual([]);
  });

  const t = translator('zh', {
    'field.wild.place.words': { zh: '近', bo: '', en: '' },
    'field.place.words': { zh: '远', bo: '', en: '' },
    'field.words': { zh: '更远', bo: '', en: '' },
    'hint.words': { zh: '提示', bo: '', en: '' },
    'choice.few.a': { zh: '甲', bo: '', en: '' },
    'choice.b': { zh: '乙', bo: '', en: '' },
  });
  const schema = inputSchema(z.object({ few: z.enum(['a', 'b', 'c']), place: z.object({ words: line() }).optional() }));

  test.each([
    ['wild', '近'],
    ['other', '远'],
  ])('are taken from the closest key (%s)', (scope, title) => {
    const words = localised(schema, t, scope).properties?.place?.properties?.words as JsonSchema;
    expect(words).toMatchObject({ title, description: '提示' });
  });

  test('name choices, and are said to be missing where they are', () => {
    expect(localised(schema, t, 'x').properties?.few?.labels).toEqual({ a: '甲', b: '乙', c: 'c' });
    expect(missingLabels(schema, t, 'x')).toEqual(['field.few', 'choice.few.c', 'field.place']);
  });
});
