import { parseArgs } from 'node:util';
import { writeOpenApi } from './openapi.ts';
import { runScript } from './run.ts';

/** Builds the site, with the description of its API as a file of it, into `web/dist` or the folder after `--out`. */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'web/dist' } } });
await runScript('web/build.ts', '--out', values.out);
await writeOpenApi(values.out);
