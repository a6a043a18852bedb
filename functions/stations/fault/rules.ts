import type { Moment } from '../../../shared/time.ts';
import type { FaultData, FaultReport } from './schema.ts';

/** What follows for a fault from a further report. Pure. */

type Said = Pick<FaultReport, 'trouble' | 'extent' | 'words'>;

/** More reports than anybody reads; the first and the newest are kept, all are counted. */
const MOST_REPORTS = 20;

/** The fault with a further report: nothing of it works once anybody says so. */
export const joinedReport = (
  { reports, count, extent }: Pick<FaultData, 'reports' | 'count' | 'extent'>,
  said: Said,
  at: Moment,
): Pick<FaultData, 'reports' | 'count' | 'extent'> => {
  const [first, ...others] = [...reports, { trouble: said.trouble, extent: said.extent, words: said.words, at }];
  return {
    reports: first ? [first, ...others.slice(-(MOST_REPORTS - 1))] : [],
    count: count + 1,
    extent: extent === 'all' ? 'all' : said.extent,
  };
};

/** Whether somebody says that it is dangerous. */
export const isUnsafe = ({ reports }: Pick<FaultData, 'reports'>): boolean =>
  reports.some((r) => r.trouble === 'unsafe');

/** Whether somebody says so for the first time. */
export const isNewlyUnsafe = (data: Pick<FaultData, 'reports'>, { trouble }: Said): boolean =>
  trouble === 'unsafe' && !isUnsafe(data);
