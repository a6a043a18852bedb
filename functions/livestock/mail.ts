import type { Translate } from '../../shared/i18n.ts';
import { type About, lettersOf, numberLine, placeLines, timed, urgencyLine } from '../cases/mail.ts';
import { mailWords } from './mail-words.ts';
import { messages } from './messages.ts';
import type { LivestockData } from './schema.ts';
import { titleOf, told } from './view.ts';

/** The mails of a livestock case. Pure. */

/** Why staff are written to; the words stand under `mail.<kind>.subject` and `.lead`. */
export type StaffMail =
  | 'team'
  | 'station'
  | 'county'
  | 'not-left'
  | 'review'
  | 'follow-up'
  | 'epidemic'
  | 'ruled'
  | 'information'
  | 'merged'
  | 'duplicates';

const facts = (about: About<LivestockData>, t: Translate) => {
  const { report } = about.data;
  return [
    numberLine(about.data, t),
    t('mail.fact.what', { title: titleOf(about.data, t) }),
    urgencyLine(about.data, t),
    report.dead > 0 && t('mail.fact.dead', { dead: report.dead }),
    ...placeLines(about, t),
    report.wayThere && t('mail.fact.way', { way: report.wayThere }),
    report.waiting && t('mail.fact.waiting', { name: report.waiting }),
    t('mail.fact.since', { time: timed(report.since, t) }),
  ];
};

export const letters = lettersOf<LivestockData>({
  type: 'livestock',
  catalogues: [mailWords, messages],
  title: titleOf,
  facts,
  reported: (data, t) => ({ title: titleOf(data, t) }),
  told,
});
