import type { Actor } from '../../../shared/auth.ts';
import { lists } from '../../../shared/keys.ts';
import type { ActionRule, Lifecycle, LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { machine } from './machine.ts';
import * as s from './schema.ts';

const other = (actor: Actor, d: s.SwapData) => actor.id === d.other.id;
const asker = (actor: Actor, d: s.SwapData) => actor.id === d.asker.id;

const actions: Record<string, ActionRule<s.SwapData>> = {
  accept: { input: s.answer, may: other, tone: 'primary' },
  decline: { input: s.answer, may: other },
  withdraw: { input: s.answer, may: asker, tone: 'danger' },
};

/** Swaps of a unit by when they have to be answered; only those that wait are listed. */
const index = ({ id, state, data }: LifeRecord<s.SwapData>) =>
  state === 'asked' ? { queue: lists.swaps(data.unit), queueOrder: `${data.until}#${id}`, card: { id } } : {};

export const swap: Lifecycle<s.SwapData> = {
  ...{ type: 'swap', kind: 'SWAP', machine, data: s.swapData, actions, index },
};
