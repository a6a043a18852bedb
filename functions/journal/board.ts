import { indexes, keys, lists } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import type { Item } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';
import { fromItem } from '../../shared/workflow/store.ts';
import { type RectificationCard, rectificationCard } from './rectification/schema.ts';
import { type Journal, journal, journalId } from './week/journal.ts';
import { type JournalCard, journalCard } from './week/schema.ts';

/**
 * | what it answers                     | by
 * |-------------------------------------|-----------------------------------------------
 * | weeks of a unit, of a person        | byQueue, byArea: JOURNALS#<unit or person>, by week
 * | weeks of people of a unit           | their ids, which follow from unit, week and person; strongly consistent
 * | rectifications of a unit, a person  | byQueue, byArea: RECTIFICATIONS#…, and …#closed
 *
 * The indexes may lag behind by moments.
 */

/** Most entries of one list that are looked at. */
const MOST = 1000;

/** The weeks of a unit from one week to another, both included. */
export const journalsOfUnit = async (unit: string, from: string, to = from): Promise<JournalCard[]> => {
  const items = await query(indexes.queue, 'queue = :list AND queueOrder BETWEEN :from AND :to', {
    ':list': lists.journals(unit),
    ':from': `${from}#`,
    ':to': `${to}#~`,
  });
  return items.map((i) => journalCard.parse(i.card));
};

/** The weeks of a person, newest first. */
export const journalsOfPerson = async (person: string): Promise<JournalCard[]> => {
  const items = await query(indexes.area, 'area = :list', { ':list': lists.journals(person) }, true);
  return items.map((i) => journalCard.parse(i.facts));
};

/** What these people have of a week, in the order asked for. Strongly consistent. */
export const weekOfPeople = async (unit: string, week: string, people: string[]): Promise<Journal[]> => {
  const ids = people.map((p) => journalId(unit, week, p));
  const items = await records.items(ids.map((id) => keys.record(journal.kind, id)));
  const found = new Map(items.map((i) => [String(i.id), fromItem(journal, i)]));
  return ids.flatMap((id) => found.get(id) ?? []);
};

/** The open rectifications of a unit, what is due first before the others. */
export const openInUnit = (unit: string): Promise<RectificationCard[]> =>
  rectifications(indexes.queue, lists.rectifications(unit));

/** The closed rectifications of a unit that were closed at or after an instant, newest first. */
export const closedInUnit = (unit: string, since?: Moment): Promise<RectificationCard[]> =>
  rectifications(indexes.queue, lists.rectificationsClosed(unit), since, true);

export const openOf = (person: string): Promise<RectificationCard[]> =>
  rectifications(indexes.area, lists.rectifications(person));

export const closedOf = (person: string): Promise<RectificationCard[]> =>
  rectifications(indexes.area, lists.rectificationsClosed(person), undefined, true);

const rectifications = async (
  index: typeof indexes.queue | typeof indexes.area,
  list: string,
  since?: Moment,
  newestFirst = false,
): Promise<RectificationCard[]> => {
  const name = index === indexes.queue ? 'queue' : 'area';
  const after = since === undefined ? '' : ` AND ${name}Order >= :since`;
  const values = { ':list': list, ...(since === undefined ? {} : { ':since': since }) };
  const items = await query(index, `${name} = :list${after}`, values, newestFirst);
  return items.map((i) => rectificationCard.parse(i.card ?? i.facts));
};

const query = async (
  IndexName: string,
  KeyConditionExpression: string,
  ExpressionAttributeValues: Record<string, string>,
  newestFirst = false,
): Promise<Item[]> => {
  const asked = { IndexName, KeyConditionExpression, ExpressionAttributeValues, ScanIndexForward: !newestFirst };
  return records.query({ ...asked, Limit: MOST }, MOST);
};
