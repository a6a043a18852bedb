import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { indexes, lists } from '../../shared/keys.ts';
import { type Item, table, tableEnv } from '../../shared/table.ts';
import { type ActivityCard, activityCard } from './activity/schema.ts';
import { type MentorshipCard, mentorshipCard } from './mentorship/schema.ts';

/**
 * | what it answers          | by
 * |--------------------------|-------------------------------
 * | the pairs of a unit      | byQueue: MENTORSHIPS#<unit>
 * | the activities of a unit | byQueue: ACTIVITIES#<unit>
 *
 * Newest first; the index may lag behind by moments.
 */

/** Most entries of one list that are looked at: years of a community. */
const MOST = 500;

export const mentorshipsOf = async (unit: string): Promise<MentorshipCard[]> =>
  (await query(lists.mentorships(unit))).map((i) => mentorshipCard.parse(i.card));

export const activitiesOf = async (unit: string): Promise<ActivityCard[]> =>
  (await query(lists.activities(unit))).map((i) => activityCard.parse(i.card));

const query = async (list: string): Promise<Item[]> => {
  const found: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: tableEnv().TABLE_NAME,
        IndexName: indexes.queue,
        KeyConditionExpression: 'queue = :list',
        ExpressionAttributeValues: { ':list': list },
        ...{ ScanIndexForward: false, Limit: MOST, ExclusiveStartKey },
      }),
    );
    found.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < MOST);
  return found;
};
