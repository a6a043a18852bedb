import { Refusal } from '../wire.ts';
import type { ExpressionKind } from './parts.ts';

/** Errors of DynamoDB, in its own words. */

export const invalid = (message: string): Refusal =>
  new Refusal(400, 'com.amazon.coral.validate#ValidationException', message);

export const invalidIn = (kind: ExpressionKind, message: string): Refusal => invalid(`Invalid ${kind}: ${message}`);

const OWN = 'com.amazonaws.dynamodb.v20120810';

export const conflict = (): Refusal =>
  new Refusal(400, `${OWN}#TransactionConflictException`, 'Transaction is ongoing for the item');

/** A transaction of so many writes, the first of which met another one. */
export const cancelled = (writes: number): Refusal => {
  const reasons = Array.from({ length: writes }, (_, i) =>
    i === 0 ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' } : { Code: 'None' },
  );
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map((r) => r.Code).join(', ')}]`;
  return new Refusal(400, `${OWN}#TransactionCanceledException`, message, {}, { CancellationReasons: reasons });
};

export const throttled = (): Refusal =>
  new Refusal(
    400,
    'com.amazon.coral.availability#ThrottlingException',
    'Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please try again shortly.',
  );
