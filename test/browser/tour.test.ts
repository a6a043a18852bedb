import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Kora } from '../support/app.ts';
import { asCurl, commandsOf, hasCurl, typed } from '../support/readme.ts';
import { launch } from './chromium.ts';
import { Visitors } from './visit.ts';

/** The tour of README.md, each command as it is written there; only the port is another, so that no Kora is in the way. */

const START = 'npm start';
const [curl = '', ...otherCurls] = commandsOf('A tour').filter((c) => c.startsWith('curl '));

const folder = mkdtempSync(join(tmpdir(), 'kora-tour-'));
const kora = new Kora({ data: join(folder, 'data'), command: START });
let browser: Browser;
let people: Visitors;

beforeAll(async () => {
  [browser] = await Promise.all([launch(() => kora), kora.start()]);
  people = new Visitors(browser, kora);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await kora.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
afterEach(() => expect(people.complaints.splice(0)).toEqual([]));

test('the commands that README.md shows are known here', () => {
  expect(commandsOf('Two commands')).toEqual(['npm ci && npm start', 'npm ci && npm test', START]);
  expect(otherCurls).toEqual([]);
  expect([...new Set(commandsOf('A tour'))]).toEqual([
    curl,
    'npm run demo', // test/journeys/medog.test.ts
    'npm run synth', // below
    'npm run deploy -- -c stage=…', // needs an account
    'npm run bench', // takes minutes, and measures
    'npm run chaos', // takes minutes, and is random
    'npm run test:dates', // takes an hour
    'npm run test:dynamodb-local', // needs Java and Maven
    'npm run diagrams', // test/rules/diagrams.test.ts
    'npm run settings', // test/rules/settings.test.ts
  ]);
});

/** Reports an injured animal of 背崩乡 as the tour says. */
const report = async (words: string): Promise<void> => {
  const page = await people.at('/');
  await page.goto(`${kora.url}/report/wildlife/`);
  await page.locator('[name=species]').fill('hei yuan');
  await page.locator('[name=condition]').selectOption('injured');
  await page.locator('[name="place.township"]').selectOption({ label: '背崩乡' });
  await page.locator('[name="place.words"]').fill(words);
  await page.locator('[name=consent]').check();
  await page.getByRole('button', { name: '提交报告' }).click();
  await page.locator('.receipt').waitFor();
  await page.getByText('已经收到您的报告').waitFor();
  await kora.settle();
  await page.context().close();
};

test('reports; the rangers are asked by mail, and a button in it accepts', async () => {
  await report('第一处');
  const page = await people.at('/local/mailbox');
  await page.getByText('@beibeng-rangers.kora.example').first().waitFor();
  await page.locator('a[href*="/act/#"]').first().click();
  await page.getByText('现在还什么都没有发生').waitFor();
  await page.getByRole('button', { name: '接单' }).click();
  await page.getByText('办好了：接单').waitFor();
  await page.context().close();
});

test('the desk shows the case to 多吉扎西, its deadlines, and what can be done now', async () => {
  await report('第二处');
  const page = await people.signedIn('多吉扎西');
  await page.locator('.queue a', { hasText: '第二处' }).click();
  await page.getByRole('heading', { name: '时限' }).waitFor();
  await page.getByRole('button', { name: '接单', exact: true }).waitFor();
  await page.context().close();
});

test('half an hour passes by the command, and what nobody accepted has gone to the official', async () => {
  const asked = async () =>
    (await kora.mail('sonam@medog-forestry.kora.example')).filter((m) => m.text.includes('第二处'));
  expect(await asked()).toEqual([]);
  const command = curl.replace('4100', new URL(kora.url).port);
  const ways = [asCurl, ...(hasCurl() ? [async (c: string) => (await typed(c)).said] : [])];
  for (const run of ways) {
    const before = Date.parse(await kora.now());
    const said = await run(command);
    const [, now = ''] = /\{"now":"([^"]+)"\}/.exec(said) ?? [];
    expect(Date.parse(now) - before, said).toBeGreaterThanOrEqual(30 * 60_000);
    expect(await asked()).not.toEqual([]);
  }
});

test('the template is synthesized without an account', async () => {
  const outdir = join(folder, 'cdk.out');
  const { code, said } = await typed('npm run synth', { CDK_OUTDIR: outdir });
  expect(code, said).toBe(0);
  const { Resources } = JSON.parse(readFileSync(join(outdir, 'Kora-dev.template.json'), 'utf8'));
  expect(Object.keys(Resources).length).toBeGreaterThan(50);
}, 300_000);
