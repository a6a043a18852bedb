import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';

/**
 * What a start needs: the functions' bundles and the template (`cdk.out`), and the site (`site`). Built once for the same
 * sources, into a folder named after them.
 */

const PROJECT = join(import.meta.dirname, '../..');
const BUILDS = join(PROJECT, '.build', 'local');
const SOURCES = ['functions/**', 'shared/**', 'infra/*.ts', 'web/**', 'data/**', 'cdk.json', 'package-lock.json'];
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

const digestOfSources = (): string => {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(SOURCES, { cwd: PROJECT, withFileTypes: true, exclude: ['web/dist', 'web/.astro'] })
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

const buildInto = async (folder: string): Promise<void> => {
  const site = run('infra/site.ts', '--out', join(folder, 'site'));
  const assembly = run('infra/local/synth.ts', join(folder, 'cdk.out'));
  await Promise.all([site, assembly]);
};

/** In a process of its own: what building needs is far more than what running needs. */
const run = async (script: string, ...given: string[]): Promise<void> => {
  const work = promisify(execFile)(process.execPath, [script, ...given], { cwd: PROJECT, maxBuffer: 2 ** 26 });
  const end = () => void work.child.kill('SIGKILL');
  process.once('exit', end);
  try {
    await work;
  } catch (e) {
    const { stderr = '', stdout = '' } = e as { stderr?: string; stdout?: string };
    throw new Error(`${script} failed\n${stdout}${stderr}`);
  } finally {
    process.off('exit', end);
  }
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
