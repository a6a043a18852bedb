import type { Translate } from '../../shared/i18n.ts';
import type { Mail } from '../../shared/mail.ts';

/** Mail to the unit. It says that there is something and where, and takes nothing from the tip-off: neither what, where nor when. */

const told = (to: string, about: 'read' | 'approve', t: Translate, url: string): Mail => ({
  to,
  subject: t(`mail.tip.${about}.subject`),
  text: t(`mail.tip.${about}`),
  link: { label: t('mail.tip.open'), url },
  language: t.language,
});

export const somethingToRead = (to: string, t: Translate, url: string): Mail => told(to, 'read', t, url);

export const somethingToApprove = (to: string, t: Translate, url: string): Mail => told(to, 'approve', t, url);
