import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { deliverItem } from '../../functions/workflow/outbox.ts';
import { indexes, OUTBOX_SHARDS } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { type Item, recordsTable, table } from '../../shared/table.ts';

/** The records whose effects are under way, by key. */
const waiting = async (): Promise<Item[]> => {
  const shards = await Promise.all(
    Array.from({ length: OUTBOX_SHARDS }, (_, i) =>
      table.send(
        new QueryCommand({
          TableName: recordsTable(),
          IndexName: indexes.outbox,
          KeyConditionExpression: 'outbox = :shard',
          ExpressionAttributeValues: { ':shard': `outbox-${i}` },
        }),
      ),
    ),
  );
  return shards.flatMap((s) => s.Items ?? []);
};

/** Carries out all that any record still asks for, as the stream would. */
export const deliverAll = async (): Promise<void> => {
  for (let round = await waiting(); round.length > 0; round = await waiting())
    for (const { pk, sk } of round) {
      const item = await records.item({ pk: String(pk), sk: String(sk) });
      if (item?.outbox) await deliverItem(item);
    }
};
