import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { notFound } from '../../shared/errors.ts';
import { indexes, keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { recordsTable, table } from '../../shared/table.ts';
import type { Companions } from '../../shared/workflow/act.ts';
import { begin } from '../../shared/workflow/decide.ts';
import { SYSTEM } from '../../shared/workflow/lifecycle.ts';
import type { Doer } from '../../shared/workflow/open-actions.ts';
import { type Ask, perform } from '../../shared/workflow/perform.ts';
import { create, load } from '../../shared/workflow/store.ts';
import { life, queueOf, type Reward } from './reward.ts';
import type { Payee, RewardData } from './schema.ts';

/**
 * | what it answers                         | by
 * |-----------------------------------------|----------------------------------------
 * | a reward                                | its key, strongly consistent
 * | the rewards of a case, or of a report   | CASE#<id>, REWARD#…, then each by its key
 * | the rewards that wait in a unit         | byQueue: reward#<unit>
 * | those of a unit that have ended         | byQueue: reward#<unit>#closed
 */

/** A reward; throws `not-found`. */
export const loadReward = async (id: string): Promise<Reward> => {
  const found = await load(life, id);
  if (!found) throw notFound('reward');
  return found;
};

const link = z.object({ reward: z.string() });

/** The rewards of a case: for its own report and for those merged into it; of a merged report: its own. By age. */
export const rewardsAt = async (caseId: string): Promise<Reward[]> => {
  const links = (await records.partition(keys.rewardOfCase(caseId, '').pk, 'REWARD#')).map((i) => link.parse(i));
  const found = await Promise.all(links.map((l) => load(life, l.reward)));
  return found
    .filter((r) => r !== undefined)
    .sort((a, b) => (`${a.createdAt}${a.id}` < `${b.createdAt}${b.id}` ? -1 : 1));
};

/** Stores a new reward; answers false where it was there before. The links come first: one to nothing is passed over. */
export const createReward = async (id: string, data: RewardData, at: string): Promise<boolean> => {
  for (const caseId of new Set([data.caseId, data.beneficiary.caseId])) {
    const Item = { ...keys.rewardOfCase(caseId, id), entity: 'reward-link', reward: id };
    await table.send(new PutCommand({ TableName: recordsTable(), Item }));
  }
  const record = begin(life, id, data, { type: 'consider', at, by: SYSTEM });
  return (await create(life, record)) === undefined;
};

const CLAIMS = ['claim', 'correct-claim'];

/**
 * A person's action on a reward. Payment details are sealed before the step, which remembers only that there are some, and
 * are written together with it. Throws as `perform` does, and `over-budget`, `already-paid`, `content-changed`.
 */
export const performOn = (id: string, ask: Ask, doer: Doer, visible?: (record: Reward) => void): Promise<Reward> => {
  let keeping: ((next: Reward) => Companions) | undefined;
  return perform(life, id, ask, doer, {
    visible,
    resolve: async (action, input) => {
      if (!CLAIMS.includes(action)) return input;
      const details = input as Payee;
      keeping = await keepingOf(id, details);
      const { method, payeeConsent, under14 } = details;
      return { method, payeeConsent, under14 };
    },
    companions: (next) => keeping?.(next),
  });
};

/** The write that keeps the details, sealed now. Encryption is loaded only where somebody claims. */
const keepingOf = async (id: string, details: Payee): Promise<(next: Reward) => Companions> => {
  const { payeeItem, sealed } = await import('./payee.ts');
  const ciphertext = await sealed(id, details);
  return ({ updatedAt, data }) => ({
    items: [
      {
        Put: {
          TableName: recordsTable(),
          Item: payeeItem(id, ciphertext, details, updatedAt, data.payee?.by ?? ''),
        },
      },
    ],
    refused: () => notFound('reward'), // has no condition
  });
};

const queued = z.object({
  id: z.string(),
  card: z.object({
    caseNumber: z.string(),
    stage: z.string(),
    amountFen: z.number(),
    name: z.string().optional(),
    due: z.string().optional(),
    turn: z.object({ unit: z.string(), role: z.string(), notBy: z.array(z.string()) }).optional(),
  }),
});
export type QueuedReward = z.infer<typeof queued>;

const MOST = 200;

/** The rewards of a unit: those that are open, what falls due first; or the last that ended. At most 200. */
export const queueOfUnit = async (unit: string, open: boolean): Promise<QueuedReward[]> => {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: recordsTable(),
      IndexName: indexes.queue,
      KeyConditionExpression: 'queue = :queue',
      ExpressionAttributeValues: { ':queue': queueOf(unit, open) },
      ScanIndexForward: open,
      Limit: MOST,
    }),
  );
  return Items.map((i) => queued.parse(i));
};
