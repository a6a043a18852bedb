import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, dateOf, now } from '../../shared/time.ts';
import { must } from '../support/journey.ts';
import { atKora } from './at-kora.ts';
import { actBy, faults, mustBeGood } from './visit.ts';

/** A rest station as people meet it: its page, a broken socket, the sheet at its door, and the screen on its wall. */

const TSOMO = 'tsomo@gonjo-union.kora.example';
const STATION = 'gonjo-dongfeng';
const SCREEN = `/stations/${STATION}/screen?lang=zh`;
const WALL = { viewport: { width: 1920, height: 1080 } };
const PLAIN = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

const here = atKora();

const closing = (page: Page) => page.context().close();

test('the first page leads to the stations; each page is good in three languages, and none weighs much', async () => {
  const page = await here.people.at('/');
  await page.getByRole('link', { name: /^爱心驿站/ }).click();
  await page.getByRole('link', { name: '东风警务站爱心驿站' }).click();
  for (const [name, below] of [
    ['中文', ''],
    ['བོད་ཡིག', ''],
    ['English', ''],
    ['English', '/sheet'],
    ['English', '/help'],
  ] as const) {
    await page.goto(`${here.kora.url}/stations/${STATION}${below}`);
    await page.getByRole('link', { name, exact: true }).click();
    await mustBeGood(page);
    expect(await page.evaluate(() => document.documentElement.outerHTML.length)).toBeLessThan(50_000);
  }
  await closing(page);
});

test('the nearest is found by position where the browser gives one, and by place where it does not', async () => {
  const page = await here.people.at('/stations?lang=zh', {
    ...{ viewport: { width: 390, height: 844 }, permissions: ['geolocation'] },
    geolocation: { latitude: 30.8612, longitude: 98.2713 },
  });
  await page.getByRole('button', { name: '按离我的远近排' }).click();
  await page.waitForURL(/near=30\.861%2C98\.271/);
  await page.getByText('约 1 公里').first().waitFor();
  await mustBeGood(page);
  await closing(page);
  const shy = await here.people.at('/stations?lang=zh');
  await shy.getByRole('button', { name: '按离我的远近排' }).click();
  await shy.getByText('没有定位成功').waitFor();
  await closing(shy);
});

test('a broken socket is reported without script, shown at once, and mended on the desk', async () => {
  const rider = await here.people.at(`/stations/${STATION}?lang=zh`, PLAIN);
  await rider.getByLabel('什么不能用').selectOption({ label: '充电（220 伏插座）' });
  await rider.getByRole('button', { name: '报修' }).click(); // the browser insists on what is wrong
  await rider.getByLabel('怎么了').selectOption({ label: '有危险（漏电、漏水等）' });
  await rider.getByLabel('具体情况').fill('靠门的那个冒火花');
  await rider.getByRole('button', { name: '报修' }).click();
  await rider.getByText('谢谢，已经记下').waitFor();
  await rider.getByRole('link', { name: '回到驿站页面' }).click();
  await rider.getByText('有危险，请勿使用').waitFor();

  const desk = await here.people.signedIn('次姆', '/desk/stations/');
  await desk.getByRole('link', { name: '东风警务站爱心驿站 · 充电（220 伏插座）' }).click();
  await desk.getByText('靠门的那个冒火花').waitFor();
  await mustBeGood(desk);
  await actBy(desk, '修好了', (form) => form.getByLabel('做了什么').fill('换了插座'));
  await desk.getByText('没有待处理的报修。').waitFor();
  await actBy(desk, '修改驿站资料', async (form) => {
    await form.getByLabel('星期日').fill('09:00-12:00');
    await form.getByLabel('坐标不准的原因').fill('');
  });
  await desk.reload();
  await desk.getByText('没有待处理的报修。').waitFor();
  await mustBeGood(desk);
  await rider.reload();
  expect(await rider.getByText('有危险，请勿使用').count()).toBe(0);
  await rider.getByText('09:00–12:00').waitFor();
  for (const page of [rider, desk]) await closing(page);
});

