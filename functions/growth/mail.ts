import type { Translate, Words } from '../../shared/i18n.ts';
import { type Mail, subjectLine } from '../../shared/mail.ts';
import { wallClock } from '../../shared/time.ts';
import type { ActivityData } from './activity/schema.ts';
import { lastContact } from './mentorship/rules.ts';
import type { MentorshipData } from './mentorship/schema.ts';

/** Mails of pairs and activities. Pure. */

export interface Reader {
  email: string;
  name: string;
}

const letters = (readers: Reader[], key: string, words: Words, url: string, t: Translate): Mail[] =>
  readers.map(({ email, name }) => ({
    to: email,
    subject: subjectLine(t(`mail.${key}.subject`, words)),
    text: [t('mail.hello', { name }), t(`mail.${key}.text`, words).trim()].join('\n\n'),
    link: { label: t('mail.growth.open'), url },
    language: t.language,
  }));

/** To those of a pair, or who judges it. */
export const mentorshipNews = (
  about: string,
  readers: Reader[],
  data: MentorshipData,
  focus: string,
  url: string,
  t: Translate,
): Mail[] => {
  const { newcomer, mentor, from, until, ended } = data;
  const words = { newcomer: newcomer.name, mentor: mentor.name, from, until, focus, reason: ended?.reason ?? '' };
  return letters(readers, `mentorship.${about}`, { ...words, last: lastContact(data) }, url, t);
};

/** To those whom an activity concerns. */
export const activityNews = (
  about: string,
  readers: Reader[],
  data: ActivityData,
  url: string,
  t: Translate,
): Mail[] => {
  const { title, place, starts, zone, debate, result, cancelled } = data;
  const names = (people: { name: string }[] | undefined) => (people ?? []).map((p) => p.name).join('、');
  const sides =
    debate &&
    t('mail.activity.sides', {
      ...debate,
      for: names(debate.for),
      against: names(debate.against),
      chair: debate.chair.name,
    });
  const words = {
    ...{ title, place, starts: wallClock(starts, zone), sides: sides ?? '', reason: cancelled?.reason ?? '' },
    ...{ learned: result?.learned ?? '', outcome: outcomeText(data, t) },
  };
  return letters(readers, `activity.${about}`, words, url, t);
};

const outcomeText = ({ result }: ActivityData, t: Translate): string => {
  if (!result?.outcome) return '';
  const best = result.best ? t('mail.activity.best', { name: result.best.name }) : '';
  return [t(`choice.outcome.${result.outcome}`), best].filter(Boolean).join(' ');
};
