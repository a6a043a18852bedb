import {
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findStore, thisMachine } from '../../infra/local/store/found.ts';
import { end, launch, launchAnywhere } from '../../infra/local/store/launch.ts';
import { strictBefore } from '../../infra/local/strict/proxy.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { accepted, type Case, refused, stored } from './strict-cases.ts';

let engine: Engine;
let table: string;
beforeAll(async () => {
  engine = await startEngine();
  table = process.env.TABLE_NAME ?? '';
  await ask(engine.endpoint, { what: 'stored', ...stored });
});
afterAll(() => engine.stop());

/** As it comes over the wire: the SDK would refuse some of it itself. */
const ask = async (endpoint: string, { operation, input }: Case) => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/ap-southeast-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input(table)),
  });
  const { __type = '', ...body } = (await answer.json()) as Record<string, string>;
  return { status: answer.status, type: __type.split('#').at(-1), says: body.message ?? body.Message ?? '' };
};

/** A store that runs already: AWS's own DynamoDB Local. */
const own = process.env.KORA_DYNAMODB_ENDPOINT;

describe.each(Object.entries(refused))('%s is refused', (_, cases) => {
  test.each(cases.filter((c) => !(own && c.passesLocal === 'layer, too')))('$what', async (given) => {
    const { type = 'ValidationException', says = '' } = given;
    const wanted = { status: 400, type, says: expect.stringContaining(says) };
    expect(await ask(engine.endpoint, given)).toEqual(wanted);
  });

  if (own)
    test.each(cases.filter((c) => !c.passesLocal))('$what: DynamoDB Local says so, too', async (given) => {
      const wanted = { status: 400, type: given.type ?? 'ValidationException' };
      expect(await ask(own, given)).toMatchObject(wanted);
    });
});

describe('at its limit is accepted', () => {
  test.each(accepted)('$what', async (given) => {
    expect(await ask(engine.endpoint, given)).toEqual({ status: 200, type: '', says: '' });
  });
});

describe('a query', () => {
  const values = { ':p': { S: 'pages' } };

  test('has pages of 1 MB at the most, and a limit counts what is read, not what a filter leaves', async () => {
    const store = client();
    for (const n of ['0', '1', '2', '3']) {
      const Item = { pk: { S: 'pages' }, sk: { S: n }, size: { N: n }, b: { S: 'x'.repeat(390_000) } };
      await store.send(new PutItemCommand({ TableName: table, Item }));
    }
    const all = { TableName: table, KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: values };
    const page = await store.send(new QueryCommand(all));
    expect(page.Count).toBeLessThan(4);
    expect(page.LastEvaluatedKey).toBeDefined();
    const filtered = {
      ...{ ...all, Limit: 2, FilterExpression: '#n = :n', ExpressionAttributeNames: { '#n': 'size' } },
      ExpressionAttributeValues: { ...values, ':n': { N: '3' } },
    };
    const none = await store.send(new QueryCommand(filtered));
    expect([none.Count, none.LastEvaluatedKey?.sk]).toEqual([0, { S: '1' }]);
    store.destroy();
  });

  test('knows of a table that is made later', async () => {
    const TableName = `${table}-later`;
    const empty: Case = {
      what: 'an empty key',
      operation: 'Query',
      input: () => ({ TableName, KeyConditionExpression: 'own = :o', ExpressionAttributeValues: { ':o': { S: '' } } }),
    };
    expect(await ask(engine.endpoint, empty)).toMatchObject({ type: 'ResourceNotFoundException' });
    const store = client();
    await store.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'own', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'own', KeyType: 'HASH' }],
      }),
    );
    expect(await ask(engine.endpoint, empty)).toMatchObject({ type: 'ValidationException' });
    store.destroy();
  });
});

describe('what happens without anybody’s fault', () => {
  const put = () => new PutItemCommand({ TableName: table, Item: { pk: { S: 'met' }, sk: { S: 'a' } } });
  const both = () =>
    new TransactWriteItemsCommand({
      TransactItems: ['a', 'b'].map((sk) => ({ Put: { TableName: table, Item: { pk: { S: 'met' }, sk: { S: sk } } } })),
    });

  test('a write that meets a transaction, as often as a test wants it', async () => {
    const store = client(1);
    engine.faults.conflicts = 2;
    await expect(store.send(put())).rejects.toBeInstanceOf(TransactionConflictException);
    const cancelled = await store.send(both()).catch((e: unknown) => e);
    expect(cancelled).toBeInstanceOf(TransactionCanceledException);
    expect(cancelled).toMatchObject({ CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }] });
    await store.send(both());
    store.destroy();
  });

  test('a store that is too busy is asked again by the SDK', async () => {
    const store = client();
    engine.faults.throttled = 2;
    await store.send(put());
    expect(engine.faults.throttled).toBe(0);
    engine.faults.throttled = 1;
    await expect(client(1).send(put())).rejects.toMatchObject({ name: 'ThrottlingException' });
    store.destroy();
  });
});

describe('an engine that dies', () => {
  test('hangs up on who asks; who asks again finds the next one', async () => {
    const found = findStore({ ...thisMachine(), env: { PATH: process.env.PATH } });
    if (!('program' in found)) throw new Error('no program');
    const first = await launchAnywhere(found.program, {});
    const strict = await strictBefore(() => `http://127.0.0.1:${first.port}`);
    const asked = () => fetch(strict.endpoint).then((r) => r.status);
    expect(await asked()).toBe(200);
    await end(first.child);
    await expect(asked()).rejects.toThrow();
    const next = launch(found.program, first.port, {});
    await expect.poll(() => asked().catch(() => 0)).toBe(200);
    await strict.close();
    await end(next);
  });
});

const client = (maxAttempts = 4) => new DynamoDBClient({ endpoint: engine.endpoint, maxAttempts });
