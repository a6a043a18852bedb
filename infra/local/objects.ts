import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { REGION } from './names.ts';
import type { Queues } from './queues.ts';
import type { BucketSpec } from './stack.ts';
import type { State } from './state.ts';

export interface StoredObject {
  body: Buffer;
  type: string;
  etag: string;
  /** When it was put, in milliseconds. */
  at: number;
}

export interface Listed {
  key: string;
  size: number;
  etag: string;
  at: number;
}

/**
 * The buckets of the stack. An object and the messages that tell of it are one change on the disk: whatever ends this
 * process, either both are there after the next start or neither is.
 */
export class Objects {
  readonly buckets: Map<string, BucketSpec>;
  private readonly state: State;
  private readonly clock: Clock;
  private readonly queues: Queues;

  constructor(buckets: BucketSpec[], around: { state: State; clock: Clock; queues: Queues }) {
    this.buckets = new Map(buckets.map((b) => [b.name, b]));
    this.state = around.state;
    this.clock = around.clock;
    this.queues = around.queues;
  }

  /** Puts an object in the place of any of its key; `by` is how, as events name it (`Put`, `Post`). Answers its ETag. */
  put(bucket: BucketSpec, key: string, body: Buffer, { type, by }: { type: string; by: string }): string {
    const etag = `"${createHash('md5').update(body).digest('hex')}"`;
    this.state.together(() => {
      this.state.db
        .prepare('INSERT OR REPLACE INTO objects (bucket, key, type, etag, at, body) VALUES (?, ?, ?, ?, ?, ?)')
        .run(bucket.logicalId, key, type, etag, this.clock.now(), body);
      for (const { queue, prefix } of bucket.notifications)
        if (key.startsWith(prefix)) this.queues.send(queue, [{ body: this.told(bucket, key, body.length, etag, by) }]);
    });
    return etag;
  }

  get({ logicalId }: BucketSpec, key: string): StoredObject | undefined {
    const row = this.state.db.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?').get(logicalId, key);
    return (
      row && {
        body: Buffer.from(row.body as Uint8Array),
        type: String(row.type),
        etag: String(row.etag),
        at: Number(row.at),
      }
    );
  }

  remove({ logicalId }: BucketSpec, key: string): void {
    this.state.db.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?').run(logicalId, key);
  }

  /** Objects whose keys begin with `prefix` and come after `after`, in the order of their keys. */
  list({ logicalId }: BucketSpec, prefix: string, after: string, limit: number): Listed[] {
    const rows = this.state.db
      .prepare(
        `SELECT key, length(body) AS size, etag, at FROM objects
         WHERE bucket = ? AND key > ? AND substr(key, 1, length(?)) = ? ORDER BY key LIMIT ?`,
      )
      .all(logicalId, after, prefix, prefix, limit);
    return rows.map((r) => ({ key: String(r.key), size: Number(r.size), etag: String(r.etag), at: Number(r.at) }));
  }

  private told(bucket: BucketSpec, key: string, size: number, etag: string, by: string): string {
    const object = { key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'), size };
    const record = {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: REGION,
      eventTime: this.clock.iso(),
      eventName: `ObjectCreated:${by}`,
      s3: {
        s3SchemaVersion: '1.0',
        bucket: { name: bucket.name, arn: bucket.arn },
        object: { ...object, eTag: etag.slice(1, -1), sequencer: randomUUID() },
      },
    };
    return JSON.stringify({ Records: [record] });
  }
}
