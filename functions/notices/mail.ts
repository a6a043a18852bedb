import type { Translate } from '../../shared/i18n.ts';
import { type Mail, subjectLine } from '../../shared/mail.ts';
import { wordingIn } from './rules.ts';
import type { Complaint, NoticeData } from './schema.ts';

/** Mails about notices. Pure. */

interface Reader {
  email: string;
  name: string;
}

/** To the officials of the unit: somebody complains, or it is off the page until they decide. */
export const complained = (
  about: 'complaint' | 'held',
  readers: Reader[],
  { data, complaint, count }: { data: NoticeData; complaint: Complaint; count: number },
  url: string,
  t: Translate,
): Mail[] => {
  const words = {
    ...{ title: wordingIn(data, t.language).title, count, limit: data.complaintLimit },
    ...{ reason: t(`choice.reason.${complaint.reason}`), words: complaint.words ?? '' },
  };
  return readers.map(({ email, name }) => ({
    to: email,
    subject: subjectLine(t(`mail.notice.${about}.subject`, words)),
    text: [t('mail.hello', { name }), t(`mail.notice.${about}.text`, words)].join('\n\n'),
    link: { label: t('mail.notice.open'), url },
    language: t.language,
  }));
};
