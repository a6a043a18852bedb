import type { LocalSpecies } from '../../directory/schema.ts';
import type { ClassCode, Species } from './schema.ts';

/** The lists of protected species: the published ones, and what administrators added to them. */

const CLASS: Record<string, ClassCode> = { 1: 'national-1', 2: 'national-2', 3: 'protected' };
const LIMIT: Record<string, Species['limit']> = { w: 'wild', l: 'landlocked' };

const many = (cell: string): string[] => (cell === '' ? [] : cell.split(';'));

const spelledIn = (cell: string): Species['spelled'] =>
  many(cell).map((s) => {
    const [full = '', initials = ''] = s.split(' ');
    return { full, initials };
  });

const speciesOf = (line: string): Species => {
  const [key = '', nameZh = '', scientificName = '', cls = '', limit = '', group, aliases = '', spelled = ''] =
    line.split('|');
  return {
    ...{ key, nameZh, scientificName, classCode: CLASS[cls] ?? 'none', limit: LIMIT[limit], isGroup: group === 'g' },
    ...{ aliases: many(aliases), spelled: spelledIn(spelled) },
  };
};

let published: Promise<Species[]> | undefined;

/** The published lists, loaded when first asked for: about 3,000 entries. */
export const publishedSpecies = (): Promise<Species[]> => {
  published ??= import('./species.generated.json', { with: { type: 'json' } }).then((m) => m.default.map(speciesOf));
  return published;
};

const localOf = (s: LocalSpecies): Species => ({
  ...{ key: s.key, nameZh: s.nameZh, scientificName: s.scientificName ?? '', classCode: s.classCode },
  ...{ isGroup: false, aliases: s.aliases, spelled: [] },
});

const isNational = ({ classCode }: Species): boolean => classCode === 'national-1' || classCode === 'national-2';

/** What a place says of a species that is published already: further names, and its own class unless a national one holds. */
const both = (list: Species, local: Species): Species => ({
  ...list,
  classCode: isNational(list) ? list.classCode : local.classCode,
  aliases: [...list.aliases, ...[local.nameZh, ...local.aliases].filter((n) => n !== list.nameZh)],
});

/** Whether the two are one species: by key, or by Latin name. */
const isSame = (a: Species, b: Species): boolean =>
  a.key === b.key || (a.scientificName !== '' && a.scientificName === b.scientificName);

/** The published species together with the region's own. */
export const withLocal = (list: Species[], added: LocalSpecies[]): Species[] => {
  const local = added.map(localOf);
  const merged = local.length === 0 ? list : list.map((s) => local.filter((l) => isSame(s, l)).reduce(both, s));
  return [...merged, ...local.filter((l) => !list.some((s) => isSame(s, l)))];
};
