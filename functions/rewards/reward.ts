import { nextDue } from '../../shared/workflow/decide.ts';
import type { Managed } from '../../shared/workflow/deliver.ts';
import type { Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { actions, approvalOf, notApprovers, notPayers } from './actions.ts';
import { companions } from './ledger.ts';
import { machine } from './machine.ts';
import { type RewardData, rewardData } from './schema.ts';

export type Reward = LifeRecord<RewardData>;

/** The outermost state: what people are told. */
export const stageOf = (state: unknown): string =>
  typeof state === 'string' ? state : (Object.keys(state as object)[0] ?? 'considered');

const ENDS = ['notEligible', 'paid', 'refused', 'lapsed'];

export const isOpen = (state: unknown): boolean => !ENDS.includes(stageOf(state));

/** Whose step it is, where it is the step of a person of the staff. */
const turnOf = ({ state, data }: Reward): { unit: string; role: string; notBy: string[] } | undefined => {
  const but = (people: (string | undefined)[]) => people.filter((p) => p !== undefined);
  switch (stageOf(state)) {
    case 'eligible':
      return { unit: data.unit, role: 'official', notBy: but([data.beneficiary.email]) };
    case 'proposed':
      return { ...approvalOf(data), notBy: but(notApprovers(data)) };
    case 'claimed':
      return { unit: data.unit, role: 'official', notBy: but(notPayers(data)) };
    default:
      return undefined;
  }
};

/** Partition of the queue: the open rewards of the unit whose step it is, or the ended ones of the unit that pays. */
export const queueOf = (unit: string, open = true): string => `reward#${unit}${open ? '' : '#closed'}`;

/** Sorts behind every date: what has no deadline stands last. */
const NEVER = '9999-12-31T23:59:59.999Z';

const index = (record: Reward) => {
  const open = isOpen(record.state);
  const turn = turnOf(record);
  const due = open ? nextDue(record) : undefined;
  const { caseNumber, amountFen, beneficiary, unit } = record.data;
  return {
    queue: queueOf(turn?.unit ?? unit, open),
    queueOrder: open ? `${due ?? NEVER}#${record.id}` : `${record.createdAt}#${record.id}`,
    card: { caseNumber, stage: stageOf(record.state), amountFen, name: beneficiary.name, due, turn },
  };
};

export const life: Lifecycle<RewardData> = {
  type: 'reward',
  kind: 'REWARD',
  machine,
  data: rewardData,
  actions,
  index,
  companions,
};

/** The reward's lifecycle with how its effects are carried out. */
export const reward: Managed = { life, effects: async () => (await import('./jobs.ts')).effects };
