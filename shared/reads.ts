import { BatchGetCommand, GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { DomainError } from './errors.ts';
import { indexes, type Key, type lists } from './keys.ts';
import { directoryTable, type Item, recordsTable, table } from './table.ts';

/** The reads of a table. What reads and what writes an item name the same table: `records` or `directory`. */

export type Query = Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>;

const BATCH = 100;
const ATTEMPTS = 5;

const readsOf = (tableName: () => string) => {
  /** One strongly consistent read of an item as it is. */
  const item = async (key: Key): Promise<Item | undefined> => {
    const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }));
    return Item;
  };

  /** The items of the keys that exist, in no particular order. Strongly consistent. */
  const items = async (all: Key[]): Promise<Item[]> => {
    const once = [...new Map(all.map((k) => [JSON.stringify([k.pk, k.sk]), k])).values()]; // a key that comes twice is refused
    const found: Item[] = [];
    for (let i = 0; i < once.length; i += BATCH) found.push(...(await batch(once.slice(i, i + BATCH))));
    return found;
  };

  const batch = async (asked: Key[]): Promise<Item[]> => {
    const name = tableName();
    const found: Item[] = [];
    let Keys: Record<string, unknown>[] = asked.map((k) => ({ ...k }));
    for (let attempt = 0; Keys.length > 0; attempt++) {
      if (attempt === ATTEMPTS) throw new DomainError('unavailable', 'busy', 'The table is busy; try again.');
      if (attempt > 0) await new Promise((r) => setTimeout(r, 20 * 2 ** attempt));
      const RequestItems = { [name]: { Keys, ConsistentRead: true } };
      const answer = await table.send(new BatchGetCommand({ RequestItems }));
      found.push(...(answer.Responses?.[name] ?? []));
      Keys = answer.UnprocessedKeys?.[name]?.Keys ?? [];
    }
    return found;
  };

  /** The items that a query finds, page after page, until there are `most` of them. */
  const query = async (asked: Query, most = Number.POSITIVE_INFINITY): Promise<Item[]> => {
    const found: Item[] = [];
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await table.send(new QueryCommand({ ...asked, TableName: tableName(), ExclusiveStartKey }));
      found.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey && found.length < most);
    return found;
  };

  /** Every item of a partition, or those whose sort key begins with `prefix`. Strongly consistent. */
  const partition = (pk: string, prefix = ''): Promise<Item[]> =>
    query({
      // an empty prefix is refused: a key is never an empty string
      KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: prefix === '' ? { ':pk': pk } : { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
    });

  /** What the index holds of a list (units, routes, stations, …), in the order of its ids; may lag behind by moments. */
  const list = (name: 'units' | 'routes' | typeof lists.stations | typeof lists.broken): Promise<Item[]> =>
    query({
      IndexName: indexes.queue,
      KeyConditionExpression: 'queue = :list',
      ExpressionAttributeValues: { ':list': name },
    });

  return { item, items, query, partition, list };
};

/** Everything that a capability keeps: cases, rewards, rotas, … For the functions of tip-offs, their own table. */
export const records = readsOf(recordsTable);

/** Units, people, routes and what a place adds. Other capabilities ask `functions/directory` for them. */
export const directory = readsOf(directoryTable);
