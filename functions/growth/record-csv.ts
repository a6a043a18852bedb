import { type Cell, csv } from '../../shared/csv.ts';
import type { Translate } from '../../shared/i18n.ts';
import { entryKind, type WorkRecord } from './record-schema.ts';

/** One person's record for a spreadsheet: a row for each thing, by date. */
export const recordCsv = ({ person, entries }: WorkRecord, t: Translate): string =>
  csv([
    [t('record.name'), t('record.date'), t('record.kind'), t('record.text')],
    ...entries.map((e): Cell[] => [person.name, e.date, t(`record.kind.${e.kind}`), e.text]),
  ]);

/** The community's records for a spreadsheet: a row for each person and month, and one for each person over all. */
export const recordsCsv = (records: WorkRecord[], t: Translate): string =>
  csv([
    [t('record.name'), t('record.month'), ...entryKind.options.map((k) => t(`record.kind.${k}`))],
    ...records.flatMap(({ person, months, totals }) => [
      ...months.map((m): Cell[] => [person.name, m.month, ...entryKind.options.map((k) => m[k])]),
      [person.name, t('record.all'), ...entryKind.options.map((k) => totals[k])],
    ]),
  ]);
