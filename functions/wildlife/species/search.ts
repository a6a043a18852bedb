import { fold } from '../../../shared/text.ts';
import type { Species } from './schema.ts';

/** Looking up species by whatever people know of a name. Pure: the list is an argument. */

const SHOWN = 8;

/** A name as it is compared; the signs of hybrids and the like are left out, too. */
export const plainName = (name: string): string => fold(name).replace(/\p{S}+/gu, '');

const isLatin = (q: string): boolean => /^[a-z]+$/.test(q);

type Way = (s: Species, q: string) => boolean;

const names = (s: Species): string[] => [s.nameZh, ...s.aliases].map(plainName);
const latin = (s: Species): string[] => [s.scientificName, ...s.aliases].map((n) => n.toLowerCase());
const words = (s: Species): string[] => latin(s).flatMap((n) => n.split(' '));

/** How a query in Chinese may fit, the closest first. */
const CHINESE: Way[] = [
  (s, q) => plainName(s.nameZh) === q,
  (s, q) => names(s).includes(q),
  (s, q) => names(s).some((n) => n.endsWith(q)), // what kind of animal it is stands at the end: 眼镜王蛇
  (s, q) => names(s).some((n) => n.startsWith(q)),
  (s, q) => names(s).some((n) => n.includes(q)),
];

/** How letters may fit: pinyin, initials or Latin. ü is typed as v. */
const LETTERS: Way[] = [
  (s, q) => s.spelled.some((p) => p.full === q) || latin(s).some((n) => plainName(n) === q),
  (s, q) => s.spelled.some((p) => p.initials === q),
  (s, q) => s.spelled.some((p) => p.full.startsWith(q)) || words(s).some((w) => w.startsWith(q)),
  (s, q) => s.spelled.some((p) => p.initials.startsWith(q)),
  (s, q) => s.spelled.some((p) => p.full.endsWith(q)) || latin(s).some((n) => plainName(n).startsWith(q)),
  (s, q) => s.spelled.some((p) => p.full.includes(q)) || latin(s).some((n) => plainName(n).includes(q)),
];

/** The species that a query may mean, the closest first, shorter names before longer ones; at most `limit`. */
export const search = (list: Species[], query: string, limit = SHOWN): Species[] => {
  const q = plainName(query.normalize('NFC').replace(/[üǖǘǚǜ]/gi, 'v'));
  if (q === '') return [];
  const ways = isLatin(q) ? LETTERS : CHINESE;
  return list
    .map((s) => ({ s, rank: ways.findIndex((fits) => fits(s, q)) }))
    .filter((f) => f.rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.s.nameZh.length - b.s.nameZh.length)
    .slice(0, limit)
    .map((f) => f.s);
};

/** What a reported name is: one species of the lists, or open, with the nearest entries for a person to choose from. */
export type Identity = { status: 'listed'; species: Species } | { status: 'open'; suggestions: Species[] };

/**
 * A name is classified only where it can mean one thing: the listed name itself, unless names of another class end with it
 * (马鹿, 西藏马鹿); a former name or a Latin one, if it leads to one entry and no other name contains it (斑羚 does not).
 */
export const identify = (list: Species[], name: string): Identity => {
  const said = plainName(name);
  const exact = list.filter((s) => named(s, said));
  const [only, ...more] = exact;
  if (only && more.length === 0 && !only.isGroup && !isShared(list, only, said))
    return { status: 'listed', species: only };
  return { status: 'open', suggestions: suggestionsFor(list, name) };
};

const named = (s: Species, said: string): boolean => names(s).includes(said) || plainName(s.scientificName) === said;

const isShared = (list: Species[], of: Species, said: string): boolean => {
  if (isLatin(said)) return false;
  const isAlias = plainName(of.nameZh) !== said;
  const kin = list.filter((s) => s !== of && !s.isGroup && names(s).some((n) => n.endsWith(said)));
  return isAlias ? kin.length > 0 : kin.some((s) => s.classCode !== of.classCode);
};

/** The nearest entries: those a search finds; else those whose names end alike (喜山鸢, 黑鸢), the longest end first. */
export const suggestionsFor = (list: Species[], name: string, limit = SHOWN): Species[] => {
  const found = search(list, name, limit);
  if (found.length > 0) return found;
  const said = plainName(name);
  const inside = list.filter((s) => !s.isGroup && names(s).some((n) => n.length > 1 && said.includes(n)));
  return [...new Set([...longestFirst(inside), ...endingLike(list, said)])].slice(0, limit);
};

const longestFirst = (found: Species[]): Species[] => found.sort((a, b) => b.nameZh.length - a.nameZh.length);

const endingLike = (list: Species[], said: string): Species[] => {
  const letters = [...said];
  for (let from = 1; from < letters.length; from++) {
    const end = letters.slice(from).join('');
    const found = list.filter((s) => !s.isGroup && plainName(s.nameZh).endsWith(end));
    if (found.length > 0) return found.sort((a, b) => a.nameZh.length - b.nameZh.length);
  }
  return [];
};
