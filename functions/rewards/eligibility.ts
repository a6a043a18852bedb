import type * as z from 'zod';
import type { AnimalFacts, reportFacts, rewardFacts } from './facts.ts';
import type { Policy } from './policy.ts';
import type { RewardData } from './schema.ts';

/** Who is to be rewarded. Pure: a policy and the facts of a case in, reasons out. */

/** A report with what was found out about its reporter. */
export interface Candidate extends z.infer<typeof reportFacts> {
  /** Keyed digests of telephone and e-mail. */
  persons: string[];
  /** Of the staff of a unit that had to do with the case. */
  staff: boolean;
}

export type Facts = Omit<z.infer<typeof rewardFacts>, 'reports'> & { reports: Candidate[] };

export interface Eligibility {
  eligible: boolean;
  reasons: RewardData['reasons'];
}

/** The reports by arrival; the earlier one of two that came in the same moment is the one with the smaller id. */
export const byArrival = (reports: Candidate[]): Candidate[] =>
  reports.toSorted((a, b) => order(a.receivedAt, b.receivedAt) || order(a.caseId, b.caseId));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first valid report: 第一发现人或信息报告人. */
export const firstValid = (reports: Candidate[]): Candidate | undefined => byArrival(reports).find((r) => r.valid);

/** Whether the outcome of an animal counts as a rescue that succeeded. */
export const counts = (policy: Policy, { outcome }: AnimalFacts): boolean =>
  outcome !== undefined && policy.success.outcomes.includes(outcome);

const succeeded = (policy: Policy, animals: AnimalFacts[]): boolean => {
  const good = animals.filter((a) => counts(policy, a)).length;
  return policy.success.every ? good > 0 && good === animals.length : good > 0;
};

const onDuty = ({ excluded }: Policy, r: Candidate): boolean =>
  excluded.sources.includes(r.source) || (excluded.staff && r.staff);

const isSame = (a: Candidate, b: Candidate): boolean => a.persons.some((p) => b.persons.includes(p));

const mayShare = (policy: Policy, r: Candidate): boolean => r.valid && r.wantsReward && !onDuty(policy, r);

/** Those who share the amount, by arrival; a person who reported twice stands there once. */
export const sharers = (policy: Policy, facts: Facts): Candidate[] => {
  const first = firstValid(facts.reports);
  const may = byArrival(facts.reports).filter((r) => mayShare(policy, r));
  if (policy.joint === 'first-only') return may.filter((r) => r === first);
  return may.filter((r, i) => !may.slice(0, i).some((earlier) => isSame(earlier, r)));
};

/** Whether a report is to be rewarded, with every criterion; `amountFen` is what the tariff gives it. */
export const eligibility = (
  policy: Policy | undefined,
  facts: Facts,
  report: Candidate,
  amountFen: number,
): Eligibility => {
  const reasons: RewardData['reasons'] = [
    { code: 'case-completed', met: facts.ended === 'completed' },
    { code: 'valid-report', met: report.valid },
    { code: 'asked-for', met: report.wantsReward },
    { code: 'policy-in-force', met: policy !== undefined },
    ...(policy ? byPolicy(policy, facts, report) : []),
  ];
  const entitled = reasons.every((r) => r.met);
  if (entitled) reasons.push({ code: 'within-tariff', met: amountFen > 0 });
  return { eligible: entitled && amountFen > 0, reasons };
};

const byPolicy = (policy: Policy, facts: Facts, report: Candidate): RewardData['reasons'] => [
  turn(policy, facts, report),
  { code: 'rescue-succeeded', met: succeeded(policy, facts.animals) },
  { code: 'not-on-duty', met: !onDuty(policy, report) },
];

/** Being the first, where only the first is rewarded; not being counted already, where all share. */
const turn = (policy: Policy, facts: Facts, report: Candidate): RewardData['reasons'][number] => {
  switch (policy.joint) {
    case 'first-only':
      return { code: 'first-report', met: firstValid(facts.reports) === report };
    case 'split': {
      const alreadyCounted = sharers(policy, facts).some((r) => r !== report && isSame(r, report));
      return { code: 'counted-once', met: !alreadyCounted };
    }
  }
};
