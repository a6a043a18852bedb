import type { Actor } from '../../shared/auth.ts';
import { holds, isAdmin, unitsOf } from '../../shared/auth.ts';
import { DomainError, forbidden, invalidField, notFound } from '../../shared/errors.ts';
import { now } from '../../shared/time.ts';
import { wrongSettings } from '../settings/check.ts';
import { checkDivision, checkPerson, checkRoute, checkUnit, realmOf, TIP } from './administration.ts';
import { areaTest, isPublished } from './areas.ts';
import { ancestorsIn, areaPrefixes, type Membership } from './rules.ts';
import type * as s from './schema.ts';
import * as store from './store.ts';

/** The edits of the directory: load what matters, check, save with the audit entry. Each throws what its check and the store throw. */

/** The units of the ids and everything above them, as stored now. */
const withAncestors = async (ids: (string | undefined)[]): Promise<Map<string, s.Unit>> => {
  const known = new Map<string, s.Unit>();
  const seen = new Set<string>();
  for (let next = ids; ; ) {
    const missing = [...new Set(next)].filter((id) => id !== undefined && !seen.has(id)) as string[];
    if (missing.length === 0) return known;
    for (const id of missing) seen.add(id);
    const found = await store.getUnits(missing);
    for (const u of found) known.set(u.id, u);
    next = found.map((u) => u.parent);
  }
};

/** The units above one, the nearest first. */
const unitsAbove = (known: ReadonlyMap<string, s.Unit>, unit: s.Unit): s.Unit[] =>
  ancestorsIn(new Map(known).set(unit.id, unit), unit.id).flatMap((id) => known.get(id) ?? []);

const change = (actor: Actor): store.Change => ({ by: { id: actor.id, name: actor.name }, at: now() });

/** What is there must be what the caller saw: without a version it has to be new, with one it has to exist. */
const expectVersion = (before: unknown, version: number, what: string, path: string): void => {
  if (before && version === 0) throw store.duplicate(path);
  if (!before && version > 0) throw notFound(what);
};

/** Saves a unit for an admin. */
export const editUnit = async (actor: Actor, after: s.Unit): Promise<s.Unit> => {
  const known = await withAncestors([after.id, after.parent, ...unitsOf(actor, 'admin')]);
  const before = known.get(after.id);
  checkUnit(actor, { before, after, known, isArea: await areaTest(), routes: before ? await store.listRoutes() : [] });
  const fields = wrongSettings(after, before, unitsAbove(known, after));
  if (fields.length > 0) throw new DomainError('invalid', 'invalid-input', 'Some settings are not right.', { fields });
  expectVersion(before, after.version, 'unit', 'id');
  return store.putUnit(after, change(actor));
};

/** Saves a person for an admin, together with what their units hold of them. */
export const editPerson = async (actor: Actor, after: s.Staff): Promise<s.Staff> => {
  const before = await store.getPerson(after.email);
  const named = [before, after].flatMap((p) => p?.roles ?? []).map((r) => r.unit);
  const known = await withAncestors([...named, ...unitsOf(actor, 'admin')]);
  checkPerson(actor, { before, after, known, tipUnits: await tipUnits() });
  expectVersion(before, after.version, 'person', 'email');
  return store.putPerson(after, before, change(actor));
};

const tipUnits = async (): Promise<Set<string>> =>
  new Set((await store.listRoutes()).filter((r) => r.type === TIP).map((r) => r.unit));

const loadRoute = async (actor: Actor, type: string, area: string, unit?: string) => {
  const found = await Promise.all(areaPrefixes(area).map((a) => store.getRoute(type, a)));
  const [before] = found;
  const holder = found.find((r) => r !== undefined)?.unit;
  const known = await withAncestors([holder, unit, ...unitsOf(actor, 'admin')]);
  return { before, holder, known, isArea: await areaTest(), tipUnits: await tipUnits() };
};

/** Saves a route for an admin. */
export const editRoute = async (actor: Actor, after: s.AreaRoute): Promise<s.AreaRoute> => {
  const loaded = await loadRoute(actor, after.type, after.area, after.unit);
  checkRoute(actor, { ...loaded, after });
  expectVersion(loaded.before, after.version, 'route', 'area');
  return store.putRoute(after, change(actor));
};

/** Removes a route for an admin; throws `not-found` where there is none. */
export const dropRoute = async (actor: Actor, type: string, area: string): Promise<void> => {
  const loaded = await loadRoute(actor, type, area);
  if (!loaded.before) throw notFound('route');
  checkRoute(actor, { ...loaded, after: undefined });
  await store.removeRoute(loaded.before, change(actor));
};

/** Saves a division that the published list lacks. */
export const editDivision = async (actor: Actor, after: s.Division): Promise<s.Division> => {
  const [known, isArea, before] = await Promise.all([
    withAncestors(unitsOf(actor, 'admin')),
    areaTest(),
    store.getDivision(after.code),
  ]);
  checkDivision(actor, after, known, isArea);
  if (await isPublished(after.code)) throw store.duplicate('code');
  expectVersion(before, after.version, 'division', 'code');
  return store.putDivision(after, change(actor));
};

/** Saves a species of the region's own list; any admin may. */
export const editSpecies = async (actor: Actor, after: s.LocalSpecies): Promise<s.LocalSpecies> => {
  if (!isAdmin(actor)) throw forbidden('Only an admin may change the list of species.', 'not-admin');
  const names = [after.nameZh, ...after.aliases];
  const twice = names.findIndex((n, i) => names.indexOf(n) < i);
  if (twice > 0) throw invalidField(`aliases.${twice - 1}`, 'duplicate', 'stands there twice');
  expectVersion(await store.getSpecies(after.key), after.version, 'species', 'key');
  return store.putSpecies(after, change(actor));
};

/** A person for themselves or an admin; throws `not-found`, and `not-admin` for all others. */
export const seePerson = async (actor: Actor, email: string): Promise<s.Staff> => {
  if (actor.id !== email && !isAdmin(actor)) throw forbidden('Only an admin may see other people here.', 'not-admin');
  const found = await store.getPerson(email);
  if (!found) throw notFound('person');
  return found;
};

/** The people of a unit, for its members and the admins above it. */
export const seeMembers = async (actor: Actor, unit: string): Promise<Membership[]> => {
  await seeInside(actor, unit);
  return store.listMembers(unit);
};

/** A unit and those above it, the nearest first, for its members and the admins above it. */
export const seeInside = async (actor: Actor, id: string): Promise<[s.Unit, ...s.Unit[]]> => {
  const known = await withAncestors([id]);
  const unit = known.get(id);
  if (!unit) throw notFound('unit');
  if (!holds(actor, id) && !realmOf(actor, known).governs(id))
    throw forbidden('These are not your colleagues.', 'not-admin');
  return [unit, ...unitsAbove(known, unit)];
};
