import type { FieldError } from '../../shared/errors.ts';
import type { JsonSchema } from '../../shared/form.ts';
import type { Option } from '../../shared/form-fields.ts';
import { branchOf } from '../../shared/form-labels.ts';
import type { Attribute, Datatype } from './schema.ts';

/** A report's form as the specification describes it, and back. Pure: the form's schema is the one source. */

/** Fields that the specification has a parameter of its own for. */
const PARAMETERS = new Map([
  ['place.words', 'address_string'],
  ['place.coordinates.latitude', 'lat'],
  ['place.coordinates.longitude', 'long'],
  ['reporter.name', 'first_name'],
  ['reporter.phone', 'phone'],
  ['reporter.email', 'email'],
]);

/** The free text of a form, whatever its type calls it: what `description` is. */
const describedIn = ({ properties = {} }: JsonSchema): string | undefined =>
  Object.entries(properties).find(([, p]) => branchOf(p).format === 'multiline')?.[0];

/** The parameter by which a field is posted. */
export const parameterOf = (form: JsonSchema, path: string): string => {
  if (path === describedIn(form)) return 'description';
  return PARAMETERS.get(path) ?? `attribute[${path}]`;
};

interface Leaf {
  path: string;
  schema: JsonSchema;
  required: boolean;
}

/** Every field that people fill in, with its dotted path. */
const leaves = (schema: JsonSchema, path = '', required = true): Leaf[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, raw]) => {
    const inner = branchOf(raw);
    const at = path ? `${path}.${name}` : name;
    const needed = required && (schema.required ?? []).includes(name);
    if (inner.widget === 'hidden') return [];
    return inner.properties ? leaves(inner, at, needed) : [{ path: at, schema: inner, required: needed }];
  });

const datatypeOf = (schema: JsonSchema, chosen: boolean): Datatype => {
  if (schema.type === 'array') return 'multivaluelist';
  if (chosen || schema.type === 'boolean') return 'singlevaluelist';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.format === 'date-time' || schema.format === 'date') return 'datetime';
  return schema.format === 'multiline' ? 'text' : 'string';
};

type Choices = Record<string, Option[]>;

const valuesOf = ({ path, schema }: Leaf, choices: Choices, yesNo: [string, string]): Attribute['values'] => {
  if (choices[path]) return choices[path].map(({ value, label, group }) => ({ key: value, name: named(label, group) }));
  if (schema.type === 'boolean') return ['true', 'false'].map((key, i) => ({ key, name: yesNo[i] as string }));
  const listed = schema.enum ?? (schema.items && branchOf(schema.items).enum);
  const labels = (schema.labels ?? {}) as Record<string, string>;
  return (listed ?? constantOf(schema))?.map((v) => ({ key: String(v), name: labels[String(v)] ?? String(v) }));
};

const constantOf = ({ const: only }: JsonSchema): string[] | undefined =>
  only === undefined ? undefined : [String(only)];

const named = (label: string, group: string | undefined): string => (group === undefined ? label : `${group} ${label}`);

/** The fields of a localised form besides those that have parameters of their own. */
export const attributesOf = (form: JsonSchema, choices: Choices, yesNo: [string, string]): Attribute[] =>
  leaves(form)
    .filter(({ path }) => parameterOf(form, path).startsWith('attribute['))
    .map((leaf, i) => {
      const values = valuesOf(leaf, choices, yesNo);
      const { title, description } = leaf.schema;
      return {
        ...{ variable: true, code: leaf.path, datatype: datatypeOf(leaf.schema, values !== undefined) },
        ...{ required: leaf.required, datatype_description: typeof description === 'string' ? description : null },
        ...{ order: i + 1, description: typeof title === 'string' ? title : leaf.path },
        ...(values ? { values } : {}),
      };
    });

/** What was posted: each parameter with its values. */
export type Posted = Record<string, string[]>;

const ATTRIBUTE = /^attribute\[([^[\]]{1,200})\](\[\])?$/;

/** A name is written as its people write it: Chinese family name first, without a space. */
const nameOf = (posted: Posted): string | undefined => {
  const [first, last] = [posted.first_name?.[0], posted.last_name?.[0]];
  if (!first || !last) return first ?? last;
  return /\p{Script=Han}/u.test(first + last) ? `${last}${first}` : `${first} ${last}`;
};

/** What was posted as the entries of the report's own form, by path. */
export const entriesOf = (form: JsonSchema, posted: Posted): [path: string, value: string][] => {
  const own = { ...posted, first_name: [nameOf(posted) ?? ''] };
  const standard = [...PARAMETERS].flatMap(([path, name]) => oneOf(own, name, path));
  const described = describedIn(form);
  const attributes = Object.entries(posted).flatMap(([name, values]) => {
    const [, path] = ATTRIBUTE.exec(name) ?? [];
    return path === undefined ? [] : values.map((v): [string, string] => [path, v]);
  });
  const hasTownship = attributes.some(([path]) => path === 'place.township');
  return [
    ...attributes,
    ...standard.filter(([path]) => !path.startsWith('place.') || form.properties?.place !== undefined),
    ...(hasTownship || form.properties?.place === undefined ? [] : oneOf(posted, 'address_id', 'place.township')),
    ...(described === undefined ? [] : oneOf(posted, 'description', described)),
  ];
};

const oneOf = (posted: Posted, name: string, path: string): [string, string][] =>
  posted[name]?.[0] ? [[path, posted[name][0]]] : [];

/** A complaint about a field, told by the parameter that it was posted as. */
export const complaintOf = (form: JsonSchema, field: FieldError): FieldError => ({
  ...field,
  path: parameterOf(form, field.path),
});
