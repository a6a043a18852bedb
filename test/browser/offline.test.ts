import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { wallClock } from '../../shared/time.ts';
import { type Kora, startKora } from '../support/app.ts';
import { must, PEOPLE } from '../support/journey.ts';
import { jpeg } from '../support/pictures.ts';
import { launchWithProfile } from './chromium.ts';
import { PHONE } from './open.ts';
import { mustBeGood } from './visit.ts';

/** Where there is no signal: a report has its receipt at once, waits on the phone, and arrives exactly once. */

let kora: Kora;
let profile: string;
let phone: BrowserContext;

beforeAll(async () => {
  kora = await startKora();
}, 300_000);
afterAll(() => kora?.stop());
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'kora-phone-'));
  phone = await switchedOn();
});
afterEach(async () => {
  await phone.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const switchedOn = async (offline = false): Promise<BrowserContext> => {
  const context = await launchWithProfile(profile, PHONE, kora);
  context.setDefaultTimeout(20_000);
  await context.setOffline(offline);
  return context;
};

const off = (): Promise<void> => phone.close();

/** The power is gone: nothing is written any more. */
const dies = async (): Promise<void> => {
  const session = await phone.browser()?.newBrowserCDPSession();
  const gone = new Promise((closed) => phone.once('close', closed));
  await session?.send('Browser.crash').catch(() => {}); // no answer can come
  await gone;
};

const open = async (path: string): Promise<Page> => {
  const page = await phone.newPage();
  await page.goto(kora.url + path);
  return page;
};

/** Opens the site for the first time, and stays until the phone has kept it. */
const visited = async (path: string): Promise<void> => {
  const page = await open(path);
  const marks = () => page.evaluate(async () => (await (await caches.open('kora-1')).keys()).map((k) => k.url));
  await expect.poll(marks).toContainEqual(expect.stringContaining('/offline.json?for='));
  await page.close();
};

const fillIn = async (page: Page, words: string): Promise<void> => {
  await page.locator('[name=species]').fill('黑鸢');
  await page.locator('[name=condition]').selectOption('injured');
  await page.locator('[name="place.township"]').selectOption({ label: '墨脱镇' });
  await page.locator('[name="place.words"]').fill(words);
  await page.locator('[name=consent]').check();
};

/** What the browser tells the service worker when the network returns (it does not notice a network that is cut by a test). */
const networkIsBack = async (page: Page): Promise<void> => {
  const session = await phone.newCDPSession(page);
  const known = new Promise<string>((found) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find((r) => r.scopeURL.startsWith(kora.url));
      if (ours) found(ours.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await known;
  await session.send('ServiceWorker.dispatchSyncEvent', {
    ...{ origin: kora.url, registrationId, tag: 'reports', lastChance: false },
  });
};

/** Fills the form in and hands it in; answers the receipt that stands there, whatever the network does. */
const report = async (page: Page, words: string): Promise<string> => {
  await fillIn(page, words);
  await page.getByRole('button', { name: '提交报告' }).click();
  return receiptOn(page);
};

const receiptOn = async (page: Page): Promise<string> =>
  ((await page.locator('.receipt').first().textContent()) ?? '').replaceAll(' ', '');

const spaced = (receipt: string): string => receipt.replace(/(\d{4})(?=\d)/g, '$1 ');

interface Kept {
  receipt: string;
  type: string;
  body?: string;
}

const keptBy = (page: Page): Promise<Kept[]> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('kora.reports') ?? '[]'));

/** All cases in the officials' queue whose place is told in these words. */
const casesAt = async (words: string): Promise<{ number: string }[]> => {
  await kora.settle();
  const search = `/cases/search?${new URLSearchParams({ q: words })}`;
  return must(await kora.api('GET', search, { as: PEOPLE.official }), 200).body.cases;
};

/** The case of a receipt is there, and no other under the same words. */
const exactlyOne = async (receipt: string, words: string): Promise<void> => {
  await kora.settle();
  const { number } = must(await kora.api('GET', `/reports/${receipt}`), 200).body;
  expect(await casesAt(words)).toMatchObject([{ number: expect.stringMatching(/^W/) }]);
  const { cases } = must(await kora.api('GET', '/cases?limit=100', { as: PEOPLE.official }), 200).body;
  expect(cases.filter((c: { number?: string }) => c.number === number)).toHaveLength(1);
};

/** Sends what the phone had kept once more, as it was. */
const sendByHand = async ({ receipt, type, body }: Kept): Promise<number> => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': receipt };
  const answer = await fetch(`${kora.url}/reports/${type}`, { method: 'POST', body, headers });
  return answer.status;
};

test('a report made without a network outlives the browser, is sent by itself, and is one case', async () => {
  const words = '没有信号的雅鲁藏布江边';
  await visited('/');
  await phone.setOffline(true);
  const form = await open('/report/wildlife/');
  await form.locator('#photos').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: jpeg() });
  await form.getByText('已选 1 张。').waitFor();
  const receipt = await report(form, words);
  await form.getByText('还没有发出去').waitFor();
  await mustBeGood(form);
  const [waiting] = (await keptBy(form)) as [Kept];
  expect(waiting).toMatchObject({ receipt, type: 'wildlife', body: expect.stringContaining(receipt) });
  await off();

  phone = await switchedOn(true);
  const list = await open('/status/');
  await list
    .getByRole('listitem')
    .filter({ hasText: spaced(receipt) })
    .getByText('还没发出')
    .waitFor();
  await list.getByText('还没有发出去').waitFor();
  await mustBeGood(list);
  expect((await kora.api('GET', `/reports/${receipt}`)).status).toBe(404);

  await phone.setOffline(false);
  await list.getByText('已经收到您的报告').waitFor();
  await list.getByText('照片已发送。').waitFor();
  await exactlyOne(receipt, words);
  expect(await keptBy(list)).toEqual([expect.not.objectContaining({ body: expect.anything() })]);
  expect(await sendByHand(waiting)).toBe(201);
  await exactlyOne(receipt, words);
  const { photos } = must(await kora.api('GET', `/reports/${receipt}/photos`), 200).body;
  expect(photos).toMatchObject([{ state: 'kept' }]);
});

