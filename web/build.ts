import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { writeOfflineList } from './offline-list.ts';

/** Builds the site into `web/dist`, or into the folder after `--out` (on the same disk). */
const { values } = parseArgs({ options: { out: { type: 'string', default: join(import.meta.dirname, 'dist') } } });

// Astro empties folders while it works: each build has one of its own, below the current folder, which it asks for
const draft = join(process.cwd(), '.build', `site-${process.pid}`);
await build({ root: import.meta.dirname, outDir: draft, logLevel: 'warn' });
await writeOfflineList(draft);
await rm(values.out, { recursive: true, force: true });
await mkdir(dirname(values.out), { recursive: true });
await rename(draft, values.out);
