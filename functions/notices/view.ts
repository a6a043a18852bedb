import * as z from 'zod';
import type { Actor } from '../../shared/auth.ts';
import { inputSchema } from '../../shared/body.ts';
import type { Language } from '../../shared/fields.ts';
import { localised } from '../../shared/form-labels.ts';
import { dateOf } from '../../shared/time.ts';
import { type OpenAction, openAction } from '../../shared/workflow/lifecycle.ts';
import { openActions, staffDoer } from '../../shared/workflow/open-actions.ts';
import { areaName } from '../directory/areas.ts';
import { areasOfUnit } from '../directory/around.ts';
import { units } from '../directory/lookup.ts';
import { isVerified } from '../directory/verified.ts';
import { nameIn } from '../directory/views.ts';
import { stations } from '../stations/lookup.ts';
import { cardOf, mayWrite, type Notice, notice } from './notice.ts';
import { isOver, wordingIn } from './rules.ts';
import { complaintReason, forWhom, LANGUAGES, type NoticeCard, noticeInput, noticeStage, payPer } from './schema.ts';
import { payText, wordsIn } from './words.ts';

/** What the public sees of a notice. */
export const publicNotice = z.object({
  id: z.string(),
  kind: z.enum(['notice', 'job']),
  kindText: z.string(),
  /** Of title and body: the one asked for where the notice is written in it. */
  language: z.enum(['zh', 'bo', 'en']),
  languages: z.array(z.enum(['zh', 'bo', 'en'])),
  title: z.string(),
  body: z.string(),
  area: z.object({ code: z.string(), name: z.string() }),
  stations: z.array(z.string()),
  place: z.string().optional(),
  contact: z.string().optional(),
  employer: z.string().optional(),
  pay: z.object({ per: payPer, fromFen: z.number(), toFen: z.number().optional(), text: z.string() }).optional(),
  openings: z.number().optional(),
  for: z.array(z.object({ code: forWhom, text: z.string() })).optional(),
  /** The last day, and the instant at which it is over. */
  lastDay: z.string(),
  until: z.string(),
  unit: z.string(),
  publishedOn: z.string(),
  changedOn: z.string().optional(),
});
export type PublicNotice = z.infer<typeof publicNotice>;

export const noticeList = z.object({ notices: z.array(publicNotice), more: z.boolean() });
export type NoticeList = z.infer<typeof noticeList>;

const jobOf = ({ job }: NoticeCard, language: Language) => {
  if (!job) return {};
  const t = wordsIn(language);
  return {
    ...{ employer: job.employer, openings: job.openings, pay: { ...job.pay, text: payText(job.pay, t) } },
    for: job.for.map((code) => ({ code, text: t(`choice.for.${code}`) })),
  };
};

const publicView = async (card: NoticeCard, unit: string, language: Language): Promise<PublicNotice> => {
  const { id, kind, area, stations, place, contact, until, ends, publishedAt = '', changedAt } = card;
  return {
    ...{ id, kind, kindText: wordsIn(language)(`choice.kind.${kind}`), ...wordingIn(card, language) },
    languages: LANGUAGES.filter((l) => card.text[l]),
    ...{ area: { code: area, name: await areaName(area, language) }, stations, place, contact, unit },
    ...jobOf(card, language),
    ...{ lastDay: until, until: ends, publishedOn: dateOf(publishedAt) },
    changedOn: changedAt && dateOf(changedAt),
  };
};

/** Notices as the public sees them; those of units that are verified no more are left out. */
export const publicViews = async (cards: NoticeCard[], language: Language): Promise<PublicNotice[]> => {
  const known = new Map((await units(cards.map((c) => c.unit))).filter(isVerified).map((u) => [u.id, u]));
  const shown = cards.flatMap((card) => {
    const unit = known.get(card.unit);
    return unit ? [publicView(card, nameIn(unit, language), language)] : [];
  });
  return Promise.all(shown);
};

/** A notice in the unit's own list. */
export const noticeRow = z.object({
  id: z.string(),
  kind: z.enum(['notice', 'job']),
  kindText: z.string(),
  title: z.string(),
  lastDay: z.string(),
  stage: noticeStage,
  stageText: z.string(),
  complaints: z.number(),
});
export type NoticeRow = z.infer<typeof noticeRow>;

