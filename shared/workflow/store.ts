import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conflict } from '../errors.ts';
import { keys, outboxShard } from '../keys.ts';
import { records } from '../reads.ts';
import { type Item, metTransaction, recordsTable, refusedByCondition, refusedInTransaction, table } from '../table.ts';
import { clock, entry, type Lifecycle, type LifeRecord } from './lifecycle.ts';

/** More entries than this in a record, and the older half moves to a sibling item in the same transaction. */
export const HISTORY_LIMIT = 120;

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
});

/** A record read from its item; throws where the item is not what the lifecycle's schema says. */
export const fromItem = <D>(life: Lifecycle<D>, item: Item): LifeRecord<D> => {
  const { state, ...record } = recordItem.parse(item);
  return { ...record, state, data: life.data.parse(record.data) };
};

/** The item of a record: index attributes, and the outbox mark that stays until every effect is carried out. */
export const toItem = <D>(life: Lifecycle<D>, record: LifeRecord<D>): Item => ({
  ...keys.record(life.kind, record.id),
  ...record,
  entity: life.kind.toLowerCase(),
  ...life.index(record),
  outbox: outboxShard(record.id),
  outboxAt: record.updatedAt,
});

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
 * Stores the next version of a record: one conditional write, or one transaction where other items must agree.
 * Throws `stale` when somebody else's step came first; refused companions throw what `refused` makes of their position.
 */
export const commit = async <D>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
  also: TransactItems = [],
  refused: (position: number) => Error = () => conflict('stale', 'Something it depends on has changed.'),
): Promise<void> => {
  const { record: kept, archive } = archived(life, record);
  const asRead = '#version = :read'; // version when this step began; unequal means another step came in between
  const put = {
    TableName: recordsTable(),
    Item: toItem(life, kept),
    ConditionExpression: asRead,
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': record.version - 1 },
  };
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

const archived = <D>(life: Lifecycle<D>, record: LifeRecord<D>): { record: LifeRecord<D>; archive: TransactItems } => {
  if (record.history.length <= HISTORY_LIMIT) return { record, archive: [] };
  const cut = record.history.findIndex(
    (e) => e.seq > record.delivered - 1 || e.seq > record.version - HISTORY_LIMIT / 2,
  );
  const old = record.history.slice(0, Math.max(cut, 0));
  if (old.length === 0) return { record, archive: [] };
  const first = old[0]?.seq ?? 0;
  const sibling = {
    pk: keys.record(life.kind, record.id).pk,
    sk: `HISTORY#${String(first).padStart(6, '0')}`,
    entries: old,
  };
  const kept = { ...record, history: record.history.slice(cut), archivedTo: old.at(-1)?.seq ?? 0 };
  return { record: kept, archive: [{ Put: { TableName: recordsTable(), Item: sibling } }] };
};

/** Takes the record out of the outbox, unless a further step has come meanwhile (whose own delivery does it then). */
export const markDelivered = async (kind: string, id: string, version: number): Promise<void> => {
  const nothingNewer = '#version = :seq';
  try {
    await table.send(
      new UpdateCommand({
        TableName: recordsTable(),
        Key: keys.record(kind, id),
        UpdateExpression: 'SET delivered = :seq REMOVE #outbox, outboxAt',
        ConditionExpression: nothingNewer,
        ExpressionAttributeNames: { '#version': 'version', '#outbox': 'outbox' },
        ExpressionAttributeValues: { ':seq': version },
      }),
    );
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
  }
};
