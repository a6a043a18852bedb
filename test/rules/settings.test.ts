import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import seed from '../../functions/directory/seed.json' with { type: 'json' };
import { wrongSettings } from '../../functions/settings/check.ts';
import { labelKeys, sourceKey, wordsIn } from '../../functions/settings/described.ts';
import { fieldSchema } from '../../functions/settings/json-schema.ts';
import { messages } from '../../functions/settings/messages.ts';
import { registered, sections } from '../../functions/settings/registry.ts';
import { wildlifeSettings } from '../../functions/wildlife/settings.ts';
import { effective } from '../../shared/effective-settings.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { Field, type Node, OpenGroup, type Section, valueAt } from '../../shared/settings.ts';
import { having, refused } from '../support/settings.ts';
import { FILE, fieldsOf, settingsPage } from '../support/settings-page.ts';
import { untranslated } from '../support/words.ts';

const named = sections.map((section) => [section.name, section] as const);

const sectionOf = (name: string): Section => {
  const found = sections.find((s) => s.name === name);
  if (!found) throw new Error(`there is no section ${name}`);
  return found;
};

describe('every section', () => {
  test('has a name of its own', () => expect(new Set(sections.map((s) => s.name)).size).toBe(sections.length));

  test.each(named)('%s has defaults that may be set, and that its rules hold for', (_, section) => {
    for (const { path, field } of fieldsOf(section.fields))
      expect(field.schema.safeParse(field.default), path.join('.')).toEqual({ success: true, data: field.default });
    const { values } = effective(section, []);
    expect(section.rules.filter((rule) => !rule.holds(values))).toEqual([]);
  });

  test.each(named)('%s has rules between fields that there are', (_, section) => {
    const { values } = effective(section, []);
    for (const path of section.rules.flatMap((rule) => rule.fields))
      expect(valueAt(values, path.split('.')), path).toBeDefined();
  });

  test.each(named)('%s bounds each of its fields', (_, section) => {
    for (const { path, field } of fieldsOf(section.fields)) {
      const s = fieldSchema(field);
      const bounds = JSON.stringify(s);
      const isBounded = s.type === 'boolean' || /enum|pattern|formatMaximum|maximum|maxItems|"boolean"/.test(bounds);
      expect(isBounded, `${path.join('.')}: ${bounds}`).toBe(true);
    }
  });

  test('of the seed is one that an administrator may set', () => {
    for (const unit of seed.units) expect(wrongSettings({ settings: {}, ...unit }, undefined, []), unit.id).toEqual([]);
  });
});

/** The groups that a field is in, and the field. */
const upTo = (path: string[]): string[][] => path.map((_, i) => path.slice(0, i + 1));

describe('words', () => {
  test.each(registered.map((r) => [r.section.name, r] as const))('%s has them all', async (_, { section, words }) => {
    const own = await words();
    expect(untranslated({ ...messages, ...own })).toEqual([]);
    const t = wordsIn('zh', own);
    const fields = fieldsOf(section.fields);
    const isMissing = (keys: string[]) => !keys.some((key) => t.has(key));
    expect(fields.flatMap(({ path }) => upTo(path).map(labelKeys).filter(isMissing))).toEqual([]);
    expect(fields.map(({ path, field }) => [sourceKey(path, field, t)]).filter(isMissing)).toEqual([]);
    expect(
      fields.flatMap(({ field }) => (field.measure ? [[`measure.${field.measure}`]] : [])).filter(isMissing),
    ).toEqual([]);
    const nullable = fields.filter(({ field }) => field.schema.safeParse(null).success);
    expect(nullable.map(({ path }) => upTo(path).map((p) => `none.${p.join('.')}`)).filter(isMissing)).toEqual([]);
    expect(fields.flatMap(({ path, field }) => missingLabels(fieldSchema(field), t, path.join('.')))).toEqual([]);
    expect(t.has('title')).toBe(true);
  });

  test('docs/settings.md is current (npm run settings)', async () =>
    expect(readFileSync(FILE, 'utf8')).toBe(await settingsPage()));
});

