import { type Actor, type Grant, isAdmin, type Person } from '../../shared/auth.ts';
import { conflict, DomainError, type FieldError, forbidden } from '../../shared/errors.ts';
import { ancestorsIn, covers } from './rules.ts';
import type { AreaRoute, Division, ListedRoute, Staff, Unit } from './schema.ts';

/** Who may change what in the directory. Pure: everything that matters was loaded before. */

/** The units an admin is admin of, and those whose chain of parents leads to one of them. */
export interface Realm {
  /** Whether the admin is the platform's: of a unit of that kind with nothing above it. */
  isPlatform: boolean;
  /** Whether the admin may administer the unit. */
  governs: (unit: string | undefined) => boolean;
  /** Whether the admin is one of the unit itself, or the platform's. */
  isOwn: (unit: string | undefined) => boolean;
  /** Whether an area lies within the areas of one of the admin's own units. */
  reaches: (area: string) => boolean;
}

/** The realm of an actor; `known` holds all units that matter, with everything above them, as they are stored. */
export const realmOf = (actor: Actor, known: ReadonlyMap<string, Unit>): Realm => {
  const own = new Set(actor.roles.filter((r) => r.role === 'admin').map((r) => r.unit));
  const areas = [...own].flatMap((id) => known.get(id)?.areas ?? []);
  const isPlatform = [...own].some((id) => isRoot(known.get(id)));
  return {
    isPlatform,
    isOwn: (unit) => unit !== undefined && (isPlatform || own.has(unit)),
    governs: (unit) => unit !== undefined && [unit, ...ancestorsIn(known, unit)].some((id) => own.has(id)),
    reaches: (area) => covers(areas, area),
  };
};

const isRoot = (unit: Unit | undefined): boolean => unit?.kind === 'platform' && unit.parent === undefined;

const refuse = (fields: FieldError[]): void => {
  if (fields.length > 0) throw new DomainError('invalid', 'invalid-input', 'Some fields are not right.', { fields });
};

const notYours = (what: string): DomainError =>
  forbidden(`Only an admin of ${what}, or of a unit above it, may do this.`, 'not-admin');

const notPlatform = (what: string): DomainError =>
  forbidden(`Only an admin of the platform may ${what}.`, 'not-platform');

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

/**
 * Checks a unit's edit; throws `invalid-input` with fields, `not-admin`, `not-platform`, `outside-your-areas`,
 * `routes-outside`. What makes a unit the platform is given by the platform alone.
 */
export const checkUnit = (actor: Actor, change: UnitChange): void => {
  const { before, after, known, isArea } = change;
  const realm = realmOf(actor, known);
  refuse([...unknownAreas(after, isArea), ...wrongParent(after, known)]);
  if (before ? !realm.governs(after.id) : !realm.governs(after.parent)) throw notYours('the unit');
  const moved = [before?.parent, after.parent].filter((p) => p !== undefined && before?.parent !== after.parent);
  if (!moved.every(realm.governs)) throw notYours('both the old and the new parent');
  if (!realm.isPlatform) {
    if (after.kind === 'platform' && before?.kind !== 'platform') throw notPlatform('make a unit of this kind');
    if (before?.parent !== undefined && after.parent === undefined) throw notPlatform('put a unit above all others');
  }
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
  /** The units that tip-offs are routed to. */
  tipUnits: ReadonlySet<string>;
}

/** Checks a person's edit; throws `invalid-input` with fields, `not-admin`, `takes-rights`, `last-admin`. */
export const checkPerson = (actor: Actor, change: PersonChange): void => {
  const { before, after, known } = change;
  const realm = realmOf(actor, known);
  refuse(wrongGrants(after, known));
  const given = without(after, before);
  const dismissed = before && before.active !== after.active ? before.roles : [];
  for (const r of [...given, ...without(before, after), ...dismissed])
    if (!mayGrant(realm, r, change.tipUnits)) throw notYours('every unit whose roles change');
  keepsRights(realm, change, given);
  refuse(officerAndAdmin(after, given));
  const held = (before?.roles ?? []).map((r) => r.unit);
  const touched = [...held, ...after.roles.map((r) => r.unit)];
  if (touched.length === 0 ? !isAdmin(actor) : !touched.some(realm.governs))
    throw notYours('one of the person’s units');
  const renamed = before && (before.name !== after.name || before.phone !== after.phone);
  if (renamed && !held.every(realm.governs)) throw notYours('all of the person’s units');
  if (!before && after.roles.length === 0)
    refuse([{ path: 'roles', code: 'required', message: 'a new person needs a role' }]);
  keepsOwnAdmin(actor, before, after);
};

