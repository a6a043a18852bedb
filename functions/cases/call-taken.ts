import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DomainError } from '../../shared/errors.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { recordsTable, refusedByCondition, table } from '../../shared/table.ts';
import { type Moment, plus } from '../../shared/time.ts';
import { type Named, named } from '../../shared/workflow/lifecycle.ts';
import { callerDigest } from './callers.ts';

/** Two operators who take one call: the second is told whose it is already. */

/** What stands under a number's digest and a type while a call is fresh. */
const mark = z.object({ case: z.string(), at: z.string(), by: named });

/** For so long, in milliseconds, a call of the same kind from the same number is thought to be the same call. */
const FRESH_MS = 10 * 60_000;

/**
 * Marks a call as taken down by somebody. Throws `call-taken`, with who has it and its case, where a colleague took one of
 * this kind from this number down in the last ten minutes. One write.
 */
export const takeCall = async (
  phone: string,
  type: string,
  { case: id, by, at }: z.infer<typeof mark>,
): Promise<void> => {
  const key = keys.call(callerDigest(phone), type);
  const untaken = 'attribute_not_exists(pk)';
  const longAgo = '#at < :fresh';
  const ownCall = '#by.#id = :me'; // whoever takes two calls from one number knows it
  try {
    await table.send(
      new PutCommand({
        TableName: recordsTable(),
        Item: { ...key, entity: 'call', case: id, by, at, expires: Math.ceil((Date.parse(at) + FRESH_MS) / 1000) },
        ConditionExpression: `${untaken} OR ${longAgo} OR ${ownCall}`,
        ExpressionAttributeNames: { '#at': 'at', '#by': 'by', '#id': 'id' },
        ExpressionAttributeValues: { ':fresh': plus(at, -FRESH_MS), ':me': by.id },
      }),
    );
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
    throw takenBy(mark.parse(await records.item(key)));
  }
};

const takenBy = ({ case: id, by, at }: { case: string; by: Named; at: Moment }): DomainError =>
  new DomainError('conflict', 'call-taken', `${by.name} has just taken such a call from this number down.`, {
    extra: { case: id, by: by.name, at },
  });
