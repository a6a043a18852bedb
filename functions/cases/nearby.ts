import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { areaOf, indexes } from '../../shared/keys.ts';
import { table, tableEnv } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';

const indexed = z.object({ id: z.string(), facts: z.record(z.string(), z.unknown()) });
export type Indexed = z.infer<typeof indexed>;

/** The cases of a type in an area's county that arrived between two moments (`to` excluded), oldest first, as the index has them. */
export const arrivedIn = async (type: string, area: string, from: Moment, to: Moment): Promise<Indexed[]> => {
  const found: Indexed[] = [];
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const answer = await table.send(
      new QueryCommand({
        TableName: tableEnv().TABLE_NAME,
        IndexName: indexes.area,
        KeyConditionExpression: 'area = :area AND areaOrder BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':area': areaOf(type, area), ':from': from, ':to': to },
        ExclusiveStartKey,
      }),
    );
    found.push(...(answer.Items ?? []).map((i) => indexed.parse(i)));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
};

/** The cases of a type in an area's county since a moment, newest first. */
export const nearby = async (type: string, area: string, since: Moment): Promise<Indexed[]> =>
  (await arrivedIn(type, area, since, '9999')).reverse();
