import type * as z from 'zod';
import type { Person, Role } from '../../shared/auth.ts';
import { effective } from '../../shared/effective-settings.ts';
import { keys } from '../../shared/keys.ts';
import { log } from '../../shared/log.ts';
import { readable } from '../../shared/readable.ts';
import { directory } from '../../shared/reads.ts';
import type { Section, SettingsOf } from '../../shared/settings.ts';
import { directoryTable, type Item, recordsTable } from '../../shared/table.ts';
import { cached, recall, remember } from './cache.ts';
import { ancestorsIn, areaPrefixes, covers, descendantsIn, layersOf, leads, membership } from './rules.ts';
import {
  type Division,
  division,
  type ListedUnit,
  type LocalSpecies,
  localSpeciesEntry,
  route,
  staff,
  type Unit,
  unitCard,
  unit as unitSchema,
} from './schema.ts';

/** What other capabilities may know of the directory. Units and routes are remembered for up to 30 s, people never. */

/**
 * The id of the unit that gets what comes in of this type from this area: the route of the longest area prefix
 * (township, county, prefecture, region, then `*`); undefined where there is none. One read.
 */
export const routeFor = (type: string, area: string): Promise<string | undefined> =>
  cached(`route#${type}#${area}`, async () => {
    const prefixes = areaPrefixes(area);
    const items = await directory.items(prefixes.map((p) => keys.route(type, p)));
    const found = new Map(items.map((i) => route.parse(i)).map((r) => [r.area, r.unit]));
    return prefixes.map((p) => found.get(p)).find((u) => u !== undefined);
  });

/** The unit of an id, if there is one. Throws where it cannot be read: what is decided by it waits until it can. */
export const unit = async (id: string): Promise<Unit | undefined> => (await unitsBy([id], strictly))[0];

/** The units of the ids that exist and can be read, in the order asked for, without repeats. */
export const units = (ids: string[]): Promise<Unit[]> => unitsBy(ids, (items) => shown(items, unitSchema));

const unitsBy = async (ids: string[], read: (items: Item[]) => Unit[] | Promise<Unit[]>): Promise<Unit[]> => {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  const held = new Map(wanted.map((id) => [id, recall<Unit>(`unit#${id}`)]));
  const missing = wanted.filter((id) => !held.get(id));
  for (const found of await read(await directory.items(missing.map(keys.unit)))) {
    remember(`unit#${found.id}`, found);
    held.set(found.id, found);
  }
  return wanted.flatMap((id) => held.get(id) ?? []);
};

const strictly = (items: Item[]): Unit[] => items.map((i) => unitSchema.parse(i));

/** Items of the directory as far as they can be read. Where it is another function's table, nothing is noted there. */
const shown = <T>(items: Item[], read: z.ZodType<T> | ((item: Item) => T)): Promise<T[]> =>
  readable(items, read, directoryTable() === recordsTable());

/** The ids above a unit, nearest first; ends at a unit without parent, an unknown one, or where a circle would close. */
export const ancestors = async (id: string): Promise<string[]> => {
  const known = new Map<string, Unit>();
  for (let next: string | undefined = id; next && !known.has(next); ) {
    const found: Unit | undefined = await unit(next);
    if (!found) break;
    known.set(next, found);
    next = found.parent;
  }
  return ancestorsIn(known, id);
};

/** The unit that answers for another: the nearest upwards that leads by its kind (a bureau, a union, …); itself where there is none. */
export const leadOf = async (id: string): Promise<string> => {
  const chain = await units([id, ...(await ancestors(id))]);
  return chain.find((u) => leads(u.kind))?.id ?? id;
};

/** The active people of a unit who hold one of the roles there (any role where none is named); their roles in this unit only. */
export const membersOf = async (unitId: string, ...roles: Role[]): Promise<Person[]> => {
  const { pk } = keys.unit(unitId);
  const all = await shown(await directory.partition(pk, 'MEMBER#'), membership);
  const wanted = (r: Role) => roles.length === 0 || roles.includes(r);
  return all
    .filter((m) => m.active && m.roles.some(wanted))
    .map((m) => ({
      email: m.email,
      name: m.name,
      phone: m.phone,
      active: true,
      roles: m.roles.map((r) => ({ unit: unitId, role: r })),
    }));
};

/** What people are called, active or not and wherever they are now; who is not known is left out. One read. */
export const namesOf = async (emails: string[]): Promise<Map<string, string>> => {
  const items = await directory.items([...new Set(emails)].map(keys.person));
  return new Map((await shown(items, staff)).map(({ email, name }) => [email, name]));
};

/** The ids of the units below any of these, however deep. */
export const unitsBelow = async (ids: string[]): Promise<string[]> => descendantsIn(await listedUnits(), ids);

const listedUnits = (): Promise<ListedUnit[]> =>
  cached('listed', async () =>
    shown(await directory.list('units'), (i) => ({ id: String(i.id), ...unitCard.parse(i.card) })),
  );

/** The ids of the units that run the platform itself. */
export const platformUnits = async (): Promise<string[]> =>
  (await listedUnits()).filter((u) => u.kind === 'platform').map((u) => u.id);

/** Units that take in animals. */
export const receivingUnits = (): Promise<Unit[]> =>
  listedUnits().then((listed) => units(listed.filter((u) => u.receives).map((u) => u.id)));

/** Units that work in an area: those that cover it and answer for what comes in there. */
export const unitsCovering = async (area: string): Promise<Unit[]> =>
  units((await listedUnits()).filter((u) => covers(u.areas, area)).map((u) => u.id));

/** The counties that routes of this type lead from, by code. */
export const countiesServed = async (type: string): Promise<string[]> => {
  const ids = (await directory.list('routes')).map((r) => String(r.id).split('#'));
  const areas = ids.flatMap(([of, area = '']) => (of === type && area.length >= 6 ? [area.slice(0, 6)] : []));
  return [...new Set(areas)].sort();
};

/** Species that administrators added: the region's own list. */
export const localSpecies = (): Promise<LocalSpecies[]> =>
  cached('species', async () => shown(await directory.partition(keys.local('species', '').pk), localSpeciesEntry));

/** Divisions that administrators added to the published list, or renamed. */
export const localDivisions = (): Promise<Division[]> =>
  cached('divisions', async () => shown(await directory.partition(keys.local('divisions', '').pk), division));

/**
 * A unit's settings of a section: field by field its own, or else those of the units above it, or else the default. Always
 * valid: what is stored and is not, is logged and passed over.
 */
export const settingsOf = async <S extends Section>(unitId: string, section: S): Promise<SettingsOf<S>> => {
  const chain = await units([unitId, ...(await ancestors(unitId))]);
  const { values, ignored } = effective(section, layersOf(section, chain));
  for (const { unit, path, wrong } of ignored)
    log.warn('setting ignored', { unit, section: section.name, path: path.join('.'), code: wrong[0]?.code });
  return values;
};
