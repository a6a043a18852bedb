import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { DomainError } from '../../shared/errors.ts';
import { indexes, type Key, type lists } from '../../shared/keys.ts';
import { queryAll } from '../../shared/query.ts';
import { directoryTable, type Item, table } from '../../shared/table.ts';

/** One strongly consistent read. */
export const getItem = async (key: Key): Promise<Item | undefined> => {
  const { Item } = await table.send(new GetCommand({ TableName: directoryTable(), Key: key, ConsistentRead: true }));
  return Item;
};

const BATCH = 100;

/** The items of the keys that exist, in no particular order; each key once. Strongly consistent. */
export const getItems = async (all: Key[]): Promise<Item[]> => {
  const found: Item[] = [];
  for (let i = 0; i < all.length; i += BATCH) found.push(...(await getBatch(all.slice(i, i + BATCH))));
  return found;
};

const ATTEMPTS = 5;

const getBatch = async (batch: Key[]): Promise<Item[]> => {
  const name = directoryTable();
  const found: Item[] = [];
  let Keys: Record<string, unknown>[] = batch.map((k) => ({ ...k }));
  for (let attempt = 0; Keys.length > 0; attempt++) {
    if (attempt === ATTEMPTS) throw new DomainError('unavailable', 'busy', 'The directory is busy; try again.');
    if (attempt > 0) await new Promise((r) => setTimeout(r, 20 * 2 ** attempt));
    const answer = await table.send(new BatchGetCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }));
    found.push(...(answer.Responses?.[name] ?? []));
    Keys = answer.UnprocessedKeys?.[name]?.Keys ?? [];
  }
  return found;
};

/** Every item of a partition whose sort key starts with `prefix`. Strongly consistent. */
export const queryItems = (pk: string, prefix = ''): Promise<Item[]> =>
  queryAll({
    TableName: directoryTable(),
    KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
    ExpressionAttributeValues: prefix ? { ':pk': pk, ':prefix': prefix } : { ':pk': pk },
    ConsistentRead: true,
  });

/** What the index holds of a list (units, routes, stations, …), in the order of its ids; may lag behind by moments. */
export const queryList = (list: 'units' | 'routes' | typeof lists.stations | typeof lists.broken): Promise<Item[]> =>
  queryAll({
    TableName: directoryTable(),
    IndexName: indexes.queue,
    KeyConditionExpression: 'queue = :list',
    ExpressionAttributeValues: { ':list': list },
  });
