import { conflict, isDomainError } from '../../shared/errors.ts';
import { contentDigest } from '../../shared/ids.ts';
import { log } from '../../shared/log.ts';
import { dateOf, now } from '../../shared/time.ts';
import { act } from '../../shared/workflow/act.ts';
import { type Step, SYSTEM } from '../../shared/workflow/lifecycle.ts';
import { routeFor } from '../directory/lookup.ts';
import { withCandidates } from './candidates.ts';
import { boundContent, considered, contentOf, reportedAt } from './content.ts';
import type { Candidate, Facts } from './eligibility.ts';
import type { RewardFacts } from './facts.ts';
import { markUsed, policiesOf } from './policies.ts';
import type { Policy } from './policy.ts';
import { life, type Reward, stageOf } from './reward.ts';
import { policyInForce } from './rules.ts';
import type { Content } from './schema.ts';
import { createReward, rewardsAt } from './store.ts';

export type { RewardFacts };

/** The id of the reward for a report of a case: considering it again finds the first one. 128 bits, hex. */
export const rewardId = (caseId: string, reportCase: string): string => contentDigest(['reward', caseId, reportCase]);

/**
 * Considers who is to be rewarded for a case that has ended. Called again for the same case it evaluates anew: what has not
 * changed goes on as it is, and a change voids proposals and approvals. Does nothing where no unit rewards reports of the area.
 */
export const considerReward = async (given: RewardFacts): Promise<void> => {
  const unit = await routeFor('reward', given.area);
  if (!unit) return log.info('no unit rewards here', { record: given.caseId });
  const [facts, known] = await Promise.all([withCandidates(given, unit), rewardsAt(given.caseId)]);
  const here = known.filter((r) => r.data.caseId === facts.caseId);
  const reports = considered(facts, (reportCase) => here.some((r) => r.data.beneficiary.caseId === reportCase));
  if (facts.ended !== 'completed' && here.length === 0) return;
  if (reports.length === 0) return;
  const policy = await policyFor(unit, facts);
  for (const report of reports) await considerReport(unit, policy, facts, report);
};

const ATTEMPTS = 5;

/** The policy in force on the day of the report, from now on marked as used: it cannot be changed any more, nor preceded. */
const policyFor = async (unit: string, facts: Facts): Promise<Policy | undefined> => {
  const date = dateOf(reportedAt(facts.reports) ?? facts.closedAt);
  const inForce = async () => policyInForce(await policiesOf(unit), date);
  let found = await inForce();
  for (let attempt = 0; found && attempt < ATTEMPTS; attempt++) {
    const marked = await markUsed(found, date);
    const still = await inForce(); // one that came between reading and marking counts; after the marking none can come
    if (marked && still?.from === found.from && still.version === found.version) return still;
    found = still;
  }
  if (found) throw conflict('busy', 'The reward policies are being changed at this moment.');
  return undefined;
};

const considerReport = async (unit: string, policy: Policy | undefined, facts: Facts, report: Candidate) => {
  const id = rewardId(facts.caseId, report.caseId);
  const content = contentOf(unit, policy, facts, report);
  const digest = digestOf(content);
  if (await createReward(id, { ...content, digest }, now())) return;
  await reconsider(id, { ...content, digest });
};

/** The digest that proposals and approvals are bound to. */
const digestOf = (content: Content): string => contentDigest(boundContent(content));

/** A reward that is held goes on; one whose content has changed begins anew; for all others there is nothing to do. */
const reconsider = (id: string, input: Content & { digest: string }): Promise<void> =>
  quietly(() =>
    act(life, id, async (record) => {
      if (stageOf(record.state) !== 'held' && !isNews(record, input.digest)) throw nothingToDo();
      return { type: 'reconsidered', at: now(), by: SYSTEM, input };
    }),
  );

const isNews = ({ data }: Reward, digest: string) => digest !== (data.questioned?.digest ?? data.digest);

/** Holds the rewards of a case that was reopened, until it is considered again. What is paid or has ended stays as it is. */
export const holdReward = async (caseId: string, reason: string): Promise<void> => {
  const hold = (): Step => ({ type: 'hold', at: now(), by: SYSTEM, input: { reason } });
  const here = (await rewardsAt(caseId)).filter((r) => r.data.caseId === caseId);
  for (const { id } of here) await quietly(() => act(life, id, async () => hold()));
};

const nothingToDo = () => conflict('nothing-to-do', 'Nothing has changed.');

/** A reward that takes no such step now needs none. */
const quietly = async (step: () => Promise<unknown>): Promise<void> => {
  try {
    await step();
  } catch (e) {
    if (!isDomainError(e, 'not-possible') && !isDomainError(e, 'nothing-to-do')) throw e;
  }
};
