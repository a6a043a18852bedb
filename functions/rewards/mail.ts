import type { Translate } from '../../shared/i18n.ts';
import { type Mail, subjectLine } from '../../shared/mail.ts';
import { plus, wallClock } from '../../shared/time.ts';
import type { RewardData } from './schema.ts';
import { yuan } from './text.ts';

/** What people are told of a reward by mail. Pure. No mail acts: rewards need sign-in, or the reporter's receipt. */

/** The last minute of a claim window, as people are told it. */
export const lastMinute = (until: string): string => wallClock(plus(until, -60_000));

const wordsOf = (data: RewardData) => ({
  number: data.caseNumber,
  yuan: yuan(data.commitment?.amountFen ?? data.amountFen),
  until: data.claim ? lastMinute(data.claim.until) : '',
  reason: data.notice?.reason ?? data.held?.reason ?? '',
});

/** Whether the mail is one with a reason, and there is one. */
const reasonLine = (data: RewardData, t: Translate): string[] => {
  if (data.held) return [t('mail.reward.because', { reason: data.held.reason })];
  if (data.notice?.code === 'voided') return [t('notice.voided')];
  return data.notice?.reason ? [t('mail.reward.because', { reason: data.notice.reason })] : [];
};

/** The mail to somebody of the staff: what waits for them, with a way to it on the desk. */
export const staffMail = (to: string, about: string, data: RewardData, t: Translate, url: string): Mail => {
  const words = wordsOf(data);
  const example = data.policy?.marking === 'example' ? [t('reward.example')] : [];
  return {
    to,
    subject: subjectLine(t(`mail.reward.${about}.subject`, words)),
    text: [t(`mail.reward.${about}`, words), ...reasonLine(data, t), ...example].join('\n\n'),
    link: { label: t('mail.reward.open'), url },
    language: t.language,
  };
};

/** The mail to the reporter, where an address is known: how it stands, and where to go with the receipt. */
export const reporterMail = (to: string, about: string, data: RewardData, t: Translate, url: string): Mail => {
  const words = wordsOf(data);
  const unmet =
    about === 'notEligible' ? data.reasons.filter((r) => !r.met).map((r) => `· ${t(`unmet.${r.code}`)}`) : [];
  return {
    to,
    subject: subjectLine(t(`mail.reporter.${about}.subject`, words)),
    text: [t(`mail.reporter.${about}`, words), ...unmet, ...reasonLine(data, t)].join('\n\n'),
    link: { label: t('mail.reporter.open'), url },
    language: t.language,
  };
};
