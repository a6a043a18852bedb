import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '../../shared/keys.ts';
import { recordsTable, refusedByCondition, table } from '../../shared/table.ts';
import { type Moment, plus } from '../../shared/time.ts';

/** The memory of which mail went out, one item an effect. Kept longer than a message can live in its queues (14 days). */
const KEPT_DAYS = 30;

/**
 * After this long nobody can still be sending: the function is stopped after 30 s, and the message comes again
 * 180 s after it was taken. In milliseconds.
 */
const ABANDONED_MS = 150_000;

/** `mine`: send it now; `sent`: it went out before; `busy`: somebody else may be sending it at this moment. */
export type Claim = 'mine' | 'sent' | 'busy';

/** Takes an effect's mail in hand at `at`, in one conditional write. */
export const claim = async (effect: string, at: Moment): Promise<Claim> => {
  const untouched = 'attribute_not_exists(pk)'; // nobody has taken it yet
  const abandoned = '(#state = :sending AND #at < :abandoned)'; // who took it was stopped before they could say how it went
  try {
    await table.send(
      new PutCommand({
        TableName: recordsTable(),
        Item: { ...keys.effect(effect), entity: 'effect', state: 'sending', at, expires: expiry(at) },
        ConditionExpression: `${untouched} OR ${abandoned}`,
        ExpressionAttributeNames: { '#state': 'state', '#at': 'at' },
        ExpressionAttributeValues: { ':sending': 'sending', ':abandoned': plus(at, -ABANDONED_MS) },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return 'mine';
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
    return e.Item?.state?.S === 'sent' ? 'sent' : 'busy';
  }
};

const expiry = (at: Moment): number => Math.floor(Date.parse(at) / 1000) + KEPT_DAYS * 86_400;

const stillMine = {
  ConditionExpression: '#state = :sending AND #at = :mine', // taken by this try, not by a later one
  ExpressionAttributeNames: { '#state': 'state', '#at': 'at' },
};

/** Remembers that the mail claimed at `claimedAt` went out. */
export const markSent = async (effect: string, claimedAt: Moment): Promise<void> => {
  await table.send(
    new UpdateCommand({
      TableName: recordsTable(),
      Key: keys.effect(effect),
      UpdateExpression: 'SET #state = :sent',
      ...stillMine,
      ExpressionAttributeValues: { ':sending': 'sending', ':sent': 'sent', ':mine': claimedAt },
    }),
  );
};

/** Gives a mail back that could not be sent, so that the next try need not wait. */
export const release = async (effect: string, claimedAt: Moment): Promise<void> => {
  try {
    await table.send(
      new DeleteCommand({
        TableName: recordsTable(),
        Key: keys.effect(effect),
        ...stillMine,
        ExpressionAttributeValues: { ':sending': 'sending', ':mine': claimedAt },
      }),
    );
  } catch (e) {
    if (!refusedByCondition(e)) throw e;
  }
};
