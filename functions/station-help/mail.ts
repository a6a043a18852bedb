import type { Translate } from '../../shared/i18n.ts';
import { type About, lettersOf, numberLine, placeLines, timed, urgencyLine } from '../cases/mail.ts';
import { mailWords } from './mail-words.ts';
import { messages } from './messages.ts';
import type { HelpData } from './schema.ts';
import { titleOf, told } from './view.ts';

/** The mails about help at a station. Pure. */

/** Why staff are written to; the words stand under `mail.<kind>.subject` and `.lead`. */
export type StaffMail =
  | 'post'
  | 'keeper'
  | 'union'
  | 'accepted'
  | 'help-review'
  | 'arranging'
  | 'held'
  | 'check'
  | 'information';

const facts = (about: About<HelpData>, t: Translate) => {
  const { planned, report } = about.data;
  return [
    numberLine(about.data, t),
    t('mail.fact.what', { title: titleOf(about.data, t) }),
    urgencyLine(about.data, t),
    report.matter,
    ...placeLines(about, t),
    planned && t('mail.fact.planned', { time: timed(planned.at, t), where: planned.where }),
  ];
};

export const letters = lettersOf<HelpData>({
  type: 'station-help',
  catalogues: [mailWords, messages],
  title: titleOf,
  facts,
  reported: (data, t) => ({ title: titleOf(data, t) }),
  told,
});
