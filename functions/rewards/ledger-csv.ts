import { csv } from '../../shared/csv.ts';
import type { Translate } from '../../shared/i18n.ts';
import { wallClock } from '../../shared/time.ts';
import type { LedgerEntry } from './ledger.ts';

const COLUMNS = ['at', 'kind', 'yuan', 'case', 'reward', 'by', 'reason', 'method', 'voucher'] as const;

/** A ledger for spreadsheets: one movement a row, amounts in yuan. */
export const ledgerCsv = (entries: LedgerEntry[], t: Translate): string =>
  csv([COLUMNS.map((c) => t(`ledger.${c}`)), ...entries.map((e) => rowOf(e, t))]);

const rowOf = (e: LedgerEntry, t: Translate) => [
  wallClock(e.at),
  t(`ledger.${e.kind}`),
  e.amountFen / 100,
  e.caseNumber,
  e.reward,
  e.by.name,
  e.reason,
  e.method && t(`choice.method.${e.method}`),
  e.voucher,
];
