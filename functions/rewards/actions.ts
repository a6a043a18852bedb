import { type Actor, holds } from '../../shared/auth.ts';
import { conflict } from '../../shared/errors.ts';
import { contentDigest } from '../../shared/ids.ts';
import type { ActionRule } from '../../shared/workflow/lifecycle.ts';
import { boundContent } from './content.ts';
import { checkPayee, isBound } from './rules.ts';
import * as s from './schema.ts';

type Rule = ActionRule<s.RewardData>;

/** An official of the unit that pays proposes, and pays what somebody else approved. */
const official = (actor: Actor, d: s.RewardData) => holds(actor, d.unit, 'official');

/** Who approves is a choice of the policy. */
export const approvalOf = (d: s.RewardData) => d.policy?.approval ?? { unit: d.unit, role: 'approver' as const };
const approver = (actor: Actor, d: s.RewardData) => holds(actor, approvalOf(d).unit, approvalOf(d).role);

/** What was approved is refused by who may approve. */
const refuser = (actor: Actor, d: s.RewardData) => approver(actor, d) || (!d.approval && official(actor, d));

const nobody = () => false;

/** Nobody decides about a reward of their own. */
const own = (d: s.RewardData) => d.beneficiary.email;

/** Who proposed it cannot approve it. */
export const notApprovers = (d: s.RewardData) => [d.proposal?.by, own(d)];

/** Who approved it cannot pay it, nor who entered where the money goes on behalf of the reporter. */
export const notPayers = (d: s.RewardData) => [d.approval?.by, d.payee?.by, own(d)];

/** Approved is what was proposed: the digest is made anew of the content as it is stored. */
const sameContent = (_: unknown, d: s.RewardData): void => {
  if (!isBound(d) || contentDigest(boundContent(d)) !== d.digest)
    throw conflict('content-changed', 'This is no longer what was proposed; it has to be proposed anew.');
};

/** Who may do what to a reward, and with which input. None of it is ever offered as a link in mail. */
export const actions: Record<string, Rule> = {
  propose: { input: s.note, may: official, notBy: (d) => [own(d)], tone: 'primary', signInOnly: true },
  approve: { input: s.note, may: approver, notBy: notApprovers, check: sameContent, tone: 'primary', signInOnly: true },
  return: { input: s.reason, may: approver, notBy: notApprovers, signInOnly: true },
  claim: { input: s.payee, may: official, check: checkPayee, byReporter: true, tone: 'primary', signInOnly: true },
  'correct-claim': { input: s.payee, may: official, check: checkPayee, byReporter: true, signInOnly: true },
  'withdraw-claim': { input: s.nothing, may: nobody, byReporter: true, tone: 'danger', signInOnly: true },
  pay: { input: s.pay, may: official, notBy: notPayers, tone: 'primary', signInOnly: true },
  'return-claim': { input: s.reason, may: official, signInOnly: true },
  refuse: { input: s.reason, may: refuser, notBy: (d) => [own(d)], tone: 'danger', signInOnly: true },
};
