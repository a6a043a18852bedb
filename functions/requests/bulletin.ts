import * as z from 'zod';
import type { Translate } from '../../shared/i18n.ts';
import { monthOf } from '../../shared/time.ts';
import {
  type BulletinScope,
  type Counted,
  count,
  countTable,
  type Table,
  type Total,
  type TypeBulletin,
} from '../cases/bulletin-figures.ts';
import { kind } from './schema.ts';

/** Figures of requests, counted from what the index by area keeps of each. Pure. */

const factsSchema = z.object({
  receivedAt: z.string(),
  area: z.string(),
  kind,
  late: z.boolean(),
  reopened: z.number(),
  rating: z.number().optional(),
  ended: z.string().optional(),
});

interface Figures {
  cases: number;
  settled: number;
  openCases: number;
  late: number;
  reopened: number;
  /** Of what was rated, to one decimal. */
  rating?: number;
  byKind: Counted[];
  byOutcome: Counted[];
  byMonth: Counted[];
}

const averageOf = (ratings: number[]): number | undefined =>
  ratings.length === 0 ? undefined : Math.round((10 * ratings.reduce((a, b) => a + b, 0)) / ratings.length) / 10;

const ENDS = ['settled', 'unreached', 'withdrawn'];

/** The figures of the requests that came in during the scope's days. */
const figures = (all: unknown[], _: BulletinScope, t: Translate): Figures => {
  const cases = all.map((f) => factsSchema.parse(f));
  const told = (code: string) => t(`stage.${code}`);
  return {
    cases: cases.length,
    settled: cases.filter((c) => c.ended === 'settled').length,
    openCases: cases.filter((c) => c.ended === undefined).length,
    late: cases.filter((c) => c.late).length,
    reopened: cases.filter((c) => c.reopened > 0).length,
    rating: averageOf(cases.flatMap((c) => c.rating ?? [])),
    byKind: count(
      cases,
      (c) => c.kind,
      kind.options,
      (code) => t(`choice.kind.${code}`),
    ),
    byOutcome: count(cases, (c) => c.ended, ENDS, told),
    byMonth: count(
      cases,
      (c) => monthOf(c.receivedAt),
      [],
      (code) => code,
    ),
  };
};

const sentences = ({ cases, settled }: Figures, { from, to, name }: BulletinScope, t: Translate): string[] =>
  cases === 0 ? [] : [t('notice.total', { from, to, area: name, cases, settled })];

const totals = (f: Figures, t: Translate): Total[] => [
  { name: 'cases', value: f.cases, label: t('bulletin.cases') },
  { name: 'settled', value: f.settled, label: t('bulletin.settled') },
  { name: 'reopened', value: f.reopened, label: t('bulletin.reopened') },
  { name: 'late', value: f.late, label: t('bulletin.late') },
  ...(f.rating === undefined
    ? []
    : [{ name: 'rating', value: f.rating, unit: 'points' as const, label: t('bulletin.rating') }]),
  { name: 'openCases', value: f.openCases },
];

const tables = (f: Figures, t: Translate): Table[] => [
  countTable('byKind', f.byKind, t, t('bulletin.by-kind')),
  countTable('byOutcome', f.byOutcome, t, t('bulletin.by-outcome')),
  { ...countTable('byMonth', f.byMonth, t, t('bulletin.by-month')), chart: t('bulletin.chart') },
];

/** How requests report their figures. */
export const bulletin: TypeBulletin<Figures> = { figures, sentences, totals, tables };
