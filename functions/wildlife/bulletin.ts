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
import { type Outcome, outcome } from './schema.ts';

/** Figures of wildlife rescues, counted from what the index by area keeps of each case. Pure. */

const factsSchema = z.object({
  receivedAt: z.string(),
  area: z.string(),
  source: z.string(),
  ended: z.string().optional(),
  animals: z.array(z.object({ class: z.string(), outcome: outcome.optional(), disposed: z.boolean() })),
});
type Facts = z.infer<typeof factsSchema>;

interface Amount {
  cases: number;
  animals: number;
}

export interface Figures extends Amount {
  reportsReceived: number;
  duplicateReports: number;
  openCases: number;
  harmlessDisposals: number;
  byClass: Counted[];
  byOutcome: Counted[];
  diedOf: Counted[];
  bySource: Counted[];
  byTownship: ({ code: string; name: string } & Amount)[];
  byMonth: ({ month: string } & Amount)[];
}

/** Ends of a report that was no case to handle. */
const NO_CASE = ['duplicate', 'false', 'withdrawn', 'notWildlife'];

const isDead = (o: Outcome | undefined) => o === 'died_in_treatment' || o === 'found_dead';

/** How the public counts an outcome: both kinds of death are `died`. */
const told = (o: Outcome): string => (isDead(o) ? 'died' : o);

const CLASSES = ['national-1', 'national-2', 'regional', 'protected', 'none'];
const OUTCOMES = ['released', 'transferred_to_rescue_centre', 'transferred_to_institute', 'died', 'escaped'];

/** The figures of the reports that came in during the scope's days. */
export const figures = (all: unknown[], scope: BulletinScope, t: Translate): Figures => {
  const reports = all.map((f) => factsSchema.parse(f));
  const cases = reports.filter((f) => !NO_CASE.includes(f.ended ?? ''));
  const animals = cases.flatMap((c) => c.animals);
  const ended = animals.flatMap((a) => (a.outcome ? [a.outcome] : []));
  return {
    cases: cases.length,
    animals: animals.length,
    reportsReceived: reports.length,
    duplicateReports: reports.filter((r) => r.ended === 'duplicate').length,
    openCases: cases.filter((c) => c.ended === undefined).length,
    harmlessDisposals: animals.filter((a) => isDead(a.outcome) && a.disposed).length,
    byClass: count(
      animals,
      (a) => a.class,
      CLASSES,
      (code) => t(`class.${code}`),
    ),
    byOutcome: count(ended, told, OUTCOMES, (code) => t(`outcome.${code}`)),
    diedOf: count(
      ended,
      (o) => (isDead(o) ? o : undefined),
      [],
      (code) => t(`outcome.${code}`),
    ),
    bySource: count(
      cases,
      (c) => c.source,
      [],
      (code) => t(`choice.source.${code}`),
    ),
    byTownship: placed(cases, (c) => c.area).map(([code, p]) => ({ code, name: scope.areaName(code), ...p })),
    byMonth: placed(cases, (c) => monthOf(c.receivedAt)).map(([month, p]) => ({ month, ...p })),
  };
};

const placed = (cases: Facts[], keyOf: (c: Facts) => string): [string, { cases: number; animals: number }][] =>
  [...Map.groupBy(cases, keyOf)]
    .map(([key, some]): [string, { cases: number; animals: number }] => [
      key,
      { cases: some.length, animals: some.reduce((n, c) => n + c.animals.length, 0) },
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The sentences of an official notice; nothing where there was no case. Each states only what was counted. */
const sentences = (f: Figures, scope: BulletinScope, t: Translate): string[] => {
  if (f.cases === 0) return [];
  const list = (of: Counted[], part = 'notice.part') =>
    of.map((c) => t(part, { what: t(`notice.what.${c.code}`), count: c.count })).join(t('notice.comma'));
  const number = (of: Counted[], code: string) => of.find((c) => c.code === code)?.count ?? 0;
  const died = number(f.byOutcome, 'died');
  const words = { from: scope.from, to: scope.to, area: scope.name, cases: f.cases, animals: f.animals };
  return [
    t('notice.total', words) + (f.byClass.length > 0 ? t('notice.classes', { list: list(f.byClass) }) : ''),
    ...(f.byOutcome.length > 0 ? [t('notice.outcomes', { list: list(f.byOutcome) })] : []),
    ...(died > 0 ? [t('notice.deaths', { died, list: list(f.diedOf) })] : []),
    ...(died > 0 && f.harmlessDisposals === died ? [t('notice.disposed-all', { count: died })] : []),
    ...(f.harmlessDisposals > 0 && f.harmlessDisposals < died
      ? [t('notice.disposed-some', { count: f.harmlessDisposals, died })]
      : []),
    t('notice.sources', {
      list: list(f.bySource, 'notice.case-part'),
      reports: f.reportsReceived,
      duplicates: f.duplicateReports,
    }),
    ...(f.openCases > 0 ? [t('notice.open', { count: f.openCases })] : []),
  ];
};

const totals = (f: Figures, t: Translate): Total[] => [
  { name: 'cases', value: f.cases, label: t('bulletin.cases') },
  { name: 'animals', value: f.animals, label: t('bulletin.animals') },
  { name: 'reportsReceived', value: f.reportsReceived },
  { name: 'duplicateReports', value: f.duplicateReports },
  { name: 'openCases', value: f.openCases },
  { name: 'harmlessDisposals', value: f.harmlessDisposals },
];

const tables = (f: Figures, t: Translate): Table[] => {
  const columns = [
    { name: 'cases', label: t('bulletin.cases') },
    { name: 'animals', label: t('bulletin.animals') },
  ];
  const row = (code: string, label: string, { cases, animals }: Amount) => ({ code, label, values: [cases, animals] });
  return [
    countTable('byClass', f.byClass, t, t('bulletin.by-class')),
    countTable('byOutcome', f.byOutcome, t, t('bulletin.by-outcome')),
    countTable('diedOf', f.diedOf, t),
    countTable('bySource', f.bySource, t, t('bulletin.by-source')),
    {
      ...{ name: 'byTownship', caption: t('bulletin.by-township'), columns },
      rows: f.byTownship.map((p) => row(p.code, p.name, p)),
    },
    {
      ...{ name: 'byMonth', caption: t('bulletin.by-month'), columns, chart: t('bulletin.chart') },
      rows: f.byMonth.map((m) => row(m.month, m.month, m)),
    },
  ];
};

/** How wildlife reports its figures. */
export const bulletin: TypeBulletin<Figures> = { figures, sentences, totals, tables };
