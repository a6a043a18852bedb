import { areasUnder } from './areas.ts';

/** Things that concern places are listed by prefecture (or by region, where they concern all of it). */

/** The part of an area's code under which what concerns it is listed: its prefecture, or its region. */
export const listedUnder = (area: string): string => area.slice(0, 4);

/** Every list that may hold something for an area: its prefecture's and its region's; for a region, or nowhere named, all. */
export const listsAround = async (area?: string): Promise<string[]> => {
  if (area !== undefined && area.length >= 4) return [area.slice(0, 4), area.slice(0, 2)];
  const regions = area === undefined ? (await areasUnder(undefined)).map((r) => r.code) : [area];
  const below = await Promise.all(regions.map(async (r) => (await areasUnder(r)).map((a) => a.code)));
  return [...regions, ...below.flat()];
};

/** Whether what concerns one area is of interest in the other: one of the two holds the other. */
export const concerns = (area: string, asked: string): boolean => area.startsWith(asked) || asked.startsWith(area);
