import { indexes, lists } from '../../shared/keys.ts';
import { type Query, records } from '../../shared/reads.ts';
import type { Item } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';
import { listsAround } from '../directory/around.ts';
import { type NoticeCard, noticeCard } from './schema.ts';

/**
 * | what it answers                                   | by
 * |---------------------------------------------------|---------------------------------------
 * | what is published around a place and not over yet | byArea: NOTICES#<prefecture or region>
 * | the notices of a unit, newest first               | byQueue: NOTICES#<unit>
 */

/** Most entries of one list that are looked at. */
const MOST = 500;

/** The notices of a unit in every stage, newest first. */
export const noticesOf = async (unit: string): Promise<NoticeCard[]> => {
  const found = await query({
    IndexName: indexes.queue,
    KeyConditionExpression: 'queue = :list',
    ExpressionAttributeValues: { ':list': lists.notices(unit) },
    ScanIndexForward: false,
  });
  return found.map((i) => noticeCard.parse(i.card));
};

/** Published notices around an area (anywhere, where none is named) that end after an instant. */
export const publishedAround = async (area: string | undefined, at: Moment): Promise<NoticeCard[]> => {
  const around = await listsAround(area);
  return (await Promise.all(around.map((a) => publishedIn(a, at)))).flat();
};

const publishedIn = async (list: string, at: Moment): Promise<NoticeCard[]> => {
  const found = await query({
    IndexName: indexes.area,
    KeyConditionExpression: 'area = :list AND areaOrder > :now',
    ExpressionAttributeValues: { ':list': lists.noticesAround(list), ':now': at },
  });
  return found.map((i) => noticeCard.parse(i.facts));
};

const query = (asked: Query): Promise<Item[]> => records.query({ Limit: MOST, ...asked }, MOST);
