import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = join(import.meta.dirname, '..');

/** Runs a file of the project in a process of its own, which ends with this one; throws what it said if it fails. */
export const runScript = async (script: string, ...args: string[]): Promise<void> => {
  const work = promisify(execFile)(process.execPath, [script, ...args], { cwd: PROJECT, maxBuffer: 2 ** 26 });
  const end = () => void work.child.kill('SIGKILL');
  process.once('exit', end);
  try {
    await work;
  } catch (e) {
    const { stderr = '', stdout = '' } = e as { stderr?: string; stdout?: string };
    throw new Error(`${script} failed\n${stdout}${stderr}`);
  } finally {
    process.off('exit', end);
  }
};