test('two numbers in one field are found without a network, before there is a receipt; full width is taken as it is', async () => {
  const words = '写了两个电话的桥头';
  await visited('/report/wildlife/');
  await phone.setOffline(true);
  const form = await open('/report/wildlife/');
  await fillIn(form, words);
  const number = form.locator('[name="reporter.phone"]');
  const send = form.getByRole('button', { name: '提交报告' });
  const refusedWith = async (typed: string, reason: string) => {
    await number.fill(typed);
    await send.click();
    await form.locator('.field.wrong', { has: number }).getByText(reason).waitFor();
    expect(await form.locator('.receipt').count()).toBe(0);
    expect(await keptBy(form)).toEqual([]);
  };
  await refusedWith('13800002222/13900002222', '这里只填一个电话号码');
  await mustBeGood(form);
  await refusedWith('4522345', '请加上区号');
  await refusedWith('1380000222', '电话号码不对');
  await number.fill('１３８００００２２２２');
  await send.click();
  const receipt = await receiptOn(form);
  await phone.setOffline(false);
  await form.getByText('已经收到您的报告').waitFor();
  await exactlyOne(receipt, words);
  const search = `/cases/search?${new URLSearchParams({ q: '+86 138-0000-2222' })}`;
  expect(must(await kora.api('GET', search, { as: PEOPLE.official }), 200).body.cases).toHaveLength(1);
});

test('the phone dies the moment the receipt is shown: the report is still there', async () => {
  const words = '电池没电的牧场';
  await visited('/report/wildlife/');
  await phone.setOffline(true);
  const receipt = await report(await open('/report/wildlife/'), words);
  await dies();
  phone = await switchedOn();
  const list = await open('/status/');
  await list.getByText('已经收到您的报告').waitFor();
  await exactlyOne(receipt, words);
});

test('where the browser can, it is sent with no page open at all', async () => {
  const words = '锁了屏的手机';
  await visited('/report/wildlife/');
  await phone.setOffline(true);
  const form = await open('/report/wildlife/');
  const receipt = await report(form, words);
  await form.getByText('还没有发出去').waitFor();
  const [waiting] = (await keptBy(form)) as [Kept];
  const elsewhere = await phone.newPage();
  await form.close();
  await phone.setOffline(false);
  await networkIsBack(elsewhere);
  await expect.poll(async () => (await kora.api('GET', `/reports/${receipt}`)).status).toBe(200);
  await exactlyOne(receipt, words);
  const list = await open('/status/'); // it does not know yet, and asks again
  await list.getByText('已经收到您的报告').waitFor();
  expect(await sendByHand(waiting)).toBe(201);
  await exactlyOne(receipt, words);
});

test('it is sent from the first page that is opened, whichever that is', async () => {
  const words = '回到首页的茶园';
  await visited('/report/wildlife/');
  await phone.setOffline(true);
  const receipt = await report(await open('/report/wildlife/'), words);
  await off();
  phone = await switchedOn();
  const home = await open('/');
  await expect.poll(async () => (await keptBy(home))[0]?.body).toBeUndefined();
  await exactlyOne(receipt, words);
});

