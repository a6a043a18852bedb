import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { conflict } from '../../shared/errors.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { recordsTable, refusedByCondition, refusedInTransaction, table } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';
import type { TransactItems } from '../../shared/workflow/store.ts';
import { type Policy, policy } from './policy.ts';
import { checkPolicy, policyInForce } from './rules.ts';

/** The dated policies of a unit, in its own partition. */

/** Every policy of a unit, oldest first. Strongly consistent. */
export const policiesOf = async (unit: string): Promise<Policy[]> =>
  (await records.partition(keys.policy(unit, '').pk)).map((i) => policy.parse(i));

/** Who sets it, and when. */
export interface Change {
  by: { id: string; name: string };
  at: Moment;
}

/** Sets a policy by version (0: a new one). Throws `policy-used`, `stale`, `invalid-input`. */
export const putPolicy = async (next: Policy, change: Change): Promise<Policy> => {
  const known = await policiesOf(next.unit);
  checkPolicy(next, known);
  const saved = { ...next, version: next.version + 1 };
  const before = policyInForce(known, next.from);
  const writes = [putOf(saved, change), ...(before && before.from !== next.from ? [stillUnused(before, next)] : [])];
  try {
    await table.send(new TransactWriteCommand({ TransactItems: writes }));
  } catch (e) {
    if (!refusedInTransaction(e)) throw e;
    throw conflict('stale', 'Somebody else changed this first, or a reward was decided by it; look at it again.');
  }
  return saved;
};

const putOf = (saved: Policy, change: Change): TransactItems[number] => {
  const asRead = saved.version === 1 ? 'attribute_not_exists(pk)' : '#version = :read';
  const unused = 'attribute_not_exists(usedTo)'; // no reward was decided by it meanwhile
  return {
    Put: {
      TableName: recordsTable(),
      Item: { ...keys.policy(saved.unit, saved.from), entity: 'policy', ...saved, changed: change },
      ConditionExpression: `${asRead} AND ${unused}`,
      ...(saved.version === 1
        ? {}
        : {
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':read': saved.version - 1 },
          }),
    },
  };
};

/** The one before it has decided no report of a day that the new one is for. */
const stillUnused = (before: Policy, next: Policy): TransactItems[number] => ({
  ConditionCheck: {
    TableName: recordsTable(),
    Key: keys.policy(before.unit, before.from),
    ConditionExpression: 'attribute_not_exists(usedTo) OR usedTo < :from',
    ExpressionAttributeValues: { ':from': next.from },
  },
});

/** Remembers that a report of this date was decided by the policy; false where the policy has changed since it was read. */
export const markUsed = async ({ unit, from, version }: Policy, date: string): Promise<boolean> => {
  try {
    await table.send(
      new UpdateCommand({
        TableName: recordsTable(),
        Key: keys.policy(unit, from),
        UpdateExpression: 'SET usedTo = :date',
        ConditionExpression: '#version = :read AND (attribute_not_exists(usedTo) OR usedTo < :date)',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': version, ':date': date },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return true;
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
    return e.Item?.version?.N === String(version); // decided a later report before: used already
  }
};
