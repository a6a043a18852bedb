import type { Choice } from '../../shared/article.ts';
import type { Language } from '../../shared/fields.ts';
import { areaName, areasUnder } from './areas.ts';
import { unit } from './lookup.ts';

/** Things that concern places are listed by prefecture (or by region, where they concern all of it). */

/** Every list that may hold something for an area: its prefecture's and its region's; for a region, or nowhere named, all. */
export const listsAround = async (area?: string): Promise<string[]> => {
  if (area !== undefined && area.length >= 4) return [area.slice(0, 4), area.slice(0, 2)];
  const regions = area === undefined ? (await areasUnder(undefined)).map((r) => r.code) : [area];
  const below = await Promise.all(regions.map(async (r) => (await areasUnder(r)).map((a) => a.code)));
  return [...regions, ...below.flat()];
};

/** The prefectures, and the area asked for where it is none of them, by name: what a search of places offers. */
export const areaChoices = async (asked: string | undefined, language: Language): Promise<Choice[]> => {
  const regions = await areasUnder(undefined);
  const codes = (await Promise.all(regions.map((r) => areasUnder(r.code)))).flat().map((a) => a.code);
  const all = asked === undefined || codes.includes(asked) ? codes : [...codes, asked];
  return Promise.all(all.map(async (value) => ({ value, label: await areaName(value, language) })));
};

/** Where a unit works, by name: its own areas and what lies directly in them; and the one that is chosen already. */
export const areasOfUnit = async (unitId: string, language: Language, chosen?: string): Promise<Choice[]> => {
  const own = (await unit(unitId))?.areas ?? [];
  const below = (await Promise.all(own.map(areasUnder))).flat().map((a) => a.code);
  const codes = [...new Set([...own, ...below, ...(chosen === undefined ? [] : [chosen])])];
  return Promise.all(codes.map(async (value) => ({ value, label: await areaName(value, language) })));
};
