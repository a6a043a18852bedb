/** A cell as a spreadsheet reads it, or nothing. */
export type Cell = string | number | undefined;

/**
 * Rows as CSV (RFC 4180, with a byte order mark so that Excel reads UTF-8). A text that a spreadsheet would run as a formula
 * (it begins with = + - @, also full-width, a tab or a carriage return) gets an apostrophe before it; numbers stay numbers.
 */
export const csv = (rows: Cell[][]): string => `\ufeff${rows.map((r) => `${r.map(cell).join(',')}\r\n`).join('')}`;

const cell = (value: Cell): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
