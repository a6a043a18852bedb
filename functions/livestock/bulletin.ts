import * as z from 'zod';
import type { Translate } from '../../shared/i18n.ts';
import { between, monthOf } from '../../shared/time.ts';
import {
  type BulletinScope,
  type Counted,
  count,
  countTable,
  type Table,
  type Total,
  type TypeBulletin,
} from '../cases/bulletin-figures.ts';
import { outcome, problem, role, verdict } from './schema.ts';

/** The monthly figures of livestock emergencies, counted from what the index by area keeps of each case. Pure. */

const factsSchema = z.object({
  receivedAt: z.string(),
  area: z.string(),
  problem,
  ended: z.string().optional(),
  acceptedAt: z.string().optional(),
  departedAt: z.string().optional(),
  lossAvertedFen: z.number().optional(),
  epidemic: z.union([verdict, z.literal('open')]).optional(),
  animals: z.array(z.object({ role, outcome: outcome.optional() })),
});
type Facts = z.infer<typeof factsSchema>;

interface Amount {
  cases: number;
  animals: number;
  saved: number;
}

interface Figures extends Amount {
  openCases: number;
  lossAvertedFen: number;
  epidemicsSuspected: number;
  epidemicsConfirmed: number;
  /** Medians; absent where nothing was accepted, or left. */
  minutesToAccept?: number;
  minutesToLeave?: number;
  byProblem: Counted[];
  byOutcome: Counted[];
  byTownship: ({ code: string; name: string } & Amount)[];
  byMonth: ({ month: string } & Amount)[];
}

const NO_CASE = ['false', 'withdrawn'];

const amountOf = (cases: Facts[]): Amount => {
  const animals = cases.flatMap((c) => c.animals);
  return {
    cases: cases.length,
    animals: animals.length,
    saved: animals.filter((a) => a.outcome === 'alive').length,
  };
};

/** The median of spans between two moments, in whole minutes; undefined of none. */
const medianMinutes = (spans: [string | undefined, string | undefined][]): number | undefined => {
  const minutes = spans.flatMap(([from, to]) => (from && to ? [between(from, to) / 60_000] : [])).sort((a, b) => a - b);
  const middle = minutes[Math.floor((minutes.length - 1) / 2)];
  return middle === undefined ? undefined : Math.round(middle);
};

const grouped = (cases: Facts[], keyOf: (c: Facts) => string): [string, Amount][] =>
  [...Map.groupBy(cases, keyOf)]
    .map(([key, some]): [string, Amount] => [key, amountOf(some)])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The figures of the reports that came in during the scope's days. */
const figures = (all: unknown[], scope: BulletinScope, t: Translate): Figures => {
  const cases = all.map((f) => factsSchema.parse(f)).filter((f) => !NO_CASE.includes(f.ended ?? ''));
  return {
    ...amountOf(cases),
    openCases: cases.filter((c) => c.ended === undefined).length,
    lossAvertedFen: cases.reduce((n, c) => n + (c.lossAvertedFen ?? 0), 0),
    epidemicsSuspected: cases.filter((c) => c.epidemic !== undefined).length,
    epidemicsConfirmed: cases.filter((c) => c.epidemic === 'confirmed').length,
    minutesToAccept: medianMinutes(cases.map((c) => [c.receivedAt, c.acceptedAt])),
    minutesToLeave: medianMinutes(cases.map((c) => [c.acceptedAt, c.departedAt])),
    byProblem: count(
      cases,
      (c) => c.problem,
      problem.options,
      (code) => t(`choice.problem.${code}`),
    ),
    byOutcome: count(
      cases.flatMap((c) => c.animals),
      (a) => a.outcome,
      outcome.options,
      (code) => t(`outcome.${code}`),
    ),
    byTownship: grouped(cases, (c) => c.area).map(([code, n]) => ({ code, name: scope.areaName(code), ...n })),
    byMonth: grouped(cases, (c) => monthOf(c.receivedAt)).map(([month, n]) => ({ month, ...n })),
  };
};

const yuan = (fen: number): number => fen / 100;

const sentences = (f: Figures, scope: BulletinScope, t: Translate): string[] => {
  if (f.cases === 0) return [];
  const { cases, animals, saved } = f;
  return [
    t('notice.total', { from: scope.from, to: scope.to, area: scope.name, cases, animals, saved }),
    ...(f.lossAvertedFen > 0 ? [t('notice.loss', { yuan: yuan(f.lossAvertedFen) })] : []),
    ...(f.epidemicsSuspected > 0
      ? [t('notice.epidemic', { count: f.epidemicsSuspected, confirmed: f.epidemicsConfirmed })]
      : []),
  ];
};

const totals = (f: Figures, t: Translate): Total[] => [
  { name: 'cases', value: f.cases, label: t('bulletin.cases') },
  { name: 'animals', value: f.animals, label: t('bulletin.animals') },
  { name: 'saved', value: f.saved, label: t('bulletin.saved') },
  { name: 'lossAvertedYuan', value: yuan(f.lossAvertedFen), unit: 'yuan', label: t('bulletin.loss-averted') },
  ...(f.minutesToAccept === undefined
    ? []
    : [
        {
          name: 'minutesToAccept',
          value: f.minutesToAccept,
          unit: 'minutes' as const,
          label: t('bulletin.minutes-to-accept'),
        },
      ]),
  ...(f.minutesToLeave === undefined
    ? []
    : [
        {
          name: 'minutesToLeave',
          value: f.minutesToLeave,
          unit: 'minutes' as const,
          label: t('bulletin.minutes-to-leave'),
        },
      ]),
  { name: 'openCases', value: f.openCases },
  { name: 'epidemicsSuspected', value: f.epidemicsSuspected },
  { name: 'epidemicsConfirmed', value: f.epidemicsConfirmed },
];

const tables = (f: Figures, t: Translate): Table[] => {
  const columns = ['cases', 'animals', 'saved'].map((name) => ({ name, label: t(`bulletin.${name}`) }));
  const row = (code: string, label: string, n: Amount) => ({ code, label, values: [n.cases, n.animals, n.saved] });
  return [
    countTable('byProblem', f.byProblem, t, t('bulletin.by-problem')),
    countTable('byOutcome', f.byOutcome, t, t('bulletin.by-outcome')),
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

/** How livestock reports its figures. */
export const bulletin: TypeBulletin<Figures> = { figures, sentences, totals, tables };