describe('what a unit may set', () => {
  const OFF = { name: '藏历新年', from: '2026-02-24', to: '2026-02-26' };
  const months = [1, 2, 3].map((m) => ({ name: '假', from: `2026-0${m}-01`, to: `2026-0${m}-28` }));

  test.each<[string, object]>([
    ['wildlife', { acceptance: { critical: 'PT5M' } }],
    ['wildlife', { acceptance: { critical: 'PT600S' } }],
    ['wildlife', { published: { none: null, 'county-list': 0.5 } }],
    ['wildlife', { approval: { 'national-2': 'national', 'county-list': 'prefecture' } }],
    ['tips', { keep: 'P26W', claimWindow: 'P9W' }],
    [
      'journal',
      { enabled: null, plan: { day: 5 }, check: { day: 6 }, ask: { day: 7 }, reflect: { day: 7 }, meeting: { day: 1 } },
    ],
    ['journal', { topics: [{ id: 'one', name: { zh: '一' } }] }],
    ['calendar', { off: [OFF], working: ['2026-02-28'] }],
  ])('%s: %j', (name, own) => expect(refused(sectionOf(name), own)).toEqual([]));

  test.each<[string, unknown, ...string[]]>([
    ['wildlife', { acceptance: { urgent: '10 minutes' } }, 'acceptance.urgent wrong-format'],
    ['wildlife', { acceptance: { urgent: 'P900D' } }, 'acceptance.urgent too-large'],
    ['wildlife', { acceptance: { urgent: 'P99999999999999999999999D' } }, 'acceptance.urgent too-large'],
    ['wildlife', { acceptance: { urgent: 'PT0S' } }, 'acceptance.urgent too-small'],
    ['wildlife', { acceptance: { urgent: '-PT10M' } }, 'acceptance.urgent wrong-format'],
    ['wildlife', { acceptance: { urgent: 'P1M' } }, 'acceptance.urgent wrong-format'],
    ['wildlife', { acceptance: { urgent: 10 } }, 'acceptance.urgent wrong-type'],
    ['wildlife', { acceptance: { urgent: null } }, 'acceptance.urgent wrong-type'],
    ['wildlife', { acceptance: { urgency: 'PT10M' } }, 'acceptance.urgency unknown-field'],
    ['wildlife', { acceptance: 'PT10M' }, 'acceptance wrong-type'],
    ['wildlife', 'PT10M', ' wrong-type'],
    ['wildlife', [], ' wrong-type'],
    ['wildlife', { acceptance: { urgent: 'PT3H' } }, 'acceptance.urgent out-of-order'],
    ['wildlife', { approval: { 'national-1': 'county' } }, 'approval.national-1 not-a-choice'],
    ['wildlife', { approval: { 'County List': 'county' } }, 'approval.County List unknown-field'],
    ['wildlife', { published: { none: 0.01 } }, 'published.none too-small'],
    ['wildlife', { duplicates: { hours: 1e9 } }, 'duplicates.hours too-large'],
    ['wildlife', { cluster: { dead: 2.5 } }, 'cluster.dead wrong-type'],
    ['livestock', { reminder: 'PT1M' }, 'reminder too-small'],
    ['request', { workingDays: { urgent: 1 } }, 'workingDays.urgent unknown-field'],
    ['request', { workingDays: { help: 400 } }, 'workingDays.help too-large'],
    ['request', { take: 'PT10M' }, 'take out-of-order'],
    ['stations', { mendWithin: 'PT2H' }, 'mendWithin out-of-order'],
    ['tips', { keep: 'P7M' }, 'keep too-large'],
    ['tips', { claimWindow: 'P60D' }, 'claimWindow too-small'],
    ['tips', { mostFen: -1 }, 'mostFen too-small'],
    ['journal', { meeting: { time: '24:00' } }, 'meeting.time wrong-format'],
    ['journal', { meeting: { day: 8 } }, 'meeting.day too-large'],
    ['journal', { meeting: { time: '16:00' } }, 'meeting.time out-of-order'],
    ['journal', { check: { day: 7 } }, 'check.day out-of-order'],
    ['journal', { topics: [] }, 'topics too-small'],
    [
      'journal',
      {
        topics: [
          { id: 'a1', name: { zh: '一' } },
          { id: 'a1', name: { zh: '二' } },
        ],
      },
      'topics.1 duplicate',
    ],
    ['journal', { topics: [{ id: 'a1', name: {} }] }, 'topics.0.name.zh required'],
    ['calendar', { off: [{ ...OFF, to: '2026-02-20' }] }, 'off.0.to before-start'],
    ['calendar', { off: [{ ...OFF, to: '2036-02-20' }] }, 'off.0.to too-large'],
    ['calendar', { off: [{ ...OFF, to: '2026-02-30' }] }, 'off.0.to wrong-format'],
    ['calendar', { off: months }, 'off too-large'],
  ])('%s is not: %j', (name, own, ...expected) => expect(refused(sectionOf(name), own)).toEqual(expected));

  test('half of it holds where the other half does not', () => {
    const own = {
      acceptance: { critical: 'soon', urgent: 'PT20M' },
      review: 'P3D',
      cluster: { dead: 'many', hours: 24 },
    };
    expect(effective(wildlifeSettings, [{ unit: 'x', stored: own }]).values).toMatchObject({
      ...{ acceptance: { critical: 'PT15M', urgent: 'PT20M', normal: 'PT2H' } },
      ...{ review: 'P3D', cluster: { dead: 3, hours: 24 } },
    });
  });
});

