import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Item, table, tableEnv } from './table.ts';

export type Query = Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'> & { TableName?: string };

/** The items that a query of the table (or the one it names) finds, page after page, until there are `most` of them. */
export const queryAll = async (asked: Query, most = Number.POSITIVE_INFINITY): Promise<Item[]> => {
  const found: Item[] = [];
  const TableName = asked.TableName ?? tableEnv().TABLE_NAME;
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await table.send(new QueryCommand({ ...asked, TableName, ExclusiveStartKey }));
    found.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < most);
  return found;
};
