import type { Translate } from '../../shared/i18n.ts';

/** The rewards of a case in a line each, for the staff who see the case. */
export const rewardsOfCase = async (_caseId: string, _t: Translate): Promise<{ id: string; text: string }[]> => [];
