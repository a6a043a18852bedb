import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { keyedDigest } from '../../shared/ids.ts';
import { indexes, keys, lists } from '../../shared/keys.ts';
import { withoutExtension } from '../../shared/phone.ts';
import { recordsTable, table } from '../../shared/table.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { stageSecret } from './receive.ts';
import type { CaseData } from './schema.ts';

/**
 * Cases by the telephone number of whoever reported them. The index holds a keyed digest, never the number. It is written at
 * triage, as an item of its own: accepting a report stays one write.
 */

/** A keyed digest of a number in its stored form, 32 hex digits; all extensions of an office are one caller. */
export const callerDigest = (phone: string): string =>
  keyedDigest('caller', withoutExtension(phone), stageSecret().STAGE_SECRET);

const listOf = (phone: string): string => lists.caller(callerDigest(phone));

/** Makes a case findable by its reporter's number; once more is the same. One write, none where no number was left. */
export const rememberCaller = async ({ id, data, createdAt }: LifeRecord<CaseData>): Promise<void> => {
  if (!data.reporter.phone) return;
  const listed = { queue: listOf(data.reporter.phone), queueOrder: createdAt };
  const Item = { ...keys.caller(id), entity: 'caller', id, ...listed };
  await table.send(new PutCommand({ TableName: recordsTable(), Item }));
};

const found = z.object({ id: z.string() });

/** Newest first, at most this many. */
const MOST = 20;

/** The ids of the cases that were reported from a number, newest first. One query. */
export const casesOfCaller = async (phone: string): Promise<string[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.queue,
      KeyConditionExpression: 'queue = :caller',
      ExpressionAttributeValues: { ':caller': listOf(phone) },
      ScanIndexForward: false,
      Limit: MOST,
    }),
  );
  return Items.map((i) => found.parse(i).id);
};
