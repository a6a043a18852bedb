import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Batches, carryOut } from './batches.ts';
import type { Clock } from './clock.ts';
import { failuresIn } from './consumers.ts';
import { passes } from './filter.ts';
import type { Functions } from './functions.ts';
import type { Queues } from './queues.ts';
import { type ShardReader, type StreamRecord, shardsOf } from './shards.ts';
import type { MappingSpec, TableSpec } from './stack.ts';
import type { State } from './state.ts';

/** How often the stream is looked at when no function has just ended. In milliseconds. */
const ROUND = 250;
/** So many records are read ahead of the function. */
const AHEAD = 1000;

interface Around {
  endpoint: string;
  state: State;
  clock: Clock;
  functions: Functions;
  queues: Queues;
}

/** Hands a table's stream to its function as Lambda does: in order, in batches, remembering how far it came. */
export class StreamConsumer {
  private readonly mapping: MappingSpec;
  private readonly around: Around;
  private readonly lanes: Lane[];
  private readonly table: TableSpec;
  private shards: ShardReader[] = [];
  private turn: Promise<unknown> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(mapping: MappingSpec, table: TableSpec, around: Around) {
    this.mapping = mapping;
    this.table = table;
    this.around = around;
    this.lanes = Array.from({ length: mapping.concurrency }, () => new Lane(mapping.batchSize, (r) => this.carry(r)));
  }

  start(): void {
    this.nudge();
  }

  /** Looks at the stream now, and again after a while. */
  nudge(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.save();
      this.nudge();
    }, ROUND);
    void this.read();
  }

  /** Resolves when the stream holds nothing more and all that was read is handled. */
  async quiet(): Promise<void> {
    while (!this.stopped) {
      const found = await this.read();
      await Promise.all(this.lanes.map((l) => l.quiet()));
      if (found === 0) return;
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const lane of this.lanes) lane.stop();
    await this.turn;
    this.save();
  }

  /** Reads what is new, one reading at a time; answers how many records there were. A store that is down is asked again. */
  private read(): Promise<number> {
    const reading = this.turn.then(async () => {
      for (;;) {
        if (this.stopped || this.lanes.some((l) => l.length > AHEAD)) return 0;
        const found = await this.readAll().catch(() => undefined);
        if (found !== undefined) return found;
        await pause(50);
      }
    });
    this.turn = reading;
    return reading;
  }

  private async readAll(): Promise<number> {
    const { endpoint, state } = this.around;
    if (this.shards.length === 0 || this.shards.some((s) => s.ended))
      this.shards = await shardsOf(endpoint, this.table.name, state, this.shards);
    let found = 0;
    for (const shard of this.shards) {
      const records = await shard.read();
      found += records.length;
      for (const record of records) this.sort(shard, record);
    }
    return found;
  }

  private sort(shard: ShardReader, record: StreamRecord): void {
    const event = this.eventOf(record);
    const number = record.dynamodb.SequenceNumber;
    if (passes(this.mapping.filters, event)) this.laneOf(record)?.push({ event, number, shard });
    else shard.handled(number);
  }

  private laneOf({ dynamodb: { Keys } }: StreamRecord): Lane | undefined {
    const key = createHash('md5')
      .update(JSON.stringify(Keys?.pk ?? Keys))
      .digest();
    return this.lanes[(key[0] ?? 0) % this.lanes.length];
  }

  private eventOf(record: StreamRecord) {
    const at = record.dynamodb.ApproximateCreationDateTime + this.around.clock.offset / 1000;
    return {
      ...record,
      dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: at },
      eventSourceARN: this.mapping.source,
    };
  }

  private async carry(items: Item[]): Promise<void> {
    const batches: Batches<Item> = {
      attempt: (all) => this.attempt(all),
      giveUp: (all, tries) => this.giveUp(all, tries),
      pause: (tries) => pause(Math.min(100 * 2 ** tries, 2000)),
      bisect: this.mapping.bisect,
      retries: this.mapping.retries,
    };
    await carryOut(batches, items);
    if (this.stopped) return;
    for (const { shard, number } of items) shard.handled(number);
    this.save();
  }

  private save(): void {
    for (const shard of this.shards) shard.save();
  }

  private async attempt(items: Item[]): Promise<{ well: number; named: boolean }> {
    if (this.stopped) return { well: items.length, named: true };
    try {
      const Records = items.map((i) => i.event);
      const answer = await this.around.functions.invoke(this.mapping.functionArn, { Records });
      if (!this.mapping.partialFailures) return { well: items.length, named: true };
      const failed = failuresIn(answer, new Set(items.map((i) => i.number)));
      const first = items.findIndex((i) => failed.has(i.number));
      return { well: first < 0 ? items.length : first, named: failed.size < items.length };
    } catch {
      return { well: 0, named: false };
    }
  }

  private giveUp(items: Item[], tries: number): void {
    if (!this.mapping.onFailure || this.stopped) return;
    this.around.queues.send(this.mapping.onFailure, [{ body: JSON.stringify(this.report(items, tries)) }]);
  }

  private report(items: Item[], tries: number) {
    const numbers = items.map((i) => i.number);
    const at = (i?: Item) => new Date((i?.event.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
    return {
      requestContext: {
        requestId: randomUUID(),
        functionArn: this.mapping.functionArn,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: tries,
      },
      version: '1.0',
      timestamp: this.around.clock.iso(),
      DDBStreamBatchInfo: {
        shardId: items[0]?.shard.id,
        startSequenceNumber: numbers[0],
        endSequenceNumber: numbers.at(-1),
        approximateArrivalOfFirstRecord: at(items[0]),
        approximateArrivalOfLastRecord: at(items.at(-1)),
        batchSize: items.length,
        streamArn: this.mapping.source,
      },
    };
  }
}

interface Item {
  event: StreamRecord;
  number: string;
  shard: ShardReader;
}

/** Records of the same partition key stay in one lane and in order. */
class Lane {
  private readonly items: Item[] = [];
  private readonly size: number;
  private readonly carry: (items: Item[]) => Promise<void>;
  private working: Promise<void> | undefined;
  private stopped = false;

  constructor(size: number, carry: (items: Item[]) => Promise<void>) {
    this.size = size;
    this.carry = carry;
  }

  get length(): number {
    return this.items.length;
  }

  push(item: Item): void {
    this.items.push(item);
    this.working ??= this.work();
  }

  private async work(): Promise<void> {
    await undefined; // whatever is pushed in the same turn goes into the same batch
    while (this.items.length > 0 && !this.stopped) await this.carry(this.items.splice(0, this.size));
    this.working = undefined;
  }

  async quiet(): Promise<void> {
    while (this.working) await this.working;
  }

  stop(): void {
    this.stopped = true;
  }
}
