import { isDomainError } from '../../shared/errors.ts';
import { REPORTER } from '../../shared/workflow/open-actions.ts';
import { perform } from '../../shared/workflow/perform.ts';
import { type Notice, notice } from './notice.ts';
import type { ComplaintInput } from './schema.ts';

/** Takes a complaint of a notice; one that is sent again, or comes when the notice is held back already, adds nothing. */
export const complain = async ({ id, data }: Notice, said: ComplaintInput): Promise<void> => {
  if (said.once !== undefined && data.complaints.some((c) => c.once === said.once)) return;
  try {
    await perform(notice, id, { action: 'complain', input: said }, REPORTER);
  } catch (e) {
    if (!isDomainError(e, 'not-possible')) throw e;
  }
};