describe('what is above a unit', () => {
  const layers = (...stored: unknown[]) =>
    stored.map((s, i) => ({ unit: ['team', 'bureau', 'region'][i] ?? '', stored: s }));

  test('holds field by field where the unit sets nothing that holds itself', () => {
    const own = { acceptance: { critical: 'soon' }, review: 'P2D' };
    const { values, fields } = effective(
      wildlifeSettings,
      layers(own, { acceptance: { critical: 'PT10M' }, review: 'P3D' }, { acceptance: { normal: 'PT3H' } }),
    );
    expect(values).toMatchObject({ acceptance: { critical: 'PT10M', urgent: 'PT30M', normal: 'PT3H' }, review: 'P2D' });
    const from = (path: string) => fields.find((f) => f.path.join('.') === path)?.from;
    expect(['acceptance.critical', 'acceptance.urgent', 'acceptance.normal', 'review'].map(from)).toEqual([
      ...['bureau', undefined, 'region', 'team'],
    ]);
  });

  test('replaces what no longer goes with it: of a broken rule, the nearest unit gives way', () => {
    const found = effective(
      wildlifeSettings,
      layers({ acceptance: { urgent: 'PT1H' } }, { acceptance: { critical: 'PT20M', normal: 'PT45M' } }),
    );
    expect(found.values.acceptance).toEqual({ critical: 'PT20M', urgent: 'PT30M', normal: 'PT45M' });
    expect(found.ignored).toMatchObject([
      { unit: 'team', wrong: [{ path: 'acceptance.urgent', code: 'out-of-order' }] },
    ]);
  });

  test('is complained about to the administrator of the unit below, not to the one of the unit above', () => {
    const bureau = { id: 'bureau', settings: { wildlife: { acceptance: { normal: 'PT45M' } } } };
    const team = { id: 'team', settings: { wildlife: { acceptance: { urgent: 'PT1H' } } } };
    expect(wrongSettings(bureau, undefined, [])).toEqual([]);
    expect(wrongSettings(team, undefined, [bureau])).toMatchObject([
      { path: 'settings.wildlife.acceptance.urgent', code: 'out-of-order' },
    ]);
    expect(wrongSettings(team, undefined, [])).toEqual([]);
  });

  test('does not make a unit verified', () => {
    expect(sectionOf('public').inherited).toBe(false);
  });
});

describe('an administrator’s change', () => {
  const unit = (settings: Record<string, unknown>) => ({ id: 'bureau', settings });

  test.each([
    ['wildlive', { wildlive: {} }, 'wildlife is'],
    ['wildlife.acceptence', { wildlife: { acceptence: {} } }, 'acceptance is'],
    ['wildlife.acceptance.normaly', { wildlife: { acceptance: { normaly: 'PT1H' } } }, 'normal is'],
    ['wildlife.colour', { wildlife: { colour: 1 } }, 'is not a setting'],
    ['hasOwnProperty', { hasOwnProperty: {} }, 'is not a section of settings'],
    ['constructor', { constructor: {} }, 'is not a section of settings'],
  ])('of a name that there is not is refused: %s', (path, settings, message) =>
    expect(wrongSettings(unit(settings), undefined, [])).toEqual([
      { path: `settings.${path}`, code: 'unknown-field', message: expect.stringContaining(message) },
    ]),
  );

  test('is answered with a hundred complaints at most', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`s${i}`, 1]));
    expect(wrongSettings(unit({ ...many, wildlife: many }), undefined, [])).toHaveLength(100);
  });

  test('of something else goes through where what is stored does not hold any more', () => {
    const old = { wildlife: { acceptance: { urgent: '10 minutes' }, revue: 'P2D' }, gone: { a: 1 } };
    const change = { ...old, public: { verified: false } };
    expect(wrongSettings(unit(change), unit(old), [])).toEqual([]);
    const worse = { ...old, wildlife: { ...old.wildlife, acceptance: { urgent: '20 minutes' } } };
    expect(wrongSettings(unit(worse), unit(old), [])).toMatchObject([{ path: 'settings.wildlife.acceptance.urgent' }]);
  });
});

