import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

/** What accepting a report is compared with: the client of shared/table.ts, and nothing but the same conditional write. */
const client = new DynamoDBClient({ maxAttempts: 6 });
const table = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

export const handler = async (Item: Record<string, unknown>): Promise<void> => {
  const { TABLE_NAME: TableName } = process.env;
  await table.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
};
