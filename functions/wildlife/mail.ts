import type { Language } from '../../shared/fields.ts';
import { type Translate, translator, type Words } from '../../shared/i18n.ts';
import { type Mail, oneLine } from '../../shared/mail.ts';
import { type Moment, wallClock, ZONE } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { labelOf } from '../../shared/workflow/open-actions.ts';
import { mailWords } from './mail-words.ts';
import { messages } from './messages.ts';
import type { WildlifeData } from './schema.ts';
import { classText, titleOf } from './view.ts';

/** The mails of a wildlife case. Pure: whom to tell, and every address in them, was found out before. */

/** A case as its mails tell of it: what, where, when. Nothing of the reporter, for mail lies about in many places. */
export interface About {
  data: WildlifeData;
  /** The place's division by name. */
  area: string;
  /** The case on the desk. */
  desk: string;
}

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

/** An action behind the button of a mail: what it is called, and the page that shows it before anybody presses. */
export interface Button {
  action: string;
  url: string;
}

const translated = (language: Language): Translate => translator(language, mailWords, messages, words);

/** A wall-clock time with its zone named, since mails are read anywhere. */
const timed = (at: Moment, t: Translate): string => t('mail.time', { time: wallClock(at, ZONE) });

/** A mail to somebody of the staff. `due` fills `{due}` of its words, `more` the others; without a button the link leads to the desk. */
export const staffMail = (
  kind: StaffMail,
  to: string,
  about: About,
  { due, more, button, language = 'zh' }: { due?: Moment; more?: Words; button?: Button; language?: Language } = {},
): Mail => {
  const t = translated(language);
  const { data, desk } = about;
  const lead = t(`mail.${kind}.lead`, { ...more, ...(due ? { due: timed(due, t) } : {}) });
  const what = [data.number, titleOf(data, t), about.area].filter(Boolean).join(' ');
  return {
    to,
    language,
    subject: oneLine(t(`mail.${kind}.subject`, { what })).slice(0, 200),
    text: [lead, facts(about, t), closing(data, t), ...(button ? [`${t('mail.desk')}: ${desk}`] : [])].join('\n\n'),
    link: button
      ? { label: labelOf('wildlife', button.action, t), url: button.url }
      : { label: t('mail.desk'), url: desk },
  };
};

const facts = ({ data, area }: About, t: Translate): string => {
  const { report, place, number, urgency, identification } = data;
  const at = place.coordinates;
  return [
    number && t('mail.fact.number', { number }),
    t('mail.fact.what', { title: titleOf(data, t), class: classText(identification?.classCode, t) }),
    urgency && t('mail.fact.urgency', { urgency: t(`urgency.${urgency}`) }),
    report.peopleInDanger && t('mail.fact.danger'),
    t('mail.fact.condition', { condition: t(`choice.${report.condition}`) }),
    t('mail.fact.where', { place: `${area} ${place.words}` }),
    at && t('mail.fact.coordinates', { coordinates: `${at.latitude}, ${at.longitude}` }),
    t('mail.fact.when', { time: timed(report.foundAt, t) }),
  ]
    .filter(Boolean)
    .join('\n');
};

const closing = ({ duplicates }: WildlifeData, t: Translate): string => {
  const numbers = duplicates.map((d) => d.number ?? d.id).join(', ');
  return [...(numbers ? [t('mail.duplicates', { numbers })] : []), t('mail.contact')].join('\n');
};

/** The mail that tells the reporter of a stage, in their language; the link leads to where the receipt is entered. */
export const reporterMail = (to: string, stage: string, data: WildlifeData, status: string): Mail => {
  const language = data.language;
  const t = translated(language);
  const told = { stage: t(`stage.${stage}`), species: data.report.species };
  const next = `next.${stage}`;
  const parts = [
    t('mail.reporter.lead', told),
    data.number && t('mail.fact.number', { number: data.number }),
    t.has(next) && t(next),
    t('mail.reporter.receipt'),
  ];
  return {
    to,
    language,
    subject: oneLine(t('mail.reporter.subject', told)),
    text: parts.filter(Boolean).join('\n\n'),
    link: { label: t('mail.reporter.link'), url: status },
  };
};
