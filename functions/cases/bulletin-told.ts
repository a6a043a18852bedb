import type { Translate } from '../../shared/i18n.ts';
import { addDays, monthOf } from '../../shared/time.ts';
import type { BulletinScope, Fact, Measure, Table, Tally, Total, TypeBulletin } from './bulletin-figures.ts';
import { inYuan, kebab, type Numbers, sentencesOf } from './bulletin-sentences.ts';

/** How the figures that a case type declares are counted from its facts and told: in data, on a page, in sentences. Pure. */

/** The figures as they stand in the data, and as they are shown. */
export interface Told {
  figures: Record<string, unknown>;
  totals: Total[];
  tables: Table[];
  sentences: string[];
}

/** Counts the facts of all reports of the scope, and tells them in the translator's language. */
export const tell = <F extends Fact>(
  bulletin: TypeBulletin<F>,
  facts: unknown[],
  scope: BulletinScope,
  t: Translate,
): Told => {
  const reports = facts.map((f) => bulletin.facts.parse(f));
  const cases = reports.filter(bulletin.isCase ?? (() => true));
  const numbers = measured(bulletin.numbers, cases, reports);
  const tallies = Object.entries(bulletin.tallies).map(([name, tally]) => tallyTable(name, tally, cases, t));
  const tables = [...tallies, ...groupTables(bulletin, cases, scope, t)];
  return {
    figures: { ...numbers, ...Object.fromEntries(tables.map((table) => [table.name, dataOf(table)])) },
    totals: totalsOf(bulletin, numbers, t),
    tables,
    sentences: sentencesOf(bulletin, { numbers, tallies }, scope, t),
  };
};

const labelOf = (name: string, t: Translate): string => t(`bulletin.${kebab(name)}`);

const measured = <F>(numbers: Record<string, Measure<F>>, cases: F[], reports: F[]): Numbers =>
  Object.fromEntries(Object.entries(numbers).map(([name, measure]) => [name, measure.of(cases, reports)]));

/** What is on the page comes first. */
const totalsOf = (bulletin: TypeBulletin, numbers: Numbers, t: Translate): Total[] => {
  const total = ([name, { unit, quiet }]: [string, Measure<Fact>]): Total[] => {
    const value = numbers[name];
    if (value === undefined) return [];
    if (unit !== 'fen') return [{ name, label: labelOf(name, t), value, unit, quiet }];
    const told = inYuan(name, value);
    return [{ name: `${told.name}Yuan`, label: labelOf(told.name, t), value: told.yuan, unit: 'yuan', quiet }];
  };
  const all = Object.entries(bulletin.numbers).flatMap(total);
  return [...all.filter((n) => !n.quiet), ...all.filter((n) => n.quiet)];
};

const only = (t: Translate): Table['columns'] => [{ name: '', label: t('bulletin.count') }];

/** How many there are of each code, in the order given, then by code. */
const tallyTable = <F>(name: string, { of, order = [], words, quiet }: Tally<F>, cases: F[], t: Translate): Table => {
  const codes = cases.flatMap(of).filter((code) => code !== undefined);
  const label = (code: string) => (typeof words === 'string' ? t(`${words}.${code}`) : words(code, cases));
  const rank = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  const rows = [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]) => ({ code, label: label(code), values: [all.length] }))
    .sort((a, b) => rank(a.code) - rank(b.code) || (a.code < b.code ? -1 : 1));
  return { name, caption: labelOf(name, t), columns: only(t), rows, quiet };
};

/** Numbers for each month, months between them in which nothing came too; several also for each township. */
const groupTables = <F extends Fact>(
  { numbers, each }: TypeBulletin<F>,
  cases: F[],
  scope: BulletinScope,
  t: Translate,
): Table[] => {
  const columns = each?.map((name) => ({ name, label: labelOf(name, t) })) ?? only(t);
  const table = (name: string, codes: string[], codeOf: (f: F) => string, label: (code: string) => string): Table => {
    const valuesIn = (some: F[]) => (each ?? ['cases']).map((number) => numbers[number]?.of(some, some) ?? 0);
    const row = (code: string) => ({
      code,
      label: label(code),
      values: valuesIn(cases.filter((c) => codeOf(c) === code)),
    });
    return { name, caption: labelOf(name, t), columns, rows: codes.map(row) };
  };
  const townships = [...new Set(cases.map((c) => c.area))].sort();
  const months = monthsThrough(cases.map((c) => monthOf(c.receivedAt)).sort());
  return [
    ...(each ? [table('byTownship', townships, (c) => c.area, scope.areaName)] : []),
    {
      ...table(
        'byMonth',
        months,
        (c) => monthOf(c.receivedAt),
        (month) => month,
      ),
      chart: t('bulletin.chart'),
    },
  ];
};

/** All months from the first to the last. */
const monthsThrough = (sorted: string[]): string[] => {
  const last = sorted.at(-1) ?? '';
  const months: string[] = [];
  for (let month = sorted[0]; month && month <= last; month = addDays(`${month}-28`, 4).slice(0, 7)) months.push(month);
  return months;
};

/** A table's rows, each value under its name. */
const dataOf = ({ name, columns, rows }: Table) =>
  rows.map(({ code, label, values }) => {
    if (columns[0]?.name === '') return { code, label, count: values[0] };
    const row = Object.fromEntries(columns.map((column, i) => [column.name, values[i]]));
    return { ...(name === 'byMonth' ? { month: code } : { code, name: label }), ...row };
  });
