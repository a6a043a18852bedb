import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Item, table, tableEnv } from '../../shared/table.ts';

/** What accepting a report is compared with: nothing but the same conditional write, by the same client. */
export const handler = async (item: Item): Promise<void> => {
  await table.send(
    new PutCommand({ TableName: tableEnv().TABLE_NAME, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
  );
};