test('an answer that never arrives costs nothing: it is one case', async () => {
  const words = '信号断断续续的垭口';
  await visited('/report/wildlife/');
  const form = await open('/report/wildlife/');
  let accepted = 0;
  await form.route('**/reports/wildlife', async (route) => {
    const answer = await route.fetch();
    expect(answer.status()).toBe(201);
    accepted++;
    return accepted < 3 ? route.abort('connectionreset') : route.fulfill({ response: answer });
  });
  const receipt = await report(form, words);
  await form.getByText('还没有发出去').waitFor();
  await exactlyOne(receipt, words);
  await form.getByRole('button', { name: '马上再试' }).click();
  await form.getByText('已经收到您的报告').waitFor();
  expect(accepted).toBe(3);
  await exactlyOne(receipt, words);
});

test('the browser ends before the answer: the next one asks again, and it is one case', async () => {
  const words = '没电了的营地';
  await visited('/report/wildlife/');
  const form = await open('/report/wildlife/');
  const reached = new Promise<void>((there) => {
    void form.route('**/reports/wildlife', async (route) => {
      await route.fetch();
      there(); // and no word of it to the phone
    });
  });
  const receipt = await report(form, words);
  await reached;
  await off();
  phone = await switchedOn(true);
  const again = await open('/report/wildlife/');
  expect(await receiptOn(again)).toBe(receipt);
  await phone.setOffline(false);
  await again.getByText('已经收到您的报告').waitFor();
  await exactlyOne(receipt, words);
});

describe('several reports wait', () => {
  test('the form is free for the next, and each is one case', async () => {
    await visited('/report/wildlife/');
    await phone.setOffline(true);
    const form = await open('/report/wildlife/');
    const first = await report(form, '第一处塌方');
    await form.getByRole('link', { name: '再报一件' }).click();
    await form.getByText('还没有发出去').waitFor();
    await mustBeGood(form);
    await report(form, '第二处塌方');
    await form.locator('.receipt').nth(1).waitFor();
    const second = await receiptOn(form);
    expect(second).not.toBe(first);
    expect((await keptBy(form)).map((k) => k.receipt)).toEqual([second, first]);
    await phone.setOffline(false);
    await expect.poll(() => form.getByText('已经收到您的报告').count()).toBe(2);
    await exactlyOne(first, '第一处塌方');
    await exactlyOne(second, '第二处塌方');
  });

  test('one that is deleted before it was sent is asked about, and is sent no more', async () => {
    await visited('/');
    const list = await open('/privacy/');
    await phone.setOffline(true);
    const at = await kora.now();
    const waiting = { receipt: newReceipt(), type: 'wildlife', title: '黑鸢', at };
    const body = String(new URLSearchParams({ species: '黑鸢', condition: 'injured', 'place.words': '自己删掉' }));
    await list.evaluate((k) => localStorage.setItem('kora.reports', JSON.stringify(k)), [{ ...waiting, body }]);
    await list.goto(`${kora.url}/status/`);
    const asked: string[] = [];
    const drop = async (answer: 'dismiss' | 'accept') => {
      list.once('dialog', (dialog) => {
        asked.push(dialog.message());
        void dialog[answer]();
      });
      await list.getByRole('button', { name: '从这部手机删除' }).click();
    };
    await drop('dismiss');
    expect(await keptBy(list)).toHaveLength(1);
    await Promise.all([list.waitForEvent('load'), drop('accept')]);
    expect(await keptBy(list)).toEqual([]);
    expect(asked).toEqual(Array(2).fill(expect.stringContaining('还没有发出，删除后就没有了')));
    const asks: string[] = [];
    phone.on('request', (r) => asks.push(r.method()));
    await phone.setOffline(false);
    await (await open('/')).waitForLoadState('networkidle');
    expect(asks).not.toContain('POST');
  });

  test('one that is found wrong comes back into its form, and keeps its receipt', async () => {
    await visited('/');
    const at = await kora.now();
    const wrong = { receipt: newReceipt(), type: 'wildlife', title: '黑鸢', at };
    const foundAt = new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16); // an hour ago, in Shanghai
    const body = new URLSearchParams({ species: '黑鸢', condition: 'injured', 'place.words': '改过的地方', foundAt });
    const page = await open('/privacy/');
    await page.evaluate(
      (kept) => localStorage.setItem('kora.reports', JSON.stringify(kept)),
      [{ ...wrong, body: `${body}&receipt=${wrong.receipt}` }],
    );
    await page.goto(`${kora.url}/status/`);
    await page.getByText('有些内容需要改正').waitFor();
    await page.getByRole('link', { name: spaced(wrong.receipt) }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('[name="place.words"]').inputValue()).toBe('改过的地方');
    await mustBeGood(page);
    expect(await report(page, '改过的地方')).toBe(wrong.receipt);
    await page.getByText('已经收到您的报告').waitFor();
    await exactlyOne(wrong.receipt, '改过的地方');
  });
});

