import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../shared/fields.ts';
import { LANGUAGES, sitePath } from '../../shared/page.ts';
import { done, type Handed, handIn, must, PEOPLE } from '../support/journey.ts';
import { atKora } from './at-kora.ts';
import { PHONE } from './open.ts';
import { approved, rescued } from './rescued.ts';
import { mustBeGood } from './visit.ts';

/** Every page of the running system in each language: usable by everyone, by day and night, and in words for here.people. */

const here = atKora();
let open: Handed;
let late: Handed;
let ended: Handed;
let reward = '';

beforeAll(async () => {
  ended = await rescued(here.kora);
  reward = await approved(here.kora, ended);
  late = await handIn(here.kora, { species: '不认识的鸟', place: { township: '墨脱镇', words: '桥头' } });
  await done(here.kora, late.id, 'accept');
  await here.kora.advance('P1D'); // clocks pass, and history tells of it
  open = await handIn(here.kora, { count: 2, peopleInDanger: true });
  await handIn(here.kora, { count: 2, place: { township: '墨脱镇', words: '县城东侧观景台下' } });
}, 240_000);
const site = (path: string) => (language: Language) => sitePath(language, path);
const asked = (path: string) => (language: Language) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

const PUBLIC: Record<string, () => (language: Language) => string> = {
  home: () => site('/'),
  'report form': () => site('/report/wildlife/'),
  'status form': () => site('/status/'),
  'bulletin form': () => site('/figures/'),
  privacy: () => site('/privacy/'),
  accessibility: () => site('/accessibility/'),
  'no such bulletin': () => asked('/bulletin?area=540423&from=2026-03-30&to=2026-01-01'),
  'no such page': () => site('/no-such-page/'),
  'a report under way': () => asked(`/reports/${open.receipt}`),
  'a report with a reward': () => asked(`/reports/${ended.receipt}`),
  'no such report': () => asked('/reports/4026113387120497'),
  bulletin: () => asked('/bulletin?type=wildlife&area=540423&from=2026-01-01'),
  mailbox: () => asked('/local/mailbox'),
};

const DESK: Record<string, { as: string; path: () => string }> = {
  queue: { as: PEOPLE.official, path: () => '/desk/' },
  'a case that waits': { as: PEOPLE.responder, path: () => `/desk/case/?id=${open.id}` },
  'a case that is late': { as: PEOPLE.official, path: () => `/desk/case/?id=${late.id}` },
  'a case that has ended': { as: PEOPLE.official, path: () => `/desk/case/?id=${ended.id}` },
  'a case of others': { as: PEOPLE.proposer, path: () => `/desk/case/?id=${open.id}` },
  rewards: { as: PEOPLE.proposer, path: () => '/desk/rewards/' },
  'a reward': { as: PEOPLE.proposer, path: () => `/desk/reward/?id=${reward}` },
  books: { as: PEOPLE.approver, path: () => '/desk/books/' },
  me: { as: PEOPLE.admin, path: () => '/desk/me/' },
};

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(Object.entries(PUBLIC))('%s', async (_, path) => {
    const page = await here.people.at(path()(language));
    await mustBeGood(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await mustBeGood(page);
    expect(await squeezed(page)).toEqual([]);
    await page.context().close();
  });

  test.each(Object.entries(DESK))('the desk: %s', async (_, { as, path }) => {
    const page = await here.people.at(sitePath(language, '/privacy/'));
    const token = await here.kora.token(as);
    await page.evaluate((t) => sessionStorage.setItem('kora.tokens', JSON.stringify({ id_token: t })), token);
    await page.goto(here.kora.url + sitePath(language, path()));
    await page.locator('#desk :is(h1, [role=alert]) >> nth=0').waitFor();
    await settled(page);
    for (const more of await page.locator('#desk summary').all()) await more.click();
    await mustBeGood(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await mustBeGood(page);
    expect(await squeezed(page)).toEqual([]);
    for (const button of await page.locator('#desk .buttons .button[aria-haspopup]').all()) await form(page, button);
    await page.context().close();
  });
});

/** Whatever is being loaded has come. */
const settled = (page: Page) =>
  page.waitForFunction(() => {
    const waiting = document.querySelectorAll('#desk > [role=status], #desk p[role=status]');
    return [...waiting].every((e) => !/…|……|འགུལ་བཞིན/.test(e.textContent ?? ''));
  });

/** The form behind a button can be used by everyone, too. */
const form = async (page: Page, button: ReturnType<Page['locator']>): Promise<void> => {
  await button.click();
  await page.getByRole('dialog').waitFor();
  await mustBeGood(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

/** Facts that have no room beside their labels. */
const squeezed = (page: Page): Promise<string[]> =>
  page.$$eval('.facts dd', (all) => all.filter((e) => e.clientWidth < 80).map((e) => e.textContent ?? ''));

test.each(Object.entries(PUBLIC).filter(([name]) => name !== 'mailbox'))('%s weighs at most 50 KB', async (_, path) => {
  const context = await here.browser.newContext(PHONE);
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (r) => void bodies.push(r.body()));
  await page.goto(here.kora.url + path()('bo'), { waitUntil: 'networkidle' });
  const weights = (await Promise.all(bodies)).map((b) => gzipSync(b).length); // as the distribution sends them
  expect(weights.length).toBeGreaterThan(1);
  expect(weights.reduce((a, b) => a + b, 0)).toBeLessThan(50 * 1024);
  await context.close();
});

test('deadlines count down by the clock of the server, not by that of the phone', async () => {
  const page = await here.people.at('/privacy/');
  await page.clock.setFixedTime(Date.parse(await here.kora.now()) - 86_400_000);
  const token = await here.kora.token(PEOPLE.responder);
  await page.evaluate((t) => sessionStorage.setItem('kora.tokens', JSON.stringify({ id_token: t })), token);
  await page.goto(`${here.kora.url}/desk/case/?id=${open.id}`); // came in a day ahead of this phone
  await page.getByText(/接单时限.*还剩 \d+ 分钟/).waitFor();
  await page.context().close();
});

test('the reward of a rescue is not shown to those it does not concern', async () => {
  const answer = await here.kora.api('GET', `/rewards/${reward}`, { as: PEOPLE.responder });
  expect(answer.status).toBe(403);
  const { rewards } = must(await here.kora.api('GET', `/cases/${ended.id}`, { as: PEOPLE.responder }), 200).body;
  expect(rewards).toMatchObject([{ id: reward, open: false }]);
});

test('a number finds a case only for those who may see it', async () => {
  const find = async (as: string, number: string) =>
    must(await here.kora.api('GET', `/cases?${new URLSearchParams({ number })}`, { as }), 200).body.cases;
  expect(await find(PEOPLE.responder, ended.number.toLowerCase())).toMatchObject([
    { id: ended.id, number: ended.number },
  ]);
  expect(await find(PEOPLE.proposer, ended.number)).toEqual([]);
  expect(await find(PEOPLE.responder, 'W26-540423-9999')).toEqual([]);
});
