import * as accept from './accept.ts';
import * as bundles from './bundles.ts';
import { outcomeOf, type Row, tableOf } from './row.ts';

/** `npm run bench`: every measurement in one run, as a table and as a last line of JSON. */

const parts: { rows: () => Promise<Row[]> }[] = [bundles, accept];

const outcomes = [];
for (const part of parts) outcomes.push(...(await part.rows()).map(outcomeOf));
console.log(tableOf(outcomes));
const missed = outcomes.filter((o) => o.met === false);
console.log(JSON.stringify({ missed: missed.length, rows: outcomes }));
if (missed.length > 0) process.exitCode = 1;
