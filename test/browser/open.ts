import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export const PHONE = { viewport: { width: 390, height: 844 } };

/** A page in a context of its own; what the browser complains about (scripts, policy) is gathered in `complaints`. */
export const openPage = async (
  browser: Browser,
  url: string,
  complaints: string[],
  options: BrowserContextOptions = PHONE,
): Promise<Page> => {
  const context = await browser.newContext(options);
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
