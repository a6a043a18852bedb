import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { barriers } from '../browser/accessible.ts';
import { launch } from '../browser/chromium.ts';
import { openPage } from '../browser/open.ts';
import { type Kora, startKora } from '../support/app.ts';

let kora: Kora;
let browser: Browser;
const complaints: string[] = [];
beforeAll(async () => {
  [kora, browser] = await Promise.all([startKora({ at: '2026-04-06T09:20:00+08:00' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await kora?.stop();
});
afterEach(() => expect(complaints.splice(0)).toEqual([]));

const PUBLIC = [
  ...['/', '/bo/', '/report/', '/report/wildlife/', '/report/livestock/', '/report/request/', '/report/station-help/'],
  ...['/tip/', '/status/', '/figures/', '/privacy/', '/stations', '/stations/gonjo-dongfeng', '/data', '/notices'],
  ...['/stations/gonjo-dongfeng/help', '/stations/gonjo-dongfeng/sheet', '/stations/gonjo-dongfeng/screen'],
  ...['/events', '/campaigns', '/campaigns/5eed0000000000000004'],
  '/bulletin?type=wildlife&area=540423&from=2026-01-01',
];

test.each(PUBLIC)('%s comes in at most 50 KB over the wire, fonts apart', async (path) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  const fonts = new Set<string>();
  let bytes = 0;
  wire.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Font' && fonts.add(requestId)));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(kora.url + path, { waitUntil: 'load' });
  await page.waitForFunction(() => document.readyState === 'complete');
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(50 * 1024);
  await context.close();
});

test('who has a file of the site already gets a header, and whoever takes gzip gets less', async () => {
  const get = (headers: Record<string, string>) => fetch(`${kora.url}/kora.css`, { headers });
  const plain = await get({ 'accept-encoding': 'identity' });
  const etag = plain.headers.get('etag') ?? '';
  const known = await get({ 'if-none-match': etag });
  expect([known.status, await known.text()]).toEqual([304, '']);
  expect((await get({ 'if-none-match': '"another"' })).status).toBe(200);
  const small = await get({ 'accept-encoding': 'gzip' });
  expect([plain.headers.get('content-encoding'), small.headers.get('content-encoding')]).toEqual([null, 'gzip']);
  expect(Number(small.headers.get('content-length'))).toBeLessThan(Number(plain.headers.get('content-length')) / 2);
  expect(await small.text()).toBe(await plain.text());
});

test('the desk sends whoever comes to the people of the directory, and lets in whoever is picked', async () => {
  const page = await openPage(browser, `${kora.url}/desk/`, complaints);
  await page.getByRole('main').getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '选择登录人' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  const cases = page.waitForResponse((r) => new URL(r.url()).pathname === '/cases');
  await page.getByRole('button', { name: '索朗' }).first().click();
  expect((await cases).status()).toBe(200);
  expect(new URL(page.url()).pathname).toBe('/desk/');
  await page.context().close();
});

test('the mailbox reads on a phone, newest first, and its links lead on', async () => {
  const foundAt = await kora.now();
  for (const species of ['红头咬鹃', '猕猴'])
    await kora.api('POST', '/reports/wildlife', {
      body: {
        species,
        count: 1,
        foundAt,
        condition: 'injured',
        consent: '2026-11',
        place: { township: '墨脱镇', words: '茶园' },
        reporter: { source: 'resident', name: '卓玛', phone: '13908940001' },
      },
    });
  await kora.settle();
  const sent = await kora.mail();
  expect(sent.length).toBeGreaterThan(2);
  const page = await openPage(browser, `${kora.url}/local/mailbox?lang=en`, complaints);
  expect(await page.locator('article h2').allTextContents()).toEqual(sent.map((m) => m.subject).toReversed());
  expect(await barriers(page)).toEqual([]);
  const links = page.locator('article p:not(.quiet) a');
  expect(await links.first().getAttribute('href')).toMatch(/^http:\/\/127\.0\.0\.1/);
  await page.locator('article p.quiet a').first().click();
  await page.waitForURL(/to=/);
  const to = new URL(page.url()).searchParams.get('to') ?? '';
  expect(await page.locator('article').count()).toBe((await kora.mail(to)).length);
  await page.context().close();
});
