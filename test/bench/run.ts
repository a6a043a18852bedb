import { fork } from 'node:child_process';
import { join } from 'node:path';
import { answerOf } from './answer.ts';
import { outcomeOf, type Row, tableOf } from './row.ts';

/** `npm run bench`: every measurement in one run, as a table and as a last line of JSON. Names on the command line pick some. */

/** Each a module of this folder with `rows(): Promise<Row[]>`; the first builds what the others measure. */
const PARTS = ['bundles', 'memory', 'accept', 'cold', 'types', 'units', 'growth', 'handover'];

const PART = join(import.meta.dirname, 'part.ts');

const rowsOf = async (name: string): Promise<Row[]> => {
  const child = fork(PART, [name], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const answer = await answerOf(child);
  if (!Array.isArray(answer)) throw new Error(`${name} ended with ${answer}`);
  return answer;
};

const named = process.argv.slice(2);
const outcomes = [];
for (const name of PARTS)
  if (name === 'bundles' || named.length === 0 || named.includes(name))
    outcomes.push(...(await rowsOf(name)).map(outcomeOf));
const missed = outcomes.filter((o) => o.met === false);
console.log(tableOf(outcomes));
console.log(JSON.stringify({ missed: missed.length, rows: outcomes }));
if (missed.length > 0) process.exitCode = 1;
