import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Kora } from '../support/app.ts';
import { barriers } from './accessible.ts';
import { listen, PHONE } from './open.ts';

/** People at a running Kora, each with a browser of their own. */

/** What no page shows: keys of catalogues (which addresses of mail may look like), names of events, values that are not there. */
const RAW =
  /(?<![\w@.-])(act|action|budget|by|choice|class|clock|desk|error|event|fact|fault|field|figures|form|hint|home|ledger|likeness|limit|next|notice|outcome|page|part|period|policy|problem|reason|report|reporter|reward|role|screen|site|stage|station|status|step|title|unmet|urgency)\.[a-z][\w.-]*|xstate|\bundefined\b|\bNaN\b|\[object|\{\w+\}/g;

export class Visitors {
  readonly complaints: string[] = [];
  private readonly browser: Browser;
  private readonly kora: Kora;

  constructor(browser: Browser, kora: Kora) {
    this.browser = browser;
    this.kora = kora;
  }

  /** A fresh browser at a path of the site. */
  async at(path: string, options: BrowserContextOptions = PHONE): Promise<Page> {
    const context = await this.browser.newContext(options);
    const page = await context.newPage();
    context.setDefaultTimeout(10_000);
    this.hear(page);
    await page.goto(this.kora.url + path);
    return page;
  }

  /** Whatever the browser or the server complains about is gathered. */
  private hear(page: Page): void {
    listen(page, this.complaints);
    page.on('response', (r) => {
      if (r.status() >= 500) this.complaints.push(`${r.status()} ${r.url()}`);
    });
    page.on('requestfailed', (r) => {
      const left = r.failure()?.errorText === 'net::ERR_ABORTED'; // the page was left meanwhile
      if (!left) this.complaints.push(`${r.failure()?.errorText} ${r.url()}`);
    });
  }

  /** Signs a person in as they would: from the desk to the issuer, picked there by name, and back to where it began. */
  async signedIn(name: string, path = '/desk/'): Promise<Page> {
    const page = await this.at(path);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForURL(this.kora.url + path);
    return page;
  }
}

/** What is wrong with the page as it stands: barriers (by day and by night), and words that are not for people. */
export const faults = async (page: Page): Promise<string[]> => {
  const found = await barriers(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await barriers(page)));
  await page.emulateMedia({ colorScheme: 'light' });
  const shown = await page.evaluate(() => {
    const closed = [...document.querySelectorAll('details:not([open])')].map((d) => d.textContent);
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown, not the words that scripts carry
    return [document.title, document.body.innerText, ...closed].join('\n');
  });
  return [...new Set([...found, ...(shown.match(RAW) ?? [])])];
};

export const mustBeGood = async (page: Page): Promise<void> => expect(await faults(page), page.url()).toEqual([]);

type Fill = (form: ReturnType<Page['getByRole']>) => Promise<void>;

/** One action by its button and its dialog; ends when the page says that it was done. */
export const actBy = async (page: Page, label: string, fill?: Fill, within = page.locator('main')): Promise<void> => {
  await within.getByRole('button', { name: label, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await mustBeGood(page);
  await fill?.(dialog);
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(`办好了：${label}`).waitFor();
};
