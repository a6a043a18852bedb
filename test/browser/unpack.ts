import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

/**
 * Unpacks the parts of Chromium that are named as arguments into the folder for temporary files, as the package does. Run it
 * in a process of its own whose `TMPDIR` is the folder wanted.
 */
const packed = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin');

await Promise.all(process.argv.slice(2).map((part) => inflate(join(packed, part))));
