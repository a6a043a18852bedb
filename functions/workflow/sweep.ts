import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { indexes, OUTBOX_SHARDS } from '../../shared/keys.ts';
import { log } from '../../shared/log.ts';
import { records } from '../../shared/reads.ts';
import { recordsTable, table } from '../../shared/table.ts';
import { between, type Moment, now, plus } from '../../shared/time.ts';
import { deliverItem } from './outbox.ts';

/** Younger than this, in milliseconds, and the stream is still at it. */
const GRACE = 120_000;
/** Records taken up in one round, from each part of the outbox. */
const ROUND = 100;

const waiting = z.object({ pk: z.string(), sk: z.string(), outboxAt: z.string() });
type Waiting = z.infer<typeof waiting>;

const metrics = new Metrics({ singleMetric: true });

/** Finds records whose effects never arrived and carries them out; tells how old the oldest is, in seconds. */
export const handler = async (): Promise<void> => {
  const at = now();
  const found = (await Promise.all(Array.from({ length: OUTBOX_SHARDS }, (_, i) => overdue(i, at)))).flat();
  for (const w of found) await attempt(w);
  const oldest = found.map((w) => w.outboxAt).sort()[0];
  metrics.addMetric('OutboxAge', MetricUnit.Seconds, oldest ? Math.round(between(oldest, at) / 1000) : 0);
  metrics.publishStoredMetrics();
};

const overdue = async (shard: number, at: Moment): Promise<Waiting[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.outbox,
      KeyConditionExpression: 'outbox = :shard AND outboxAt < :settled',
      ExpressionAttributeValues: { ':shard': `outbox-${shard}`, ':settled': plus(at, -GRACE) },
      Limit: ROUND,
    }),
  );
  return Items.map((i) => waiting.parse(i));
};

/** One that fails again waits for the next round, and holds up no other. */
const attempt = async ({ pk, sk }: Waiting): Promise<void> => {
  try {
    const item = await records.item({ pk, sk });
    if (item?.outbox) await deliverItem(item);
  } catch (e) {
    log.error('still not delivered', { record: pk, error: e instanceof Error ? e.name : typeof e });
  }
};