/** Values that a field takes, as its description says. */
const allowed = (field: Field): fc.Arbitrary<unknown> => {
  const s = fieldSchema(field);
  if (s.formatMinimum !== undefined) return fc.constantFrom(s.formatMinimum, s.formatMaximum, field.default);
  if (s.enum) return fc.constantFrom(...s.enum);
  if (s.type === 'integer') return fc.integer({ min: s.minimum, max: s.maximum });
  if (s.pattern) return fc.constantFrom('00:00', '09:30', '16:00', '17:15', '23:59');
  return fc.constant(field.default);
};

const some = (members: Record<string, fc.Arbitrary<unknown>>) => fc.record(members, { requiredKeys: [] });

/** Settings that are partly right and partly anything. */
const strewn = (node: Node): fc.Arbitrary<unknown> => {
  const right = (): fc.Arbitrary<unknown> => {
    if (node instanceof Field) return allowed(node);
    const members = node instanceof OpenGroup ? { ...node.known, 'county-list': node.other } : node;
    const inside = Object.fromEntries(Object.entries(members).map(([name, member]) => [name, strewn(member)]));
    return fc.oneof({ weight: 4, arbitrary: some(inside) }, some({ ...inside, strange: fc.jsonValue() }));
  };
  return fc.oneof({ weight: 6, arbitrary: right() }, { weight: 1, arbitrary: fc.jsonValue() });
};

const anyOf = (section: Section) => fc.oneof({ weight: 5, arbitrary: strewn(section.fields) }, fc.jsonValue());

describe('whatever is stored', () => {
  test.each(named)('%s is valid, and each field that may be set is kept', (_, section) =>
    fc.assert(
      fc.property(fc.array(anyOf(section), { maxLength: 3 }), (stored) => {
        const layers = stored.map((s, i) => ({ unit: `u${i}`, stored: s }));
        const { values, fields, ignored } = effective(section, layers);
        for (const { path, field, value } of fields) {
          expect(field.schema.safeParse(value).success, path.join('.')).toBe(true);
          expect(valueAt(values, path)).toEqual(value);
        }
        for (const rule of section.rules) expect(rule.holds(values)).toBe(true);
        const nearest = (path: string[], field: Field) =>
          layers.find(({ stored: s }) => {
            const read = field.schema.safeParse(valueAt(s, path));
            return valueAt(s, path) !== undefined && read.success;
          })?.unit;
        for (const { path, field, from } of fields) {
          const broken = ignored.some((i) => i.path.join() === path.join() && field.schema.safeParse(i.value).success);
          if (!broken) expect(from, path.join('.')).toBe(nearest(path, field));
        }
      }),
      { numRuns: 60 },
    ),
  );
});

describe('whatever an administrator gives', () => {
  const change = fc.oneof(
    { weight: 5, arbitrary: some(Object.fromEntries(sections.map((s) => [s.name, anyOf(s)]))) },
    fc.dictionary(fc.string(), fc.jsonValue()),
  );

  test('is refused with the path of each field, or is what holds from then on', () =>
    fc.assert(
      fc.property(change, (given) => {
        const settings = given as Record<string, unknown>;
        const wrong = wrongSettings({ id: 'bureau', settings }, undefined, []);
        for (const w of wrong)
          expect(w).toMatchObject({ path: expect.stringMatching(/^settings\./), code: expect.any(String) });
        if (wrong.length > 0) return;
        for (const section of sections) {
          const held = having(section, settings[section.name]);
          for (const { path } of fieldsOf(section.fields)) {
            const own = valueAt(settings[section.name], path);
            if (own !== undefined) expect(valueAt(held, path)).toEqual(own);
          }
        }
      }),
      { numRuns: 150 },
    ));
});
