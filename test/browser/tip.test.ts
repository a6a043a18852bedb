import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { barriers } from './accessible.ts';
import { atKora } from './at-kora.ts';
import { listen, PHONE } from './open.ts';

/** The page of tip-offs as a browser sees it, with everything behind it. */

const OFFICER = 'migmar@lhasa-anti-drug.kora.example';
const ELSEWHERE = 'https://www.weather.com.cn/';

const here = atKora({ at: '2026-06-10T09:00:00+08:00' });

interface Opened {
  context: BrowserContext;
  page: Page;
  /** Every address that was asked for, and the headers of what came from here. */
  asked: string[];
  headers: Map<string, Record<string, string>>;
}

/** A context in which nothing reaches beyond this machine, and all that was tried is written down. */
const open = async (path: string, { script = true } = {}): Promise<Opened> => {
  const context = await here.browser.newContext({ ...PHONE, javaScriptEnabled: script });
  const page = await context.newPage();
  const opened: Opened = { context, page, asked: [], headers: new Map() };
  listen(page, here.people.complaints);
  page.on('request', (r) => opened.asked.push(r.url()));
  page.on('response', (r) => opened.headers.set(new URL(r.url()).pathname, r.headers()));
  await context.route(
    (url) => url.origin !== here.kora.url,
    (route) => route.fulfill({ contentType: 'text/html', body: '<title>weather</title>' }),
  );
  await page.goto(here.kora.url + path);
  return opened;
};

const fill = async (page: Page): Promise<void> => {
  await page.getByLabel('举报什么').selectOption('growing');
  await page.getByLabel('在哪个县（区）').selectOption('540102');
  await page.getByLabel('具体在哪里').fill('纳金乡河湾第三个大棚');
  await page.getByLabel('您看到了什么').fill('红花罂粟两垄');
};

