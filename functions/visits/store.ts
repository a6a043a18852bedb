import { PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conflict, notFound } from '../../shared/errors.ts';
import { indexes, keys, lists } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { type Item, recordsTable, refusedByCondition, refusedInTransaction, table } from '../../shared/table.ts';
import { orderOf } from './rules.ts';
import * as s from './schema.ts';

/**
 * | what it answers                                  | by
 * |--------------------------------------------------|---------------------------------
 * | a household                                      | HOUSEHOLD#<unit>#<id>, HOUSEHOLD
 * | the households of a unit, longest unvisited first | byQueue: HOUSEHOLDS#<unit>
 * | whom a person is to visit, by date               | byArea: VISITS#<person>
 * | the visits to a household                        | its partition, VISIT#…
 */

const itemOf = (household: s.Household): Item => {
  const { planned } = household;
  const card = s.card.parse(household);
  return {
    ...keys.household(household.unit, household.id),
    ...household,
    ...{ entity: 'household', queue: lists.households(household.unit), queueOrder: orderOf(household), card },
    ...(planned
      ? { area: lists.plannedVisits(planned.who.id), areaOrder: `${planned.on}#${household.id}`, facts: card }
      : {}),
  };
};

const put = (household: s.Household) => ({
  TableName: recordsTable(),
  Item: itemOf({ ...household, version: household.version + 1 }),
  ...(household.version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' } // nobody has entered it meanwhile
    : {
        ConditionExpression: '#version = :read', // as it was read; unequal means somebody else changed it
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': household.version },
      }),
});

/** A household of a unit; undefined where there is none. */
export const getHousehold = async (unit: string, id: string): Promise<s.Household | undefined> => {
  const item = await records.item(keys.household(unit, id));
  return item && s.household.parse(item);
};

const ATTEMPTS = 4;

/** Changes a household from what it is now, again where somebody else came in between; answers it. Throws `stale` at last. */
export const changeHousehold = async (
  unit: string,
  id: string,
  change: (now: s.Household | undefined) => s.Household,
): Promise<s.Household> => {
  for (let attempt = 1; ; attempt++) {
    const next = change(await getHousehold(unit, id));
    try {
      await table.send(new PutCommand(put(next)));
      return { ...next, version: next.version + 1 };
    } catch (e) {
      if (!refusedByCondition(e) || attempt === ATTEMPTS) throw refusedByCondition(e) ? stale() : e;
    }
  }
};

const stale = () => conflict('stale', 'Somebody else changed this household at the same moment; try again.');

/** Notes a visit and what follows for its household, in one transaction; the same visit again is the same. */
export const noteVisit = async (
  unit: string,
  id: string,
  visit: s.Visit,
  change: (now: s.Household) => s.Household,
): Promise<void> => {
  const Item = { ...keys.visit(unit, id, visit.id), ...visit, entity: 'visit' };
  const notThere = 'attribute_not_exists(pk)'; // the phone sends it once more
  const note = { Put: { TableName: recordsTable(), Item, ConditionExpression: notThere } };
  for (let attempt = 1; ; attempt++) {
    const now = await getHousehold(unit, id);
    if (!now) throw notFound('household');
    try {
      await table.send(new TransactWriteCommand({ TransactItems: [note, { Put: put(change(now)) }] }));
      return;
    } catch (e) {
      const refused = refusedInTransaction(e);
      if (refused?.[0]) return;
      if (!refused || attempt === ATTEMPTS) throw refused ? stale() : e;
    }
  }
};

/** The visits to a household, newest first, at most 50. */
export const visitsTo = async (unit: string, id: string): Promise<s.Visit[]> => {
  const found = await records.partition(keys.household(unit, id).pk, 'VISIT#');
  return found
    .map((i) => s.visit.parse(i))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, 50);
};

const listed = z.object({ card: s.card });

/** The households of a unit (of one grid), longest unvisited first, those visited before a moment only. */
export const longestUnvisited = async (
  unit: string,
  { before, grid, limit }: { before?: string; grid?: string; limit: number },
): Promise<s.Card[]> => {
  const found: s.Card[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: recordsTable(),
        IndexName: indexes.queue,
        KeyConditionExpression: 'queue = :unit AND queueOrder < :before',
        ExpressionAttributeValues: { ':unit': lists.households(unit), ':before': before ?? '9999' },
        ExclusiveStartKey,
        Limit: 200,
      }),
    );
    const cards = (page.Items ?? []).map((i) => listed.parse(i).card);
    found.push(...cards.filter((c) => grid === undefined || c.grid === grid));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < limit);
  return found.slice(0, limit);
};

const planned = z.object({ facts: s.card });

/** Whom a person is to visit, by date. */
export const plannedFor = async (who: string): Promise<s.Card[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.area,
      KeyConditionExpression: 'area = :person',
      ExpressionAttributeValues: { ':person': lists.plannedVisits(who) },
      Limit: 200,
    }),
  );
  return Items.map((i) => planned.parse(i).facts);
};
