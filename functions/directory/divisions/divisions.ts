import type { Division } from '../schema.ts';
import lines from './divisions.generated.json' with { type: 'json' };

/** The published list of divisions; see SOURCES.md. Free of any SDK, so that pages may be built from it. */

export type Area = Omit<Division, 'version'>;

const LEVELS: Record<number, Area['level']> = { 2: 'region', 4: 'prefecture', 6: 'county', 9: 'township' };

const areaOf = (line: string): Area => {
  const [code = '', name = ''] = line.split(' ');
  const above = code.length === 9 ? 6 : code.length - 2;
  return { code, name, level: LEVELS[code.length] ?? 'township', parent: code.slice(0, above) || undefined };
};

/** Region, prefectures, counties and townships, by code. */
export const divisions: Area[] = lines.map(areaOf);

export const byCode = new Map(divisions.map((d) => [d.code, d]));

/** The county whose townships the public form offers; a site for another county is built with another one. */
export const SITE_COUNTY = '540423';

/** The published townships of a county. */
export const townshipsOf = (county: string): Area[] => divisions.filter((d) => d.parent === county);
