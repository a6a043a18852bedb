import type { Moment } from '../../shared/time.ts';
import type { By } from '../../shared/workflow/lifecycle.ts';
import type { CaseData } from './schema.ts';

/**
 * What is added to a report after it came in. The texts are in the history, as they were written; the case itself remembers
 * only when, of the reporter and of the staff apart: neither uses up what the other may still add.
 */

type Kept = Pick<CaseData, 'addedByReporter' | 'addedByStaff'>;

/** A case to which something has been added. */
export const informed = ({ addedByReporter, addedByStaff }: Kept, { at, by }: { at: Moment; by: By }): Partial<Kept> =>
  by.kind === 'reporter' ? { addedByReporter: [...addedByReporter, at] } : { addedByStaff: [...addedByStaff, at] };
