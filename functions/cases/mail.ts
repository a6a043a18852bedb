import type { Language } from '../../shared/fields.ts';
import { type Catalogue, type Translate, translator, type Words } from '../../shared/i18n.ts';
import { type Mail, subjectLine } from '../../shared/mail.ts';
import { type Moment, wallClock, ZONE } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { labelOf } from '../../shared/workflow/open-actions.ts';
import { caseMailWords } from './mail-words.ts';
import type { CaseData, Labelled } from './schema.ts';

/** The mails of cases. Pure: whom to tell, and every address in them, was found out before. */

/** A case as its mails tell of it: what, where, when. Nothing of the reporter, for mail lies about in many places. */
export interface About<D extends CaseData = CaseData> {
  data: D;
  /** The place's division by name. */
  area: string;
  /** The case on the desk. */
  desk: string;
}

/** An action behind the button of a mail: what it is called, and the page that shows it before anybody presses. */
export interface Button {
  action: string;
  url: string;
}

/** `due` fills `{due}` of the mail's words, `more` the others; without a button the link leads to the desk. */
export interface Told {
  due?: Moment;
  more?: Words;
  button?: Button;
  language?: Language;
}

type Line = string | false | undefined;

/** How a type of case tells of itself. Why staff are written to stands under `mail.<kind>.subject` and `.lead`. */
export interface Letters<D extends CaseData> {
  type: string;
  /** Its words, before those that all share. */
  catalogues: Catalogue[];
  title: (data: D, t: Translate) => string;
  /** What the mail says of the case, a line each. */
  facts: (about: About<D>, t: Translate) => Line[];
  /** Fills the words of a mail to the reporter, besides `{stage}`. */
  reported: (data: D, t: Translate) => Words;
  /** What was said to the reporter by a stage. */
  told?: (data: D, stage: string, t: Translate) => Labelled[];
}

/** A wall-clock time with its zone named, since mails are read anywhere. */
export const timed = (at: Moment, t: Translate): string => t('mail.time', { time: wallClock(at, ZONE) });

const lines = (all: Line[]): string => all.filter(Boolean).join('\n');

/** Number, place and coordinates of a case, as every type says them. */
export const numberLine = ({ number }: CaseData, t: Translate): Line => number && t('mail.fact.number', { number });
export const urgencyLine = ({ urgency }: CaseData, t: Translate): Line =>
  urgency && t('mail.fact.urgency', { urgency: t(`urgency.${urgency}`) });
export const placeLines = ({ data, area }: About, t: Translate): Line[] => {
  const { words: said, coordinates: at } = data.place;
  return [
    t('mail.fact.where', { place: `${area} ${said}` }),
    at && t('mail.fact.coordinates', { coordinates: `${at.latitude}, ${at.longitude}` }),
  ];
};

/** Cases that it may be the same as; what to do about it the type says. */
const duplicatesLine = ({ duplicates }: CaseData, t: Translate): Line =>
  duplicates.length > 0 && t('mail.duplicates', { numbers: duplicates.map((d) => d.number ?? d.id).join(', ') });

/** The two mails of a type: to somebody of the staff, and to the reporter in their language. */
export const lettersOf = <D extends CaseData>(own: Letters<D>) => {
  const translated = (language: Language) => translator(language, ...own.catalogues, caseMailWords, words);
  return {
    staffMail: (kind: string, to: string, about: About<D>, told: Told = {}): Mail =>
      staffMail(own, translated(told.language ?? 'zh'), kind, to, about, told),
    reporterMail: (to: string, stage: string, data: D, status: string): Mail =>
      reporterMail(own, translated(data.language), to, stage, data, status),
  };
};

const staffMail = <D extends CaseData>(
  own: Letters<D>,
  t: Translate,
  kind: string,
  to: string,
  about: About<D>,
  { due, more, button }: Told,
): Mail => {
  const { data, desk, area } = about;
  const lead = t(`mail.${kind}.lead`, { ...more, ...(due ? { due: timed(due, t) } : {}) });
  const what = [data.number, own.title(data, t), area].filter(Boolean).join(' ');
  const closing = lines([duplicatesLine(data, t), t('mail.contact')]);
  return {
    to,
    language: t.language,
    subject: subjectLine(t(`mail.${kind}.subject`, { what })),
    text: [lead, lines(own.facts(about, t)), closing, ...(button ? [`${t('mail.desk')}: ${desk}`] : [])].join('\n\n'),
    link: button
      ? { label: labelOf(own.type, button.action, t), url: button.url }
      : { label: t('mail.desk'), url: desk },
  };
};

/** Tells of a stage; the link leads to where the receipt is entered. */
const reporterMail = <D extends CaseData>(
  own: Letters<D>,
  t: Translate,
  to: string,
  stage: string,
  data: D,
  status: string,
): Mail => {
  const told = { ...own.reported(data, t), stage: t(`stage.${stage}`) };
  const said = own.told?.(data, stage, t) ?? [];
  const next = `next.${stage}`;
  const parts = [
    t('mail.reporter.lead', told),
    lines(said.map(({ label, value }) => `${label}${t.language === 'zh' ? '：' : ': '}${value}`)),
    numberLine(data, t),
    t.has(next) && t(next),
    t('mail.reporter.receipt'),
  ];
  return {
    to,
    language: t.language,
    subject: subjectLine(t('mail.reporter.subject', told)),
    text: parts.filter(Boolean).join('\n\n'),
    link: { label: t('mail.reporter.link'), url: status },
  };
};
