import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const PROJECT = join(import.meta.dirname, '..');

/** A name for what these files of the project say, and for the Node that runs: whatever is made of them alone is as new as it. */
export const digestOf = (patterns: string[], exclude: string[] = []): string => {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(patterns, { cwd: PROJECT, withFileTypes: true, exclude })
    .filter((f) => f.isFile())
    .map((f) => join(f.parentPath, f.name))
    .sort();
  for (const file of files)
    hash
      .update(`${relative(PROJECT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
};
