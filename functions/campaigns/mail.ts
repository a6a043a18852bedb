import type { Translate } from '../../shared/i18n.ts';
import { type Mail, subjectLine } from '../../shared/mail.ts';
import { dateOf } from '../../shared/time.ts';
import type { CampaignData } from './campaign/schema.ts';

/** Mails about campaigns. Pure. */

interface Reader {
  email: string;
  name: string;
}

/** To those who answer for the unit: no session was held for long, or what the campaign has come to. */
export const campaignNews = (
  about: 'quiet' | 'closed',
  readers: Reader[],
  { data, sentences = [] }: { data: CampaignData; sentences?: string[] },
  url: string,
  t: Translate,
): Mail[] => {
  const words = {
    ...{ name: data.name[t.language] ?? data.name.zh, until: data.until, sentences: sentences.join('\n') },
    since: data.lastHeld === undefined ? data.from : dateOf(data.lastHeld),
  };
  return readers.map(({ email, name }) => ({
    to: email,
    subject: subjectLine(t(`mail.campaign.${about}.subject`, words)),
    text: [t('mail.hello', { name }), t(`mail.campaign.${about}.text`, words)].join('\n\n'),
    link: { label: t('mail.campaign.open'), url },
    language: t.language,
  }));
};
