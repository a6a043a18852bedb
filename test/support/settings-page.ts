import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Described, described, wordsIn } from '../../functions/settings/described.ts';
import { type Registered, registered } from '../../functions/settings/registry.ts';
import type { JsonSchema } from '../../shared/form.ts';
import { Field, type Fields, type Node, OpenGroup } from '../../shared/settings.ts';

/** docs/settings.md, written from the registry of sections. */

export const FILE = join(import.meta.dirname, '../../docs/settings.md');

/** Every field of a section with its path; `*` is any other name of an open group. */
export const fieldsOf = (fields: Fields, path: string[] = []): { path: string[]; field: Field }[] =>
  Object.entries(fields).flatMap(([name, node]) => inside(node, [...path, name]));

const inside = (node: Node, path: string[]): { path: string[]; field: Field }[] => {
  if (node instanceof Field) return [{ path, field: node }];
  if (node instanceof OpenGroup) return fieldsOf({ ...node.known, '*': node.other }, path);
  return fieldsOf(node, path);
};

const INTRO = `# Settings of a unit

Written by \`npm run settings\` from what each capability declares in its \`settings.ts\`; a test fails when it is out of date.

An administrator sets them with \`PUT /directory/units/{id}\`, under \`settings\`, by section and key: \`{"settings": {"wildlife": {"acceptance": {"critical": "PT10M"}}}}\`. What is left out is inherited from the unit above, field by field, and from the default at last; lists are replaced whole. What a unit cannot work with is refused with the path of each field, so is a name that there is not. \`GET /directory/units/{id}/settings\` answers what holds, where it comes from, and what is stored and does not hold (by an older version, or by hand): that is passed over, logged as \`setting ignored\`, and nothing stops for it.

Durations are ISO 8601: \`PT15M\`, \`PT4H\`, \`P7D\`.`;

/** The whole page. */
export const settingsPage = async (): Promise<string> =>
  `${[INTRO, ...(await Promise.all(registered.map(sectionPage)))].join('\n\n')}\n`;

const sectionPage = async ({ section, words }: Registered): Promise<string> => {
  const t = wordsIn('en', await words());
  const rows = fieldsOf(section.fields).map(({ path, field }) => row(described(path, field, t)));
  const notes = [
    ...(section.inherited ? [] : ['Set for the unit itself; nothing is inherited.']),
    ...section.rules.map(({ code, message }) => `Refused as \`${code}\`: ${message}.`),
  ];
  return [
    `## \`${section.name}\`: ${t('title')}`,
    ['| key | what it is | takes | default | source of the default |', '|---|---|---|---|---|', ...rows].join('\n'),
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n');
};

const row = ({ path, label, schema, measure, none, default: usual, source }: Described): string => {
  const takes = [takenBy(schema), measure, none && `or null: ${none.toLowerCase()}`].filter(Boolean).join(' ');
  return `| \`${path}\` | ${label} | ${takes} | ${shown(usual)} | ${source.text} |`;
};

const takenBy = (s: JsonSchema): string => {
  if (s.format === 'duration' || s.format === 'period') return `${s.format}, ${s.formatMinimum} to ${s.formatMaximum}`;
  if (s.enum) return `one of ${named(s.enum)}`;
  switch (s.type) {
    case 'integer':
    case 'number':
      return `${s.minimum} to ${s.maximum}`;
    case 'array':
      return `list of ${s.minItems} to ${s.maxItems} ${itemOf(s.items)}`;
    case 'boolean':
      return 'true or false';
    default:
      return 'time, `HH:MM`';
  }
};

const itemOf = (item: JsonSchema | undefined): string =>
  item?.properties ? `with ${named(Object.keys(item.properties))}` : `${item?.format}s`;

const named = (names: (string | number)[]): string => names.map((name) => `\`${name}\``).join(', ');

const shown = (usual: unknown): string => {
  if (!Array.isArray(usual)) return `\`${usual}\``;
  return named(usual.map((item: { id: string }) => item.id)) || 'none';
};

if (import.meta.main) await writeFile(FILE, await settingsPage());
