import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { carryOut } from '../../functions/workflow/carry-out.ts';
import { indexes, isInOutbox, OUTBOX_SHARDS } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { type Item, recordsTable, table } from '../../shared/table.ts';

/** The records whose effects are under way, by key. */
export const waiting = async (): Promise<Item[]> => {
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
      if (item && isInOutbox(item.outbox)) await carryOut(item);
    }
};
