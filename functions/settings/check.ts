import { isDeepStrictEqual } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';
import { effective, type Ignored } from '../../shared/effective-settings.ts';
import type { FieldError } from '../../shared/errors.ts';
import { Field, type Node, OpenGroup, type Section, valueAt } from '../../shared/settings.ts';
import { layersOf } from '../directory/rules.ts';
import type { Unit } from '../directory/schema.ts';
import { sections } from './registry.ts';

type Settled = Pick<Unit, 'id' | 'settings'>;

/**
 * What is wrong with the settings that an administrator gives a unit. `above` are the units above it, the nearest first: rules
 * hold for what is set together with what is inherited. What is stored already and stays as it is, is not complained about:
 * it is passed over anyway, and another field may have to change at once.
 */
export const wrongSettings = (after: Settled, before: Settled | undefined, above: Settled[]): FieldError[] =>
  ignoredOf(after, above)
    .filter(({ path, value }) => !isDeepStrictEqual(valueAt(before?.settings, path), value))
    .slice(0, MOST_COMPLAINTS)
    .flatMap(({ path, wrong }) => wrong.map((w) => (w.code === 'unknown-field' ? withNearest(path, w) : w)))
    .map((w) => ({ ...w, path: `settings.${w.path}` }));

/** More help nobody, and an answer must not outgrow what was sent. */
const MOST_COMPLAINTS = 100;

/** Everything that is stored with a unit and does not hold, by paths that begin with the section. */
export const ignoredOf = (unit: Settled, above: Settled[]): Ignored[] => [
  ...Object.entries(unit.settings)
    .filter(([name]) => !sections.some((s) => s.name === name))
    .map(([name, value]) => ({ path: [name], unit: unit.id, value, wrong: [strange(name)] })),
  ...sections.flatMap((section) =>
    effective(section, layersOf(section, [unit, ...above]))
      .ignored.filter((i) => i.unit === unit.id)
      .map((i) => under(section, i)),
  ),
];

const strange = (path: string): FieldError => ({
  path,
  code: 'unknown-field',
  message: 'is not a section of settings',
});

/** The same with paths that begin with the section. */
const under = ({ name }: Section, { path, wrong, ...rest }: Ignored): Ignored => ({
  ...rest,
  path: [name, ...path],
  wrong: wrong.map((w) => ({ ...w, path: w.path ? `${name}.${w.path}` : name })),
});

/** Names the setting that was perhaps meant. */
const withNearest = (path: string[], wrong: FieldError): FieldError => {
  const name = path.at(-1) ?? '';
  const known = namesAt(path.slice(0, -1));
  const nearest = known.length > 0 ? closest(name, known) : '';
  const isNear = distance(name, nearest) <= Math.max(2, nearest.length / 3);
  return nearest && isNear ? { ...wrong, message: `${wrong.message}; ${nearest} is` } : wrong;
};

const namesAt = ([name, ...rest]: string[]): string[] => {
  if (name === undefined) return sections.map((s) => s.name);
  const fields = sections.find((s) => s.name === name)?.fields;
  return Object.keys(membersOf(rest.reduce<Node | undefined>((node, key) => membersOf(node)[key], fields)));
};

const membersOf = (node: Node | undefined): Readonly<Record<string, Node>> => {
  if (node === undefined || node instanceof Field) return {};
  return node instanceof OpenGroup ? node.known : node;
};