/** What a browser may keep of a site. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map((d) => d.name),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));

const NOTHING = { local: {}, session: {}, caches: [], databases: [], workers: 0, cookies: '' };

describe('the page', () => {
  test.each(['', '/bo', '/en'])('under “%s/” can be used by everyone, on a phone and in the dark', async (prefix) => {
    const { page, context } = await open(`${prefix}/tip/`);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await context.close();
  });

  test.each(['', '/bo', '/en'])('under “%s/” says what is promised and what is not', async (prefix) => {
    const { page, context } = await open(`${prefix}/tip/`);
    expect(await page.locator('[aria-labelledby="promised"] li').count()).toBe(4);
    expect(await page.locator('[aria-labelledby="not-promised"] li').count()).toBe(3);
    await context.close();
  });

  test('loads nothing from elsewhere, sets no cookie, keeps nothing, and asks that nobody keeps it', async () => {
    const { page, context, asked, headers } = await open('/tip/');
    await fill(page);
    await page.getByRole('button', { name: '提交举报' }).click();
    await page.getByText('已收到您的举报').first().waitFor();
    expect(asked.filter((url) => !url.startsWith(here.kora.url))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await kept(page)).toEqual(NOTHING);
    for (const path of ['/tip/', '/reports/tip']) {
      expect(headers.get(path), path).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
      expect(headers.get(path)?.['set-cookie'], path).toBeUndefined();
    }
    await context.close();
  });

  test.each(['/tip/', '/tip', '/bo/tip/', '/en/tip/', '/desk/tips/'])(
    '%s is sent so that nobody keeps it',
    async (path) => {
      expect((await here.kora.api('GET', path)).headers.get('cache-control')).toBe('no-store');
    },
  );

  test('a worker that another page has set keeps nothing of it', async () => {
    const { page, context } = await open('/status/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto(`${here.kora.url}/tip/`);
    await page.reload();
    const paths = await page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await Promise.all(stores.map((s) => s.keys()))).flat().map((r) => new URL(r.url).pathname);
    });
    expect(paths.filter((p) => p.includes('tip'))).toEqual([]);
    await context.close();
  });
});

describe('whoever comes back', () => {
  test('finds nothing of what was written, whether the browser loads the page anew or had kept it', async () => {
    const { page, context } = await open('/tip/');
    const filled = () =>
      page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('main [name]')].map((f) => f.value).join(''));
    await fill(page);
    await page.getByRole('button', { name: '提交举报' }).click();
    await page.locator('.receipt').waitFor();
    await page.goBack();
    await page.getByLabel('您看到了什么').waitFor();
    expect(await filled()).toBe('');
    await fill(page);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    expect(await filled()).toBe('');
    await context.close();
  });

  test('a second tap hands nothing in twice', async () => {
    const { page, context } = await open('/tip/');
    const before = (await here.kora.api('GET', '/tips/figures')).body.months[0]?.received ?? 0;
    await fill(page);
    await page.locator('[name=place]').fill('按了两次的地方'); // what nobody has handed in in these ten minutes
    await page.getByRole('button', { name: '提交举报' }).dblclick();
    await page.locator('.receipt').waitFor();
    await here.kora.settle();
    expect((await here.kora.api('GET', '/tips/figures')).body.months[0].received).toBe(before + 1);
    await context.close();
  });
});

describe('without script', () => {
  test('a tip-off is handed in, a question is seen and answered; no address ever holds the receipt', async () => {
    const { page, context, asked } = await open('/tip/', { script: false });
    await fill(page);
    await page.getByRole('button', { name: '提交举报' }).click();
    const receipt = ((await page.locator('.receipt').textContent()) ?? '').replaceAll(' ', '');
    expect(receipt).toMatch(/^\d{16}$/);

    const { body } = await here.kora.api('GET', '/tips', { as: OFFICER });
    for (const { id } of body.tips) {
      await here.kora.api('POST', `/tips/${id}/readings`, { as: OFFICER, body: { reason: '核查' } });
      await here.kora.api('POST', `/tips/${id}/actions/ask`, { as: OFFICER, body: { text: '有人看守吗' } });
    }

    await page.goto(`${here.kora.url}/tip/`);
    await page.getByLabel('回执号').fill(receipt.replace(/(\d{4})/g, '$1 '));
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByText('有人看守吗').waitFor();
    expect(await page.content()).not.toContain('红花罂粟两垄');
    await page.getByLabel('想补充或回答的话').fill('晚上有一个人');
    await page.getByRole('button', { name: '回答或补充' }).click();
    await page.getByText('晚上有一个人').waitFor();
    expect(asked.filter((url) => url.includes(receipt) || url.includes(receipt.slice(0, 4)))).toEqual([]);
    await context.close();
  });

  test('a form that was not right comes back with what was written', async () => {
    const { page, context } = await open('/tip/', { script: false });
    await fill(page);
    await page.getByLabel('在哪个县（区）').selectOption('540423');
    await page.getByRole('button', { name: '提交举报' }).click();
    await page.waitForLoadState('load');
    expect(await page.locator('.errors').textContent()).toContain('不在受理范围内');
    expect(await page.getByLabel('您看到了什么').inputValue()).toBe('红花罂粟两垄');
    expect(await barriers(page)).toEqual([]);
    await context.close();
  });

  test('a receipt that nobody has is told as such, with the way out', async () => {
    const { page, context } = await open('/tip/', { script: false });
    const look = async (receipt: string) => {
      await page.getByLabel('回执号').fill(receipt);
      await page.getByRole('button', { name: '查看' }).click();
    };
    await look('4026113387120497');
    expect(await page.getByRole('alert').textContent()).toContain('应为 16 位数字');
    await look(newReceipt());
    expect(await page.locator('h1').textContent()).toBe('没有找到');
    expect(await page.getByRole('link', { name: '马上离开' }).getAttribute('href')).toBe(ELSEWHERE);
    await context.close();
  });

  test('the way out is a link', async () => {
    const { page, context } = await open('/tip/', { script: false });
    await page.getByRole('link', { name: '马上离开' }).click();
    await page.waitForURL(ELSEWHERE);
    await context.close();
  });
});

describe('leaving quickly', () => {
  const gone = async (page: Page): Promise<void> => {
    await page.waitForURL(ELSEWHERE);
    await page.goBack().catch(() => null);
    expect(page.url()).not.toContain('/tip');
  };

  test('Esc twice takes the page’s place: the way back does not lead here', async () => {
    const { page, context } = await open('/');
    await page.goto(`${here.kora.url}/tip/`);
    await page.keyboard.press('Escape');
    expect(page.url()).toContain('/tip/');
    await page.keyboard.press('Escape');
    await gone(page);
    await context.close();
  });

  test('so does the button, which stays in sight wherever one writes, and names the key', async () => {
    const { page, context } = await open('/');
    await page.goto(`${here.kora.url}/tip/`);
    await page.getByText('连按两次 Esc').waitFor();
    await page.getByRole('button', { name: '查看' }).scrollIntoViewIfNeeded();
    expect((await page.getByRole('link', { name: '马上离开' }).boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.getByRole('link', { name: '马上离开' }).click();
    await gone(page);
    await context.close();
  });

  test('so does Esc on the page that shows the receipt', async () => {
    const { page, context } = await open('/tip/');
    await fill(page);
    await page.getByRole('button', { name: '提交举报' }).click();
    await page.locator('.receipt').waitFor();
    await page.waitForLoadState('load');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForURL(ELSEWHERE);
    await context.close();
  });
});

describe('the officers’ page', () => {
  const signedIn = async (email: string): Promise<Opened> => {
    const token = JSON.stringify({ id_token: await here.kora.token(email) });
    const opened = await open('/');
    await opened.page.evaluate((t) => sessionStorage.setItem('kora.tokens', t), token);
    await opened.page.goto(`${here.kora.url}/desk/tips/`);
    return opened;
  };

  test('shows what waits, and a tip-off only for a reason', async () => {
    await here.kora.api('POST', '/reports/tip', {
      body: { matter: 'growing', county: '540103', place: '羊达乡温室', account: '一片大麻' },
    });
    const { page, context } = await signedIn(OFFICER);
    const card = page.locator('li.card', { hasText: '堆龙德庆区' });
    await card.waitFor();
    expect(await page.content()).not.toContain('一片大麻');
    expect(await barriers(page)).toEqual([]);
    await card.getByRole('button', { name: '阅看' }).click();
    await page.getByLabel('为什么阅看').fill('核查线索');
    await page.getByRole('dialog').getByRole('button', { name: '阅看' }).click();
    await page.getByText('一片大麻').waitFor();
    expect(await page.getByText('核查线索').count()).toBe(1);
    await page.getByRole('button', { name: '向举报人提问' }).click();
    await page.getByLabel('问题').fill('哪一间？');
    await page.getByRole('dialog').getByRole('button', { name: '向举报人提问' }).click();
    await card.getByText('有问题想请您补充').waitFor();
    await context.close();
  });

  test('finds what is closed again, with what was done, for a reward', async () => {
    const { page, context } = await signedIn(OFFICER);
    const card = page.locator('li.card', { hasText: '堆龙德庆区' });
    const within = page.getByRole('dialog');
    const read = async () => {
      await card.getByRole('button', { name: '阅看' }).click();
      await within.getByLabel('为什么阅看').fill('办结');
      await within.getByRole('button', { name: '阅看' }).click();
      await page.getByText('一片大麻').waitFor();
    };
    await read();
    await page.getByRole('button', { name: '办结', exact: true }).click();
    await within.getByText('属实', { exact: true }).click();
    await within.getByLabel('备注').fill('已铲除两百株');
    await within.getByRole('button', { name: '办结', exact: true }).click();
    await card.waitFor({ state: 'detached' });
    await page.getByLabel('看哪些').selectOption('已办结');
    await read();
    await page.getByText('已铲除两百株').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '提出奖励' }).click();
    await within.getByLabel('奖励金额（元）').fill('800.5');
    await within.getByLabel('理由').fill('查实');
    await within.getByRole('button', { name: '提出奖励' }).click();
    await page.getByText('800.50 元').waitFor();
    await context.close();
  });

  test('shows whoever only approves the rewards and nothing else', async () => {
    const { page, context } = await signedIn('dolkar@lhasa-anti-drug.kora.example');
    await page.getByRole('heading', { name: '举报', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('li.card').count()).toBe(0);
    await context.close();
  });
});
