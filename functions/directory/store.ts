import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conflict, DomainError } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { type Key, keys } from '../../shared/keys.ts';
import { directory } from '../../shared/reads.ts';
import { directoryTable, type Item, refusedInTransaction, table } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { forget } from './cache.ts';
import { type Membership, membership, membershipsOf } from './rules.ts';
import * as s from './schema.ts';

/**
 * | what it answers                         | by
 * |-----------------------------------------|----------------------------------------
 * | a unit, a person, a route, an entry     | its key, strongly consistent
 * | who is in a unit                        | UNIT#<id>, MEMBER#…
 * | all units, all routes                   | byQueue: units, routes
 * | who changed a thing, and what it was    | AUDIT#<key of the thing>, <at>#<id>
 *
 * Everything has a version: 0 means it must be new, n that it must still be as it was read.
 */

/** Who changed it, and when. */
export interface Change {
  by: { id: string; name: string };
  at: Moment;
}

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

const auditKey = (of: Key, at: Moment): Key => ({ pk: `AUDIT#${of.pk}#${of.sk}`, sk: `${at}#${newId()}` });

const audit = (of: Key, { by, at }: Change, after: Item | undefined): Writes[number] => ({
  Put: {
    TableName: directoryTable(),
    Item: { ...auditKey(of, at), entity: 'audit', at, by: { id: by.id, name: by.name }, after },
  },
});

const asRead = (version: number) => {
  if (version === 0) return { ConditionExpression: 'attribute_not_exists(pk)' }; // the first of its key; a second one is a duplicate
  return {
    ConditionExpression: '#version = :read', // as the caller saw it; unequal means another admin came in between
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': version },
  };
};

/** Writes a thing's next version, what must agree with it, and the audit entry, all or nothing. */
const save = async <T extends { version: number }>(
  key: Key,
  thing: T,
  attributes: Item,
  change: Change,
  also: Writes = [],
): Promise<T> => {
  const next = { ...thing, version: thing.version + 1 };
  const TableName = directoryTable();
  const put = { Put: { TableName, Item: { ...key, ...next, ...attributes }, ...asRead(thing.version) } };
  await transact([put, ...also, audit(key, change, next)], thing.version);
  return next;
};

const transact = async (writes: Writes, version: number): Promise<void> => {
  try {
    await table.send(new TransactWriteCommand({ TransactItems: writes }));
  } catch (e) {
    const which = refusedInTransaction(e);
    if (!which) throw e;
    if (!which[0]) throw conflict('busy', 'Somebody else is changing this at the same moment; try again.');
    throw version === 0
      ? duplicate()
      : conflict('stale', 'Somebody else changed this first; look at the present state and try again.');
  } finally {
    forget();
  }
};

/** The refusal of a new thing whose key is taken. */
export const duplicate = (path = 'id'): DomainError =>
  new DomainError('conflict', 'duplicate', 'There already is one; give its version to change it.', {
    fields: [{ path, code: 'duplicate', message: 'is already in use' }],
  });

/** A unit as it is now, not from the cache. */
export const getUnit = async (id: string): Promise<s.Unit | undefined> =>
  parsed(s.unit, await directory.item(keys.unit(id)));

/** Units as they are now, those that exist. */
export const getUnits = async (ids: string[]): Promise<s.Unit[]> =>
  (await directory.items(ids.map(keys.unit))).map((i) => s.unit.parse(i));

/** Saves a unit. Throws `duplicate` (version 0) or `stale`. */
export const putUnit = (unit: s.Unit, change: Change): Promise<s.Unit> =>
  save(
    keys.unit(unit.id),
    unit,
    { entity: 'unit', queue: 'units', queueOrder: unit.id, card: s.unitCard.parse(unit) },
    change,
  );

/** Every unit as far as lists need it, by id. */
export const listUnits = async (): Promise<s.ListedUnit[]> =>
  (await directory.list('units')).map((i) => s.listedUnit.parse({ ...(i.card as Item), id: i.id }));

