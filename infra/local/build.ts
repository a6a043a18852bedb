import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bundle } from '../built.ts';
import { runScript } from '../run.ts';
import { digestOf } from '../sources.ts';

/**
 * What a start needs: the functions' bundles and the template (`cdk.out`), and the site (`site`). Built once for the same
 * sources, into a folder named after them.
 */

const PROJECT = join(import.meta.dirname, '../..');
const BUILDS = join(PROJECT, '.build', 'local');
const SOURCES = [
  ...['functions/**', 'shared/**', 'infra/*.ts', 'infra/local/{build,synth}.ts', 'web/**'],
  ...['cdk.json', 'package-lock.json'],
];
const KEPT_MS = 2 * 86_400_000;

export const STACK = 'Kora-local';

/** The folder of the present sources' build; builds it where nobody has yet. Of several at once one builds, the others wait. */
export const built = async (): Promise<string> => {
  const folder = join(BUILDS, digestOfSources());
  if (existsSync(folder)) return used(folder);
  await mkdir(BUILDS, { recursive: true });
  const lock = new DatabaseSync(join(BUILDS, 'lock.sqlite'), { timeout: 300_000 }); // let go of however its holder ends
  lock.exec('BEGIN EXCLUSIVE');
  try {
    return await used(await buildOnce());
  } finally {
    lock.close();
  }
};

const buildOnce = async (): Promise<string> => {
  const folder = join(BUILDS, digestOfSources());
  if (existsSync(folder)) return folder; // built by whoever held the lock before
  const draft = join(BUILDS, 'draft');
  await rm(draft, { recursive: true, force: true });
  await buildInto(draft);
  await rename(draft, folder);
  return folder;
};

const digestOfSources = (): string => digestOf(SOURCES, ['web/dist', 'web/.astro']);

/** The functions first: of the three they need the most memory by far. */
export const buildInto = async (folder: string): Promise<void> => {
  await bundle();
  const site = runScript('infra/site.ts', '--out', join(folder, 'site'));
  const assembly = runScript('infra/local/synth.ts', join(folder, 'cdk.out'));
  await Promise.all([site, assembly]);
};

/** Marks a build as used, and removes those that nobody has used for days. */
const used = async (folder: string): Promise<string> => {
  await utimes(folder, new Date(), new Date());
  for (const name of (await readdir(BUILDS)).filter((n) => /^[0-9a-f]{16}$/.test(n))) {
    const other = join(BUILDS, name);
    const last = (await stat(other).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - last > KEPT_MS) await rm(other, { recursive: true, force: true });
  }
  return folder;
};
