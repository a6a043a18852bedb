import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conflict } from '../../shared/errors.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { recordsTable, refusedInTransaction, table } from '../../shared/table.ts';
import { fold } from '../../shared/text.ts';
import { type Moment, yearOf } from '../../shared/time.ts';
import { pause } from '../../shared/workflow/act.ts';

const counted = z.object({ count: z.number() });
const given = z.object({ number: z.string() });

/** So many cases of one county may ask for a number at the same moment: each round one of them gets it. */
const ATTEMPTS = 60;

/**
 * The number that people use for a case, `W26-540423-0007`: letter, year of arrival, county, count in that year. It belongs to
 * the case: asked for again, at once or after a delivery that failed, it is the same one and none is used up. Two reads and one
 * transaction the first time, one read after that. The case can be found by it from then on.
 */
export const numberFor = async (letter: string, area: string, at: Moment, id: string): Promise<string> => {
  const series = `${letter}${String(yearOf(at)).slice(2)}-${area.slice(0, 6)}`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await records.item(keys.numberOfCase(id));
    if (before) return given.parse(before).number;
    const number = await takeNext(series, id);
    if (number !== undefined) return number;
    await pause(Math.min(attempt, 3));
  }
  throw conflict('busy', 'Too many cases are being numbered at this moment.');
};

/** Counts one up for the case; undefined where somebody else has counted, or numbered the case, since it was read. */
const takeNext = async (series: string, id: string): Promise<string | undefined> => {
  const TableName = recordsTable();
  const counter = await records.item(keys.counter(series));
  const last = counter ? counted.parse(counter).count : 0;
  const number = `${series}-${String(last + 1).padStart(4, '0')}`;
  const notThere = 'attribute_not_exists(pk)';
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName, Item, ConditionExpression: notThere } });
  const count = {
    Update: {
      TableName,
      Key: keys.counter(series),
      UpdateExpression: 'SET #count = :next',
      ConditionExpression: counter ? '#count = :last' : notThere,
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':next': last + 1, ...(counter ? { ':last': last } : {}) },
    },
  };
  try {
    await table.send(
      new TransactWriteCommand({
        TransactItems: [
          count,
          put({ ...keys.numberOfCase(id), entity: 'case-number', number }),
          put({ ...keys.number(number), entity: 'number', id }),
        ],
      }),
    );
    return number;
  } catch (e) {
    if (!refusedInTransaction(e)) throw e;
    return undefined;
  }
};

/** A case’s number as it is kept, of one that was typed: in any width and case, with other dashes or none. */
export const typedNumber = (said: string): string =>
  fold(said)
    .replace(/^([a-z]\d\d)(\d{6})(\d+)$/, '$1-$2-$3')
    .toUpperCase();

const numbered = z.object({ id: z.string() });

/** The id of the case of a number; undefined for an unknown one. One read. The case itself tells whether it kept the number. */
export const caseOfNumber = async (number: string): Promise<string | undefined> => {
  const item = await records.item(keys.number(number));
  return item && numbered.parse(item).id;
};
