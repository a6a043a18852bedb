import * as z from 'zod';
import { indexes, keys, lists } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { recordsTable } from '../../shared/table.ts';
import { byMonth, type Figures, figureOf } from './rules.ts';
import { outcome } from './schema.ts';

/** Figures by month: counted over what is there, and remembered of what was erased. */

const counted = z.object({
  facts: z.object({ month: z.string(), outcome: outcome.optional(), rewarded: z.boolean() }),
});

const erasedFigures = z.object({
  sk: z.string(),
  received: z.number(),
  founded: z.number(),
  unfounded: z.number(),
  passedOn: z.number(),
  open: z.number(),
  rewarded: z.number(),
});

/** A unit's figures by month: of what is there, and of what was erased since. */
export const figuresOf = async (unit: string): Promise<Figures[]> => {
  const [present, erased] = await Promise.all([presentFigures(unit), erasedOf(unit)]);
  return byMonth([...present, ...erased]);
};

const presentFigures = async (unit: string): Promise<Figures[]> => {
  const all = await records.query({
    IndexName: indexes.area,
    KeyConditionExpression: 'area = :area',
    ExpressionAttributeValues: { ':area': lists.tipFigures(unit) },
  });
  return all.map((i) => figureOf(counted.parse(i).facts));
};

const erasedOf = async (unit: string): Promise<Figures[]> => {
  const found = await records.partition(keys.tipFigures(unit, '').pk);
  return found.map((i) => erasedFigures.parse(i)).map(({ sk: month, ...figures }) => ({ month, ...figures }));
};

/** The write that adds what is being erased to its month. */
export const addFigures = (unit: string, { month, open, ...figures }: Figures) => {
  const names = ['received', 'founded', 'unfounded', 'passedOn', 'rewarded'] as const;
  return {
    TableName: recordsTable(),
    Key: keys.tipFigures(unit, month),
    UpdateExpression: `ADD ${[...names.map((n) => `${n} :${n}`), '#open :open'].join(', ')}`,
    ExpressionAttributeNames: { '#open': 'open' },
    ExpressionAttributeValues: { ...Object.fromEntries(names.map((n) => [`:${n}`, figures[n]])), ':open': open },
  };
};
