import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { isInOutbox, type Key } from '../../shared/keys.ts';
import { log } from '../../shared/log.ts';
import { records } from '../../shared/reads.ts';
import { carryOut } from './carry-out.ts';

/**
 * Carries out what the steps of a stream batch ask for. The stream says that something is to be done, the record itself says
 * what: an image that comes again after its time would set a deadline that was cleared since, or pay heed to an end that was
 * taken back. What fails is counted beside its record and holds up no other; where not even that is possible, the batch comes
 * again from there on.
 */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const byItem = Map.groupBy(event.Records, (r) => JSON.stringify(r.dynamodb?.Keys));
  const failed = (await Promise.all([...byItem.values()].map(attempt))).flat();
  const first = event.Records.map(sequence).find((n) => failed.includes(n));
  return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first }] };
};

const sequence = (r: DynamoDBRecord): string => r.dynamodb?.SequenceNumber ?? '';

/** The sequence numbers that have to come again: none, or all of this item. */
const attempt = async (images: DynamoDBRecord[]): Promise<string[]> => {
  try {
    const item = await records.item(keyOf(images));
    if (item && isInOutbox(item.outbox)) await carryOut(item);
    return [];
  } catch (e) {
    log.error('delivery failed', { sequence: sequence(images[0] as DynamoDBRecord), error: nameOf(e) });
    return images.map(sequence);
  }
};

const keyOf = (images: DynamoDBRecord[]): Key =>
  unmarshall((images[0]?.dynamodb?.Keys ?? {}) as Record<string, AttributeValue>) as Key;

const nameOf = (e: unknown): string => (e instanceof Error ? `${e.name} ${e.stack?.split('\n')[1]?.trim()}` : typeof e);
