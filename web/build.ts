import { parseArgs } from 'node:util';
import { build } from 'astro';

/** Builds the site; `--out <folder>` puts it elsewhere than into `web/dist`. */
const { values } = parseArgs({ options: { out: { type: 'string' } } });
await build({ root: import.meta.dirname, logLevel: 'warn', ...(values.out ? { outDir: values.out } : {}) });
