import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

/** Makes species.generated.json of the published lists: `node functions/wildlife/species/convert.ts`. */

const at = (file: string): URL => new URL(file, import.meta.url);

/** The lists hold neither quotes nor commas within a cell; a test holds that. */
const rowsOf = (file: string): string[][] =>
  readFileSync(at(file), 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));

const CLASS: Record<string, string> = { 国家一级: '1', 国家二级: '2', 三有: '3' };

/** Letters of a Chinese name without tones or spaces, ü as v; and the first letter of each syllable. */
const spelling = (name: string): string => {
  const syllables = pinyin(name, { toneType: 'none', v: true, type: 'array', nonZh: 'removed' });
  return `${syllables.join('')} ${syllables.map((s) => s[0]).join('')}`.toLowerCase();
};

export const keyOf = (scientificName: string): string =>
  scientificName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const limitOf = (note: string): string =>
  note.includes('仅限野外种群') ? 'w' : note.includes('仅限陆封种群') ? 'l' : '';

const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name);

/** An entry as one line of cells: key, name, Latin name, class, limit, group, aliases, spellings. */
const lineOf = (
  name: string,
  scientificName: string,
  more: { key?: string; class: string; note?: string; group: boolean; aliases: string[] },
): string =>
  [
    more.key ?? keyOf(scientificName),
    name,
    scientificName,
    CLASS[more.class] ?? '',
    limitOf(more.note ?? ''),
    more.group ? 'g' : '',
    more.aliases.join(';'),
    [name, ...more.aliases].filter(isChinese).map(spelling).join(';'),
  ].join('|');

const aliasesByKey = (): Map<string, string[]> => {
  const all = Map.groupBy(rowsOf('species-aliases.csv'), ([, scientificName = '']) => scientificName);
  return new Map([...all].map(([name, rows]) => [name, [...new Set(rows.map(([alias = '']) => alias))]]));
};

const species = (aliases: Map<string, string[]>): string[] =>
  rowsOf('protected-species.csv').map(([scientificName = '', name = '', , cls = '', note = '']) =>
    lineOf(name, scientificName, {
      ...{ class: cls, note, aliases: aliases.get(scientificName) ?? [] },
      group: scientificName.endsWith(' spp.'),
    }),
  );

/** Orders and families; their names lead to no species, a person may still choose the group. */
const groups = (): string[] =>
  rowsOf('protected-taxa-all-species.csv').map(([, , taxon = '', , , cls = ''], i) =>
    lineOf(`${taxon}所有种`, '', {
      key: `all-${spelling(taxon).split(' ')[0]}-${i + 1}`, // 鹰形目 and 鹦形目 are spelled alike
      ...{ class: cls, group: true, aliases: [taxon] },
    }),
  );

const nameIn = (line: string): string => line.split('|')[1] ?? '';

/** Every line of the generated list; a group that both lists have stands in it once. */
export const converted = (): string[] => {
  const all = species(aliasesByKey());
  const names = new Set(all.map(nameIn));
  return [...all, ...groups().filter((g) => !names.has(nameIn(g)))];
};

if (import.meta.main) writeFileSync(at('species.generated.json'), `${JSON.stringify(converted(), null, 1)}\n`);
