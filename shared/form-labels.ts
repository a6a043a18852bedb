import type { JsonSchema } from './form.ts';
import type { Translate } from './i18n.ts';

/** Fields that people never see need no words. */
const unseen = (schema: JsonSchema): boolean => schema.widget === 'hidden';

/** The schema itself, or the first alternative with a type: what an optional union is filled in as. */
export const branchOf = (schema: JsonSchema): JsonSchema => {
  const branch = (schema.anyOf ?? schema.oneOf)?.find((s) => s.type && s.type !== 'null');
  return branch ? { ...branch, ...schema, anyOf: undefined, oneOf: undefined, type: branch.type } : schema;
};

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Where the words of a field are looked for, the closest first. */
const keysOf = (kind: 'field' | 'hint', scope: string, path: string): string[] => [
  `${kind}.${scope}.${path}`,
  `${kind}.${path}`,
  `${kind}.${lastName(path)}`,
];

const choiceKeys = (path: string, value: string | number): string[] => [
  `choice.${lastName(path)}.${value}`,
  `choice.${value}`,
];

const choicesOf = (schema: JsonSchema): (string | number)[] =>
  schema.enum ?? (schema.items && branchOf(schema.items).enum) ?? [];

/** A deep copy with `title`, `description` (the hint) and `labels` of choices in the translator's language. */
export const localised = (schema: JsonSchema, t: Translate, scope: string): JsonSchema => {
  const copy = labelled(branchOf(schema), t, scope, '');
  const legend = `form.${scope}`;
  return t.has(legend) ? { ...copy, title: t(legend) } : copy;
};

const labelled = (schema: JsonSchema, t: Translate, scope: string, path: string): JsonSchema => {
  const word = (keys: string[]) => keys.find((k) => t.has(k));
  const title = path && word(keysOf('field', scope, path));
  const hint = path && word(keysOf('hint', scope, path));
  const choices = choicesOf(schema);
  return {
    ...schema,
    ...(title ? { title: t(title) } : {}),
    ...(hint ? { description: t(hint) } : {}),
    ...(choices.length > 0 ? { labels: labelsOf(choices, t, path) } : {}),
    ...(typeof schema.group === 'string' ? { groupTitle: t(`group.${schema.group}`) } : {}),
    ...(schema.properties ? { properties: each(schema.properties, t, scope, path) } : {}),
    ...(schema.items ? { items: labelled(branchOf(schema.items), t, scope, path) } : {}),
  };
};

const each = (properties: Record<string, JsonSchema>, t: Translate, scope: string, path: string) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, p]) => [
      name,
      labelled(branchOf(p), t, scope, path ? `${path}.${name}` : name),
    ]),
  );

const labelsOf = (choices: (string | number)[], t: Translate, path: string): Record<string, string> =>
  Object.fromEntries(choices.map((v) => [String(v), t(choiceKeys(path, v).find((k) => t.has(k)) ?? String(v))]));

/** The catalogue keys that `localised` would look for and not find: fields without a label, choices without a text. */
export const missingLabels = (schema: JsonSchema, t: Translate, scope: string): string[] =>
  missing(branchOf(schema), t, scope, '');

const missing = (schema: JsonSchema, t: Translate, scope: string, path: string): string[] => {
  if (unseen(schema)) return [];
  const own = path && !keysOf('field', scope, path).some((k) => t.has(k)) ? [`field.${path}`] : [];
  const choices = choicesOf(schema);
  const untold = choices.length < 2 ? [] : choices.filter((v) => !choiceKeys(path, v).some((k) => t.has(k)));
  const inner = Object.entries({ ...schema.properties, ...(schema.items ? branchOf(schema.items).properties : {}) });
  return [
    ...own,
    ...untold.map((v) => `choice.${lastName(path)}.${v}`),
    ...inner.flatMap(([name, p]) => missing(branchOf(p), t, scope, path ? `${path}.${name}` : name)),
  ];
};
