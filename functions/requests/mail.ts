import type { Translate } from '../../shared/i18n.ts';
import { type About, lettersOf, numberLine, placeLines, urgencyLine } from '../cases/mail.ts';
import { mailWords } from './mail-words.ts';
import { messages } from './messages.ts';
import type { RequestData } from './schema.ts';
import { titleOf, told } from './view.ts';

/** The mails of a request. Pure. */

/** Why staff are written to; the words stand under `mail.<kind>.subject` and `.lead`. */
export type StaffMail =
  | 'team'
  | 'lead'
  | 'late'
  | 'call'
  | 'consult'
  | 'opinion'
  | 'reopened'
  | 'assigned'
  | 'information';

const facts = (about: About<RequestData>, t: Translate) => [
  numberLine(about.data, t),
  t('mail.fact.what', { title: titleOf(about.data, t) }),
  urgencyLine(about.data, t),
  about.data.report.matter,
  ...placeLines(about, t),
];

export const letters = lettersOf<RequestData>({
  type: 'request',
  catalogues: [mailWords, messages],
  title: titleOf,
  facts,
  reported: (data, t) => ({ title: titleOf(data, t) }),
  told,
});
