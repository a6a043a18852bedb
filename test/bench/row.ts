/** One measured line of `npm run bench`. A further part is a module with `rows(): Promise<Row[]>`, named in run.ts. */
export interface Row {
  part: string;
  what: string;
  value: number;
  unit: 'ms' | 'per second' | 'bytes' | 'write units' | 'read units';
  /** The same of what it is compared with, measured in turns with it. */
  floor?: number;
  /** At most so much: of `value / floor` where there is a floor, else of `value`. */
  limit?: number;
}

export type Outcome = Row & { ratio?: number; met?: boolean };

/** The row with its ratio to the floor, and whether its limit is met. Pure. */
export const outcomeOf = (row: Row): Outcome => {
  const ratio = row.floor === undefined ? undefined : row.value / row.floor;
  const met = row.limit === undefined ? undefined : (ratio ?? row.value) <= row.limit;
  return { ...row, ratio, met };
};

const shown = (n: number | undefined, unit?: Row['unit']): string =>
  n === undefined ? '' : unit === 'bytes' ? n.toLocaleString('en') : String(Math.round(n * 100) / 100);

const HEAD = ['part', 'what', 'measured', 'unit', 'floor', 'ratio', 'at most', ''];

const cells = ({ part, what, value, unit, floor, ratio, limit, met }: Outcome): string[] => [
  ...[part, what, shown(value, unit), unit, shown(floor, unit), shown(ratio), shown(limit)],
  met === undefined ? '' : met ? 'met' : 'MISSED',
];

/** The rows as a table of columns; numbers stand to the right. */
export const tableOf = (outcomes: Outcome[]): string => {
  const lines = [HEAD, ...outcomes.map(cells)];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((l) => l[i]?.length ?? 0)));
  const isNumber = (i: number) => [2, 4, 5, 6].includes(i);
  const padded = (cell: string, i: number) =>
    isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
  return lines.map((l) => l.map(padded).join('  ').trimEnd()).join('\n');
};
