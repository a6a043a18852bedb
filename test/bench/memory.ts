import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { STAMP } from '../../infra/built.ts';
import type { Row } from './row.ts';
import { residentOf } from './tree.ts';

/** What building needs of a machine: the most that all its processes hold at once. */

/** A machine with 2 GB has room for it; and for CDK alone where no function has to be bundled. */
const LIMIT = 1_500_000_000;
const CDK_LIMIT = 1_000_000_000;
const SAMPLE_MS = 50;

const COLD = resolve('.build/bench/cold');
const BUILD_COLD = `import { buildInto } from './infra/local/build.ts'; await buildInto(${JSON.stringify(COLD)});`;

export const rows = async (): Promise<Row[]> => [
  row('synth, nothing built', await peakOf(['infra/app.ts'], forget)),
  row('synth, nothing changed', await peakOf(['infra/app.ts']), CDK_LIMIT),
  row('what npm start builds', await peakOf(['--input-type=module', '-e', BUILD_COLD], forget)),
];

const row = (what: string, value: number, limit = LIMIT): Row => ({
  ...{ part: 'memory', what, value, unit: 'bytes', limit },
});

const forget = (): void => {
  rmSync(STAMP, { force: true });
  rmSync(COLD, { recursive: true, force: true });
};

/** The most bytes that a Node process and all below it were seen to hold. */
const peakOf = async (args: string[], before = () => {}): Promise<number> => {
  before();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, CDK_OUTDIR: resolve('.build/bench/cdk.out') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peak = Math.max(peak, residentOf(child.pid ?? 0));
    await pause(SAMPLE_MS);
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return peak;
};
