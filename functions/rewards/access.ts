import { type Actor, holds, type Role, unitsOf } from '../../shared/auth.ts';
import { forbidden } from '../../shared/errors.ts';
import { approvalOf } from './actions.ts';
import { type Reward, stageOf } from './reward.ts';
import type { RewardData } from './schema.ts';
import type { QueuedReward } from './store.ts';

/** Who may see what of rewards; who may act on them is in the action table. */

const BOOKS: Role[] = ['official', 'approver', 'first-secretary', 'admin'];

/** A reward is seen by the unit that pays, whoever approves, and the bureau whose case it was. */
export const maySee = (actor: Actor, { data: d }: Reward): boolean =>
  holds(actor, d.unit, ...BOOKS) ||
  holds(actor, approvalOf(d).unit, approvalOf(d).role) ||
  holds(actor, d.bureau, 'official', 'admin');

/** Throws `other-unit`. */
export const mustSee = (actor: Actor, reward: Reward): void => {
  if (!maySee(actor, reward)) throw forbidden('You have nothing to do with this reward.', 'other-unit');
};

const PAYING = ['claimed', 'paid'];

/** Payment details are for the official who is to pay, and for checks after the payment; never for who approved. */
export const mustPay = (actor: Actor, { data, state }: Reward): void => {
  const paying = PAYING.includes(stageOf(state));
  if (!paying || !holds(actor, data.unit, 'official')) throw forbidden('Only who pays sees payment details.');
  if (tookPart(actor, data))
    throw forbidden('Somebody else has to do this: you took part in what is to be paid.', 'four-eyes');
};

const tookPart = (actor: Actor, d: RewardData): boolean => [d.approval?.by, d.beneficiary.email].includes(actor.id);

/** Whether there are payment details that the actor may read now. */
export const mayReadPayee = (actor: Actor, { data, state }: Reward): boolean =>
  data.payee !== undefined &&
  PAYING.includes(stageOf(state)) &&
  holds(actor, data.unit, 'official') &&
  !tookPart(actor, data);

/** Ledger and budget are read in the unit itself; throws `other-unit`. */
export const mustKeepBooks = (actor: Actor, unit: string): void => {
  if (!holds(actor, unit, ...BOOKS)) throw forbidden('These are not your unit’s books.', 'other-unit');
};

/** The budget is set by those who approve, not by those who propose; throws `forbidden`. */
export const mustSetBudget = (actor: Actor, unit: string): void => {
  if (!maySetBudget(actor, unit)) throw forbidden('Only an approver or admin of the unit sets its budget.');
};

export const maySetBudget = (actor: Actor, unit: string): boolean => holds(actor, unit, 'approver', 'admin');

export const mustSetPolicy = (actor: Actor, unit: string): void => {
  if (!holds(actor, unit, 'official', 'admin'))
    throw forbidden('Only an official or admin of the unit sets its reward policies.');
};

/** The units whose rewards the actor may list. */
export const unitsListed = (actor: Actor): string[] => unitsOf(actor, ...BOOKS);

/** Whether a reward waits for this very person. */
export const waitsFor = (actor: Actor, { card: { turn } }: QueuedReward): boolean =>
  turn !== undefined && holds(actor, turn.unit, turn.role as Role) && !turn.notBy.includes(actor.id);
