import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { errorWords } from '../../shared/error-words.ts';
import { isReceipt } from '../../shared/receipt.ts';
import { barriers, unseenFocus } from './accessible.ts';
import { atSite } from './at-site.ts';
import { ANSWERED, openPage, PHONE } from './open.ts';

const here = atSite();

/** A fresh page; whatever the browser complains about fails the test. */
const open = (path: string, options: BrowserContextOptions = ANSWERED): Promise<Page> =>
  openPage(here.browser, here.site.url + path, here.complaints, options);

const REPORTS = ['wildlife', 'livestock', 'request', 'station-help'].map((type) => `/report/${type}/`);
const PUBLIC = ['/', '/report/', ...REPORTS, '/status/', '/figures/', '/privacy/', '/accessibility/'];

describe.each(['', '/bo', '/en'])('the site under “%s/”', (prefix) => {
  test.each(PUBLIC)('%s can be used by everyone, on a phone and in the dark', async (path) => {
    const page = await open(prefix + path);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  test('each page names its language and leads to the same page in the others', async () => {
    const page = await open(`${prefix}/report/wildlife/`);
    for (const [name, lang] of [
      ['English', 'en'],
      ['བོད་ཡིག', 'bo'],
      ['中文', 'zh-Hans-CN'],
    ] as const) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForURL(/report\/wildlife\/$/);
      expect(await page.getAttribute('html', 'lang')).toBe(lang);
    }
    await page.context().close();
  });
});

test('whoever uses the keyboard sees where they are', async () => {
  const page = await open('/report/wildlife/');
  expect(await unseenFocus(page, 30)).toEqual([]);
  await page.context().close();
});

test.each(REPORTS)('%s weighs at most 50 KB', async (path) => {
  const sizes: number[] = [];
  const page = await open('/privacy/');
  page.on('response', async (r) => sizes.push(gzipSync(await r.body()).length));
  await page.goto(here.site.url + path, { waitUntil: 'networkidle' });
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(50 * 1024);
  expect((await stat(join(here.site.folder, 'kora.css'))).size).toBeLessThan(14 * 1024); // one sheet for site and desk, a quarter of it when compressed
  await page.context().close();
});

test('the home page and the navigation lead to every form there is', async () => {
  const page = await open('/');
  for (const path of REPORTS) expect(await page.locator(`.tiles a[href="${path}"]`).count()).toBe(1);
  await page.getByRole('link', { name: '我要报' }).click();
  await page.waitForURL(/\/report\/$/);
  for (const path of REPORTS) expect(await page.locator(`main a[href="${path}"]`).count()).toBe(1);
  await page.context().close();
});

test('no page carries a script or a style within it', async () => {
  for (const file of await readdir(here.site.folder, { recursive: true })) {
    if (!file.endsWith('.html')) continue;
    const page = await (await fetch(`${here.site.url}/${file}`)).text();
    expect(page).not.toMatch(/<style|\sstyle="|\son\w+="/);
    for (const [tag] of page.matchAll(/<script\b[^>]*>/g))
      expect(tag).toMatch(/src="\/(assets\/|leave\.js")|type="application\/json"/);
  }
});

