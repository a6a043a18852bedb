import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import { findStore } from '../../infra/local/store/found.ts';
import { end, launchAnywhere } from '../../infra/local/store/launch.ts';
import type { StoreFaults } from '../../infra/local/strict/faults.ts';
import { strictBefore } from '../../infra/local/strict/proxy.ts';
import { indexes } from '../../shared/keys.ts';

const index = (IndexName: string, pk: string, sk: string, ...NonKeyAttributes: string[]) => ({
  IndexName,
  KeySchema: [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ],
  Projection:
    NonKeyAttributes.length > 0
      ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes }
      : { ProjectionType: 'KEYS_ONLY' as const },
});

const attributes = ['pk', 'sk', 'queue', 'queueOrder', 'area', 'areaOrder', 'outbox', 'outboxAt'];

const definition = (TableName: string): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    index(indexes.queue, 'queue', 'queueOrder', 'card', 'id', 'entity'),
    index(indexes.area, 'area', 'areaOrder', 'facts', 'id'),
    index(indexes.outbox, 'outbox', 'outboxAt'),
  ],
});

export interface Engine {
  /** Of the store as strict as DynamoDB. */
  endpoint: string;
  /** Of the engine behind it. */
  engine: string;
  /** What the store shall refuse without anybody's fault. */
  faults: StoreFaults;
  /** Ends the engine; what was kept in memory is gone. */
  stop: () => Promise<void>;
}

/**
 * Starts a store of its own with an empty table, and points this process at it. Import what uses the table only afterwards:
 * `const engine = await startEngine(); const store = await import(…)`. A store that runs already gets a table of its own.
 * `ownDirectory` gives the directory a second one, as the functions of tip-offs have it.
 */
export const startEngine = async ({ ownDirectory = false } = {}): Promise<Engine> => {
  const { endpoint: engine, name, stop: stopEngine } = await startStore();
  const { endpoint, faults, close } = await strictBefore(() => engine);
  Object.assign(process.env, {
    TABLE_NAME: name,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    LOG_LEVEL: 'silent',
    ...(ownDirectory ? { DIRECTORY_TABLE: `${name}-directory` } : {}),
  });
  for (const table of [name, ...(ownDirectory ? [`${name}-directory`] : [])]) await createTable(engine, table);
  const stop = async () => {
    await close();
    await stopEngine();
  };
  return { endpoint, engine, faults, stop };
};

const startStore = async () => {
  const found = findStore();
  if ('endpoint' in found) return { ...found, name: `kora-test-${randomUUID()}`, stop: async () => {} };
  const { child, port } = await launchAnywhere(found.program, {});
  const kill = () => void child.kill('SIGKILL'); // it would outlive this process
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return { endpoint: `http://127.0.0.1:${port}`, name: 'kora-test', stop: () => end(child) };
};

const createTable = async (endpoint: string, name: string): Promise<void> => {
  const client = new DynamoDBClient({ endpoint, maxAttempts: 1 });
  const { TableNames } = await client.send(new ListTablesCommand({}));
  if (!TableNames?.includes(name)) await client.send(new CreateTableCommand(definition(name)));
  client.destroy();
};
