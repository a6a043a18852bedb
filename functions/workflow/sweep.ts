import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DomainError } from '../../shared/errors.ts';
import { indexes, isInOutbox, OUTBOX_SHARDS, WAKE_SHARDS } from '../../shared/keys.ts';
import { log } from '../../shared/log.ts';
import { records } from '../../shared/reads.ts';
import { type Item, recordsTable, table } from '../../shared/table.ts';
import { between, type Moment, now, plus } from '../../shared/time.ts';
import { ABANDONED, errorName } from '../../shared/workflow/failures.ts';
import { postpone } from '../../shared/workflow/store.ts';
import { carryOut, isFailure } from './carry-out.ts';
import { countFailed, fireOverdue, OF_RECORD } from './outbox.ts';
import { stuckAnywhere } from './stuck.ts';
import { tellOfStuck } from './tell.ts';

/**
 * Every five minutes: carries out what the stream did not, tries again what failed, looks after deadlines that were not heard
 * of, and tells people what is stuck. Whatever is taken up is first moved to a later moment: one that never ends, or fails again
 * and again, stands behind all others.
 */

/** Younger than this, in milliseconds, and the stream is still at it. */
const GRACE = 120_000;
/** Taken up at a time from each part of the index. */
const PAGE = 25;
const AT_ONCE = 8;
/** Nothing is begun after so long, in milliseconds; what is left comes first in the next round. */
const ROUND = 150_000;

const waiting = z.object({ pk: z.string(), sk: z.string(), outbox: z.string(), outboxAt: z.string() });
type Waiting = z.infer<typeof waiting>;

const metrics = new Metrics({ singleMetric: true });

/** Tells how old the oldest is that waits or has failed, in seconds, and how many are stuck. */
export const handler = async (): Promise<void> => {
  const at = now();
  const ends = performance.now() + ROUND;
  const oldest = await takeUpAll(at, ends);
  const stuck = await stuckAnywhere();
  await tellOfStuck(stuck, at);
  const since = [oldest, ...stuck.map((s) => s.since)].filter((s) => s !== undefined).sort()[0];
  metrics.addMetric('OutboxAge', MetricUnit.Seconds, since ? Math.round(between(since, at) / 1000) : 0);
  metrics.publishStoredMetrics();
  metrics.addMetric('Stuck', MetricUnit.Count, new Set(stuck.map((s) => s.pk)).size);
  metrics.publishStoredMetrics();
};

const PARTS = [
  ...Array.from({ length: OUTBOX_SHARDS }, (_, i) => ({ part: `outbox-${i}`, wait: GRACE })),
  ...Array.from({ length: WAKE_SHARDS }, (_, i) => ({ part: `wake-${i}`, wait: 0 })),
];

/** Takes up everything whose moment has come, some of every part at a time; answers since when the oldest step has waited. */
const takeUpAll = async (at: Moment, ends: number): Promise<Moment | undefined> => {
  const seen = new Set<string>();
  let oldest: Moment | undefined;
  for (let open = PARTS; open.length > 0 && performance.now() < ends; ) {
    const pages = await Promise.all(
      open.map(async ({ part, wait }) => (await due(part, plus(at, -wait))).filter((w) => isNew(w, seen))),
    );
    open = open.filter((_, i) => (pages[i]?.length ?? 0) > 0);
    const found = pages.flat().sort((a, b) => (a.outboxAt < b.outboxAt ? -1 : 1));
    oldest ??= found.find((w) => isInOutbox(w.outbox))?.outboxAt;
    await each(found, ends);
  }
  return oldest;
};

/** The index lags behind by moments: what was taken up may come once more. */
const isNew = ({ pk, sk, outboxAt }: Waiting, seen: Set<string>): boolean => {
  const before = seen.size;
  return seen.add(`${pk} ${sk} ${outboxAt}`).size > before;
};

const due = async (part: string, before: Moment): Promise<Waiting[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.outbox,
      KeyConditionExpression: 'outbox = :part AND outboxAt <= :before',
      ExpressionAttributeValues: { ':part': part, ':before': before },
      Limit: PAGE,
    }),
  );
  return Items.map((i) => waiting.parse(i));
};

const each = async (left: Waiting[], ends: number): Promise<void> => {
  const work = async (): Promise<void> => {
    for (let w = left.shift(); w && performance.now() < ends; w = left.shift()) await takeUp(w);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

const takeUp = async ({ pk, sk, outboxAt }: Waiting): Promise<void> => {
  try {
    const item = await records.item({ pk, sk });
    if (item?.outboxAt !== outboxAt) return; // somebody else is at it
    await (isFailure(item) ? carryOut(item) : takeUpRecord(item));
  } catch (e) {
    log.error('could not be taken up', { record: pk, error: errorName(e) });
  }
};

/** A record with effects to carry out that is not in the outbox was taken up before, by somebody who has not come to an end. */
const takeUpRecord = async (item: Item): Promise<void> => {
  const until = plus(now(), ABANDONED);
  if (!(await postpone(item, until))) return;
  const held = { ...item, outboxAt: until };
  if (!isInOutbox(item.outbox)) {
    if (item.delivered === item.version) return fireOverdue(held);
    await countFailed(held, OF_RECORD, new DomainError('unavailable', 'interrupted', 'The last try did not end.'));
  }
  await carryOut(held);
};
