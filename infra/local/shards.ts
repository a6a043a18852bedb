import { REGION } from './names.ts';
import type { State } from './state.ts';

/** Reads a table's stream through the API of DynamoDB Streams, and keeps how far its records were handled. */

export interface StreamRecord {
  eventID: string;
  eventName: string;
  eventSourceARN?: string;
  dynamodb: {
    Keys?: Record<string, unknown>;
    SequenceNumber: string;
    /** In seconds. */
    ApproximateCreationDateTime: number;
    [more: string]: unknown;
  };
}

/** Nobody checks it; some stores keep the tables of each key and region apart. */
const SIGNATURE = `AWS4-HMAC-SHA256 Credential=local/20260101/${REGION}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;

/** The answer as it comes, since records are handed on as they come: the SDK would turn bytes and times into objects. */
const ask = async <T>(endpoint: string, operation: string, input: object): Promise<T> => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization: SIGNATURE,
    },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${operation}: ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** The shards of a table's stream, parents before children, each where it was left; those in `known` stay as they are. */
export const shardsOf = async (
  endpoint: string,
  table: string,
  state: State,
  known: ShardReader[],
): Promise<ShardReader[]> => {
  const { Streams } = await ask<{ Streams: { StreamArn: string }[] }>(endpoint, 'ListStreams', { TableName: table });
  const StreamArn = Streams.at(-1)?.StreamArn;
  if (!StreamArn) throw new Error(`${table} has no stream`);
  const { StreamDescription } = await ask<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
    endpoint,
    'DescribeStream',
    { StreamArn },
  );
  return StreamDescription.Shards.map(
    ({ ShardId }) =>
      known.find((s) => s.id === ShardId) ?? new ShardReader({ endpoint, StreamArn, ShardId, table, state }),
  );
};

interface Where {
  endpoint: string;
  StreamArn: string;
  ShardId: string;
  table: string;
  state: State;
}

const positionOf = (table: string, shard: string): string => `stream/${table}/${shard}`;

export class ShardReader {
  readonly id: string;
  /** Closed and read to its end. */
  ended = false;
  private readonly where: Where;
  private iterator: string | undefined;
  private last: string | undefined;
  /** What was read and not yet passed over, in order. */
  private readonly open: { number: string; done: boolean }[] = [];
  private position: string | undefined;
  private kept: string | undefined;

  constructor(where: Where) {
    this.where = where;
    this.id = where.ShardId;
    this.kept = where.state.kept<string>(positionOf(where.table, where.ShardId));
    this.last = this.kept;
  }

  /** The records after those that were read before. */
  async read(): Promise<StreamRecord[]> {
    if (this.ended) return [];
    try {
      const ShardIterator = this.iterator ?? (await this.newIterator());
      const { Records, NextShardIterator } = await ask<{ Records: StreamRecord[]; NextShardIterator?: string }>(
        this.where.endpoint,
        'GetRecords',
        { ShardIterator, Limit: 500 },
      );
      this.iterator = NextShardIterator;
      this.ended = NextShardIterator === undefined || NextShardIterator === null;
      for (const { dynamodb } of Records) this.open.push({ number: dynamodb.SequenceNumber, done: false });
      this.last = Records.at(-1)?.dynamodb.SequenceNumber ?? this.last;
      return Records;
    } catch (e) {
      this.iterator = undefined; // it may have grown too old: the next reading gets a new one
      throw e;
    }
  }

  private async newIterator(): Promise<string> {
    const from = this.last
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: this.last }
      : { ShardIteratorType: 'TRIM_HORIZON' };
    const { endpoint, StreamArn, ShardId } = this.where;
    const { ShardIterator } = await ask<{ ShardIterator: string }>(endpoint, 'GetShardIterator', {
      StreamArn,
      ShardId,
      ...from,
    });
    return ShardIterator;
  }

  /** A record is done with; the position is the last one up to which all are. */
  handled(number: string): void {
    const record = this.open.find((r) => r.number === number);
    if (record) record.done = true;
    while (this.open[0]?.done) this.position = this.open.shift()?.number;
  }

  /** Keeps the position, so that what comes after this process goes on from there. */
  save(): void {
    if (this.position === undefined || this.position === this.kept) return;
    this.where.state.keep(positionOf(this.where.table, this.id), this.position);
    this.kept = this.position;
  }
}

/** Up to which record each table's stream was handled, where it is a stream of one shard. */
export const handledOf = (state: State): Map<string, string> =>
  new Map(
    state.db
      .prepare("SELECT name, value FROM kept WHERE name LIKE 'stream/%'")
      .all()
      .map((row) => [String(row.name).split('/')[1] ?? '', String(JSON.parse(String(row.value)))]),
  );
