import { DeleteCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { invalidField, notFound } from '../../shared/errors.ts';
import { newId } from '../../shared/ids.ts';
import { indexes, type Key, keys, lists, RECORD } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { type Item, recordsTable, refusedInTransaction, table } from '../../shared/table.ts';
import type { Companions } from '../../shared/workflow/act.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import type { Doer } from '../../shared/workflow/open-actions.ts';
import { type Ask, perform } from '../../shared/workflow/perform.ts';
import { load } from '../../shared/workflow/store.ts';
import { addFigures } from './counts.ts';
import { codeOf, digestOfCode } from './receipts.ts';
import { type Counted, figureOf } from './rules.ts';
import { matter } from './schema.ts';
import { life, type Tip } from './tip.ts';

/**
 * The tip-offs' own table.
 *
 * | what it answers                        | by
 * |----------------------------------------|----------------------------------------
 * | a tip-off                              | its key, strongly consistent
 * | its messages, who has read it          | TIP#<id>, MESSAGE#… and READING#…
 * | what a unit has to do, what has ended  | byQueue: TIPS#<unit>, TIPS#<unit>#closed
 * | figures by month                       | byArea: TIPFIGURES#<unit>, and the items of what is erased
 */

/** A tip-off; throws `not-found`. */
export const loadTip = async (id: string): Promise<Tip> => {
  const found = await load(life, id);
  if (!found) throw notFound('tip-off');
  return found;
};

export const message = z.object({
  at: z.string(),
  from: z.enum(['sender', 'unit']),
  /** Who wrote for the unit; the sender is never told. */
  name: z.string().optional(),
  text: z.string(),
});
export type Message = z.infer<typeof message>;

export const reading = z.object({
  at: z.string(),
  by: named,
  reason: z.string(),
});
export type Reading = z.infer<typeof reading>;

const beside = (id: string, prefix?: string): Promise<Item[]> => records.partition(keys.tip(id).pk, prefix);

/** What was written to and fro, oldest first. */
export const messagesOf = async (id: string): Promise<Message[]> =>
  (await beside(id, 'MESSAGE#')).map((i) => message.parse(i));

/** Who has read it, when and why, oldest first. */
export const readingsOf = async (id: string): Promise<Reading[]> =>
  (await beside(id, 'READING#')).map((i) => reading.parse(i));

/** Written down before anything is shown. */
export const writeDown = async (id: string, read: Reading): Promise<void> => {
  const Item = { ...keys.tipReading(id, read.at, newId()), entity: 'tip-reading', ...read };
  await table.send(new PutCommand({ TableName: recordsTable(), Item }));
};

export interface Acting {
  /** The sender's own, which a claim makes its code from. */
  receipt?: string;
  /** Throws where the doer may not even know of it. */
  visible?: (record: Tip) => void;
}

/**
 * A person's action on a tip-off. What is written stands beside the record, in the same transaction; a code is turned into
 * its digest, or checked, before the step. Throws as `perform` does.
 */
export const performOn = (id: string, ask: Ask, doer: Doer, { receipt, visible }: Acting = {}): Promise<Tip> => {
  let written: string | undefined;
  return perform(life, id, ask, doer, {
    visible,
    resolve: async (action, input, record) => {
      const { text, ...rest } = input;
      if (typeof text === 'string') written = text;
      return withCode(action, rest, record, receipt);
    },
    companions: (next) => (written === undefined ? undefined : messageWrite(next, doer, written)),
  });
};

const withCode = (action: string, input: Item, { id, data }: Tip, receipt: string | undefined): Item => {
  if (action === 'claim' && receipt !== undefined)
    return { ...input, codeDigest: digestOfCode(id, codeOf(receipt, (data.reward?.claims ?? 0) + 1)) };
  if (action !== 'pay') return input;
  const { code, ...rest } = input;
  if (digestOfCode(id, String(code)) !== data.reward?.claim?.codeDigest)
    throw invalidField('code', 'wrong-code', 'is not the code of this reward');
  return rest;
};

const messageWrite = (next: Tip, { by, actor }: Doer, text: string): Companions => {
  const said: Message = { at: next.updatedAt, from: actor ? 'unit' : 'sender', name: by.name, text };
  const entry = String(next.version).padStart(6, '0');
  const Item = { ...keys.tipMessage(next.id, next.updatedAt, entry), entity: 'tip-message', ...said };
  return { items: [{ Put: { TableName: recordsTable(), Item } }], refused: () => notFound('tip-off') }; // has no condition
};

const queued = z.object({
  id: z.string(),
  card: z.object({
    stage: z.string(),
    matter,
    county: z.string(),
    unread: z.boolean(),
    receivedOn: z.string(),
    due: z.string().optional(),
  }),
});
export type Queued = z.infer<typeof queued>;

const MOST = 200;

/** The tip-offs of a unit: those that are open, what falls due first; or the last that ended. At most 200. */
export const queueOfUnit = async (unit: string, open: boolean): Promise<Queued[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.queue,
      KeyConditionExpression: 'queue = :queue',
      ExpressionAttributeValues: { ':queue': open ? lists.tips(unit) : lists.tipsClosed(unit) },
      ScanIndexForward: open,
      Limit: MOST,
    }),
  );
  return Items.map((i) => queued.parse(i));
};

/**
 * Deletes a tip-off with everything beside it; only its figures stay, counted in the transaction that deletes the record, so
 * that a repeat counts nothing twice.
 */
export const erase = async ({ id, data }: Tip): Promise<void> => {
  for (const item of await beside(id))
    if (item.sk !== RECORD) await remove({ pk: String(item.pk), sk: String(item.sk) });
  const { month, outcome: ended, reward } = data;
  const counted: Counted = { month, outcome: ended, rewarded: reward?.payment !== undefined };
  const stillThere = 'attribute_exists(pk)';
  try {
    await table.send(
      new TransactWriteCommand({
        TransactItems: [
          { Delete: { TableName: recordsTable(), Key: keys.tip(id), ConditionExpression: stillThere } },
          { Update: addFigures(data.unit, figureOf(counted)) },
        ],
      }),
    );
  } catch (e) {
    if (!refusedInTransaction(e)?.[0]) throw e; // erased at an earlier delivery
  }
};

const remove = (Key: Key) => table.send(new DeleteCommand({ TableName: recordsTable(), Key }));
