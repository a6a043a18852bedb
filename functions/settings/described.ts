import type { Language } from '../../shared/fields.ts';
import type { JsonSchema } from '../../shared/form.ts';
import { localised } from '../../shared/form-labels.ts';
import { type Catalogue, type Translate, translator } from '../../shared/i18n.ts';
import type { Field, Source } from '../../shared/settings.ts';
import { fieldSchema } from './json-schema.ts';
import { messages } from './messages.ts';

/** A setting in words. */
export interface Described {
  path: string;
  label: string;
  /** What it takes, with labels for choices and for what is inside a list. */
  schema: JsonSchema;
  /** What its number counts. */
  measure?: string;
  default: unknown;
  source: { kind: Source; text: string };
  /** What null means, where the field may be null. */
  none?: string;
}

/** The words of a section in a language, before those that all share. */
export const wordsIn = (language: Language, own: Catalogue): Translate => translator(language, own, messages);

/** What people read of a field at a path of its section. */
export const described = (path: string[], field: Field, t: Translate): Described => ({
  path: path.join('.'),
  label: labelOf(path, t),
  schema: localised(filledIn(field), t, path.join('.')),
  measure: field.measure && t(`measure.${field.measure}`),
  default: field.default,
  source: { kind: field.source, text: t(sourceKey(path, field, t)) },
  none: noneOf(path, t),
});

/** What a field takes if it is not null: JSON Schema may name both types at once. */
const filledIn = (field: Field): JsonSchema => {
  const { type, ...rest } = fieldSchema(field);
  return { ...rest, type: [type].flat().find((name) => name !== 'null') };
};

/** The names of the groups and the field, the outermost first. */
const labelOf = (path: string[], t: Translate): string =>
  upTo(path)
    .map((p) => t(labelKeys(p).find((key) => t.has(key)) ?? String(p.at(-1))))
    .join(' · ');

/** Where the label of a field or group is looked for. */
export const labelKeys = (path: string[]): string[] => [`setting.${path.join('.')}`, `part.${path.at(-1)}`];

/** The key of a field's source: its own, or that of a group it is in. An example needs none of its own. */
export const sourceKey = (path: string[], { source }: Field, t: Translate): string => {
  const own = upTo(path).map((p) => `source.${p.join('.')}`);
  return own.findLast((key) => t.has(key)) ?? `source.${source}`;
};

const noneOf = (path: string[], t: Translate): string | undefined => {
  const key = upTo(path)
    .map((p) => `none.${p.join('.')}`)
    .findLast((k) => t.has(k));
  return key && t(key);
};

const upTo = (path: string[]): string[][] => path.map((_, i) => path.slice(0, i + 1));
