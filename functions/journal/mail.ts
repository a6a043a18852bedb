import type { Translate, Words } from '../../shared/i18n.ts';
import { type Mail, subjectLine } from '../../shared/mail.ts';
import { wallClock } from '../../shared/time.ts';
import { weekLabel } from '../duty/week.ts';
import type { WeeklyData } from './meeting/schema.ts';
import type { RectificationData } from './rectification/schema.ts';
import type { Journal } from './week/journal.ts';
import type { JournalData } from './week/schema.ts';

/** Mails of the journal. Pure: all that they say was looked up before. */

export interface Reader {
  email: string;
  name: string;
}

const letter = (to: Reader, subject: string, paragraphs: string[], url: string, t: Translate): Mail => ({
  to: to.email,
  subject: subjectLine(subject),
  text: [t('mail.hello', { name: to.name }), ...paragraphs.filter((p) => p !== '')].join('\n\n'),
  link: { label: t('mail.journal.open'), url },
  language: t.language,
});

/** To whoever has not planned, checked or reflected yet. */
export const reminder = (about: string, { week, who, zone, rhythm }: JournalData, url: string, t: Translate): Mail => {
  const words = { week: weekLabel(week), due: wallClock(rhythm.reflect, zone) };
  const to = { email: who.id, name: who.name };
  return letter(to, t(`mail.journal.${about}.subject`, words), [t(`mail.journal.${about}.text`, words)], url, t);
};

/** To the first secretaries: who has not handed in both halves. */
export const missingNews = (
  readers: Reader[],
  names: string[],
  data: WeeklyData,
  url: string,
  t: Translate,
): Mail[] => {
  const words = { week: weekLabel(data.week), count: names.length, names: names.join('、') };
  return readers.map((r) =>
    letter(r, t('mail.journal.missing.subject', words), [t('mail.journal.missing.text', words)], url, t),
  );
};

/** To those who lead: the meeting was not held. */
export const notHeldNews = (readers: Reader[], data: WeeklyData, url: string, t: Translate): Mail[] => {
  const words = { week: weekLabel(data.week) };
  return readers.map((r) =>
    letter(r, t('mail.journal.not-held.subject', words), [t('mail.journal.not-held.text', words)], url, t),
  );
};

/** One mail to each reader about what has happened to a rectification. */
export const rectificationNews = (
  about: string,
  readers: Reader[],
  data: RectificationData,
  url: string,
  t: Translate,
): Mail[] => {
  const { what, measure, due, owner, done, returned, closed } = data;
  const words: Words = {
    ...{ what, measure, due, owner: owner.name, returns: returned.length },
    ...{ evidence: done?.evidence ?? '', reason: returned.at(-1)?.reason ?? '' },
    ...{ by: closed?.by.name ?? returned.at(-1)?.by.name ?? '', note: closed?.note ?? '' },
  };
  return readers.map((r) =>
    letter(
      r,
      t(`mail.rectification.${about}.subject`, words),
      [t(`mail.rectification.${about}.text`, words).trim()],
      url,
      t,
    ),
  );
};

/** What a meeting came to. */
export interface Digest {
  data: WeeklyData;
  unitName: string;
  journals: Journal[];
  missing: string[];
}

/** After the meeting, to everybody of the community: what was shared, what follows, who was missing. */
export const digest = (readers: Reader[], about: Digest, url: string, t: Translate): Mail[] => {
  const { data, unitName, journals, missing } = about;
  const words = { unit: unitName, week: weekLabel(data.week), count: journals.length };
  const paragraphs = [
    t('mail.digest.text', words),
    ...journals.map((j) => shared(j.data, t)),
    data.decisions ? t('mail.digest.decisions', { decisions: data.decisions }) : '',
    data.notes.length > 0
      ? [t('mail.digest.notes'), ...data.notes.map((n) => `· ${n.by.name}: ${n.text}`)].join('\n')
      : '',
    missing.length > 0 ? t('mail.digest.missing', { names: missing.join('、') }) : '',
  ];
  return readers.map((r) => letter(r, t('mail.digest.subject', words), paragraphs, url, t));
};

const shared = ({ who, reflection }: JournalData, t: Translate): string =>
  reflection === undefined
    ? ''
    : t('mail.digest.person', {
        ...{ name: who.name, most: reflection.most.what, least: reflection.least.what },
        ...{ measure: reflection.least.follows, due: reflection.least.due },
      });
