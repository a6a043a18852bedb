import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../ports.ts';
import type { Program } from './found.ts';

/** Where a store's data and words go: into a folder and the open file of a log, or nowhere. */
export interface Where {
  folder?: string;
  log?: number;
}

export interface Launched {
  child: ChildProcess;
  port: number;
}

export const launch = ({ command, args }: Program, port: number, { folder, log = -1 }: Where): ChildProcess => {
  const words = log < 0 ? 'ignore' : log;
  // in a group of its own, so that Ctrl-C leaves its end to us, after the last write
  return spawn(command, args(port, folder), { stdio: ['ignore', words, words], detached: true, windowsHide: true });
};

/** Starts a store and resolves once it answers. A port that was free may be taken by the time it asks for it: then another. */
export const launchAnywhere = async (program: Program, where: Where): Promise<Launched> => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort();
    const child = launch(program, port, where);
    if (await answers(child, port)) return { child, port };
  }
  throw new Error(`${program.command} does not start`);
};

const answers = async (child: ChildProcess, port: number): Promise<boolean> => {
  await once(child, 'spawn'); // rejects where there is no such program, or none that may be run
  while (!hasEnded(child)) {
    if (await fetch(`http://127.0.0.1:${port}`).catch(() => undefined)) return true;
    await pause(10);
  }
  return false;
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Ends a store in order, or by force where it takes more than three seconds. */
export const end = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(force);
};
