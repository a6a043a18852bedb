import type { S3Event, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log } from '../../shared/log.ts';
import { now } from '../../shared/time.ts';
import { keep, photoOfKey, readIncoming, removeIncoming } from './bucket.ts';
import { type Cleaned, cleaned } from './image.ts';
import { Unfit } from './rules.ts';
import type { Reason, Subject } from './schema.ts';
import { photosOf, settle } from './store.ts';

/** Looks at every photo that arrives: what is fit is kept without its metadata, and what was sent is removed either way. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  for (const record of event.Records) if (!(await attempt(record))) failed.push(record.messageId); // one at a time: pictures are large
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};

/** True when the message is done with; false when it must come again. */
const attempt = async ({ messageId, body }: SQSRecord): Promise<boolean> => {
  try {
    for (const key of keysIn(body)) await look(key);
    return true;
  } catch (e) {
    log.error('photo could not be looked at', { messageId, error: e instanceof Error ? e.name : typeof e });
    return false;
  }
};

/** The keys of new objects; the bucket also says when its notifications are set up. */
const keysIn = (body: string): string[] => {
  const { Records = [] } = JSON.parse(body) as Partial<S3Event>;
  return Records.map((r) => decodeURIComponent(r.s3.object.key.replaceAll('+', ' ')));
};

const look = async (key: string): Promise<void> => {
  const found = photoOfKey(key);
  if (!found) return;
  const { subject, n } = found;
  const photo = (await photosOf(subject)).find((p) => p.n === n);
  if (photo?.state === 'expected') await settleArrived(subject, n);
  await removeIncoming(subject, n); // last: until then a repeat begins anew
};

const settleArrived = async (subject: Subject, n: number): Promise<void> => {
  const seen = await seenIn(subject, n);
  if (seen === undefined) return; // an earlier repeat has dealt with it
  if ('reason' in seen) {
    await settle(subject, n, seen, now());
    log.info('photo refused', { kind: subject.kind, n, reason: seen.reason });
    return;
  }
  await keep(subject, n, seen);
  await settle(subject, n, { picture: seen.picture }, now());
};

const seenIn = async (subject: Subject, n: number): Promise<Cleaned | { reason: Reason } | undefined> => {
  try {
    const file = await readIncoming(subject, n);
    return file && (await cleaned(file));
  } catch (e) {
    if (e instanceof Unfit) return { reason: e.reason };
    throw e;
  }
};
