import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conflict, type DomainError, notFound } from '../../shared/errors.ts';
import { indexes, keys, lists } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { type Item, recordsTable, refusedByCondition, table } from '../../shared/table.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { fromItem, type TransactItems } from '../../shared/workflow/store.ts';
import { handover, handoverId } from './handover/handover.ts';
import type { HandoverData } from './handover/schema.ts';
import { type Rota, rota as rotaSchema } from './schema.ts';
import { slotOf } from './week.ts';

/**
 * | what it answers                        | by
 * |----------------------------------------|--------------------------------------------
 * | a unit's rota                          | its key, strongly consistent
 * | the units that hand over at one moment | byQueue: ROTAS#<slot>#<shard>
 * | the slots there are, and how far each is | SLOTS, <slot>
 * | weeks of duty of a unit                | their ids, which follow from unit and week
 */

/** Units of one slot are spread over this many partitions. */
export const ROTA_SHARDS = 8;

const shardOf = (unit: string): number =>
  [...unit].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7) % ROTA_SHARDS;

/** The rota of a unit; undefined where it has none. */
export const getRota = async (unit: string): Promise<Rota | undefined> => {
  const item = await records.item(keys.rota(unit));
  return item && rotaSchema.parse(item);
};

/** The rota of a unit; throws `not-found`. */
export const mustRota = async (unit: string): Promise<Rota> => {
  const found = await getRota(unit);
  if (!found) throw notFound('rota');
  return found;
};

/** The item of a rota, with its place among those of its slot. */
export const itemOf = (rota: Rota): Item => ({
  ...keys.rota(rota.unit),
  ...rota,
  entity: 'rota',
  id: rota.unit,
  queue: lists.rotas(slotOf(rota.week), shardOf(rota.unit)),
  queueOrder: rota.unit,
});

const put = (rota: Rota) => ({
  TableName: recordsTable(),
  Item: itemOf({ ...rota, version: rota.version + 1 }),
  ...(rota.version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' } // the first of its unit
    : {
        ConditionExpression: '#version = :read', // as the change was computed from; unequal means another change came in between
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': rota.version },
      }),
});

/** Saves a rota that was changed from the version it bears; answers it with the next. Throws `stale`. */
export const putRota = async (rota: Rota): Promise<Rota> => {
  await rememberSlot(slotOf(rota.week));
  try {
    await table.send(new PutCommand(put(rota)));
  } catch (e) {
    if (refusedByCondition(e)) throw staleRota();
    throw e;
  }
  return { ...rota, version: rota.version + 1 };
};

/** The same write as part of a transaction. */
export const rotaWrite = (rota: Rota): TransactItems[number] => ({ Put: put(rota) });

export const staleRota = (): DomainError =>
  conflict('stale', 'Somebody else changed the rota first; look at the present one and try again.');

const slotItem = z.object({ sk: z.string(), week: z.string().optional(), friday: z.string().optional() });

/** How far a slot has come: the last week that was handed over, and the last whose Friday reminder went out. */
export interface SlotState {
  slot: string;
  week?: string;
  friday?: string;
}

export const slots = async (): Promise<SlotState[]> => {
  const found = await records.partition(keys.slot('').pk);
  return found.map((i) => slotItem.parse(i)).map(({ sk, week, friday }) => ({ slot: sk, week, friday }));
};

const rememberSlot = async (slot: string): Promise<void> => {
  await table.send(
    new UpdateCommand({
      TableName: recordsTable(),
      Key: keys.slot(slot),
      UpdateExpression: 'SET entity = :entity',
      ExpressionAttributeValues: { ':entity': 'slot' },
    }),
  );
};

/** Remembers that everything up to a week was put into the queue; an earlier week than known changes nothing. */
export const markSlot = async (slot: string, mark: 'week' | 'friday', week: string): Promise<void> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName: recordsTable(),
        Key: keys.slot(slot),
        UpdateExpression: 'SET #mark = :week',
        ConditionExpression: 'attribute_not_exists(#mark) OR #mark < :week', // a slower run of the same round
        ExpressionAttributeNames: { '#mark': mark },
        ExpressionAttributeValues: { ':week': week },
      }),
    );
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
  }
};

/** Every unit of a slot, page by page. */
export async function* unitsOfSlot(slot: string): AsyncGenerator<string[]> {
  for (let shard = 0; shard < ROTA_SHARDS; shard++) {
    let ExclusiveStartKey: Item | undefined;
    do {
      const page = await table.send(
        new QueryCommand({
          TableName: recordsTable(),
          IndexName: indexes.queue,
          KeyConditionExpression: 'queue = :slot',
          ExpressionAttributeValues: { ':slot': lists.rotas(slot, shard) },
          ExclusiveStartKey,
        }),
      );
      const units = (page.Items ?? []).map((i) => String(i.id));
      if (units.length > 0) yield units;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
}

/** Rotas of units, and the weeks of duty named, in as few reads as there can be. */
export const rotasAndWeeks = async (
  units: string[],
  week: string,
): Promise<{ rotas: Rota[]; weeks: LifeRecord<HandoverData>[] }> => {
  const items = await records.items([
    ...units.map(keys.rota),
    ...units.map((u) => keys.record(handover.kind, handoverId(u, week))),
  ]);
  const isRota = (i: Item) => i.entity === 'rota';
  return {
    rotas: items.filter(isRota).map((i) => rotaSchema.parse(i)),
    weeks: items.filter((i) => !isRota(i)).map((i) => fromItem(handover, i)),
  };
};

/** The weeks of duty of a unit that were frozen, of those named, oldest first. */
export const handoversOf = async (unit: string, weeks: string[]): Promise<LifeRecord<HandoverData>[]> => {
  const items = await records.items(weeks.map((w) => keys.record(handover.kind, handoverId(unit, w))));
  return items.map((i) => fromItem(handover, i)).sort((a, b) => (a.data.week < b.data.week ? -1 : 1));
};
