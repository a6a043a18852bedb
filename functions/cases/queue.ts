import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Actor, unitsOf } from '../../shared/auth.ts';
import { isDomainError } from '../../shared/errors.ts';
import { indexes } from '../../shared/keys.ts';
import { recordsTable, table } from '../../shared/table.ts';
import { unitsBelow } from '../directory/lookup.ts';
import { loadCase, maySee } from './access.ts';
import { caseOfNumber } from './number.ts';
import { urgency } from './schema.ts';

/** A case as the queue's index has it. */
const queued = z.object({
  queueOrder: z.string(),
  card: z.looseObject({
    id: z.string(),
    type: z.string(),
    number: z.string().optional(),
    urgency: urgency.optional(),
    unit: z.string(),
    receivedAt: z.string(),
    state: z.unknown(),
    area: z.string(),
    words: z.string(),
    due: z.string().optional(),
    dueClock: z.string().optional(),
  }),
});
export type Card = z.infer<typeof queued>['card'];

/** The units whose cases the actor works on: their own, and for those who answer for others or are asked next, the units below. */
export const unitsSeen = async (actor: Actor): Promise<string[]> => {
  const led = unitsOf(actor, 'official', 'approver', 'first-secretary', 'responder');
  return [...new Set([...unitsOf(actor), ...(await unitsBelow(led))])];
};

export interface QueuePage {
  cards: Card[];
  /** Where the next page begins; undefined after the last. */
  cursor?: string;
}

/**
 * Cases of several units as one list: open ones by what falls due first, closed ones newest first. One query a unit; the
 * cost depends on the page, not on how many cases there are.
 */
export const queuePage = async (
  units: string[],
  { closed, cursor, limit }: { closed: boolean; cursor?: string; limit: number },
): Promise<QueuePage> => {
  const pages = await Promise.all(
    units.map((unit) => oneUnit(closed ? `${unit}#closed` : unit, closed, cursor, limit)),
  );
  const sorted = pages.flat().sort((a, b) => (a.queueOrder < b.queueOrder === closed ? 1 : -1));
  const shown = sorted.slice(0, limit);
  return { cards: shown.map((s) => s.card), cursor: sorted.length > limit ? shown.at(-1)?.queueOrder : undefined };
};

const oneUnit = async (queue: string, closed: boolean, cursor: string | undefined, limit: number) => {
  const beyond = cursor === undefined ? '' : ` AND queueOrder ${closed ? '<' : '>'} :cursor`;
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.queue,
      KeyConditionExpression: `queue = :queue${beyond}`,
      ExpressionAttributeValues: { ':queue': queue, ...(cursor === undefined ? {} : { ':cursor': cursor }) },
      ScanIndexForward: !closed,
      Limit: limit + 1,
    }),
  );
  return Items.map((i) => queued.parse(i));
};

/** The card of the case that has this number; nothing where there is none, or it is not for the actor. Two reads. */
export const cardOfNumber = async (number: string, actor: Actor): Promise<Card[]> => {
  const id = await caseOfNumber(number);
  const found = id === undefined ? undefined : await loadCase(id).catch(unlessMissing);
  if (!found || found.record.data.number !== number || !maySee(found.type, found.record, actor)) return [];
  return [queued.shape.card.parse(found.type.life.index(found.record).card)];
};

const unlessMissing = (e: unknown): undefined => {
  if (!isDomainError(e, 'not-found')) throw e;
};
