import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The next message of a process, or the code that it ended with. */
export const answerOf = async (child: ChildProcess): Promise<unknown> => {
  const either = new AbortController();
  const next = (event: string) => once(child, event, { signal: either.signal });
  const waiting = [next('message'), next('exit')];
  for (const w of waiting) w.catch(() => {}); // the other one is called off
  try {
    return (await Promise.race(waiting))[0];
  } finally {
    either.abort();
  }
};
