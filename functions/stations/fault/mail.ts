import type { Translate } from '../../../shared/i18n.ts';
import { type Mail, subjectLine } from '../../../shared/mail.ts';
import { wallClock } from '../../../shared/time.ts';
import { isUnsafe } from './rules.ts';
import type { FaultData } from './schema.ts';

/** Mails about faults. Pure. */

/** What a mail says of where it is, in words; `link` leads to the station on the desk. */
export interface Where {
  station: string;
  facility: string;
  link: string;
}

/** One mail to each reader about a fault that was reported, is dangerous, or waits. */
export const faultMail = (
  about: string,
  data: FaultData,
  readers: { email: string; name: string }[],
  { station, facility, link }: Where,
  t: Translate,
): Mail[] => {
  const newest = data.reports.at(-1);
  const words = {
    ...{ station, facility, trouble: t(`choice.trouble.${newest?.trouble ?? 'other'}`), words: newest?.words ?? '' },
    ...{ count: data.count, since: wallClock(data.openedAt), until: data.acknowledged?.until ?? '' },
    unsafe: isUnsafe(data) ? t('mail.fault.unsafe-mark') : '',
  };
  return readers.map(({ email, name }) => ({
    to: email,
    subject: subjectLine(t(`mail.fault.${about}.subject`, words)),
    text: [t('mail.hello', { name }), t(`mail.fault.${about}.text`, words).trim()].join('\n\n'),
    link: { label: t('mail.fault.link'), url: link },
    language: t.language,
  }));
};