/** The stage as it is at this instant: what is over is over, whatever its clock has done yet. */
const stageNow = (card: NoticeCard, at: string) =>
  card.stage !== 'withdrawn' && isOver(card, at) ? 'ended' : card.stage;

export const rowOf = (card: NoticeCard, language: Language, at: string): NoticeRow => {
  const t = wordsIn(language);
  const stage = stageNow(card, at);
  return {
    ...{ id: card.id, kind: card.kind, kindText: t(`choice.kind.${card.kind}`), stage },
    ...{ title: wordingIn(card, language).title, lastDay: card.until, complaints: card.complaints },
    stageText: t(`notice.stage.${stage}`),
  };
};

/** A notice as its unit sees it: what was said against it, what it said before, what can be done now. */
export const noticeView = z.object({
  ...noticeRow.shape,
  version: z.number(),
  unit: z.string(),
  said: noticeInput,
  areaName: z.string(),
  payText: z.string().optional(),
  revision: z.number(),
  publishedAt: z.string().optional(),
  /** Those since an official last decided. */
  open: z.array(
    z.object({ at: z.string(), reason: complaintReason, reasonText: z.string(), words: z.string().optional() }),
  ),
  withdrawn: z.object({ at: z.string(), reason: z.string() }).optional(),
  history: z.array(
    z.object({ seq: z.number(), at: z.string(), by: z.string(), text: z.string(), note: z.string().optional() }),
  ),
  actions: z.array(openAction),
});
export type NoticeView = z.infer<typeof noticeView>;

export const noticeViewOf = async (
  record: Notice,
  actor: Actor,
  language: Language,
  at: string,
): Promise<NoticeView> => {
  const t = wordsIn(language);
  const { data, version } = record;
  const options = async (action: string) =>
    action === 'change' ? optionsIn(data.unit, language, data.area) : undefined;
  return {
    ...rowOf(cardOf(record), language, at),
    ...{ version, unit: data.unit, revision: data.revision, publishedAt: data.publishedAt },
    said: noticeInput.strip().parse(data),
    areaName: await areaName(data.area, language),
    payText: data.job && payText(data.job.pay, t),
    open: data.complaints.map((c) => ({
      at: c.at,
      reason: c.reason,
      reasonText: t(`choice.reason.${c.reason}`),
      words: c.words,
    })),
    withdrawn: data.withdrawn && { at: data.withdrawn.at, reason: data.withdrawn.reason },
    history: historyOf(record, language),
    actions: await openActions(notice, record, staffDoer(actor), t, { options }),
  };
};

/** Each step with what the notice said after it, so that no change is without trace. */
const historyOf = ({ history }: Notice, language: Language): NoticeView['history'] => {
  const t = wordsIn(language);
  return history.map(({ seq, at, by, event, input }) => ({
    ...{ seq, at, by: by.kind === 'staff' ? (by.name ?? by.id) : t(`notice.by.${by.kind}`) },
    text: t(`notice.event.${event.startsWith('xstate.after') ? 'lastDay' : event}`),
    note: noteOf(event, input ?? {}, language),
  }));
};

const noteOf = (event: string, input: Record<string, unknown>, language: Language): string | undefined => {
  if (event === 'withdraw') return String(input.reason);
  if (event !== 'change') return undefined;
  const changed = input as z.infer<typeof noticeInput>;
  const { title, body } = wordingIn(changed, language);
  return `${title}：${body}（${changed.until}）`;
};

/** The areas and stations that the form offers. */
const optionsIn = async (unit: string, language: Language, chosen?: string): Promise<OpenAction['options']> => {
  const [area, all] = await Promise.all([areasOfUnit(unit, language, chosen), stations()]);
  const named = all.map((s) => ({ value: s.id, label: s.name[language] ?? s.name.zh }));
  return { area, ...(named.length > 0 ? { stations: named } : {}) };
};

/** The form for a new notice, for who writes for the unit. */
export const noticeForms = async (actor: Actor, unit: string, language: Language): Promise<OpenAction[]> => {
  if (!mayWrite(actor, unit)) return [];
  const t = wordsIn(language);
  const input = localised(inputSchema(noticeInput), t, 'notice');
  return [
    { action: 'write', label: t('form.notice'), tone: 'primary', input, options: await optionsIn(unit, language) },
  ];
};
