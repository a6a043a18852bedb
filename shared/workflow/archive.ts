import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { keys } from '../keys.ts';
import { recordsTable, table } from '../table.ts';
import { type Entry, entry } from './lifecycle.ts';

const archive = z.object({ entries: z.array(entry) });

/** Entries beside a record that are older than one, the newest item first. */
export async function* archivedBefore(kind: string, id: string, seq: number): AsyncGenerator<Entry[]> {
  const { pk } = keys.record(kind, id);
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: recordsTable(),
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': pk,
          ':first': keys.archive(kind, id, 0).sk,
          ':last': keys.archive(kind, id, seq - 1).sk,
        },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: 4,
        ExclusiveStartKey,
      }),
    );
    for (const item of page.Items ?? []) yield archive.parse(item).entries.filter((e) => e.seq < seq);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
