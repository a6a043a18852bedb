import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { keys } from '../../shared/keys.ts';
import { table, tableEnv } from '../../shared/table.ts';
import { type Moment, yearOf } from '../../shared/time.ts';

const counted = z.object({ count: z.number() });

/**
 * The next number that people use for a case, `W26-540423-0007`: letter, year of arrival, county, count in that year. One
 * write. A delivery that fails after it leaves a gap in the numbers, never the same one twice.
 */
export const numberFor = async (letter: string, area: string, at: Moment): Promise<string> => {
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
  return `${series}-${String(counted.parse(Attributes).count).padStart(4, '0')}`;
};
