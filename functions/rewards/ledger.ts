import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conflict, type DomainError } from '../../shared/errors.ts';
import { fen, text, version } from '../../shared/fields.ts';
import { newId } from '../../shared/ids.ts';
import { type Key, keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { recordsTable, refusedInTransaction, table } from '../../shared/table.ts';
import type { Moment } from '../../shared/time.ts';
import type { Companions } from '../../shared/workflow/act.ts';
import { type Entry, type LifeRecord, named, personOf } from '../../shared/workflow/lifecycle.ts';
import type { TransactItems } from '../../shared/workflow/store.ts';
import { deltasOf, type Movement, movementOf } from './rules.ts';
import type { RewardData } from './schema.ts';

/**
 * The money: a yearly budget of each unit and a ledger of every movement. Each movement is written in one transaction with
 * the step of the reward that makes it, so that they always agree: total = remaining + committed + paid, and the ledger
 * adds up to the budget.
 */

export const budget = z.object({
  unit: z.string(),
  year: z.number(),
  totalFen: fen(),
  /** What can still be approved. */
  remaining: fen(),
  committed: fen(),
  paid: fen(),
  marking: z.enum(['example', 'adopted']).default('adopted'),
  version: z.number(),
});
export type Budget = z.infer<typeof budget>;

export const budgetBody = z.strictObject({
  totalFen: fen(),
  marking: z.enum(['example', 'adopted']).default('adopted'),
  reason: text(500),
  version: version().default(0),
});

export const ledgerEntry = z.object({
  unit: z.string(),
  year: z.number(),
  at: z.string(),
  kind: z.enum(['budget', 'committed', 'released', 'paid']),
  /** In fen; negative where a budget was cut. */
  amountFen: z.number().int(),
  reward: z.string().optional(),
  caseNumber: z.string().optional(),
  by: named,
  /** The step that made it, and its reason where it has one. */
  event: z.string(),
  reason: z.string().optional(),
  method: z.string().optional(),
  voucher: z.string().optional(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** A unit's budget of a year; undefined where none was set. */
export const getBudget = async (unit: string, year: number): Promise<Budget | undefined> => {
  const item = await records.item(keys.budget(unit, year));
  return item && budget.parse(item);
};

/** Every movement of a unit's year, oldest first. */
export const ledgerOf = async (unit: string, year: number): Promise<LedgerEntry[]> =>
  (await records.partition(keys.ledger(unit, year, '', '').pk)).map((i) => ledgerEntry.parse(i));

interface Write {
  item: TransactItems[number];
  refused: () => DomainError;
}

/** The writes that go with a reward's step: what it does to the money, and payment details that are no longer needed. */
export const companions = (next: LifeRecord<RewardData>, before: LifeRecord<RewardData>): Companions | undefined => {
  const movement = movementOf(before.data, next.data);
  const forgets = before.data.payee !== undefined && next.data.payee === undefined;
  const writes = [...(movement ? moneyWrites(movement, next) : []), ...(forgets ? [forget(next.id)] : [])];
  if (writes.length === 0) return undefined;
  return { items: writes.map((w) => w.item), refused: (i) => writes[i]?.refused() ?? changed() };
};

const moneyWrites = (movement: Movement, next: LifeRecord<RewardData>): Write[] => [
  budgetWrite(movement),
  entryWrite(entryOf(movement, next), `${next.id}-${next.version}`),
  ...(movement.kind === 'paid' ? paidKeys(next.data).map((key) => paidWrite(key, next)) : []),
];

/** Whichever of two approvals at once comes second sees what the first has left. */
const budgetWrite = (movement: Movement): Write => {
  const { remaining, committed, paid } = deltasOf(movement);
  const enoughLeft = 'remaining >= :needed'; // also refused where no budget was set
  return {
    item: {
      Update: {
        TableName: recordsTable(),
        Key: keys.budget(movement.unit, movement.year),
        UpdateExpression: 'ADD remaining :remaining, committed :committed, paid :paid',
        ConditionExpression: enoughLeft,
        ExpressionAttributeValues: {
          ':needed': Math.max(0, -remaining),
          ':remaining': remaining,
          ':committed': committed,
          ':paid': paid,
        },
      },
    },
    refused: () => conflict('over-budget', `The budget of ${movement.year} does not hold this amount any more.`),
  };
};

const entryOf = (
  { kind, unit, year, amountFen }: Movement,
  { id, data, history }: LifeRecord<RewardData>,
): LedgerEntry => {
  const { at, by, event, input } = history.at(-1) as Entry;
  const { method, voucher } = kind === 'paid' && data.payment ? data.payment : {};
  return {
    ...{ unit, year, at, kind, amountFen, reward: id, caseNumber: data.caseNumber, event, method, voucher },
    by: personOf(by),
    reason: typeof input?.reason === 'string' ? input.reason : undefined,
  };
};

const entryWrite = (entry: LedgerEntry, id: string): Write => ({
  item: {
    Put: {
      TableName: recordsTable(),
      Item: { ...keys.ledger(entry.unit, entry.year, entry.at, id), entity: 'ledger', ...entry },
      ConditionExpression: 'attribute_not_exists(pk)', // a movement stands there once and is never changed
    },
  },
  refused: changed,
});

/** Where a payment is remembered: the person by telephone and by e-mail, for the case and for the report merged into it. */
const paidKeys = ({ caseId, beneficiary }: RewardData): Key[] =>
  [...new Set([caseId, beneficiary.caseId])].flatMap((c) => beneficiary.persons.map((p) => keys.paid(c, p)));

const paidWrite = (key: Key, { id, updatedAt }: LifeRecord<RewardData>): Write => ({
  item: {
    Put: {
      TableName: recordsTable(),
      Item: { ...key, entity: 'paid', reward: id, at: updatedAt },
      ConditionExpression: 'attribute_not_exists(pk)', // one payment per person and case
    },
  },
  refused: () => conflict('already-paid', 'This person was paid for this case before.'),
});

const forget = (reward: string): Write => ({
  item: { Delete: { TableName: recordsTable(), Key: keys.payee(reward) } },
  refused: changed,
});

const changed = () => conflict('stale', 'Something it depends on has changed.');

export interface BudgetChange extends z.infer<typeof budgetBody> {
  unit: string;
  year: number;
  by: { id: string; name: string };
  at: Moment;
}

/** Sets a year's budget, or changes its total by version. Throws `stale`, and `budget-in-use` below what is committed and paid. */
export const setBudget = async (change: BudgetChange): Promise<Budget> => {
  const before = await getBudget(change.unit, change.year);
  if ((before?.version ?? 0) !== change.version) throw changed();
  const { unit, year, at, by, totalFen, reason } = change;
  const added = totalFen - (before?.totalFen ?? 0);
  const entry: LedgerEntry = { unit, year, at, by, kind: 'budget', amountFen: added, event: 'budget', reason };
  const writes = [totalWrite(change, added, before), entryWrite(entry, newId())];
  try {
    await table.send(new TransactWriteCommand({ TransactItems: writes.map((w) => w.item) }));
  } catch (e) {
    const which = refusedInTransaction(e)?.indexOf(true) ?? -2;
    if (which === -2) throw e;
    throw writes[which]?.refused() ?? conflict('busy', 'Somebody else is changing this at the same moment; try again.');
  }
  return (await getBudget(unit, year)) as Budget;
};

const totalWrite = (change: BudgetChange, added: number, before: Budget | undefined): Write => {
  const { unit, year, totalFen, marking, version } = change;
  const TableName = recordsTable();
  const Key = keys.budget(unit, year);
  if (!before) {
    const fresh: Budget = { unit, year, totalFen, remaining: totalFen, committed: 0, paid: 0, marking, version: 1 };
    const Item = { ...Key, entity: 'budget', ...fresh };
    return { item: { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } }, refused: changed };
  }
  const asReadAndEnough = '#version = :read AND remaining >= :cut'; // approvals meanwhile took what is to be cut
  return {
    item: {
      Update: {
        TableName,
        Key,
        UpdateExpression: 'SET totalFen = :total, marking = :marking, #version = :next ADD remaining :added',
        ConditionExpression: asReadAndEnough,
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: {
          ...{ ':read': version, ':next': version + 1, ':total': totalFen, ':marking': marking },
          ...{ ':added': added, ':cut': Math.max(0, -added) },
        },
      },
    },
    refused: () => conflict('budget-in-use', 'More than that is committed or paid already.'),
  };
};
