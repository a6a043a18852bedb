import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isReceipt, spacedReceipt } from '../../shared/receipt.ts';
import { wallClock } from '../../shared/time.ts';
import { handIn } from '../support/journey.ts';
import { atKora } from './at-kora.ts';
import { PHONE } from './open.ts';
import { approved, rescued } from './rescued.ts';
import { mustBeGood } from './visit.ts';

/** Everything the public does, on a phone whose browser runs no script. */

const here = atKora();

const open = (path: string): Promise<Page> => here.people.at(path, { ...PHONE, javaScriptEnabled: false });

/** As people enter a time, in Asia/Shanghai. */
const anHourAgo = async (): Promise<string> =>
  wallClock(new Date(Date.parse(await here.kora.now()) - 3_600_000).toISOString()).replace(' ', 'T');

test('a report that cannot be right comes back filled in, with the error at its field; put right, it is received', async () => {
  const page = await open('/report/wildlife/');
  await page.locator('[name=species]').fill('黑色大鸟');
  await page.locator('[name=count]').fill('1');
  await page.locator('[name=dead]').fill('3');
  await page.locator('[name=condition]').selectOption('injured');
  await page.locator('[name=foundAt]').fill(await anHourAgo());
  await page.locator('[name="place.township"]').selectOption({ label: '墨脱镇' });
  await page.locator('[name="place.words"]').fill('果果塘 <观景台> & 桥');
  await page.locator('[name="reporter.phone"]').fill('13908941234');
  await page.locator('[name=consent]').check();
  await page.getByRole('button', { name: '提交报告' }).click();

  await page.locator('#f-dead-error').waitFor();
  await mustBeGood(page);
  expect(await page.inputValue('[name=species]')).toBe('黑色大鸟');
  expect(await page.inputValue('[name="place.words"]')).toBe('果果塘 <观景台> & 桥');
  expect(await page.locator('[name="place.township"] option:checked').textContent()).toBe('墨脱镇');
  expect(await page.isChecked('[name=consent]')).toBe(true);
  await page.locator('.errors a').click();
  expect(new URL(page.url()).hash).toBe('#f-dead');

  await page.locator('[name=dead]').fill('0');
  await page.locator('main button[type=submit]').click();
  await page.getByRole('heading', { name: '已经收到您的报告' }).waitFor();
  await mustBeGood(page);
  const receipt = ((await page.locator('.receipt').textContent()) ?? '').replaceAll(' ', '');
  expect(isReceipt(receipt)).toBe(true);
  await page.getByRole('link', { name: '查看进度' }).click();
  await page.getByText('果果塘 <观景台> & 桥').waitFor();
  await page.context().close();
});

test('a report is followed by its receipt, typed with spaces; a mistyped one is told so', async () => {
  const { receipt, number } = await handIn(here.kora);
  const page = await open('/status/');
  await page.locator('[name=receipt]').fill(spacedReceipt(receipt));
  await page.locator('main button[type=submit]').click();
  await page.getByText(`编号 ${number}`).waitFor();
  await mustBeGood(page);
  await page.goBack();
  await page.locator('[name=receipt]').fill('1234 5678 9012 3456');
  await page.locator('main button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  await mustBeGood(page);
  await page.context().close();
});

test('information is added, and the report is withdrawn', async () => {
  const { receipt } = await handIn(here.kora, { reporter: { phone: '13908942222' } });
  const page = await open(`/reports/${receipt}?lang=zh`);
  await page.locator('summary', { hasText: '补充情况' }).click();
  await page.locator('#add-information-text').fill('它躲到桥下了');
  await page.getByRole('button', { name: '补充情况' }).click();
  await page.getByText('它躲到桥下了').waitFor();

  await page.locator('summary', { hasText: '撤回报告' }).click();
  await page.locator('#withdraw-reason').fill('   ');
  await page.getByRole('button', { name: '撤回报告' }).click();
  await page.locator('#withdraw-reason-error').waitFor();
  await mustBeGood(page);
  await page.locator('#withdraw-reason').fill('看错了，是家鸡');
  await page.getByRole('button', { name: '撤回报告' }).click();
  await page.getByRole('heading', { level: 1, name: '已撤回' }).waitFor();
  await mustBeGood(page);
  await page.context().close();
});

test('a reward is claimed, corrected and given up', async () => {
  const rescue = await rescued(here.kora);
  await approved(here.kora, rescue);
  const page = await open(`/reports/${rescue.receipt}?lang=zh`);
  await page.locator('summary', { hasText: '申领奖励' }).click();
  await mustBeGood(page);
  await page.locator('#claim-payeeName').fill('达瓦');
  await page.getByLabel('银行转账').check();
  await page.getByLabel('我单独同意').check();
  await page.getByRole('button', { name: '申领奖励' }).click();
  await page.locator('#claim-account-error').waitFor();
  await mustBeGood(page);
  expect(await page.inputValue('#claim-payeeName')).toBe('达瓦');
  expect(await page.isChecked('[name=payeeConsent]')).toBe(true);
  await page.locator('#claim-account').fill('6222 0000 1111 2222');
  await page.locator('#claim-bank').fill('墨脱县支行');
  await page.getByRole('button', { name: '申领奖励' }).click();
  await page.getByText('已申领，等待发放（银行转账').waitFor();
  expect(await page.getByText('6222').count()).toBe(0);

  await page.locator('summary', { hasText: '更正收款信息' }).click();
  await page.locator('#correct-claim-payeeName').fill('达瓦');
  await page.locator('details[open]').getByLabel('现金').check();
  await page.locator('details[open]').getByLabel('我单独同意').check();
  await page.getByRole('button', { name: '更正收款信息' }).click();
  await page.getByText('已申领，等待发放（现金').waitFor();
  await page.locator('summary', { hasText: '撤回申领' }).click();
  await page.getByRole('button', { name: '撤回申领并删除收款信息' }).click();
  await page.locator('summary', { hasText: '申领奖励' }).waitFor();
  await mustBeGood(page);
  await page.context().close();
});

test('the bulletin is asked for by a form, and the desk says that it needs script', async () => {
  const page = await open('/figures/');
  await page.locator('main button[type=submit]').click();
  await page.locator('svg.chart').waitFor();
  await mustBeGood(page);
  await page.goto(`${here.kora.url}/desk/`);
  expect(await page.locator('noscript p').textContent()).toBe('工作台需要浏览器允许脚本运行。');
  await page.context().close();
});