/**
 * Who reads tip-offs is said by an admin of that unit itself, and so is who may say it: from above, somebody could make
 * themselves both.
 */
const mayGrant = ({ governs, isOwn }: Realm, { unit, role }: Grant, tipUnits: ReadonlySet<string>): boolean =>
  role === 'tip-officer' || (role === 'admin' && tipUnits.has(unit)) ? isOwn(unit) : governs(unit);

/** An admin of anything neither reads tip-offs nor approves their rewards: made one by another unit, a person loses that. */
const keepsRights = ({ governs }: Realm, { before, tipUnits }: PersonChange, given: Grant[]): void => {
  const lost = (before?.roles ?? []).filter(
    ({ unit, role }) => role === 'tip-officer' || (role === 'approver' && tipUnits.has(unit)),
  );
  if (given.some((r) => r.role === 'admin') && !lost.every((r) => governs(r.unit)))
    throw forbidden('This role would take from the person what they are in a unit that is not yours.', 'takes-rights');
};

/** One or the other: whoever gives out roles is not to read tip-offs by giving one to themselves. */
const officerAndAdmin = ({ roles }: Person, given: Grant[]): FieldError[] => {
  const both = ['tip-officer', 'admin'].every((role) => roles.some((r) => r.role === role));
  const last = roles.findLastIndex((r) => given.includes(r) && (r.role === 'tip-officer' || r.role === 'admin'));
  const message = 'is not given to somebody who is the other: nobody is both tip officer and admin';
  return both && last >= 0 ? [{ path: `roles.${last}`, code: 'officer-and-admin', message }] : [];
};

const wrongGrants = ({ roles }: Person, known: ReadonlyMap<string, Unit>): FieldError[] =>
  roles.flatMap((r, i) => {
    if (!known.has(r.unit)) return [{ path: `roles.${i}.unit`, code: 'unknown-unit', message: 'is not a known unit' }];
    const first = roles.findIndex((o) => o.unit === r.unit && o.role === r.role);
    return first < i ? [{ path: `roles.${i}`, code: 'duplicate', message: 'stands there twice' }] : [];
  });

const without = (a: Person | undefined, b: Person | undefined): Grant[] =>
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
  /** The unit that gets what comes from there now, by this route or by that of a larger area. */
  holder: string | undefined;
  known: ReadonlyMap<string, Unit>;
  isArea: (code: string) => boolean;
  tipUnits: ReadonlySet<string>;
}

/**
 * Checks a route's edit or removal; throws `invalid-input` with fields, `not-admin`, `not-platform`, `outside-your-areas`. Who
 * has what comes from an area gives it away, nobody takes it; tip-offs are given by an admin of their unit itself, to a unit
 * that has some already, and to any other by the platform.
 */
export const checkRoute = (actor: Actor, change: RouteChange): void => {
  const { before, after, holder, known, isArea, tipUnits } = change;
  const realm = realmOf(actor, known);
  if (after) refuse(wrongRoute(after, known, isArea));
  const ofTips = (after ?? before)?.type === TIP;
  const concerned = [before?.unit, after?.unit, after && holder].filter((u) => u !== undefined);
  if (!concerned.every(ofTips ? realm.isOwn : realm.governs)) throw notYours('the units it leads to now and then');
  if (ofTips && after && !realm.isPlatform && !tipUnits.has(after.unit)) throw notPlatform('let a unit take tip-offs');
  const area = (after ?? before)?.area;
  if (area !== undefined && !realm.reaches(area)) throw outside('area');
};

/** What tip-offs are routed as. */
export const TIP = 'tip';

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
