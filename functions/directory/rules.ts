import * as z from 'zod';
import { type Person, person, role } from '../../shared/auth.ts';
import type { Layer } from '../../shared/effective-settings.ts';
import type { Section } from '../../shared/settings.ts';
import type { Unit } from './schema.ts';

/** A membership as it lies in a unit's partition: a copy of what the person is there, written together with the person. */
export const membership = person
  .pick({ email: true, name: true, phone: true, active: true })
  .extend({ roles: z.array(role) });
export type Membership = z.infer<typeof membership>;

/** What a person is in each of their units. */
export const membershipsOf = (p: Person | undefined): Map<string, Membership> => {
  const { email, name, phone, active } = p ?? {};
  const byUnit = Map.groupBy(p?.roles ?? [], (r) => r.unit);
  return new Map(
    [...byUnit].map(([unit, grants]) => [
      unit,
      membership.parse({ email, name, phone, active, roles: [...new Set(grants.map((g) => g.role))] }),
    ]),
  );
};

const TEAMS: Unit['kind'][] = ['ranger-team', 'rescue-centre', 'station', 'service-team', 'police-post', 'platform'];

/** Whether units of this kind answer for themselves and for those below them; the others are led, or only hold things together. */
export const leads = (kind: Unit['kind']): boolean => !TEAMS.includes(kind);

/** The areas a place lies in, smallest first: township, county, prefecture, region, and `*` for everywhere. */
export const areaPrefixes = (area: string): string[] => [
  ...[9, 6, 4, 2].filter((digits) => digits <= area.length).map((digits) => area.slice(0, digits)),
  '*',
];

/** Whether one of the areas holds the other area entirely; everywhere (`*`) is held by a whole region. */
export const covers = (areas: string[], area: string): boolean =>
  areas.some((a) => (area === '*' ? a.length === 2 : area.startsWith(a)));

/** The ids above a unit, nearest first, each once, as far as the units are known. */
export const ancestorsIn = (known: ReadonlyMap<string, Pick<Unit, 'parent'>>, id: string): string[] => {
  const above: string[] = [];
  for (let next = known.get(id)?.parent; next && next !== id && !above.includes(next); next = known.get(next)?.parent)
    above.push(next);
  return above;
};

/** The ids below any of these units, however deep, each once and without the units themselves. */
export const descendantsIn = (all: Pick<Unit, 'id' | 'parent'>[], ids: string[]): string[] => {
  const found = new Set<string>();
  for (let level = ids; level.length > 0; ) {
    level = all.filter((u) => u.parent && level.includes(u.parent) && !found.has(u.id)).map((u) => u.id);
    for (const id of level) found.add(id);
  }
  return [...found].filter((id) => !ids.includes(id));
};

/** What the units of a chain, the nearest first, have stored of a section. */
export const layersOf = ({ name, inherited }: Section, chain: Pick<Unit, 'id' | 'settings'>[]): Layer[] =>
  chain.slice(0, inherited ? undefined : 1).map(({ id, settings }) => ({ unit: id, stored: settings[name] }));
