import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceNotFoundException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import type { TableSpec } from './stack.ts';

/** Makes the template's tables where they are not there yet, and indexes that a newer template adds. */
export const prepareTables = async (client: DynamoDBClient, tables: TableSpec[]): Promise<void> => {
  for (const table of tables) await prepare(client, wanted(table));
};

const wanted = ({ name, properties: p }: TableSpec): CreateTableCommandInput =>
  ({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: p.AttributeDefinitions,
    KeySchema: p.KeySchema,
    GlobalSecondaryIndexes: p.GlobalSecondaryIndexes,
    StreamSpecification: p.StreamSpecification && { StreamEnabled: true, ...p.StreamSpecification },
  }) as CreateTableCommandInput;

const prepare = async (client: DynamoDBClient, table: CreateTableCommandInput): Promise<void> => {
  const there = await describe(client, table.TableName);
  if (!there) await client.send(new CreateTableCommand(table));
  const known = new Set(there?.GlobalSecondaryIndexes?.map((i) => i.IndexName));
  const added = there ? (table.GlobalSecondaryIndexes ?? []).filter((i) => !known.has(i.IndexName)) : [];
  for (const index of added) await addIndex(client, table, index);
};

const describe = async (client: DynamoDBClient, TableName?: string) => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (e) {
    if (e instanceof ResourceNotFoundException) return undefined;
    throw e;
  }
};

const addIndex = (client: DynamoDBClient, table: CreateTableCommandInput, index: GlobalSecondaryIndex) =>
  client.send(
    new UpdateTableCommand({
      TableName: table.TableName,
      AttributeDefinitions: table.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    }),
  );

/** A client for what this machine itself reads and makes in the store. */
export const storeClient = (endpoint: string, region: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 10,
  });
