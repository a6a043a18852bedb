import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import { indexes } from '../../shared/keys.ts';

const BINARY = 'node_modules/@dynoxide/linux-x64/dynoxide';

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
  endpoint: string;
  /** Ends the engine; what was kept in memory is gone. */
  stop: () => Promise<void>;
}

/**
 * Starts a store of its own with an empty table, and points this process at it. Import what uses the table only afterwards:
 * `const engine = await startEngine(); const store = await import(…)`. `dbPath` keeps the data in a file.
 */
export const startEngine = async ({ dbPath }: { dbPath?: string } = {}): Promise<Engine> => {
  const external = process.env.KORA_DYNAMODB_ENDPOINT;
  const process_ = external ? undefined : await spawnEngine(dbPath);
  const endpoint = external ?? `http://127.0.0.1:${process_?.port}`;
  const name = external ? `kora-test-${process.pid}-${Date.now()}` : 'kora-test';
  Object.assign(process.env, {
    TABLE_NAME: name,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    LOG_LEVEL: 'silent',
  });
  await createTable(endpoint, name);
  return { endpoint, stop: async () => process_ && end(process_.child) };
};

const createTable = async (endpoint: string, name: string): Promise<void> => {
  const client = new DynamoDBClient({ endpoint, maxAttempts: 1 });
  const { TableNames } = await eventually(() => client.send(new ListTablesCommand({})));
  if (!TableNames?.includes(name)) await client.send(new CreateTableCommand(definition(name)));
  client.destroy();
};

const spawnEngine = async (dbPath?: string) => {
  if (!existsSync(BINARY)) throw new Error(`${BINARY} is not there: set KORA_DYNAMODB_ENDPOINT to a DynamoDB Local`);
  const port = await freePort();
  const child = spawn(
    BINARY,
    ['--host', '127.0.0.1', '--port', String(port), ...(dbPath ? ['--db-path', dbPath] : [])],
    { stdio: 'ignore' },
  );
  const kill = () => void child.kill('SIGKILL'); // it would outlive this process
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return { child, port };
};

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 2000).unref();
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const eventually = async <T>(attempt: () => Promise<T>): Promise<T> => {
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      return await attempt();
    } catch (e) {
      if (Date.now() > until) throw e;
      await new Promise((r) => setTimeout(r, 50));
    }
  }
};
