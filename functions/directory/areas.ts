import type { Language } from '../../shared/fields.ts';
import names from './divisions/names.json' with { type: 'json' };
import { localDivisions } from './lookup.ts';
import type { Division } from './schema.ts';

/** Divisions as the directory sees them: the published list and what administrators added. */

type Area = Omit<Division, 'version'>;

let list: Promise<Map<string, Area>> | undefined; // even of what is loaded, an import costs as much as a hash

const published = (): Promise<Map<string, Area>> => {
  list ??= import('./divisions/divisions.ts').then(({ byCode }) => byCode);
  return list;
};

/** Tells whether a code is a division's, published or added. */
export const areaTest = async (): Promise<(code: string) => boolean> => {
  const [list, added] = await Promise.all([published(), localDivisions()]);
  return (code) => list.has(code) || added.some((d) => d.code === code);
};

/** Whether the published list has the code. */
export const isPublished = async (code: string): Promise<boolean> => (await published()).has(code);

/**
 * What a division is called in a language, where names.json has it, else in Chinese; its code where no list has it. What an
 * administrator added or renamed comes first.
 */
export const areaName = async (code: string, language: Language = 'zh'): Promise<string> => {
  const [list, added] = await Promise.all([published(), localDivisions()]);
  const translated: Record<string, Partial<Record<Language, string>>> = names;
  const found = added.find((d) => d.code === code)?.name ?? translated[code]?.[language];
  return found ?? list.get(code)?.name ?? code;
};

/** The divisions directly under one (the region itself where none is given), by code. */
export const areasUnder = async (under: string | undefined): Promise<Area[]> => {
  const [list, added] = await Promise.all([published(), localDivisions()]);
  return [...list.values(), ...added].filter((d) => d.parent === under).sort((a, b) => (a.code < b.code ? -1 : 1));
};
