import { Temporal } from 'temporal-polyfill';
import { endOfPeriod, startOfDay } from '../../shared/calendar.ts';
import { conflict, DomainError, type FieldError } from '../../shared/errors.ts';
import { dateOf, type Moment } from '../../shared/time.ts';
import type { Policy } from './policy.ts';
import type { Payee, RewardData } from './schema.ts';

/** What a reward's steps are decided by. Pure; who is eligible and for how much is in eligibility.ts and amount.ts. */

/** The policy in force on a date: the latest that began on or before it. */
export const policyInForce = <P extends Pick<Policy, 'from'>>(policies: P[], date: string): P | undefined =>
  policies
    .filter((p) => p.from <= date)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);

/** Refuses a policy that would rewrite how a report was decided: one that was used, or one that would have come before it. */
export const checkPolicy = (next: Policy, known: Policy[]): void => {
  const before = policyInForce(known, next.from);
  const used = before?.usedTo !== undefined && (before.from === next.from || before.usedTo >= next.from);
  if (used)
    throw conflict('policy-used', 'Rewards were decided by the policy in force then; let a new one begin later.', {
      usedTo: before.usedTo,
    });
  if (!shorter(next.reminder, next.claimWindow))
    throw invalid({ path: 'reminder', code: 'too-large', message: 'must be shorter than the claim window' });
};

const invalid = (...fields: FieldError[]) =>
  new DomainError('invalid', 'invalid-input', 'Some fields are not right.', { fields });

const relativeTo = '2026-01-01';

const shorter = (a: string, b: string): boolean =>
  Temporal.Duration.compare(Temporal.Duration.from(a), Temporal.Duration.from(b), { relativeTo }) < 0;

/** Whether what is evaluated anew is other than what stands, or than what was last found about a paid reward. */
export const isAnew = (data: RewardData, input: { digest?: string }): boolean =>
  input.digest !== undefined && input.digest !== (data.questioned?.digest ?? data.digest);

/** Whether proposal and approval are for the content as it is. */
export const isBound = ({ digest, proposal, approval }: RewardData): boolean =>
  proposal?.digest === digest && (approval === undefined || approval.digest === digest);

/** The end of the claim window that begins with the approval. */
export const claimUntil = ({ policy }: Pick<RewardData, 'policy'>, approvedAt: Moment): Moment =>
  endOfPeriod(approvedAt, policy?.claimWindow ?? 'P30D');

/** When the reporter is reminded: so long before the window's end as the policy says. */
export const reminderAt = ({ claim, policy }: Pick<RewardData, 'claim' | 'policy'>, at: Moment): Moment =>
  startOfDay(
    Temporal.PlainDate.from(dateOf(claim?.until ?? at))
      .subtract(policy?.reminder ?? 'P7D')
      .toString(),
  );

/** When the payment details of a paid reward are deleted. */
export const endOfPayee = ({ policy }: Pick<RewardData, 'policy'>, paidAt: Moment): Moment =>
  endOfPeriod(paidAt, policy?.keepPayee ?? 'P90D');

/** Refuses a claim that cannot be paid or consented to; every complaint names its field. */
export const checkPayee = (p: Payee): void => {
  const wrong: FieldError[] = [];
  const needed = (path: keyof Payee, on: boolean) => {
    if (on && !p[path]) wrong.push({ path, code: 'required', message: 'is needed' });
  };
  needed('account', p.method === 'bank' || p.method === 'wallet');
  needed('bank', p.method === 'bank');
  needed('proxyName', p.method === 'proxy');
  needed('proxyPhone', p.method === 'proxy');
  // Under fourteen a guardian consents (Personal Information Protection Law, article 31).
  needed('guardianName', p.under14);
  needed('guardianConsent', p.under14);
  if (wrong.length > 0) throw invalid(...wrong);
};

/** What a step does to the money: reserves the amount, gives it back, or pays it out. */
export interface Movement {
  kind: 'committed' | 'released' | 'paid';
  unit: string;
  year: number;
  amountFen: number;
}

type Money = Pick<RewardData, 'commitment' | 'payment'>;

/** The movement between two states of a reward, if there is one. */
export const movementOf = (before: Money, after: Money): Movement | undefined => {
  if (!before.commitment && after.commitment) return { kind: 'committed', ...after.commitment };
  if (before.commitment && !after.commitment) return { kind: 'released', ...before.commitment };
  if (after.commitment && !before.payment && after.payment) return { kind: 'paid', ...after.commitment };
  return undefined;
};

/** What a movement adds to each part of a budget, in fen; the sum is always nothing: total = remaining + committed + paid. */
export const deltasOf = ({ kind, amountFen }: Movement): { remaining: number; committed: number; paid: number } => {
  switch (kind) {
    case 'committed':
      return { remaining: -amountFen, committed: amountFen, paid: 0 };
    case 'released':
      return { remaining: amountFen, committed: -amountFen, paid: 0 };
    case 'paid':
      return { remaining: 0, committed: -amountFen, paid: amountFen };
  }
};
