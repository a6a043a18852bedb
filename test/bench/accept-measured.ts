import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { idOfReceipt, newId, newReceipt } from '../../shared/ids.ts';
import { keys } from '../../shared/keys.ts';
import { type Item, recordsTable, table } from '../../shared/table.ts';
import type { Accepted } from './accept.ts';
import { type Handler, loadHandler } from './load.ts';
import { reportEvent } from './report.ts';
import { inTurns, timed } from './sample.ts';

/** Measures in a process of its own; the files of the function and of the floor are its arguments. */

const [functionFile = '', floorFile = ''] = process.argv.slice(2);

/** Calls in a block, and blocks of each of the two. */
const BLOCK = 100;
const BLOCKS = 15;

const accept = async (handler: Handler, receipt = newReceipt()): Promise<void> => {
  const { statusCode, body } = await handler(reportEvent(receipt), {});
  if (statusCode !== 201) throw new Error(`answered ${statusCode}: ${body}`);
};

/** What the function stores of such a report. */
const storedItem = async (handler: Handler): Promise<Item> => {
  const receipt = newReceipt();
  await accept(handler, receipt);
  const Key = keys.caseRecord(idOfReceipt(receipt, process.env.STAGE_SECRET ?? ''));
  const { Item } = await table.send(new GetCommand({ TableName: recordsTable(), Key }));
  if (!Item) throw new Error('the report was not stored');
  return Item;
};

const run = async (): Promise<Accepted[]> => {
  const [handler, floor] = await Promise.all([loadHandler(functionFile), loadHandler(floorFile)]);
  const item = await storedItem(handler);
  const write = () => floor({ ...item, pk: `CASE#${newId()}` });
  const results: Accepted[] = [];
  for (const at of [1, 16]) {
    const both = (count: number) =>
      [() => timed(count, at, () => accept(handler)), () => timed(count, at, write)] as const;
    await inTurns(3, ...both(BLOCK)); // warm-up, not counted
    const [f, w] = await inTurns(BLOCKS, ...both(BLOCK));
    results.push({ at, function: f, floor: w });
  }
  return results;
};

const results = await run();
process.send?.(results, () => process.exit(0));
