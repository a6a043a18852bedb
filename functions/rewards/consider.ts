import type { RewardFacts } from './facts.ts';

export type { RewardFacts };

/**
 * Considers who is to be rewarded for a case that has ended. Called again for the same case, it evaluates anew: what has
 * not changed stays as it is, and a change voids proposals and approvals. Never throws because nobody is to be rewarded.
 */
export const considerReward = async (facts: RewardFacts): Promise<void> => void facts;

/** Holds the rewards of a case that was reopened, until it is considered again. */
export const holdReward = async (caseId: string, reason: string): Promise<void> => void [caseId, reason];
