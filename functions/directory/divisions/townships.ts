import { invalidField } from '../../../shared/errors.ts';
import { fold } from '../../../shared/text.ts';
import { type Area, divisions, SITE_COUNTY } from './divisions.ts';

/** Townships as reports name them, from the published list and what administrators added. */

const known = async (): Promise<Area[]> => {
  const { localDivisions } = await import('../lookup.ts'); // a report that names a code starts without it
  const added = await localDivisions();
  if (added.length === 0) return divisions;
  return [...divisions.filter((d) => !added.some((a) => a.code === d.code)), ...added];
};

/**
 * The one township that a name or code means, within the county where one is given; a county's own code or name stands for
 * a place whose township nobody knows. Throws `unknown-township`, or `ambiguous-township` with the counties that have one.
 */
export const findTownship = async (township: string, county?: string): Promise<Area> => {
  const code = fold(township);
  const published = divisions.find((d) => d.code === code && isPlace(d, county));
  return published ?? choose(await known(), township, county); // a code, as forms send it, needs no look at what was added
};

const isPlace = ({ code }: Area, county = ''): boolean => code.length >= 6 && code.startsWith(county);

/** The same over a list that was loaded before. */
export const choose = (areas: Area[], township: string, county = ''): Area => {
  const [first, ...more] = closest(areas, fold(township), county);
  if (!first) throw invalidField('place.township', 'unknown-township', 'is no township of the list');
  if (more.length === 0) return first;
  const counties = [first, ...more].map((a) => nameOfCounty(areas, a));
  throw invalidField('place.township', 'ambiguous-township', `names several; give the county: ${counties.join(', ')}`);
};

const SUFFIX = /(民族乡|乡|镇|街道|县|区)$/;
const bare = (name: string): string => name.replace(SUFFIX, '');

/** By code; else by full name, spaces and width aside; else by the name as people say it, without 乡 or 镇. Townships come before counties. */
const closest = (areas: Area[], said: string, county: string): Area[] => {
  const named = (level: Area['level'], fits: (name: string) => boolean) =>
    areas.filter((a) => a.level === level && fits(fold(a.name)) && a.code.startsWith(county));
  const tries = [
    () => areas.filter((a) => a.code === said && isPlace(a, county)),
    () => named('township', (name) => name === said),
    () => named('county', (name) => name === said),
    () => named('township', (name) => bare(name) === bare(said)),
    () => named('county', (name) => bare(name) === said),
  ];
  for (const attempt of tries) {
    const found = attempt();
    if (found.length > 0) return found;
  }
  return [];
};

const nameOfCounty = (areas: Area[], { code }: Area): string => {
  const county = areas.find((a) => a.code === code.slice(0, 6));
  return `${county?.name ?? ''} ${code.slice(0, 6)}`.trim();
};

/** The choices of a form's township field: those of a county, as published and as added. */
export const townshipOptions = async (county = SITE_COUNTY): Promise<{ value: string; label: string }[]> =>
  (await known())
    .filter((a) => a.parent === county)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name }) => ({ value: code, label: name }));
