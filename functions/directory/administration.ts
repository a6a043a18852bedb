import { type Actor, isAdmin, type Person } from '../../shared/auth.ts';
import { conflict, DomainError, type FieldError, forbidden } from '../../shared/errors.ts';
import { ancestorsIn, covers } from './rules.ts';
import type { AreaRoute, Division, ListedRoute, Staff, Unit } from './schema.ts';

/** Who may change what in the directory. Pure: everything that matters was loaded before. */

/** The units an admin is admin of, and those whose chain of parents leads to one of them. */
export interface Realm {
  /** Whether the admin may administer the unit. */
  governs: (unit: string | undefined) => boolean;
  /** Whether an area lies within the areas of one of the admin's own units. */
  reaches: (area: string) => boolean;
}

/** The realm of an actor; `known` holds all units that matter, with everything above them, as they are stored. */
export const realmOf = (actor: Actor, known: ReadonlyMap<string, Unit>): Realm => {
  const own = new Set(actor.roles.filter((r) => r.role === 'admin').map((r) => r.unit));
  const areas = [...own].flatMap((id) => known.get(id)?.areas ?? []);
  return {
    governs: (unit) => unit !== undefined && [unit, ...ancestorsIn(known, unit)].some((id) => own.has(id)),
    reaches: (area) => covers(areas, area),
  };
};

const refuse = (fields: FieldError[]): void => {
  if (fields.length > 0) throw new DomainError('invalid', 'invalid-input', 'Some fields are not right.', { fields });
};

const notYours = (what: string): DomainError =>
  forbidden(`Only an admin of ${what}, or of a unit above it, may do this.`, 'not-admin');

const outside = (path: string): DomainError =>
  new DomainError('forbidden', 'outside-your-areas', 'This reaches beyond the areas of your unit.', {
    fields: [{ path, code: 'outside-your-areas', message: 'is not within the areas of your unit' }],
  });

export interface UnitChange {
  before: Unit | undefined;
  after: Unit;
  known: ReadonlyMap<string, Unit>;
  isArea: (code: string) => boolean;
  /** Every route there is; those to this unit must stay within its areas. */
  routes: ListedRoute[];
}

/** Checks a unit's edit; throws `invalid-input` with fields, `not-admin`, `outside-your-areas`, `routes-outside`. */
export const checkUnit = (actor: Actor, change: UnitChange): void => {
  const { before, after, known, isArea } = change;
  const realm = realmOf(actor, known);
  refuse([...unknownAreas(after, isArea), ...wrongParent(after, known)]);
  if (before ? !realm.governs(after.id) : !realm.governs(after.parent)) throw notYours('the unit');
  const moved = [before?.parent, after.parent].filter((p) => p !== undefined && before?.parent !== after.parent);
  if (!moved.every(realm.governs)) throw notYours('both the old and the new parent');
  const added = after.areas.findIndex((a) => !covers(before?.areas ?? [], a) && !realm.reaches(a));
  if (added >= 0) throw outside(`areas.${added}`);
  const lost = change.routes.filter((r) => r.unit === after.id && !covers(after.areas, r.area));
  if (lost.length > 0)
    throw conflict('routes-outside', 'Routes lead to this unit from areas it would no longer cover.', { routes: lost });
};

const unknownAreas = ({ areas }: Unit, isArea: (code: string) => boolean): FieldError[] =>
  areas.flatMap((code, i) =>
    isArea(code) ? [] : [{ path: `areas.${i}`, code: 'unknown-area', message: 'is not a known area code' }],
  );

const wrongParent = ({ id, parent }: Unit, known: ReadonlyMap<string, Unit>): FieldError[] => {
  if (parent === undefined) return [];
  if (parent === id || ancestorsIn(known, parent).includes(id))
    return [{ path: 'parent', code: 'cycle', message: 'would make the unit stand above itself' }];
  return known.has(parent) ? [] : [{ path: 'parent', code: 'unknown-unit', message: 'is not a known unit' }];
};

export interface PersonChange {
  before: Staff | undefined;
  after: Staff;
  known: ReadonlyMap<string, Unit>;
}

