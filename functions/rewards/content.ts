import { sharedLines, sum, tariffLines } from './amount.ts';
import { byArrival, type Candidate, eligibility, type Facts, firstValid, sharers } from './eligibility.ts';
import type { Policy } from './policy.ts';
import { type Content, content as contentSchema, type PolicyUsed } from './schema.ts';

/** The content of a reward from a case's facts and the policy in force. Pure. */

/** When the case was reported: by its first valid report, or by its first one where none is valid. */
export const reportedAt = (reports: Candidate[]): string | undefined =>
  (firstValid(reports) ?? byArrival(reports)[0])?.receivedAt;

/** The reports that a reward is considered for: whoever asked for one, and whoever was considered before. */
export const considered = (facts: Facts, isKnown: (reportCase: string) => boolean): Candidate[] =>
  byArrival(facts.reports).filter((r) => r.wantsReward || isKnown(r.caseId));

/** All that is decided about one report of the case. */
export const contentOf = (unit: string, policy: Policy | undefined, facts: Facts, report: Candidate): Content => {
  const lines = policy ? linesOf(policy, facts, report) : [];
  const found = eligibility(policy, facts, report, sum(lines));
  const { caseId, caseNumber, caseType, area, bureau, animals, closedAt } = facts;
  return {
    ...{ caseId, caseNumber, caseType, area, unit, bureau, animals, closedAt },
    reportedAt: reportedAt(facts.reports) ?? closedAt,
    policy: policy && usedOf(policy),
    beneficiary: {
      caseId: report.caseId,
      persons: report.persons,
      name: report.name,
      email: report.email,
      language: report.language,
    },
    ...found,
    lines: found.eligible ? lines : [],
    amountFen: found.eligible ? sum(lines) : 0,
  };
};

const linesOf = (policy: Policy, facts: Facts, report: Candidate) => {
  const among = sharers(policy, facts);
  const place = among.indexOf(report);
  return place < 0 ? [] : sharedLines(tariffLines(policy, facts.animals), place, among.length);
};

const usedOf = ({
  unit,
  from,
  version,
  name,
  marking,
  approval,
  claimWindow,
  reminder,
  keepPayee,
}: Policy): PolicyUsed => ({
  ...{ unit, from, version, name, marking, claimWindow, reminder, keepPayee },
  approval: { unit: approval.unit ?? unit, role: approval.role },
});

/** The part of a reward's data that a proposal and an approval are for. */
export const boundContent = (data: Content): Content => contentSchema.parse(data);
