import { type Actor, holds, isAdmin } from '../../shared/auth.ts';
import type { ActionRule } from '../../shared/workflow/lifecycle.ts';
import { checkAmount } from './rules.ts';
import * as s from './schema.ts';

type Rule = ActionRule<s.TipData>;

/**
 * Only a tip officer of the very unit, who administers nothing anywhere: whoever gives out roles is not to read tip-offs by
 * giving one to themselves.
 */
export const isOfficer = (actor: Actor, unit: string): boolean => holds(actor, unit, 'tip-officer') && !isAdmin(actor);

/** Who approves a reward: another tip officer, or whoever approves for the unit. */
export const isApprover = (actor: Actor, unit: string): boolean =>
  isOfficer(actor, unit) || (holds(actor, unit, 'approver') && !isAdmin(actor));

const officer = (actor: Actor, { unit }: s.TipData) => isOfficer(actor, unit);
const approver = (actor: Actor, { unit }: s.TipData) => isApprover(actor, unit);
const nobody = () => false;

/** Who may do what to a tip-off, and with which input. None of it is ever offered as a link in mail. */
export const actions: Record<string, Rule> = {
  ask: { input: s.message, may: officer, tone: 'primary', signInOnly: true },
  answer: { input: s.message, may: officer, signInOnly: true },
  act: { input: s.done, may: officer, signInOnly: true },
  close: { input: s.close, may: officer, tone: 'danger', signInOnly: true },
  reopen: { input: s.reason, may: officer, signInOnly: true },
  propose: { input: s.propose, may: officer, check: checkAmount, signInOnly: true },
  approve: {
    input: s.note,
    may: approver,
    notBy: (d) => [d.reward?.proposal.by],
    tone: 'primary',
    signInOnly: true,
  },
  return: { input: s.reason, may: approver, notBy: (d) => [d.reward?.proposal.by], signInOnly: true },
  pay: { input: s.pay, may: officer, notBy: (d) => [d.reward?.approval?.by], tone: 'primary', signInOnly: true },
  reply: { input: s.reply, may: nobody, byReporter: true, tone: 'primary' },
  claim: { input: s.claim, may: nobody, byReporter: true, tone: 'primary' },
  'withdraw-claim': { input: s.nothing, may: nobody, byReporter: true, tone: 'danger' },
};

/** What those may do who see the reward alone. */
export const APPROVAL = ['approve', 'return'];

/** What needs nothing of the tip-off but its reward: whoever pays it need not read what was written. */
export const REWARDING = [...APPROVAL, 'pay'];