describe('the report form', () => {
  const fill = async (page: Page) => {
    await page.locator('[name=species]').fill('黑色大鸟');
    await page.locator('[name=condition]').selectOption('injured');
    await page.locator('[name="place.township"]').first().selectOption({ index: 1 });
    await page.locator('[name="place.words"]').fill('村口小桥边');
    await page.locator('[name=consent]').check();
  };

  test('names each field that is wrong, and leads to it', async () => {
    const page = await open('/report/wildlife/');
    await page.getByRole('button', { name: '提交报告' }).click();
    const summary = page.getByRole('alert');
    expect(await summary.evaluate((e) => e === document.activeElement)).toBe(true);
    expect(await page.getAttribute('[name=species]', 'aria-invalid')).toBe('true');
    expect(await page.locator('#f-species-error').textContent()).toContain('请填写');
    expect(await barriers(page)).toEqual([]);
    await summary.getByRole('link').first().click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('species');
    await page.context().close();
  });

  test('gives a receipt before the network does, and sends when it can', async () => {
    const page = await open('/report/wildlife/');
    const received: { key?: string; body: URLSearchParams }[] = [];
    await page.route('**/reports/wildlife', async (route) => {
      const key = route.request().headers()['idempotency-key'];
      received.push({ key, body: new URLSearchParams(route.request().postData() ?? '') });
      if (received.length === 1) return route.abort('internetdisconnected');
      return route.fulfill({ status: 201, contentType: 'application/json', body: '{}' });
    });
    await fill(page);
    await page.getByRole('button', { name: '提交报告' }).click();
    const shown = (await page.locator('.receipt').textContent())?.replaceAll(' ', '') ?? '';
    expect(isReceipt(shown)).toBe(true);
    await page.getByText('还没有发出去').waitFor();
    await page.getByRole('button', { name: '马上再试' }).click();
    await page.getByText('已经收到您的报告').waitFor();
    expect(received.map((r) => r.key)).toEqual([shown, shown]);
    expect(received[1]?.body.get('receipt')).toBe(shown);
    expect(await barriers(page)).toEqual([]);

    await page.goto(`${here.site.url}/status/`);
    await page.getByRole('heading', { name: '这部手机报过的' }).waitFor();
    expect(await page.locator('.queue a').getAttribute('href')).toBe(`/reports/${shown}?lang=zh`);
    await page.context().close();
  });

  test('opens without a network once it was opened with one, and the report waits for the network', async () => {
    const page = await open('/report/wildlife/', PHONE);
    const kept = () =>
      page.evaluate(async () => (await (await caches.open('kora-1')).keys()).map((k) => new URL(k.url).pathname));
    await expect.poll(kept).toContain('/report/wildlife/');
    await page.context().setOffline(true);
    await page.reload();
    await fill(page);
    await page.getByRole('button', { name: '提交报告' }).click();
    await page.getByText('还没有发出去').waitFor();
    const shown = await page.locator('.receipt').textContent();
    await page.reload();
    await page.getByText('还没有发出去').waitFor();
    expect(await page.locator('.receipt').textContent()).toBe(shown);
    await page.route('**/reports/wildlife', (route) =>
      route.fulfill({ status: 201, contentType: 'application/json', body: '{}' }),
    );
    await page.context().setOffline(false);
    await page.getByText('已经收到您的报告').waitFor();
    await page.context().close();
  });

  test('shows what the server finds wrong at the fields, and keeps what was written', async () => {
    const page = await open('/en/report/wildlife/');
    const wrong = { dead: 'too-large', foundAt: 'too-old' };
    const fields = Object.entries(wrong).map(([path, code]) => ({ path, code, message: 'for programs' }));
    const problem = { code: 'invalid-input', fields };
    await page.route('**/reports/wildlife', (route) =>
      route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    );
    await fill(page);
    await page.getByRole('button', { name: 'Send the report' }).click();
    for (const [path, code] of Object.entries(wrong))
      expect(await page.locator(`#f-${path}-error`).textContent()).toContain(errorWords[`error.${code}`]?.en);
    expect(await page.inputValue('[name=species]')).toBe('黑色大鸟');
    expect(await page.evaluate(() => localStorage.getItem('kora.reports'))).toBe('[]');
    await page.context().close();
  });

  test('suggests species while typing; the keyboard is enough', async () => {
    const page = await open('/report/wildlife/');
    const species = [
      { key: 'harpactes-erythrocephalus', nameZh: '红头咬鹃', scientificName: 'Harpactes erythrocephalus' },
      { key: 'harpactes-wardi', nameZh: '红腹咬鹃', scientificName: 'Harpactes wardi' },
    ];
    await page.route('**/wildlife/species?*', (route) =>
      route.fulfill({ contentType: 'application/json', body: JSON.stringify({ species }) }),
    );
    await page.locator('[name=species]').pressSequentially('hong');
    await page.getByRole('option').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('[name=species]')).toBe('红腹咬鹃');
    await page.context().close();
  });

  test('takes the position only when asked to', async () => {
    const geolocation = { latitude: 29.32512, longitude: 95.33318, accuracy: 12 };
    const page = await open('/report/wildlife/', { ...PHONE, geolocation, permissions: ['geolocation'] });
    expect(await page.inputValue('[name="place.coordinates.latitude"]')).toBe('');
    await page.getByRole('button', { name: '使用我现在的位置' }).click();
    await page.getByText('已取得位置').waitFor();
    expect(await page.inputValue('[name="place.coordinates.latitude"]')).toBe('29.32512');
    await page.getByRole('button', { name: '不用位置了' }).click();
    expect(await page.inputValue('[name="place.coordinates.latitude"]')).toBe('');
    await page.context().close();
  });
});
