import type { Person } from '../../shared/auth.ts';
import type { Catalogue, Translate } from '../../shared/i18n.ts';
import type { Mail } from '../../shared/mail.ts';
import { addDays } from '../../shared/time.ts';

/** A county's month as its officials are told of it. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const summaryWords: Catalogue = {
  'summary.subject': { zh: '{area} {month} 月报', bo: '{area} {month} ཟླ་རེའི་སྙན་ཞུ།', en: '{area}: {month}' },
  'summary.lead': {
    zh: '{from} 至 {to}（北京时间，Asia/Shanghai）收到的情况。',
    bo: '{from} ནས་ {to} བར་འབྱོར་བའི་གནས་ཚུལ། (Asia/Shanghai)',
    en: 'What came in from {from} to {to} (Asia/Shanghai).',
  },
  'summary.nothing': { zh: '本月没有收到。', bo: 'ཟླ་བ་འདིར་འབྱོར་མེད།', en: 'Nothing came in.' },
  'summary.figures': { zh: '数据：{url}', bo: 'གྲངས་ཐོ། {url}', en: 'Figures: {url}' },
};

/** What a type's bulletin says of the month. */
export interface TypeMonth {
  type: string;
  title: string;
  sentences: string[];
}

/** The first and the last day of the month before a date, and its name `2026-10`. */
export const monthBefore = (date: string): { month: string; from: string; to: string } => {
  const to = addDays(`${date.slice(0, 7)}-01`, -1);
  const month = to.slice(0, 7);
  return { month, from: `${month}-01`, to };
};

/** One mail to each official: every type that their unit answers for there, with its sentences and where the figures are. */
export const summaryMails = (
  officials: Person[],
  area: { code: string; name: string },
  { month, from, to }: ReturnType<typeof monthBefore>,
  types: TypeMonth[],
  site: string,
  t: Translate,
): Mail[] => {
  const address = (type: string) =>
    `${site}/bulletin?${new URLSearchParams({ type, area: area.code, from, to, lang: t.language })}`;
  const told = ({ type, title, sentences }: TypeMonth): string =>
    [
      `【${title}】`,
      ...(sentences.length > 0 ? sentences : [t('summary.nothing')]),
      t('summary.figures', { url: address(type) }),
    ].join('\n');
  const text = [t('summary.lead', { from, to }), ...types.map(told)].join('\n\n');
  return officials.map(({ email }) => ({ to: email, subject: t('summary.subject', { area: area.name, month }), text }));
};
