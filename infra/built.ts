import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript } from './run.ts';
import { digestOf } from './sources.ts';

/** The functions as they are deployed, built where their sources have changed. */

/** `<name>/index.mjs` with its lazy chunks beside it. */
export const BUILT = '.build/functions';
export const META = join(BUILT, 'meta.json');

/** What the present files in `BUILT` were made of, and a name for them. */
export const STAMP = '.build/functions.json';

export interface Size {
  /** Bytes of all files that are deployed. */
  bytes: number;
  /** Bytes of those that a cold start reads: the entry and what it imports at once. */
  startBytes: number;
}

export interface Built extends Size {
  name: string;
}

/** Whatever can change a bundle; the list of what is installed stands for the packages. */
const SOURCES = ['functions/**', 'shared/**', 'infra/{bundle,functions}.ts', 'node_modules/.package-lock.json'];

const stamp = (sources: string): string => JSON.stringify({ sources, files: digestOf([`${BUILT}/**`]) });

/** Builds every function in a process of its own, whose memory is gone with it; nothing is done where nothing has changed. */
export const bundle = async (): Promise<Built[]> => {
  const sources = digestOf(SOURCES);
  const known = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : '';
  if (known !== stamp(sources)) {
    await runScript('infra/bundle.ts');
    await writeFile(STAMP, stamp(sources));
  }
  const sizes = JSON.parse(await readFile(META, 'utf8')) as Record<string, Size>;
  return Object.entries(sizes).map(([name, size]) => ({ name, ...size }));
};
