import type { Translate } from '../../shared/i18n.ts';
import type { Mail } from '../../shared/mail.ts';
import { wallClock, ZONE } from '../../shared/time.ts';
import type { FailureCard } from '../../shared/workflow/failures.ts';
import { textOf, titleOf } from './stuck-views.ts';

/** Mail about what is stuck. Pure: whom to tell was found out before. */

/** So many are named; the desk has them all. */
const MOST_LINES = 20;

/** What is stuck, a line each. */
export const stuckMail = (to: string, cards: FailureCard[], t: Translate, url: string): Mail => {
  const lines = cards.slice(0, MOST_LINES).map((card) => lineOf(card, t));
  const more = cards.length - lines.length;
  const told = [...lines, ...(more > 0 ? [t('mail.stuck.more', { count: more })] : [])];
  return {
    ...common(to, cards, t, url),
    text: [t('mail.stuck.lead'), told.join('\n')].join('\n\n'),
  };
};

/** The same where mail may say nothing of the records. */
export const confidentialStuckMail = (to: string, cards: FailureCard[], t: Translate, url: string): Mail => ({
  ...common(to, cards, t, url),
  text: t('mail.stuck.confidential', { count: records(cards) }),
});

const common = (to: string, cards: FailureCard[], t: Translate, url: string) => ({
  to,
  subject: t('mail.stuck.subject', { count: records(cards) }),
  link: { label: t('mail.stuck.open'), url },
  language: t.language,
});

const records = (cards: FailureCard[]): number => new Set(cards.map((c) => c.pk)).size;

const lineOf = (card: FailureCard, t: Translate): string =>
  t('mail.stuck.line', {
    ...{ title: titleOf(card, t), text: textOf(card, t), tries: card.tries },
    since: wallClock(card.since, ZONE),
  });
