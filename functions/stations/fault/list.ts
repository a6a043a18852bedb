import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { indexes, lists } from '../../../shared/keys.ts';
import { recordsTable, table } from '../../../shared/table.ts';
import { type FaultCard, faultCard } from './schema.ts';

/** The faults of a unit's stations. The index may lag behind by moments. */

/** Most faults of one list that are looked at. */
const MOST = 200;

/** The open ones, oldest first. */
export const openFaultsOf = (unit: string): Promise<FaultCard[]> => cards(lists.faults(unit), true);

/** Those that were closed, newest first. */
export const closedFaultsOf = (unit: string): Promise<FaultCard[]> => cards(lists.faultsClosed(unit), false);

const cards = async (list: string, ScanIndexForward: boolean): Promise<FaultCard[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.queue,
      KeyConditionExpression: 'queue = :list',
      ExpressionAttributeValues: { ':list': list },
      ScanIndexForward,
      Limit: MOST,
    }),
  );
  return Items.map((i) => faultCard.parse(i.card));
};
