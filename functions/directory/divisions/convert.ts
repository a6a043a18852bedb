import { readFileSync, writeFileSync } from 'node:fs';

/** Makes divisions.generated.json of the published list: `node functions/directory/divisions/convert.ts`. */

const at = (file: string): URL => new URL(file, import.meta.url);

/** A division as one line, `540423206 背崩乡`: level and parent follow from the code. */
export const converted = (csv: string): string[] =>
  csv
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(',').slice(0, 2).join(' '));

export const publishedCsv = (): string => readFileSync(at('tibet-divisions.csv'), 'utf8');

if (import.meta.main)
  writeFileSync(at('divisions.generated.json'), `${JSON.stringify(converted(publishedCsv()), null, 1)}\n`);
