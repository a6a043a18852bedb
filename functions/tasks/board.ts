import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { indexes, lists } from '../../shared/keys.ts';
import { recordsTable, table } from '../../shared/table.ts';
import { hasWords } from '../../shared/text.ts';
import type { Moment } from '../../shared/time.ts';
import { type TaskCard, taskCard } from './schema.ts';

/** What the boards answer: open tasks by due date, closed ones newest first. The indexes may lag behind by moments. */

/** Most tasks of one board that are looked at. */
const MOST = 500;

/** The open tasks of a unit; `dueBefore` leaves out those due on that date or later. */
export const openInUnit = (unit: string, dueBefore?: string): Promise<TaskCard[]> =>
  byQueue(lists.tasks(unit), dueBefore === undefined ? undefined : { before: dueBefore });

/** The tasks of a unit that were closed at or after an instant. */
export const closedInUnit = (unit: string, since?: Moment): Promise<TaskCard[]> =>
  byQueue(lists.tasksClosed(unit), since === undefined ? undefined : { from: since }, true);

export const openOf = (person: string): Promise<TaskCard[]> => byArea(lists.tasks(person), false);

export const closedOf = (person: string): Promise<TaskCard[]> => byArea(lists.tasksClosed(person), true);

/** Tasks in which all words of the search stand: in what, why, the person's name, or who set it. */
export const matching = (cards: TaskCard[], search: string | undefined): TaskCard[] => {
  if (search === undefined) return cards;
  return cards.filter((c) => hasWords([c.what, c.why, c.who.name, c.setBy.name, c.source.label], search));
};

type Span = { before: string } | { from: string };

const byQueue = (queue: string, span?: Span, newestFirst = false): Promise<TaskCard[]> => {
  const condition = span && ('before' in span ? ' AND queueOrder < :edge' : ' AND queueOrder >= :edge');
  const edge = span && ('before' in span ? span.before : span.from);
  return cards({
    IndexName: indexes.queue,
    KeyConditionExpression: `queue = :list${condition ?? ''}`,
    ExpressionAttributeValues: { ':list': queue, ...(edge === undefined ? {} : { ':edge': edge }) },
    ScanIndexForward: !newestFirst,
  });
};

const byArea = (area: string, newestFirst: boolean): Promise<TaskCard[]> =>
  cards({
    IndexName: indexes.area,
    KeyConditionExpression: 'area = :list',
    ExpressionAttributeValues: { ':list': area },
    ScanIndexForward: !newestFirst,
  });

const cards = async (query: Omit<ConstructorParameters<typeof QueryCommand>[0], 'TableName'>): Promise<TaskCard[]> => {
  const { Items = [] } = await table.send(new QueryCommand({ ...query, TableName: recordsTable(), Limit: MOST }));
  return Items.map((i) => taskCard.parse(i.card ?? i.facts));
};
