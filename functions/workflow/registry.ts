import type { Managed } from '../../shared/workflow/deliver.ts';
import { campaignLifecycles } from '../campaigns/lifecycles.ts';
import { caseTypes } from '../cases/registry.ts';
import { dutyLifecycles } from '../duty/lifecycles.ts';
import { growthLifecycles } from '../growth/lifecycles.ts';
import { journalLifecycles } from '../journal/lifecycles.ts';
import { notice } from '../notices/notice.ts';
import { reward } from '../rewards/reward.ts';
import { fault } from '../stations/fault/fault.ts';
import { task } from '../tasks/task.ts';
import { tip } from '../tips/tip.ts';

/** Every lifecycle whose effects, clocks and outbox are looked after: the case types, and one line for each other one. */
export const managed = async (): Promise<Managed[]> => [
  ...(await caseTypes()),
  reward,
  ...dutyLifecycles,
  ...journalLifecycles,
  ...growthLifecycles,
  ...campaignLifecycles,
  { life: fault, effects: async () => (await import('../stations/fault/effects.ts')).effects },
  { life: task, effects: async () => (await import('../tasks/effects.ts')).effects },
  { life: notice, effects: async () => (await import('../notices/effects.ts')).effects },
  tip,
];

/** The lifecycle of a record's kind and type; throws where none is registered. */
export const managedBy = async (kind: string, type: string): Promise<Managed> => {
  const found = (await managed()).find(({ life }) => life.kind === kind && life.type === type);
  if (!found) throw new Error(`no lifecycle is registered for ${kind} ${type}`);
  return found;
};
