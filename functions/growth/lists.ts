import { indexes, lists } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import type { Item } from '../../shared/table.ts';
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

const query = (list: string): Promise<Item[]> =>
  records.query(
    {
      IndexName: indexes.queue,
      KeyConditionExpression: 'queue = :list',
      ExpressionAttributeValues: { ':list': list },
      ...{ ScanIndexForward: false, Limit: MOST },
    },
    MOST,
  );
