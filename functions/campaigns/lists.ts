import { indexes, lists } from '../../shared/keys.ts';
import { type Query, records } from '../../shared/reads.ts';
import type { Item } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';
import { listsAround } from '../directory/around.ts';
import { type CampaignCard, campaignCard } from './campaign/schema.ts';
import { type EventCard, eventCard } from './event/schema.ts';

/**
 * | what it answers                            | by
 * |--------------------------------------------|------------------------------------------
 * | the campaigns of a unit, last to end first | byQueue: CAMPAIGNS#<unit>
 * | campaigns around a place                   | byArea: CAMPAIGNS#<prefecture or region>
 * | the events of a unit, last to end first    | byQueue: EVENTS#<unit>
 * | events around a place                      | byArea: EVENTS#<prefecture or region>
 */

/** Most entries of one list that are looked at. */
const MOST = 500;

export const campaignsOf = async (unit: string): Promise<CampaignCard[]> =>
  (await ofUnit(lists.campaigns(unit))).map((i) => campaignCard.parse(i.card));

export const eventsOf = async (unit: string): Promise<EventCard[]> =>
  (await ofUnit(lists.events(unit))).map((i) => eventCard.parse(i.card));

/** Campaigns around an area (anywhere, where none is named) that end after an instant. */
export const campaignsAround = async (area: string | undefined, since: Moment): Promise<CampaignCard[]> => {
  const found = await Promise.all((await listsAround(area)).map((a) => ending(lists.campaignsAround(a), since)));
  return found.flat().map((i) => campaignCard.parse(i.facts));
};

/** Events around an area (anywhere, where none is named) that end after an instant. */
export const eventsAround = async (area: string | undefined, since: Moment): Promise<EventCard[]> => {
  const found = await Promise.all((await listsAround(area)).map((a) => ending(lists.eventsAround(a), since)));
  return found.flat().map((i) => eventCard.parse(i.facts));
};

const ofUnit = (list: string): Promise<Item[]> =>
  query({
    IndexName: indexes.queue,
    KeyConditionExpression: 'queue = :list',
    ExpressionAttributeValues: { ':list': list },
    ScanIndexForward: false,
  });

const ending = (list: string, since: Moment): Promise<Item[]> =>
  query({
    IndexName: indexes.area,
    KeyConditionExpression: 'area = :list AND areaOrder > :since',
    ExpressionAttributeValues: { ':list': list, ':since': since },
  });

const query = (asked: Query): Promise<Item[]> => records.query({ Limit: MOST, ...asked }, MOST);
