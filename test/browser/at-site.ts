import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type BuiltSite, serveBuiltSite } from './built-site.ts';
import { launch } from './chromium.ts';

interface Here {
  site: BuiltSite;
  browser: Browser;
  /** What the browser complains of; it fails the test. */
  complaints: string[];
}

/** The built site without an API behind it, and a browser, for the tests of one file; see `atKora`. */
export const atSite = (): Here => {
  const here = { complaints: [] as string[] } as Here;
  beforeAll(async () => {
    const [site, browser] = await Promise.all([serveBuiltSite(), launch()]);
    Object.assign(here, { site, browser });
  }, 300_000);
  afterAll(async () => {
    await here.browser?.close();
    await here.site?.close();
  });
  afterEach(() => expect(here.complaints.splice(0)).toEqual([]));
  return here;
};
