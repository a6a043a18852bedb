import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { caseTypes } from '../../functions/cases/registry.ts';
import { managed } from '../../functions/workflow/registry.ts';

/** Every field of every report form and action that takes free text, found in the registries: a new form is covered by itself. */

type Leaf = [path: string, schema: z.ZodType];
type Inner = { shape?: Record<string, z.ZodType>; innerType?: z.ZodType; element?: z.ZodType };

const leavesOf = (schema: z.ZodType, path: string): Leaf[] => {
  const def = schema.def as unknown as Inner & { type: string };
  if (def.type === 'string' || def.type === 'pipe') return [[path, schema]];
  if (def.shape) return Object.entries(def.shape).flatMap(([name, of]) => leavesOf(of, `${path}.${name}`));
  const inner = def.innerType ?? def.element;
  return inner ? leavesOf(inner, path) : [];
};

const types = await caseTypes();
const lives = (await managed()).map(({ life }) => life);
const actions = lives.flatMap(({ type, actions, parts }) =>
  [actions, parts?.actions ?? {}].flatMap((all) =>
    Object.entries(all).map(([name, rule]) => [`${type} ${name}`, rule.input] as const),
  ),
);
const forms = [...types.map((t) => [`report of ${t.type}`, t.report] as const), ...actions];
const leaves = forms.flatMap(([name, schema]) => leavesOf(schema as z.ZodType, name));
const free = leaves.filter(([, leaf]) => leaf.safeParse('我').success);

const FAMILY = '👨‍👩‍👧‍👦';
const pieces = fc.constantFrom('a', '我', '🙏', '𠮷', FAMILY, '🇨🇳', 'སྒྲུ', 'e\u0301', 'ش', '\u202e', '\u200b', ' ', '각');
const texts = fc.array(pieces, { minLength: 1, maxLength: 300 }).map((all) => all.join(''));

describe.each(free)('%s', (_, leaf) => {
  test('keeps no half characters, nor what is put for bytes that could not be read', () => {
    for (const bad of ['我\ud83d', '\ude4f我', '我\ufffd', '我\u0000'])
      expect([JSON.stringify(bad), leaf.safeParse(bad).success]).toEqual([JSON.stringify(bad), false]);
  });

  test('keeps whole whatever else it takes, the same when it is sent again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { data, success } = leaf.safeParse(text);
        if (!success) return;
        expect(String(data).isWellFormed()).toBe(true);
        expect(String(data)).not.toMatch(/[\u202e\u200b\ufffd]/);
        expect(leaf.parse(data)).toBe(data);
      }),
      { numRuns: 20 },
    );
  });
});

test('there are such fields in every type of case', () => {
  for (const { type } of types) expect(free.some(([path]) => path.startsWith(`report of ${type}.`))).toBe(true);
});
