import * as z from 'zod';
import type { Cell } from '../../../shared/csv.ts';
import type { Translate } from '../../../shared/i18n.ts';
import { dateOf, type Moment } from '../../../shared/time.ts';
import { plannedOf, type Reached, reached } from './rules.ts';
import type { CampaignData, CampaignStage, Totals } from './schema.ts';
import { handedOutIn } from './totals.ts';

/** What a campaign has come to against its plan, in figures and in sentences. Pure. */

export interface About {
  unitName: string;
  areaName: string;
  stage: Exclude<CampaignStage, 'quiet'>;
  /** What the unit hands out, by kind, in the reader's language. */
  materialName: (kind: string) => string;
  at: Moment;
}

const figure = z.object({
  code: z.string(),
  label: z.string(),
  planned: z.number().optional(),
  done: z.number(),
  percent: z.number().optional(),
});
export type Figure = z.infer<typeof figure>;

const month = z.object({
  month: z.string(),
  sessions: z.number(),
  people: z.number(),
  questions: z.number(),
  materials: z.number(),
});

export const summary = z.object({
  /** The instant it is true at: now, or when the campaign was closed. */
  at: z.string(),
  frozen: z.boolean(),
  figures: z.array(figure),
  topics: z.array(z.object({ topic: z.string(), questions: z.number() })),
  months: z.array(month),
});
export type Summary = z.infer<typeof summary>;

/** As it was frozen when the campaign was closed, else as it is. */
const totalsOf = ({ closed, totals }: CampaignData) => closed?.totals ?? totals;

/** The figures: sessions, people, questions, and each kind of material that is planned or was handed out. */
export const summaryOf = (data: CampaignData, about: About, t: Translate): Summary => {
  const { plan, topics } = data;
  const done = totalsOf(data);
  const kinds = [...new Set([...plan.materials.map((m) => m.kind), ...Object.keys(done.materials).sort()])];
  return {
    ...{ at: data.closed?.at ?? about.at, frozen: data.closed !== undefined },
    figures: [
      { code: 'sessions', label: t('figure.sessions'), ...reached(done.sessions, plan.sessions) },
      { code: 'people', label: t('figure.people'), ...reached(done.people, plan.people) },
      { code: 'questions', label: t('figure.questions'), ...reached(done.questions, undefined) },
      ...kinds.map((kind) => ({
        ...{ code: `material.${kind}`, label: about.materialName(kind) },
        ...reached(done.materials[kind] ?? 0, plannedOf(plan, kind)),
      })),
    ],
    topics: topics.map((topic) => ({ topic, questions: done.topics[topic] ?? 0 })),
    months: byMonth(done).map(([m, tally]) => ({ month: m, ...tally })),
  };
};

/** The table keeps no order among the names of a map. */
const byMonth = ({ months }: Totals) => Object.entries(months).sort(([a], [b]) => (a < b ? -1 : 1));

/** Sentences that are true at this moment, for a notice or a report; one language. */
export const sentencesOf = (data: CampaignData, about: About, t: Translate): string[] => {
  const { figures, at } = summaryOf(data, about, t);
  const date = lastDayOf(data, at);
  const until = about.stage === 'closed' ? date : data.until; // it may have been closed early
  const words = {
    ...{ unit: about.unitName, name: data.name[t.language] ?? data.name.zh, area: about.areaName },
    ...{ from: data.from, until, date },
  };
  return [
    t(`summary.${about.stage}`, words),
    ...doneSentences(data, words, figures, t),
    ...figures.flatMap((f) => planSentence(f, t)),
  ];
};

/** The day up to which the figures hold: today, but none after the last. */
const lastDayOf = ({ until }: CampaignData, at: Moment): string => {
  const date = dateOf(at);
  return date > until ? until : date;
};

const doneSentences = (
  data: CampaignData,
  words: Record<string, string | number>,
  figures: Figure[],
  t: Translate,
): string[] => {
  const { sessions, people, questions } = totalsOf(data);
  if (sessions === 0) return [t('summary.none', words)];
  const kinds = figures.filter((f) => f.code.startsWith('material.') && f.done > 0);
  const kindsText = kinds.map((f) => t('summary.kind', { kind: f.label, number: f.done })).join(t('summary.and'));
  const total = handedOutIn(totalsOf(data));
  return [
    t('summary.done', { ...words, sessions, people, questions }),
    ...(total === 0 ? [] : [t('summary.materials', { total, kinds: kindsText })]),
  ];
};

const planSentence = ({ label, planned, done, percent }: Figure & Reached, t: Translate): string[] =>
  planned === undefined || percent === undefined
    ? []
    : [t(done >= planned ? 'summary.reached' : 'summary.against', { label, planned, done, percent })];

/** The figures for a spreadsheet: each against its plan, then by topic and by month. */
export const summaryRows = ({ figures, topics, months }: Summary): Cell[][] => [
  ['table', 'code', 'label', 'planned', 'done', 'percent'],
  ...figures.map((f): Cell[] => ['figure', f.code, f.label, f.planned, f.done, f.percent]),
  ...topics.map((x): Cell[] => ['topic', x.topic, x.topic, undefined, x.questions, undefined]),
  ...months.flatMap(({ month, ...tally }) =>
    Object.entries(tally).map(([code, n]): Cell[] => ['month', `${month}.${code}`, month, undefined, n, undefined]),
  ),
];
