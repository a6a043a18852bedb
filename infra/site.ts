import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { writeOpenApi } from './openapi.ts';

/** Builds the site, with the description of its API as a file of it, into `web/dist` or the folder after `--out`. */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'web/dist' } } });
await promisify(execFile)(process.execPath, ['web/build.ts', '--out', values.out]);
await writeOpenApi(values.out);
