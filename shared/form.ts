import { asciiDigits, normalised } from './text.ts';

/** The part of JSON Schema that zod's schemas of forms come out as. */
export interface JsonSchema {
  type?: string;
  format?: string;
  enum?: (string | number)[];
  const?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
  [meta: string]: unknown;
}

type Tree = { [name: string]: string | string[] | number | boolean | Tree | Tree[] };

/**
 * A posted form as the value its schema expects: dotted names become objects, numbers and ticks are converted,
 * empty fields are left out. What cannot be converted is passed on as text, and what has fields that must be filled in is
 * there though all of them are empty, so that the schema names the field.
 */
export const decodeForm = (schema: JsonSchema, entries: Iterable<readonly [string, string]>): Tree => {
  const tree = withNeeded(schema);
  for (const [name, value] of entries) if (normalised(value) !== '') place(tree, pathOf(name), schema, value);
  return withoutHoles(tree);
};

/** An empty tree with the objects that have to be there. */
const withNeeded = ({ properties = {}, required = [] }: JsonSchema): Tree => {
  const needed = required.filter((name) => properties[name]?.properties);
  return Object.assign(
    Object.create(null),
    Object.fromEntries(needed.map((name) => [name, withNeeded(properties[name] as JsonSchema)])),
  );
};

/** Rows that were left empty in a list are not there. */
const withoutHoles = (tree: Tree): Tree => {
  for (const [name, value] of Object.entries(tree)) {
    if (Array.isArray(value)) tree[name] = value.filter(() => true) as string[] | Tree[];
    else if (typeof value === 'object') withoutHoles(value);
  }
  return tree;
};

/** No form nests deeper; what a name says beyond stays one name, so that nobody makes us build a tower of objects. */
const DEEPEST = 6;

const pathOf = (name: string): string[] => {
  const parts = name.split('.');
  if (parts.length <= DEEPEST) return parts;
  return [...parts.slice(0, DEEPEST - 1), parts.slice(DEEPEST - 1).join('.')];
};

const place = (tree: Tree, [head = '', ...rest]: string[], schema: JsonSchema, value: string): void => {
  const property = schemaOf(schema.properties?.[head]);
  if (property.type === 'array' && rest.length > 1 && /^\d{1,3}$/.test(rest[0] ?? '')) {
    placeInRow(tree, head, rest, schemaOf(property.items), value);
  } else if (rest.length > 0) {
    tree[head] = typeof tree[head] === 'object' && !Array.isArray(tree[head]) ? tree[head] : Object.create(null);
    place(tree[head] as Tree, rest, property, value);
  } else if (property.type === 'array') {
    tree[head] = [...((Array.isArray(tree[head]) ? tree[head] : []) as string[]), value];
  } else {
    tree[head] = converted(property, value);
  }
};

/** `decisions.0.what` is a field of the first row of a list. */
const placeInRow = (
  tree: Tree,
  list: string,
  [row = '', ...rest]: string[],
  items: JsonSchema,
  value: string,
): void => {
  const rows = (Array.isArray(tree[list]) ? tree[list] : []) as Tree[];
  rows[Number(row)] ??= Object.create(null) as Tree;
  place(rows[Number(row)] as Tree, rest, items, value);
  tree[list] = rows;
};

/** The schema itself, or the first alternative with a type, for optional unions. */
const schemaOf = (s: JsonSchema | undefined): JsonSchema =>
  s?.anyOf?.find((a) => a.type && a.type !== 'null') ?? s ?? {};

/** Yuan, and two digits behind the point at most. */
const YUAN = /^-?\d{1,12}(\.\d{1,2})?$/;

const converted = (schema: JsonSchema, typed: string): string | number | boolean => {
  const value = asciiDigits(typed).trim();
  if (schema.widget === 'yuan') return YUAN.test(value) ? Math.round(Number(value) * 100) : typed;
  if ((schema.type === 'integer' || schema.type === 'number') && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (schema.type === 'boolean') return value === 'on' || value === 'true';
  if (schema.format === 'date-time' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value))
    return `${value.length === 16 ? `${value}:00` : value}+08:00`; // a phone's clock field has no zone; ours is Asia/Shanghai
  return typed;
};
