import type { Moment } from '../../shared/time.ts';
import { wholeHistory } from '../../shared/workflow/history.ts';
import type { By, Entry, Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import type { CaseData } from './schema.ts';

/**
 * What is added to a report after it came in. The texts are in the history, as they were written; the case itself remembers
 * only when, of the reporter and of the staff apart: neither uses up what the other may still add.
 */

type Kept = Pick<CaseData, 'addedByReporter' | 'addedByStaff'>;

/** A case to which something has been added. */
export const informed = ({ addedByReporter, addedByStaff }: Kept, { at, by }: { at: Moment; by: By }): Partial<Kept> =>
  by.kind === 'reporter' ? { addedByReporter: [...addedByReporter, at] } : { addedByStaff: [...addedByStaff, at] };

const ADDED = 'add-information';

/** What was added, oldest first; the older history is read where it is not all in the record. */
export const informationOf = async <D extends CaseData>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
): Promise<Entry[]> => {
  const added = record.history.filter((e) => e.event === ADDED);
  const all = record.data.addedByReporter.length + record.data.addedByStaff.length;
  return added.length === all ? added : (await wholeHistory(life, record)).filter((e) => e.event === ADDED);
};

/** Its words. */
export const textOf = ({ input }: Entry): string => String(input?.text ?? '');
