import { BatchWriteItemCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryOut } from '../../infra/local/batches.ts';
import { failuresIn } from '../../infra/local/consumers.ts';
import { passes } from '../../infra/local/filter.ts';
import { type Started, startOwn } from './started.ts';

describe('a table’s stream', () => {
  let own: Started;
  let store: DynamoDBClient;
  let TableName: string;
  beforeAll(async () => {
    own = await startOwn();
    await reach();
  });
  afterAll(() => own?.stop());

  /** The store has another port after each start. */
  const reach = async () => {
    store = new DynamoDBClient({ ...(await own.client('DYNAMODB')), maxAttempts: 6 });
    TableName = (await own.env()).TABLE_NAME ?? '';
  };
  const item = (pk: string, sk: string, outbox?: string) => ({
    pk: { S: pk },
    sk: { S: sk },
    ...(outbox ? { outbox: { S: outbox } } : {}),
  });
  const put = (pk: string, sk: string, outbox?: string) =>
    store.send(new PutItemCommand({ TableName, Item: item(pk, sk, outbox) }));
  const batches = (pk: string) => own.seen().map((s) => (s.event as string[]).filter((r) => r.startsWith(`${pk}/`)));
  const seen = (pk: string) => batches(pk).flat();
  const failed = async () => {
    const { body } = await own.kora.api('GET', '/local/queues');
    const { messages } = body.find((q: { name: string }) => q.name.includes('-failed-'));
    return messages.map((m: { body: string }) => JSON.parse(m.body));
  };

  test('records of a key come in order and each once; those that the filter leaves out never', async () => {
    for (let i = 0; i < 30; i++) await put('order', String(i), i % 3 === 2 ? undefined : 'go');
    await own.kora.settle();
    const wanted = Array.from({ length: 30 }, (_, i) => i).filter((i) => i % 3 !== 2);
    expect(seen('order')).toEqual(wanted.map((i) => `order/${i}`));
  });

  test('a record that the function names as failed is tried alone and put aside; what follows goes on', async () => {
    await store.send(
      new BatchWriteItemCommand({
        RequestItems: {
          [TableName]: ['1', '2', '3'].map((sk) => ({
            PutRequest: { Item: item('poison', sk, sk === '2' ? 'fail' : 'go') },
          })),
        },
      }),
    );
    await own.kora.settle();
    const [report, ...more] = await failed();
    expect(more).toEqual([]);
    expect(report).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
    expect(seen('poison').filter((r) => r === 'poison/1').length).toBe(1);
    expect(seen('poison')).toContain('poison/3');
  });

  test('a batch that fails as a whole is halved until the record stands alone', async () => {
    const before = (await failed()).length;
    for (const sk of ['1', '2', '3', '4', '5']) await put('halves', sk, sk === '4' ? 'throw' : 'go');
    await own.kora.settle();
    expect((await failed()).length).toBe(before + 1);
    const well = batches('halves').filter((b) => !b.includes('halves/4'));
    expect([...new Set(well.flat())].sort()).toEqual(['halves/1', 'halves/2', 'halves/3', 'halves/5']);
  });

  test('a store that is killed comes back with what it held, and the stream goes on', async () => {
    await put('survivor', '1', 'go');
    await own.kora.kill({ database: true });
    await put('survivor', '2', 'go');
    await own.kora.settle();
    expect(seen('survivor')).toEqual(['survivor/1', 'survivor/2']);
  });

  test('after a crash and after an end in order the stream goes on where it was', async () => {
    await put('again', '1', 'go');
    await own.kora.settle();
    await own.kora.crash();
    await own.kora.start();
    await reach();
    await put('again', '2', 'go');
    await own.kora.settle();
    await own.kora.end();
    await own.kora.start();
    await reach();
    await put('again', '3', 'go');
    await own.kora.settle();
    expect(seen('again')).toEqual(['again/1', 'again/2', 'again/3']);
    expect((await store.send(new ScanCommand({ TableName, Select: 'COUNT' }))).Count).toBeGreaterThan(38);
  });
});

describe('how a batch is carried out', () => {
  /** Records are numbers; those in `bad` fail. */
  const run = async (
    records: number[],
    bad: number[],
    options: { bisect: boolean; named: boolean; retries: number },
  ) => {
    const tried: number[][] = [];
    const aside: number[][] = [];
    await carryOut(
      {
        ...options,
        attempt: async (batch) => {
          tried.push(batch);
          const first = batch.findIndex((r) => bad.includes(r));
          if (first < 0) return { well: batch.length, named: true };
          return { well: options.named ? first : 0, named: options.named };
        },
        giveUp: (batch) => void aside.push(batch),
        pause: async () => {},
      },
      records,
    );
    return { tried, aside };
  };

  test('named: only the failed one is repeated', async () => {
    const { tried, aside } = await run([1, 2, 3, 4], [2], { bisect: true, named: true, retries: 1 });
    expect(tried).toEqual([[1, 2, 3, 4], [2], [2], [3, 4]]);
    expect(aside).toEqual([[2]]);
  });

  test('not named: halves', async () => {
    const { tried, aside } = await run([1, 2, 3, 4], [3], { bisect: true, named: false, retries: 0 });
    expect(tried).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [4]]);
    expect(aside).toEqual([[3]]);
  });

  test('without bisecting the whole batch is repeated and put aside', async () => {
    const { tried, aside } = await run([1, 2], [2], { bisect: false, named: false, retries: 1 });
    expect(tried).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(aside).toEqual([[1, 2]]);
  });
});

test.each([
  [undefined, []],
  [null, []],
  [{}, []],
  [{ batchItemFailures: [] }, []],
  [{ batchItemFailures: [{ itemIdentifier: 'a' }] }, ['a']],
  [{ batchItemFailures: [{ itemIdentifier: 'x' }] }, ['a', 'b']],
  [{ batchItemFailures: [{}] }, ['a', 'b']],
  [{ batchItemFailures: 'a' }, ['a', 'b']],
])('the answer %j means that %j failed', (answer, failed) => {
  expect([...failuresIn(answer, new Set(['a', 'b']))]).toEqual(failed);
});

test.each([
  [[], { a: 1 }, true],
  [[{ a: ['x'] }], { a: 'x' }, true],
  [[{ a: ['x'] }], { a: 'y' }, false],
  [[{ a: ['x'] }, { b: [{ exists: true }] }], { b: 1 }, true],
  [[{ a: { b: [{ exists: false }] } }], { a: {} }, true],
  [[{ a: [{ prefix: 'CASE#' }], b: [1] }], { a: 'CASE#1', b: 2 }, false],
  [[{ a: [{ 'anything-but': ['x'] }] }], { a: 'y' }, true],
])('filters %j let %j pass: %s', (filters, record, expected) => {
  expect(passes(filters, record)).toBe(expected);
});
