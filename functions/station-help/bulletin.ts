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
import { kind, mediationResult } from './schema.ts';

/** Figures of help at stations, counted from what the index by area keeps of each. Pure. */

const factsSchema = z.object({
  receivedAt: z.string(),
  area: z.string(),
  kind,
  station: z.string(),
  stationName: z.string().optional(),
  acceptedAt: z.string().optional(),
  result: mediationResult.optional(),
  ended: z.string().optional(),
});
type Facts = z.infer<typeof factsSchema>;

interface Figures {
  cases: number;
  urgent: number;
  helped: number;
  mediations: number;
  agreed: number;
  openCases: number;
  /** The median for what was urgent; absent where nothing was accepted. */
  minutesToAccept?: number;
  byKind: Counted[];
  byStation: Counted[];
  byOutcome: Counted[];
  byMonth: Counted[];
}

/** Ends of what was no case to handle. */
const NO_CASE = ['false', 'withdrawn'];
const ENDS = ['helped', 'handedOn', 'nobodyThere', 'settled', 'notAgreed', 'referred', 'withdrawn', 'false'];

const minutesToAccept = (cases: Facts[]): number | undefined => {
  const minutes = cases
    .flatMap((c) => (c.kind === 'urgent' && c.acceptedAt ? [between(c.receivedAt, c.acceptedAt) / 60_000] : []))
    .sort((a, b) => a - b);
  const middle = minutes[Math.floor((minutes.length - 1) / 2)];
  return middle === undefined ? undefined : Math.round(middle);
};

/** The figures of what was asked during the scope's days. */
const figures = (all: unknown[], _: BulletinScope, t: Translate): Figures => {
  const asked = all.map((f) => factsSchema.parse(f));
  const cases = asked.filter((c) => c.result !== undefined || !NO_CASE.includes(c.ended ?? ''));
  const stations = new Map(cases.map((c) => [c.station, c.stationName ?? c.station]));
  const ofCases = (
    keyOf: (c: Facts) => string | undefined,
    order: readonly string[],
    label: (code: string) => string,
  ) => count(cases, keyOf, order, label);
  return {
    cases: cases.length,
    urgent: cases.filter((c) => c.kind === 'urgent').length,
    helped: cases.filter((c) => c.ended === 'helped').length,
    mediations: cases.filter((c) => c.result !== undefined).length,
    agreed: cases.filter((c) => c.result === 'agreed').length,
    openCases: cases.filter((c) => c.ended === undefined).length,
    minutesToAccept: minutesToAccept(cases),
    byKind: ofCases(
      (c) => c.kind,
      kind.options,
      (code) => t(`choice.kind.${code}`),
    ),
    byStation: ofCases(
      (c) => c.station,
      [],
      (code) => stations.get(code) ?? code,
    ),
    byOutcome: ofCases(
      (c) => c.ended,
      ENDS,
      (code) => t(`stage.${code}`),
    ),
    byMonth: ofCases(
      (c) => monthOf(c.receivedAt),
      [],
      (code) => code,
    ),
  };
};

const sentences = (f: Figures, { from, to, name }: BulletinScope, t: Translate): string[] =>
  f.cases === 0
    ? []
    : [
        t('notice.total', { from, to, area: name, cases: f.cases, urgent: f.urgent }),
        ...(f.mediations > 0 ? [t('notice.mediations', { mediations: f.mediations, agreed: f.agreed })] : []),
      ];

const totals = (f: Figures, t: Translate): Total[] => [
  { name: 'cases', value: f.cases, label: t('bulletin.cases') },
  { name: 'urgent', value: f.urgent, label: t('bulletin.urgent') },
  { name: 'helped', value: f.helped, label: t('bulletin.helped') },
  { name: 'mediations', value: f.mediations, label: t('bulletin.mediations') },
  { name: 'agreed', value: f.agreed, label: t('bulletin.agreed') },
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
  { name: 'openCases', value: f.openCases },
];

const tables = (f: Figures, t: Translate): Table[] => [
  countTable('byKind', f.byKind, t, t('bulletin.by-kind')),
  countTable('byStation', f.byStation, t, t('bulletin.by-station')),
  countTable('byOutcome', f.byOutcome, t, t('bulletin.by-outcome')),
  { ...countTable('byMonth', f.byMonth, t, t('bulletin.by-month')), chart: t('bulletin.chart') },
];

/** How help at stations reports its figures. */
export const bulletin: TypeBulletin<Figures> = { figures, sentences, totals, tables };
