import type { BrowserContext } from 'playwright-core';
import { tellTimeBy } from '../../infra/local/date.ts';
import type { Kora } from '../support/app.ts';
import { machineTime } from '../support/at.ts';

/** A script that sets a page's `Date` so many milliseconds ahead of the machine's, whether or not it was set before. */
const setAhead = (ahead: number): string => `{
  const known = 'clockAhead' in globalThis;
  globalThis.clockAhead = ${ahead};
  if (!known) (${tellTimeBy})((machine) => machine + globalThis.clockAhead);
}`;

/** The pages of a browser tell the time that their Kora tells, also when its clock is moved; without one, that of the test. */
export const keepTime = async (context: BrowserContext, kora?: Kora): Promise<void> => {
  if (!kora) return context.addInitScript(setAhead(Date.now() - machineTime())).then(() => {});
  const follow = async (now: string): Promise<void> => {
    const script = setAhead(Date.parse(now) - machineTime());
    await context.addInitScript(script);
    await Promise.all(context.pages().map((page) => page.evaluate(script).catch(() => {}))); // one that is closing needs none
  };
  await follow(await kora.now());
  kora.onMove.add(follow);
  context.once('close', () => kora.onMove.delete(follow));
};
