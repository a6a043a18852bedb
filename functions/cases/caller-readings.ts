import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { newId } from '../../shared/ids.ts';
import { keys } from '../../shared/keys.ts';
import { recordsTable, table } from '../../shared/table.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { callerDigest } from './callers.ts';

/**
 * Who looked up a telephone number (PIPL: access is on record): written down before the answer goes out, under the number’s
 * keyed digest, also where nothing was found.
 */

export const callerReading = z.object({
  at: z.string(),
  by: named,
  /** What is open under the number, or this record of who asked. */
  what: z.enum(['cases', 'reads']),
  /** How many of them were shown. */
  shown: z.number().int(),
});
export type CallerReading = z.infer<typeof callerReading>;

/** One write. */
export const writeDown = async (phone: string, reading: CallerReading): Promise<void> => {
  const key = keys.callerReading(callerDigest(phone), reading.at, newId());
  const Item = { ...key, entity: 'caller-reading', ...reading };
  await table.send(new PutCommand({ TableName: recordsTable(), Item }));
};

/** Newest first, at most this many. */
const MOST = 200;

/** Who has looked up a number. One query. */
export const readingsOf = async (phone: string): Promise<CallerReading[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      KeyConditionExpression: 'pk = :caller',
      ExpressionAttributeValues: { ':caller': keys.callerReading(callerDigest(phone), '', '').pk },
      ScanIndexForward: false,
      Limit: MOST,
      ConsistentRead: true,
    }),
  );
  return Items.map((i) => callerReading.parse(i));
};