/** Publishes a notice whose last day is so many days from now. */
const publish = async (title: string, days: number, more: object = {}) => {
  const until = addDays(dateOf(now()), days);
  const body = {
    ...{ kind: 'notice', text: { zh: { title, body: `${title}，欢迎大家来。` } }, area: '540322', until, ...more },
  };
  const written = must(await here.kora.api('POST', '/notices/units/gonjo-union', { as: TSOMO, body }), 201).body;
  must(await here.kora.api('POST', `/notices/${written.id}/actions/publish`, { as: TSOMO, body: {} }), 200);
};

test('the screen turns notices over, and goes on for hours without a network, also after a reload', async () => {
  await publish('冬季送温暖', 30);
  await publish('外卖骑手招聘', 0, {
    ...{ kind: 'job', place: '贡觉县城', contact: '0895-4540000' },
    job: { employer: '县城配送站', pay: { per: 'month', fromFen: 500_000 }, openings: 3, for: ['riders'] },
  });
  await here.kora.settle();
  const page = await here.people.at('/', WALL);
  await page.clock.install();
  await page.goto(here.kora.url + SCREEN);
  const title = page.locator('#notice h2');
  await title.waitFor();
  expect(await faults(page)).toEqual([]);
  const first = await title.textContent();
  await page.clock.runFor(12_500);
  const second = await title.textContent();
  expect([first, second].sort()).toEqual(['冬季送温暖', '外卖骑手招聘']);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.match('/screen.js')) !== undefined);
  await page.reload(); // from now on the worker has it in hand
  await title.waitFor();

  await page.context().setOffline(true);
  await page.clock.runFor(61_000);
  await page.getByText(/没有网络，自 \d\d-\d\d \d\d:\d\d 起未更新/).waitFor();
  await page.clock.runFor('02:00:00');
  await page.clock.fastForward('23:00:00'); // the job's last day is over by then
  for (let i = 0; i < 3; i++) {
    expect(await title.textContent()).toBe('冬季送温暖');
    await page.clock.runFor(12_500);
  }
  await page.reload();
  await page.getByText('没有网络').waitFor();
  await page.locator('#notice').getByText('冬季送温暖', { exact: true }).waitFor();
  expect(await page.locator('#clock strong').textContent()).toMatch(/^\d\d:\d\d$/);

  await page.context().setOffline(false);
  await page.clock.runFor(61_000);
  await page.locator('#offline').waitFor({ state: 'hidden' });
  const until = new Date(Date.now() + 90 * 86_400_000).toISOString();
  const long = { id: 'l', kind: 'notice', title: '长文', body: '驿站里有热水和药箱。'.repeat(100), until };
  await page.route(/\/notices\?/, (r) => r.fulfill({ json: { notices: [long] } }));
  await page.clock.runFor(61_000);
  await page.locator('#notice').getByText('长文').waitFor();
  const hidden = await page.locator('#notice').evaluate((e) => e.scrollHeight - e.clientHeight);
  expect(hidden).toBeLessThanOrEqual(0); // all of it is in sight
  await page.unroute(/\/notices\?/);
  await page.route(/\/notices\?/, (r) => r.fulfill({ json: {} })); // something on the way answers instead
  await page.clock.runFor(75_000);
  await page.getByText('没有网络').waitFor();
  expect(await title.textContent()).toBe('长文');
  here.people.complaints.splice(0); // what failed while there was no network
  await closing(page);
});

test('a screen whose machine lost its clock with the power tells the time of the server, and what is not over by then', async () => {
  const page = await here.people.at('/', WALL);
  await page.clock.setFixedTime('2015-01-01T00:00:00Z');
  await page.goto(here.kora.url + SCREEN);
  await page
    .locator('#clock')
    .getByText(dateOf(await here.kora.now()))
    .waitFor();
  await page.clock.setFixedTime('2099-01-01T00:00:00Z');
  await page.reload();
  await page
    .locator('#clock')
    .getByText(dateOf(await here.kora.now()))
    .waitFor();
  await page.locator('#notice h2').waitFor();
  await closing(page);
});
