import { conflict, notFound } from '../../shared/errors.ts';
import { indexes, lists } from '../../shared/keys.ts';
import { log } from '../../shared/log.ts';
import { records } from '../../shared/reads.ts';
import type { Item } from '../../shared/table.ts';
import { now } from '../../shared/time.ts';
import {
  clearFailure,
  type Failure,
  type FailureCard,
  failure,
  failureCard,
  isSeen,
  tryAtOnce,
} from '../../shared/workflow/failures.ts';

/** What is stuck: failures that people see, because trying again has not helped so far. */

/** At most so many are read of a list. */
const MOST = 2000;

const cardsIn = (items: Item[], attribute: 'card' | 'facts'): FailureCard[] =>
  items.flatMap((item) => {
    const { data } = failureCard.safeParse(item[attribute]);
    if (!data) log.error('a failure cannot be read', { record: String(item.pk), failure: String(item.sk) });
    return data ?? [];
  });

/** What is stuck of a unit, longest first. One query. */
export const stuckIn = async (unit: string): Promise<FailureCard[]> =>
  cardsIn(
    await records.query(
      {
        IndexName: indexes.queue,
        KeyConditionExpression: 'queue = :list',
        ExpressionAttributeValues: { ':list': lists.stuck(unit) },
      },
      MOST,
    ),
    'card',
  );

/** What is stuck anywhere, in no particular order. One query. */
export const stuckAnywhere = async (): Promise<FailureCard[]> =>
  cardsIn(
    await records.query(
      {
        IndexName: indexes.area,
        KeyConditionExpression: 'area = :list',
        ExpressionAttributeValues: { ':list': lists.stuckAnywhere },
      },
      MOST,
    ),
    'facts',
  );

/** What is stuck of one record. Throws `not-found` where nothing is, any more. */
export const stuckOf = async (kind: string, id: string): Promise<Failure[]> => {
  const items = await records.partition(`${kind}#${id}`, 'FAILURE#');
  const seen = items.flatMap((i) => failure.safeParse(i).data ?? []).filter(isSeen);
  if (seen.length === 0) throw notFound('record that is stuck');
  return seen;
};

/** Has everything that failed of a record tried again at once, by the stream: moments later it is gone, or counted once more. */
export const tryAgain = async (failures: Failure[]): Promise<void> => {
  for (const f of failures) await tryAtOnce(f, now());
};

/** What does not go out by mail was said otherwise: the failure is gone. Throws `nothing-to-dismiss` where no mail is among them. */
export const dismissMails = async (failures: Failure[]): Promise<void> => {
  const mails = failures.filter((f) => f.cause === 'mail');
  if (mails.length === 0) throw conflict('nothing-to-dismiss', 'Only mail that does not go out can be dismissed.');
  for (const f of mails) await clearFailure(f);
};