/** A person with their version. */
export const getPerson = async (email: string): Promise<s.Staff | undefined> =>
  parsed(s.staff, await directory.item(keys.person(email)));

const MOST_WRITES = 100;

/**
 * Saves a person and, in the same transaction, the copies in the partitions of their units, so that both always agree.
 * `before` is the person as read. Throws `duplicate`, `stale`, or `invalid-input` where it touches too many units at once.
 */
export const putPerson = async (person: s.Staff, before: s.Staff | undefined, change: Change): Promise<s.Staff> => {
  const TableName = directoryTable();
  const now = membershipsOf(person);
  const left = [...membershipsOf(before).keys()].filter((unit) => !now.has(unit));
  const writes: Writes = [
    ...[...now].map(([unit, m]) => ({
      Put: { TableName, Item: { ...keys.member(unit, person.email), entity: 'member', ...m } },
    })),
    ...left.map((unit) => ({ Delete: { TableName, Key: keys.member(unit, person.email) } })),
  ];
  if (writes.length + 2 > MOST_WRITES)
    throw new DomainError('invalid', 'too-many-units', 'Too many units at once; change them in two steps.');
  return save(keys.person(person.email), person, { entity: 'person' }, change, writes);
};

/** The people of a unit with what they are there, also those who are not active, by e-mail address. */
export const listMembers = async (unit: string): Promise<Membership[]> =>
  (await directory.partition(keys.unit(unit).pk, 'MEMBER#')).map((i) => membership.parse(i));

export const getRoute = async (type: string, area: string): Promise<s.AreaRoute | undefined> =>
  parsed(s.route, await directory.item(keys.route(type, area)));

/** Saves a route. Throws `duplicate` (version 0) or `stale`. */
export const putRoute = (route: s.AreaRoute, change: Change): Promise<s.AreaRoute> => {
  const id = `${route.type}#${route.area}`;
  return save(
    keys.route(route.type, route.area),
    route,
    { entity: 'route', id, queue: 'routes', queueOrder: id, card: { unit: route.unit } },
    change,
  );
};

/** Removes a route as it was read; throws `stale` where it has changed since. */
export const removeRoute = async (route: s.AreaRoute, change: Change): Promise<void> => {
  const key = keys.route(route.type, route.area);
  const gone = { Delete: { TableName: directoryTable(), Key: key, ...asRead(route.version) } };
  await transact([gone, audit(key, change, undefined)], route.version);
};

/** Every route by type and area, without versions. */
export const listRoutes = async (): Promise<s.ListedRoute[]> =>
  (await directory.list('routes')).map((i) => {
    const [type, area] = String(i.id).split('#');
    return s.listedRoute.parse({ ...(i.card as Item), type, area });
  });

export const getDivision = async (code: string): Promise<s.Division | undefined> =>
  parsed(s.division, await directory.item(keys.local('divisions', code)));

/** Saves a division that the published list lacks. Throws `duplicate` or `stale`. */
export const putDivision = (division: s.Division, change: Change): Promise<s.Division> =>
  save(keys.local('divisions', division.code), division, { entity: 'division' }, change);

export const getSpecies = async (key: string): Promise<s.LocalSpecies | undefined> =>
  parsed(s.localSpeciesEntry, await directory.item(keys.local('species', key)));

/** Saves a species of the region's own list. Throws `duplicate` or `stale`. */
export const putSpecies = (species: s.LocalSpecies, change: Change): Promise<s.LocalSpecies> =>
  save(keys.local('species', species.key), species, { entity: 'species' }, change);

const auditEntry = z.object({
  at: z.string(),
  by: named,
  after: z.unknown().optional(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** Who changed the thing under a key, when, and what it was from then on (undefined: removed); oldest first. */
export const auditOf = async (key: Key): Promise<AuditEntry[]> =>
  (await directory.partition(auditKey(key, '').pk)).map((i) => auditEntry.parse(i));

const parsed = <S extends z.ZodType>(schema: S, item: Item | undefined): z.infer<S> | undefined =>
  item && schema.parse(item);
