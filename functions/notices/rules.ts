import { startOfDay } from '../../shared/calendar.ts';
import { conflict, invalidField } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { hasWords } from '../../shared/text.ts';
import { addDays, dateOf, daysBetween, type Moment } from '../../shared/time.ts';
import { concerns } from '../directory/nearness.ts';
import {
  type Change,
  LANGUAGES,
  type NoticeCard,
  type NoticeData,
  type NoticeInput,
  type NoticeStage,
} from './schema.ts';

/** What a notice has to be, and who sees it when. Pure. */

/** The instant at which a notice's last day is over. */
export const endOf = (until: string): Moment => startOfDay(addDays(until, 1));

/** A year is longer than anything stays true on a board. */
const LONGEST_DAYS = 366;
/** So often what a notice says may change, each time on record; whoever has more to change writes a new one. */
export const MOST_REVISIONS = 20;

type Said = Pick<NoticeInput, 'kind' | 'text' | 'until' | 'place' | 'contact' | 'job'>;

/** Throws `invalid-input` with the field where a notice lacks text, ends too soon or too late, or a job lacks what it needs. */
export const checkNotice = (said: Said, at: Moment): void => {
  if (LANGUAGES.every((l) => !said.text[l]))
    throw invalidField('text.zh.title', 'required', 'is needed in one language');
  const days = daysBetween(dateOf(at), said.until);
  if (days < 0) throw invalidField('until', 'past', 'is over');
  if (days > LONGEST_DAYS) throw invalidField('until', 'too-late', 'lies more than a year ahead');
  checkJob(said);
};

const checkJob = ({ kind, job, place, contact }: Said): void => {
  if (kind === 'notice' && job) throw invalidField('job', 'not-a-job', 'only a job has an employer and pay');
  if (kind === 'notice') return;
  if (!job) throw invalidField('job.employer', 'required', 'a job needs an employer, pay and openings');
  if (!place) throw invalidField('place', 'required', 'a job is somewhere');
  if (!contact) throw invalidField('contact', 'required', 'a job needs somebody to ask');
  const { fromFen, toFen } = job.pay;
  if (toFen !== undefined && toFen < fromFen)
    throw invalidField('job.pay.toFen', 'too-small', 'is less than the first');
};

/** Throws where it would be no notice any more, or was changed too often. */
export const checkChange = (change: Change, data: NoticeData, at: Moment): void => {
  if (data.revision >= MOST_REVISIONS) throw conflict('too-many', 'It was changed too often; write a new one.');
  checkNotice({ ...change, kind: data.kind }, at);
};

/** Throws where the last day of what is to be published is over. */
export const checkPublishable = (_: unknown, data: NoticeData, at: Moment): void => checkNotice(data, at);

/** Whether the public may see it at this instant, whatever its clock has done yet. */
export const isPublic = ({ stage, ends }: { stage: NoticeStage; ends: Moment }, at: Moment): boolean =>
  stage === 'published' && at < ends;

/** Whether it was before the public once and is no more, for good. */
export const isOver = ({ stage, ends }: { stage: NoticeStage; ends: Moment }, at: Moment): boolean => {
  switch (stage) {
    case 'ended':
    case 'withdrawn':
      return true;
    case 'published':
    case 'held':
      return at >= ends;
    case 'draft':
    case 'discarded':
      return false;
  }
};

/** What it says in a language, or in the first that it is written in; and which that is. */
export const wordingIn = ({ text }: Pick<NoticeInput, 'text'>, language: Language) => {
  const found = [language, ...LANGUAGES].find((l) => text[l]) ?? 'zh';
  return { language: found, ...(text[found] ?? { title: '', body: '' }) };
};

export interface Asked {
  kind?: NoticeInput['kind'];
  area?: string;
  station?: { id: string; areas: string[] };
  q?: string;
}

/** A station's board has what names it, and what concerns its place and names no station. */
const hangsAt = ({ stations, area }: NoticeCard, { id, areas }: NonNullable<Asked['station']>): boolean =>
  stations.includes(id) || (stations.length === 0 && areas.some((a) => concerns(area, a)));

const textsOf = ({ text, place, contact, job }: NoticeCard): (string | undefined)[] => [
  ...LANGUAGES.flatMap((l) => [text[l]?.title, text[l]?.body]),
  ...[place, contact, job?.employer],
];

/** Whether a notice is what was asked for; every word of a search has to stand in it. */
export const matches = (card: NoticeCard, { kind, area, station, q }: Asked): boolean =>
  (kind === undefined || card.kind === kind) &&
  (area === undefined || concerns(card.area, area)) &&
  (station === undefined || hangsAt(card, station)) &&
  (q === undefined || hasWords(textsOf(card), q));

/** The newest first. */
export const newestFirst = (a: NoticeCard, b: NoticeCard): number =>
  (a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1;
