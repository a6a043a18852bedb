import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export const PHONE = { viewport: { width: 390, height: 844 } };

// Text that no key types (红) is put in by the browser, which now and then loses it where several run at once: tests type pinyin.

/** For pages whose requests a test answers: what a service worker asks for is not seen by the test, and when it takes over is chance. */
export const ANSWERED = { ...PHONE, serviceWorkers: 'block' as const };

/** A page in a context of its own; what the browser complains about (scripts, policy) is gathered in `complaints`. */
export const openPage = async (
  browser: Browser,
  url: string,
  complaints: string[],
  options: BrowserContextOptions = PHONE,
): Promise<Page> => {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000); // shorter than a test's, so that what does not come is named
  const page = await context.newPage();
  listen(page, complaints);
  await page.goto(url);
  return page;
};

export const listen = (page: Page, complaints: string[]): void => {
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('console', (m) => {
    if (m.type() === 'error' && !/Failed to load resource/.test(m.text())) complaints.push(m.text());
  });
};
