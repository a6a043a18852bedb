import { wholeHistory } from '../../shared/workflow/history.ts';
import type { Entry, Lifecycle, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import type { CaseData } from './schema.ts';

/** What was added to a report, read from the history. */

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
