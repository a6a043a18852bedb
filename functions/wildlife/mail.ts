import type { Translate } from '../../shared/i18n.ts';
import type { Mail } from '../../shared/mail.ts';
import {
  type About as AboutCase,
  lettersOf,
  numberLine,
  placeLines,
  type Told,
  timed,
  urgencyLine,
} from '../cases/mail.ts';
import { mailWords } from './mail-words.ts';
import { messages } from './messages.ts';
import type { WildlifeData } from './schema.ts';
import { classText, titleOf, told } from './view.ts';

/** The mails of a wildlife case. Pure: whom to tell, and every address in them, was found out before. */

export type About = AboutCase<WildlifeData>;

/** Why staff are written to; the words stand under `mail.<kind>.subject` and `.lead`. */
export type StaffMail =
  | 'team'
  | 'official'
  | 'lead'
  | 'no-arrival'
  | 'review'
  | 'transport'
  | 'invitation'
  | 'transfer-accepted'
  | 'transfer-declined'
  | 'transfer-ended'
  | 'information'
  | 'merged'
  | 'duplicates'
  | 'cluster';

const facts = (about: About, t: Translate) => {
  const { report, identification } = about.data;
  return [
    numberLine(about.data, t),
    t('mail.fact.what', { title: titleOf(about.data, t), class: classText(identification?.classCode, t) }),
    urgencyLine(about.data, t),
    report.peopleInDanger && t('mail.fact.danger'),
    t('mail.fact.condition', { condition: t(`choice.${report.condition}`) }),
    ...placeLines(about, t),
    t('mail.fact.when', { time: timed(report.foundAt, t) }),
  ];
};

export const letters = lettersOf<WildlifeData>({
  type: 'wildlife',
  catalogues: [mailWords, messages],
  title: titleOf,
  facts,
  reported: ({ report }) => ({ species: report.species }),
  told,
});

/** A mail to somebody of the staff. */
export const staffMail = (kind: StaffMail, to: string, about: About, told?: Told): Mail =>
  letters.staffMail(kind, to, about, told);

/** The mail that tells the reporter of a stage, in their language. */
export const reporterMail = letters.reporterMail;
