import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { log } from '../../shared/log.ts';
import type { Item } from '../../shared/table.ts';
import { deliverItem } from './outbox.ts';

/**
 * Carries out what the steps of a stream batch ask for. A later image of a record holds what the earlier ones asked, so only
 * the last one of each counts; the first failure and all after it come again.
 */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const last = Map.groupBy(event.Records, (r) => JSON.stringify(r.dynamodb?.Keys));
  const failed = (await Promise.all([...last.values()].map(attempt))).flat();
  const first = event.Records.map(sequence).find((n) => failed.includes(n));
  return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first }] };
};

const sequence = (r: DynamoDBRecord): string => r.dynamodb?.SequenceNumber ?? '';

/** The sequence numbers that have to come again: none, or all of this record. */
const attempt = async (images: DynamoDBRecord[]): Promise<string[]> => {
  const image = images.at(-1)?.dynamodb?.NewImage;
  if (!image) return [];
  try {
    await deliverItem(unmarshall(image as Record<string, AttributeValue>) as Item);
    return [];
  } catch (e) {
    log.error('delivery failed', { sequence: sequence(images[0] as DynamoDBRecord), error: nameOf(e) });
    return images.map(sequence);
  }
};

const nameOf = (e: unknown): string => (e instanceof Error ? `${e.name} ${e.stack?.split('\n')[1]?.trim()}` : typeof e);
