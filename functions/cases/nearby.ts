import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { areaOf, indexes } from '../../shared/keys.ts';
import { recordsTable, table } from '../../shared/table.ts';
import { type Moment, plus } from '../../shared/time.ts';
import type { Sighting } from './likeness.ts';

const indexed = z.object({ id: z.string(), facts: z.record(z.string(), z.unknown()) });
export type Indexed = z.infer<typeof indexed>;

interface Span {
  type: string;
  area: string;
  from: Moment;
  /** Excluded. */
  to: Moment;
}

const queryOf = ({ type, area, from, to }: Span): QueryCommandInput => ({
  TableName: recordsTable(),
  IndexName: indexes.area,
  KeyConditionExpression: 'area = :area AND areaOrder BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':area': areaOf(type, area), ':from': from, ':to': to },
});

/** The answers of a query, a page at a time. */
async function* pagesOf(query: QueryCommandInput): AsyncGenerator<Indexed[]> {
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const answer = await table.send(new QueryCommand({ ...query, ExclusiveStartKey }));
    yield (answer.Items ?? []).map((i) => indexed.parse(i));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** The cases of a type in an area's county that arrived between two moments (`to` excluded), oldest first, as the index has them. */
export const arrivedIn = async (type: string, area: string, from: Moment, to: Moment): Promise<Indexed[]> => {
  const found: Indexed[] = [];
  for await (const page of pagesOf(queryOf({ type, area, from, to }))) found.push(...page);
  return found;
};

/** The newest of them first, those that fit, at most so many; it reads no further. */
export const newestIn = async (span: Span, most: number, fits: (item: Indexed) => boolean): Promise<Indexed[]> => {
  const found: Indexed[] = [];
  for await (const page of pagesOf({ ...queryOf(span), ScanIndexForward: false, Limit: most })) {
    found.push(...page.filter(fits));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
};

/** The cases of a type in an area's county since a moment, newest first. */
export const nearby = async (type: string, area: string, since: Moment): Promise<Indexed[]> =>
  (await arrivedIn(type, area, since, '9999')).reverse();

const HOUR = 3_600_000;

/**
 * The other cases of a type in the county that may matter to one: those that arrived since so many hours before it. What was
 * indexed before its type compared anything says too little, and is left out.
 */
export const sightingsAround = async <S extends Sighting>(
  type: string,
  here: S,
  schema: z.ZodType<S>,
  hours: number,
): Promise<S[]> => {
  const found = await nearby(type, here.area, plus(here.at, -hours * HOUR));
  return found.filter((c) => c.id !== here.id).flatMap((c) => schema.safeParse({ ...c.facts, id: c.id }).data ?? []);
};
