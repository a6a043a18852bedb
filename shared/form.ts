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

type Tree = { [name: string]: string | string[] | number | boolean | Tree };

/**
 * A posted form as the value its schema expects: dotted names become objects, numbers and ticks are converted,
 * empty fields are left out. What cannot be converted is passed on as text, so that the schema names the field.
 */
export const decodeForm = (schema: JsonSchema, entries: Iterable<readonly [string, string]>): Tree => {
  const tree: Tree = Object.create(null);
  for (const [name, value] of entries) if (value.trim() !== '') place(tree, pathOf(name), schema, value);
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
  if (rest.length > 0) {
    tree[head] = typeof tree[head] === 'object' && !Array.isArray(tree[head]) ? tree[head] : Object.create(null);
    place(tree[head] as Tree, rest, property, value);
  } else if (property.type === 'array') {
    tree[head] = [...(Array.isArray(tree[head]) ? tree[head] : []), value];
  } else {
    tree[head] = converted(property, value);
  }
};

/** The schema itself, or the first alternative with a type, for optional unions. */
const schemaOf = (s: JsonSchema | undefined): JsonSchema =>
  s?.anyOf?.find((a) => a.type && a.type !== 'null') ?? s ?? {};

const converted = (schema: JsonSchema, value: string): string | number | boolean => {
  if ((schema.type === 'integer' || schema.type === 'number') && /^\s*-?\d+(\.\d+)?\s*$/.test(value))
    return Number(value);
  if (schema.type === 'boolean') return value === 'on' || value === 'true';
  if (schema.format === 'date-time' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value))
    return `${value.length === 16 ? `${value}:00` : value}+08:00`; // a phone's clock field has no zone; ours is Asia/Shanghai
  return value;
};
