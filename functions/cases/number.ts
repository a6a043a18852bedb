import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { keys } from '../../shared/keys.ts';
import { table, tableEnv } from '../../shared/table.ts';
import { type Moment, yearOf } from '../../shared/time.ts';
import { loadItem } from '../../shared/workflow/store.ts';

const counted = z.object({ count: z.number() });

/**
 * The next number that people use for a case, `W26-540423-0007`: letter, year of arrival, county, count in that year; the
 * case can be found by it from now on. Two writes. A delivery that fails after them leaves a gap, never the same one twice.
 */
export const numberFor = async (letter: string, area: string, at: Moment, id: string): Promise<string> => {
  const series = `${letter}${String(yearOf(at)).slice(2)}-${area.slice(0, 6)}`;
  const { Attributes } = await table.send(
    new UpdateCommand({
      TableName: tableEnv().TABLE_NAME,
      Key: keys.counter(series),
      UpdateExpression: 'ADD #count :one',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': 1 },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  const number = `${series}-${String(counted.parse(Attributes).count).padStart(4, '0')}`;
  const Item = { ...keys.number(number), entity: 'number', id };
  await table.send(new PutCommand({ TableName: tableEnv().TABLE_NAME, Item }));
  return number;
};

const numbered = z.object({ id: z.string() });

/** The id of the case of a number; undefined for an unknown one. One read. The case itself tells whether it kept the number. */
export const caseOfNumber = async (number: string): Promise<string | undefined> => {
  const item = await loadItem(keys.number(number));
  return item && numbered.parse(item).id;
};