test('every page that a reporter needs opens without a network; tip-offs and the desk do not, and wait nowhere', async () => {
  await visited('/bo/');
  await phone.setOffline(true);
  for (const path of [
    '/',
    '/report/',
    '/report/livestock/',
    '/report/request/',
    '/status/',
    '/privacy/',
    '/accessibility/',
  ]) {
    const page = await open(`/bo${path}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('bo');
    await page.close();
  }
  for (const path of ['/bo/tip/', '/bo/desk/']) {
    await expect(open(path)).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  }
});

test('what an earlier version was made of leaves the phone, in every language that it keeps', async () => {
  await visited('/bo/');
  await visited('/');
  const kept = (page: Page) =>
    page.evaluate(async () => {
      const all = (await (await caches.open('kora-1')).keys()).map(({ url }) => new URL(url));
      return all.map((u) => u.pathname + u.search).sort();
    });
  const page = await open('/');
  await expect.poll(() => kept(page)).toContain('/offline.json?for=');
  const before = await kept(page);
  await page.evaluate(async () => {
    const cache = await caches.open('kora-1');
    for (const old of ['/assets/old.1a2b3c.js', '/report/given-up/']) await cache.put(old, new Response('old'));
    for (const l of ['', '/bo']) await cache.put(`/offline.json?for=${l}`, new Response('an earlier list'));
  });
  expect(await kept(page)).toContain('/assets/old.1a2b3c.js');
  await page.reload();
  await expect.poll(() => kept(page)).not.toContain('/assets/old.1a2b3c.js');
  expect(await kept(page)).toEqual(before);
  const marks = await page.evaluate(async () => {
    const cache = await caches.open('kora-1');
    const found = await Promise.all(['', '/bo'].map((l) => cache.match(`/offline.json?for=${l}`)));
    return Promise.all(found.map(async (f) => (await f?.text())?.slice(0, 9)));
  });
  expect(marks).toEqual(['{"pages":', '{"pages":']);
});

test('a tip-off is never kept on the phone: without a network it is not sent, and nothing of it stays', async () => {
  await visited('/');
  const tip = await open('/tip/');
  await tip.locator('textarea').first().fill('不能留在手机里的话');
  await phone.setOffline(true);
  const form = tip.locator('form').first();
  await Promise.all([tip.waitForEvent('requestfailed'), form.evaluate((f: HTMLFormElement) => f.submit())]);
  await off();
  phone = await switchedOn();
  const later = await open('/status/');
  expect(await keptBy(later)).toEqual([]);
  const all = await later.evaluate(async () => {
    const cached = await Promise.all((await caches.keys()).map(async (k) => (await caches.open(k)).keys()));
    const boxes = await indexedDB.databases();
    return { storage: { ...localStorage, ...sessionStorage }, paths: cached.flat().map((r) => r.url), boxes };
  });
  expect(JSON.stringify(all)).not.toMatch(/tip|不能留在手机里的话/);
  expect(await casesAt('不能留在手机里的话')).toEqual([]);
});

test('a phone whose clock stopped years ago: the time it fills in is refused, the right one is taken', async () => {
  const page = await phone.newPage();
  await page.clock.setFixedTime('2015-01-01T00:00:00Z');
  await page.goto(`${kora.url}/report/wildlife/`);
  const foundAt = page.locator('[name=foundAt]');
  expect(await foundAt.inputValue()).toBe('2015-01-01T08:00');
  await fillIn(page, '钟停的手机');
  await page.getByRole('button', { name: '提交报告' }).click();
  await page.locator('#f-foundAt-error').waitFor();
  await mustBeGood(page);
  await foundAt.fill(
    wallClock(await kora.now())
      .replace(' ', 'T')
      .slice(0, 16),
  );
  await page.getByRole('button', { name: '提交报告' }).click();
  await page.getByText('已经收到您的报告').waitFor();
  await exactlyOne(await receiptOn(page), '钟停的手机');
});

test('the site can be installed', async () => {
  const page = await open('/en/');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await fetch(kora.url + address)).json();
  expect(manifest).toMatchObject({ start_url: '/en/', lang: 'en', display: 'minimal-ui' });
  for (const { src } of manifest.icons) expect((await fetch(kora.url + src)).status).toBe(200);
  const session = await phone.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const tip = await open('/tip/');
  expect(await tip.locator('link[rel=manifest]').count()).toBe(0);
});
