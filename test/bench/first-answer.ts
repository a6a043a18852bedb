import { loadHandler } from './load.ts';

/** A fresh process: loads the file of its argument, answers the event it was given, and says so. */
const [file = '', event = ''] = process.argv.slice(2);
const handler = await loadHandler(file);
const answer = await handler(JSON.parse(event), {});
if (answer && answer.statusCode !== 201) throw new Error(`answered ${answer.statusCode}: ${answer.body}`);
process.send?.('answered', () => process.exit(0));
