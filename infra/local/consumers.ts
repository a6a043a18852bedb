import type { Functions } from './functions.ts';
import { REGION } from './names.ts';
import { type Message, md5, type Queues } from './queues.ts';
import type { MappingSpec } from './stack.ts';

/** Hands a queue's messages to its function, a batch at a time, as Lambda's pollers do. */
export class Consumer {
  readonly queue: string;
  private readonly mapping: MappingSpec;
  private readonly queues: Queues;
  private readonly functions: Functions;
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(mapping: MappingSpec, queues: Queues, functions: Functions) {
    this.queue = mapping.source;
    this.mapping = mapping;
    this.queues = queues;
    this.functions = functions;
  }

  /** Takes what is visible, as far as there is somebody free for it. */
  nudge(): void {
    while (!this.stopped && this.running.size < this.mapping.concurrency) {
      const batch = this.queues.receive(this.queue, this.mapping.batchSize);
      if (batch.length === 0) return;
      const work = this.handle(batch).finally(() => {
        this.running.delete(work);
        this.nudge();
      });
      this.running.add(work);
    }
  }

  /** Resolves when nothing is visible and nothing in hand. */
  async quiet(): Promise<void> {
    this.nudge();
    while (this.running.size > 0) await Promise.race(this.running);
  }

  stop(): void {
    this.stopped = true;
  }

  private async handle(batch: Message[]): Promise<void> {
    try {
      const Records = batch.map((m) => this.recordOf(m));
      const answer = await this.functions.invoke(this.mapping.functionArn, { Records });
      const failed = this.mapping.partialFailures ? failuresIn(answer, new Set(batch.map((m) => m.id))) : new Set();
      if (!this.stopped) for (const m of batch) if (!failed.has(m.id)) this.queues.remove(this.queue, m.receipt);
    } catch {
      // the function's log tells why; the messages reappear when their time is over
    }
  }

  private recordOf(m: Message) {
    return {
      messageId: m.id,
      receiptHandle: m.receipt,
      body: m.body,
      attributes: {
        ApproximateReceiveCount: String(m.received),
        SentTimestamp: String(m.sent),
        SenderId: 'local',
        ApproximateFirstReceiveTimestamp: String(m.first),
      },
      messageAttributes: m.attributes,
      md5OfBody: md5(m.body),
      eventSource: 'aws:sqs',
      eventSourceARN: this.queue,
      awsRegion: REGION,
    };
  }
}

/**
 * Ids of the records that a function reports as failed. A report that makes no sense (an id that is not in the batch, no
 * list) means all of them, as with Lambda; none at all means that all went well.
 */
export const failuresIn = (answer: unknown, ids: Set<string>): Set<string> => {
  if (answer === undefined || answer === null) return new Set();
  const { batchItemFailures: reported } = answer as { batchItemFailures?: unknown };
  if (reported === undefined || reported === null) return new Set();
  if (!Array.isArray(reported)) return ids;
  const failed = reported.map((f) => (f as { itemIdentifier?: unknown } | null)?.itemIdentifier);
  return failed.every((id): id is string => typeof id === 'string' && ids.has(id)) ? new Set(failed) : ids;
};
