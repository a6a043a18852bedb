import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Kora, startKora } from '../support/app.ts';
import { launch } from './chromium.ts';
import { Visitors } from './visit.ts';

interface Here {
  kora: Kora;
  browser: Browser;
  people: Visitors;
}

/**
 * A running Kora and people with browsers, for the tests of one file; what their browsers complain of fails the test. What it
 * answers is there once the tests run: ask `here.kora`, do not take it apart.
 */
export const atKora = (options: Parameters<typeof startKora>[0] = {}): Here => {
  const here = {} as Here;
  let close = async (): Promise<void> => {};
  beforeAll(async () => {
    const [kora, browser] = await Promise.all([startKora(options), launch(() => here.kora)]);
    Object.assign(here, { kora, browser, people: new Visitors(browser, kora) });
    close = async () => {
      await browser.close();
      await kora.stop();
    };
  }, 300_000); // whoever starts first builds, and others wait for it
  afterAll(() => close());
  afterEach(() => expect(here.people.complaints.splice(0)).toEqual([]));
  return here;
};