/** Checks a person's edit; throws `invalid-input` with fields, `not-admin`, `last-admin`. */
export const checkPerson = (actor: Actor, { before, after, known }: PersonChange): void => {
  const { governs } = realmOf(actor, known);
  refuse(wrongGrants(after, known));
  const changed = [...without(after, before), ...without(before, after)];
  if (!changed.every((r) => governs(r.unit))) throw notYours('every unit whose roles change');
  const held = (before?.roles ?? []).map((r) => r.unit);
  const touched = [...held, ...after.roles.map((r) => r.unit)];
  if (touched.length === 0 ? !isAdmin(actor) : !touched.some(governs)) throw notYours('one of the person’s units');
  const renamed = before && (before.name !== after.name || before.phone !== after.phone);
  if (renamed && held.length > 0 && !held.some(governs)) throw notYours('one of the person’s units');
  if (before && before.active !== after.active && !held.every(governs)) throw notYours('all of the person’s units');
  if (!before && after.roles.length === 0)
    refuse([{ path: 'roles', code: 'required', message: 'a new person needs a role' }]);
  keepsOwnAdmin(actor, before, after);
};

const wrongGrants = ({ roles }: Person, known: ReadonlyMap<string, Unit>): FieldError[] =>
  roles.flatMap((r, i) => {
    if (!known.has(r.unit)) return [{ path: `roles.${i}.unit`, code: 'unknown-unit', message: 'is not a known unit' }];
    const first = roles.findIndex((o) => o.unit === r.unit && o.role === r.role);
    return first < i ? [{ path: `roles.${i}`, code: 'duplicate', message: 'stands there twice' }] : [];
  });

const without = (a: Person | undefined, b: Person | undefined) =>
  (a?.roles ?? []).filter((r) => !b?.roles.some((o) => o.unit === r.unit && o.role === r.role));

const isAdminOf = (p: Staff) => p.active && p.roles.some((r) => r.role === 'admin');

const keepsOwnAdmin = (actor: Actor, before: Staff | undefined, after: Staff): void => {
  if (actor.id === after.email && before && isAdminOf(before) && !isAdminOf(after))
    throw conflict('last-admin', 'You cannot give up your own last admin role; another admin can take it from you.');
};

export interface RouteChange {
  before: AreaRoute | undefined;
  /** Undefined where the route is removed. */
  after: AreaRoute | undefined;
  known: ReadonlyMap<string, Unit>;
  isArea: (code: string) => boolean;
}

/** Checks a route's edit or removal; throws `invalid-input` with fields, `not-admin`, `outside-your-areas`. */
export const checkRoute = (actor: Actor, { before, after, known, isArea }: RouteChange): void => {
  const { governs, reaches } = realmOf(actor, known);
  if (after) refuse(wrongRoute(after, known, isArea));
  if (![before, after].every((r) => r === undefined || governs(r.unit))) throw notYours('the unit it leads to');
  if (after && !reaches(after.area)) throw outside('area');
};

const wrongRoute = (
  { area, unit }: AreaRoute,
  known: ReadonlyMap<string, Unit>,
  isArea: (code: string) => boolean,
): FieldError[] => {
  const target = known.get(unit);
  if (area !== '*' && !isArea(area))
    return [{ path: 'area', code: 'unknown-area', message: 'is not a known area code' }];
  if (!target) return [{ path: 'unit', code: 'unknown-unit', message: 'is not a known unit' }];
  return covers(target.areas, area)
    ? []
    : [{ path: 'unit', code: 'does-not-cover', message: 'does not cover this area' }];
};

/** Checks a division's edit: it lies in a known area, and within the areas of one of the admin's units. */
export const checkDivision = (
  actor: Actor,
  { code, parent }: Division,
  known: ReadonlyMap<string, Unit>,
  isArea: (code: string) => boolean,
): void => {
  if (parent === undefined || !isArea(parent))
    refuse([{ path: 'code', code: 'unknown-area', message: 'lies in no known area' }]);
  if (!realmOf(actor, known).reaches(code)) throw outside('code');
};
