import type { Translate } from '../../../shared/i18n.ts';
import { type Mail, subjectLine } from '../../../shared/mail.ts';
import { type Moment, plus, wallClock } from '../../../shared/time.ts';
import type { AgendaLine } from '../lines.ts';
import type { Team } from '../people.ts';
import type { Turn, WeekRule } from '../schema.ts';
import { endOf, startOf, weekLabel } from '../week.ts';
import { servingIn, unsigned } from './rules.ts';
import type { HandoverData } from './schema.ts';

/** Mails of a week of duty. Pure: all that they say was looked up before. */

export interface About {
  data: HandoverData;
  /** When the hand-over began. */
  began: Moment;
  rule: WeekRule;
  team: Team;
  t: Translate;
  /** The desk's page of the week. */
  desk: string;
}

/** Lines of the brief that stand in the mail itself. */
const SHOWN = 30;

const letter = (
  to: { email: string; name: string },
  subject: string,
  paragraphs: string[],
  { t, desk }: About,
): Mail => ({
  to: to.email,
  subject: subjectLine(subject),
  text: [t('mail.hello', { name: to.name }), ...paragraphs.filter((p) => p !== '')].join('\n\n'),
  link: { label: t('mail.desk'), url: desk },
  language: t.language,
});

const common = ({ data, began, rule, team }: About) => ({
  unit: team.unitName,
  week: weekLabel(data.week),
  ends: wallClock(endOf(data.week, rule), rule.zone),
  noon: wallClock(plus(began, data.noonIn), rule.zone),
});

const personOf = ({ team }: About, id: string | undefined) => team.members.find((m) => m.email === id);

/** What the incoming secretary gets: what is open, and what the outgoing one leaves in words. */
export const brief = (about: About, lines: AgendaLine[], words: string | undefined): Mail[] => {
  const { t, data, team } = about;
  const to = personOf(about, servingIn(data));
  if (!to) return [];
  const facts = { ...common(about), from: data.from ? team.nameOf(data.from) : '' };
  const said = words && data.from ? t('mail.brief.words', { ...facts, words }) : '';
  const opening = t(data.from ? 'mail.brief.text' : 'mail.brief.first', facts);
  return [letter(to, t('mail.brief.subject', facts), [opening, said, linesOf(lines, t)], about)];
};

const linesOf = (lines: AgendaLine[], t: Translate): string => {
  if (lines.length === 0) return t('mail.brief.none');
  const shown = lines
    .slice(0, SHOWN)
    .map(
      (l) =>
        `· ${t(`line.${l.kind}`)} ${l.text}${l.who || l.due ? ` (${[l.who, l.due].filter(Boolean).join(', ')})` : ''}`,
    );
  const more = lines.length > SHOWN ? [t('mail.brief.more', { count: lines.length - SHOWN })] : [];
  return [t('mail.brief.lines', { count: lines.length }), ...shown, ...more].join('\n');
};

/** To who had the week before: hand over, and sign. */
export const outgoing = (about: About): Mail[] => {
  const { t, data, team } = about;
  const to = personOf(about, data.from);
  const next = servingIn(data);
  if (!to || !next || next === to.email) return [];
  const facts = { ...common(about), name: team.nameOf(next) };
  return [letter(to, t('mail.out.subject', facts), [t('mail.out.text', facts)], about)];
};

/** To everybody else: who it is this week. */
export const teamNews = (about: About): Mail[] => {
  const { t, data, team } = about;
  const who = servingIn(data);
  if (!who) return [];
  const facts = { ...common(about), name: team.nameOf(who) };
  return team.members
    .filter((m) => m.email !== who && m.email !== data.from)
    .map((m) => letter(m, t('mail.team.subject', facts), [t('mail.team.text', facts)], about));
};

const toFirst = (about: About, subject: string, paragraphs: string[]): Mail[] =>
  about.team.firstSecretaries.map((f) => letter(f, subject, paragraphs, about));

/** Why nobody serves, in words. */
export const whyNobody = ({ pause, gap }: HandoverData, t: Translate): string =>
  pause === undefined ? t(`duty.gap.${gap ?? 'not-begun'}`) : t('duty.pause', { reason: pause });

export const vacant = (about: About): Mail[] => {
  const facts = { ...common(about), reason: whyNobody(about.data, about.t) };
  return toFirst(about, about.t('mail.vacant.subject', facts), [about.t('mail.vacant.text', facts)]);
};

/** Weeks ahead that nobody serves. */
export const gapNews = (about: About, gaps: Turn[]): Mail[] => {
  if (gaps.length === 0) return [];
  const { t, rule } = about;
  const list = gaps.map(
    (g) => `· ${wallClock(startOf(g.week, rule), rule.zone)} ${g.kind === 'gap' ? t(`duty.gap.${g.reason}`) : ''}`,
  );
  const facts = { ...common(about), count: gaps.length };
  return toFirst(about, t('mail.gaps.subject', facts), [t('mail.gaps.text', facts), list.join('\n')]);
};

export const late = (about: About): Mail[] => {
  const facts = { ...common(about), names: unsigned(about.data).map(about.team.nameOf).join('、') };
  return toFirst(about, about.t('mail.late.subject', facts), [about.t('mail.late.text', facts)]);
};

export const standInNews = (about: About): Mail[] => {
  const last = about.data.standIns?.at(-1);
  const to = personOf(about, last?.who.id);
  if (!to || !last) return [];
  const facts = { ...common(about), reason: last.reason };
  return [letter(to, about.t('mail.stand-in.subject', facts), [about.t('mail.stand-in.text', facts)], about)];
};

/** The week's report, to who served it and to the first secretaries. */
export const reportNews = (about: About): Mail[] => {
  const { t, data, team } = about;
  if (!data.report) return [];
  const who = servingIn(data);
  const facts = { ...common(about), ...data.report, name: who ? team.nameOf(who) : t('duty.nobody') };
  const notes = (data.signed ?? []).flatMap((s) => (s.note ? [`· ${s.by.name}: ${s.note}`] : []));
  const said = [...notes, ...(data.words ? [`· ${data.words}`] : [])];
  const paragraphs = [
    t('mail.report.text', facts),
    said.length > 0 ? [t('mail.report.notes'), ...said].join('\n') : '',
  ];
  const readers = new Map([personOf(about, who), ...team.firstSecretaries].flatMap((p) => (p ? [[p.email, p]] : [])));
  return [...readers.values()].map((p) => letter(p, t('mail.report.subject', facts), paragraphs, about));
};

/** On Friday, to who serves the next week. `about.data` is that week as it will be. */
export const reminder = (about: About): Mail[] => {
  const to = personOf(about, about.data.who);
  if (!to) return [];
  const { t, data, rule } = about;
  const facts = { ...common(about), begins: wallClock(startOf(data.week, rule), rule.zone) };
  return [letter(to, t('mail.reminder.subject', facts), [t('mail.reminder.text', facts)], about)];
};
