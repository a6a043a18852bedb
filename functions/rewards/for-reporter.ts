import type { Language } from '../../shared/fields.ts';
import type { OpenAction } from '../../shared/workflow/lifecycle.ts';
import type { ReportView } from '../cases/schema.ts';

/** The rewards of a report as its reporter sees them, and what the reporter can do about them now. */
export const rewardsForReporter = async (
  _caseId: string,
  _language: Language,
): Promise<{ rewards: ReportView['rewards']; actions: OpenAction[] }> => ({ rewards: [], actions: [] });

/** What a reporter does to the reward of a report: claims it, corrects or withdraws the claim. */
export const actOnReward = async (_caseId: string, _action: string, _input: unknown): Promise<void> => {};

/** The reporter's claim, with who is to be paid and how. */
export const claimByReporter = (caseId: string, input: unknown): Promise<void> => actOnReward(caseId, 'claim', input);
