import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conflict } from '../errors.ts';
import { keys, outboxShard, wakeShard } from '../keys.ts';
import { records } from '../reads.ts';
import { type Item, metTransaction, recordsTable, refusedByCondition, refusedInTransaction, table } from '../table.ts';
import { archived, checkRoom } from './bounds.ts';
import { clock, type Entry, entry, type Lifecycle, type LifeRecord } from './lifecycle.ts';
import { packed, unpacked } from './pack.ts';
import { itemSize } from './size.ts';

const recordItem = z.object({
  id: z.string(),
  type: z.string(),
  version: z.number(),
  state: z.unknown(),
  data: z.unknown(),
  clocks: z.record(z.string(), clock),
  history: z.array(entry),
  createdAt: z.string(),
  updatedAt: z.string(),
  delivered: z.number(),
  archivedTo: z.number(),
  /** Long texts that data and history hold more than once, see pack.ts. */
  texts: z.array(z.string()).default([]),
});

/** A record read from its item; throws where the item is not what the lifecycle's schema says. */
export const fromItem = <D>(life: Lifecycle<D>, item: Item): LifeRecord<D> => {
  const { state, texts, data: kept, history: steps, ...record } = recordItem.parse(item);
  const { data, history } = unpacked({ value: { data: kept, history: steps }, texts });
  return { ...record, state, data: life.data.parse(data), history };
};

/** The item of a record: index attributes, and the outbox mark that stays until every effect is carried out. */
export const toItem = <D>(life: Lifecycle<D>, record: LifeRecord<D>): Item => {
  const { value, texts } = packed({ data: record.data, history: record.history });
  return {
    ...keys.record(life.kind, record.id),
    ...record,
    ...value,
    ...(texts.length > 0 ? { texts } : {}),
    entity: life.kind.toLowerCase(),
    ...life.index(record),
    outbox: outboxShard(record.id),
    outboxAt: record.updatedAt,
  };
};

/** One strongly consistent read; undefined where there is no such record. */
export const load = async <D>(life: Lifecycle<D>, id: string): Promise<LifeRecord<D> | undefined> => {
  const item = await records.item(keys.record(life.kind, id));
  return item && fromItem(life, item);
};

/** Stores a new record in one conditional write; answers the item that was there before instead, if there was one. */
export const create = async <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  extra: Item = {},
): Promise<Item | undefined> => {
  const notThere = 'attribute_not_exists(pk)'; // the same receipt or reward again finds the first one
  try {
    await table.send(
      new PutCommand({
        TableName: recordsTable(),
        Item: { ...toItem(life, record), ...extra },
        ConditionExpression: notThere,
      }),
    );
    return undefined;
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
    return (await records.item(keys.record(life.kind, record.id))) ?? {};
  }
};

export type TransactItems = NonNullable<TransactWriteCommandInput['TransactItems']>;

/**
 * Stores the next version of a record: one conditional write, or one transaction where other items must agree or a part of
 * its history moves beside it. Throws `stale` when somebody else's step came first, `record-full` where there is no room for
 * it; refused companions throw what `refused` makes of their position.
 */
export const commit = async <D>(
  life: Lifecycle<D>,
  before: LifeRecord<D>,
  next: LifeRecord<D>,
  also: TransactItems = [],
  refused: (position: number) => Error = () => conflict('stale', 'Something it depends on has changed.'),
): Promise<void> => {
  const { kept, moved } = archived(next);
  const Item = toItem(life, kept);
  checkRoom(life, before, next, itemSize(Item));
  const asRead = '#version = :read'; // version when this step began; unequal means another step came in between
  const put = {
    TableName: recordsTable(),
    Item,
    ConditionExpression: asRead,
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': before.version },
  };
  const archive = moved.map((entries) => archiveWrite(life, next, entries));
  const others = [...archive, ...also];
  try {
    if (others.length === 0) await table.send(new PutCommand(put));
    else await table.send(new TransactWriteCommand({ TransactItems: [{ Put: put }, ...others] }));
  } catch (e) {
    const which = refusedInTransaction(e);
    if (refusedByCondition(e) || which?.[0]) throw stale();
    const position = which?.indexOf(true) ?? -1;
    if (position > 0) throw refused(position - 1 - archive.length);
    throw which || metTransaction(e)
      ? conflict('busy', 'Somebody else is acting on this at the same moment; try again.')
      : e;
  }
};

const stale = () => conflict('stale', 'Somebody else acted first; look at the present state and try again.');

const archiveWrite = <D>({ kind }: Lifecycle<D>, { id }: LifeRecord<D>, entries: Entry[]): TransactItems[number] => ({
  Put: {
    TableName: recordsTable(),
    Item: { ...keys.archive(kind, id, entries[0]?.seq ?? 0), entity: 'history', entries },
  },
});

/**
 * Takes the record out of the outbox, unless a further step has come meanwhile (whose own delivery does it then). With
 * `wakeAt` its index entry moves to that moment, at which the sweeper looks at it.
 */
export const markDelivered = async (kind: string, id: string, version: number, wakeAt?: string): Promise<void> => {
  const nothingNewer = '#version = :seq';
  const [moved, values] = wakeAt ? [MOVED, { ':wake': wakeShard(id), ':at': wakeAt }] : [REMOVED, {}];
  try {
    await table.send(
      new UpdateCommand({
        TableName: recordsTable(),
        Key: keys.record(kind, id),
        UpdateExpression: `SET delivered = :seq${moved}`,
        ConditionExpression: nothingNewer,
        ExpressionAttributeNames: { '#version': 'version', '#outbox': 'outbox' },
        ExpressionAttributeValues: { ':seq': version, ...values },
      }),
    );
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
  }
};

const MOVED = ', #outbox = :wake, outboxAt = :at';
const REMOVED = ' REMOVE #outbox, outboxAt';

/**
 * Moves an item of the outbox index to a moment at which it is looked at again, or out of the index. False where somebody else
 * has moved it since it was read: whatever is to be done is theirs.
 */
export const postpone = async (item: Item, until?: string): Promise<boolean> => {
  const { pk, sk, outboxAt } = item;
  const asRead = 'outboxAt = :read';
  const [moved, values] = until ? [MOVED, { ':wake': wakeShard(String(pk)), ':at': until }] : [REMOVED, {}];
  try {
    await table.send(
      new UpdateCommand({
        TableName: recordsTable(),
        Key: { pk, sk },
        UpdateExpression: moved.replace(/^, /, 'SET '),
        ConditionExpression: asRead,
        ExpressionAttributeNames: { '#outbox': 'outbox' },
        ExpressionAttributeValues: { ':read': outboxAt, ...values },
      }),
    );
    return true;
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
    return false;
  }
};

/** Writes what the indexes hold of a record again, as it is derived from it. Left alone where a step has come meanwhile. */
export const putIndexes = async <D>(life: Lifecycle<D>, record: LifeRecord<D>, item: Item): Promise<void> => {
  const asRead = '#version = :read';
  try {
    await table.send(
      new PutCommand({
        TableName: recordsTable(),
        Item: { ...item, ...life.index(record) },
        ConditionExpression: asRead,
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': record.version },
      }),
    );
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
  }
};
