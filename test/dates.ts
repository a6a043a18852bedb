import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DATES } from './support/dates.ts';

/**
 * `npm run test:dates`: the whole suite under each date of the list, or under those that are given; what else is given goes
 * to vitest. Prints a line for each date, and what failed; ends with 1 if anything did.
 */

const PROJECT = join(import.meta.dirname, '..');
const VITEST = join(PROJECT, 'node_modules/vitest/vitest.mjs');
const isDate = (given: string): boolean => /^\d{4}-\d\d-\d\d$/.test(given);

/** Runs the suite at nine o'clock in Shanghai; answers what it said, and whether all went well. */
const runAt = (date: string, given: string[]): Promise<{ well: boolean; said: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, KORA_TEST_AT: `${date}T09:00:00+08:00`, NO_COLOR: '1' };
    const child = spawn(process.execPath, [VITEST, 'run', ...given], { cwd: PROJECT, env });
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => resolve({ well: code === 0, said }));
  });

const asked = process.argv.slice(2);
const dates = asked.filter(isDate);
for (const date of dates.length > 0 ? dates : DATES) {
  const began = performance.now();
  const { well, said } = await runAt(
    date,
    asked.filter((a) => !isDate(a)),
  );
  const [counted = 'no count'] = /^\d+ passed, \d+ failed, \d+ skipped$/m.exec(said) ?? [];
  console.log(`${date}: ${counted} in ${Math.round((performance.now() - began) / 1000)} s`);
  if (well) continue;
  process.exitCode = 1;
  console.log(said.slice(said.search(/^.*(Failed (Tests|Suites)|Error)/m)));
}
