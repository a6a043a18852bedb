import type { FieldError } from './errors.ts';
import { invalidInput } from './problem.ts';
import {
  Field,
  type Fields,
  isPlain,
  type Node,
  OpenGroup,
  type Rule,
  type Section,
  type SettingsOf,
} from './settings.ts';

/** What is stored of a section with one unit. */
export interface Layer {
  unit: string;
  stored: unknown;
}

/** A field with the value that holds, and the unit that it is from; its default where it is from none. */
export interface Held {
  path: string[];
  field: Field;
  value: unknown;
  from?: string;
}

/** What is stored and does not hold, with what is wrong with it. */
export interface Ignored {
  path: string[];
  unit: string;
  value: unknown;
  wrong: FieldError[];
}

interface Effective<V> {
  values: V;
  fields: Held[];
  ignored: Ignored[];
}

/**
 * The settings that hold where these layers are stored, the nearest unit's first: each field has the first value that its
 * schema takes, or else its default. Where a rule between fields is broken, the nearest unit that set any of them is passed
 * over for all of them. So the answer is always valid, whatever is stored.
 */
export const effective = <S extends Section>(section: S, layers: Layer[]): Effective<SettingsOf<S>> => {
  const refused: Refused = new Map();
  for (;;) {
    const found = choose(section.fields, layers, refused);
    const broken = section.rules.find((rule) => !rule.holds(found.values));
    const setHere = broken ? nearestOf(found.fields, layers, broken) : [];
    if (!broken || setHere.length === 0) return found as Effective<SettingsOf<S>>;
    for (const held of setHere) refused.set(keyOf(held.from, held.path), broken);
  }
};

/** By unit and path: the rule that a value breaks together with others. */
type Refused = Map<string, Rule>;

const keyOf = (unit: string | undefined, path: string[]): string => [unit, ...path].join('\n');

/** Those of a rule's fields that are from the nearest unit which set any. */
const nearestOf = (fields: Held[], layers: Layer[], rule: Rule): Held[] => {
  const concerned = fields.filter(({ path }) => rule.fields.some((f) => `${path.join('.')}.`.startsWith(`${f}.`)));
  const nearest = layers.find(({ unit }) => concerned.some(({ from }) => from === unit));
  return concerned.filter(({ from }) => from !== undefined && from === nearest?.unit);
};

const choose = (fields: Fields, layers: Layer[], refused: Refused): Effective<Record<string, unknown>> => {
  const found: Pick<Effective<unknown>, 'fields' | 'ignored'> = { fields: [], ignored: [] };

  const ignore = (path: string[], { unit, stored }: Layer, ...wrong: FieldError[]) =>
    void found.ignored.push({ path, unit, value: stored, wrong });

  const ofNode = (node: Node, path: string[], all: Layer[]): unknown =>
    node instanceof Field ? ofField(node, path, all) : ofGroup(node, path, all);

  const ofGroup = (group: OpenGroup | Fields, path: string[], all: Layer[]): Record<string, unknown> => {
    const plain = all.filter((layer) => isPlain(layer.stored) || ignore(path, layer, notAGroup(path)));
    const nodes = nodesOf(group, plain);
    for (const layer of plain.flatMap(membersOf))
      if (!Object.hasOwn(nodes, layer.name)) ignore([...path, layer.name], layer, unknownName([...path, layer.name]));
    return Object.fromEntries(
      Object.entries(nodes).map(([name, node]) => {
        const own = plain.flatMap(membersOf).filter((member) => member.name === name);
        return [name, ofNode(node, [...path, name], own)];
      }),
    );
  };

  const ofField = (field: Field, path: string[], all: Layer[]): unknown => {
    for (const layer of all) {
      const rule = refused.get(keyOf(layer.unit, path));
      const read = field.schema.safeParse(layer.stored, { reportInput: true });
      if (read.success && !rule) {
        found.fields.push({ path, field, value: read.data, from: layer.unit });
        return read.data;
      }
      ignore(path, layer, ...(read.success ? [brokenRule(path, rule as Rule)] : complaintsOf(path, read.error)));
    }
    found.fields.push({ path, field, value: field.default });
    return field.default;
  };

  const values = ofGroup(
    fields,
    [],
    layers.filter(({ stored }) => stored !== undefined),
  );
  return { values, ...found };
};

/** The fields of a group; of an open one, also those of other names that the layers have, as many as there may be. */
const nodesOf = (group: OpenGroup | Fields, layers: Layer[]): Fields => {
  if (!(group instanceof OpenGroup)) return group;
  const names = layers.flatMap((layer) => membersOf(layer).map(({ name }) => name));
  const others = [...new Set(names)].filter((name) => group.name.test(name) && !Object.hasOwn(group.known, name));
  return { ...group.known, ...Object.fromEntries(others.slice(0, group.most).map((name) => [name, group.other])) };
};

const membersOf = ({ unit, stored }: Layer) =>
  Object.entries(stored as Record<string, unknown>).map(([name, value]) => ({ name, unit, stored: value }));

const at = (path: (string | number)[], code: string, message: string): FieldError => ({
  path: path.join('.'),
  code,
  message,
});

const notAGroup = (path: string[]) => at(path, 'wrong-type', 'is not an object of settings');
const unknownName = (path: string[]) => at(path, 'unknown-field', 'is not a setting');
const brokenRule = (path: string[], { code, message }: Rule) => at(path, code, message);

const complaintsOf = (path: string[], error: Parameters<typeof invalidInput>[0]): FieldError[] =>
  invalidInput(error).fields.map(({ path: inner, code, message }) =>
    at(inner ? [...path, inner] : path, code, message),
  );
