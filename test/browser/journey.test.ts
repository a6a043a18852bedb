import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { done, handIn, must, PEOPLE } from '../support/journey.ts';
import { atKora } from './at-kora.ts';
import { actBy, mustBeGood } from './visit.ts';

/** A rescue and its reward from the report to the payment, in the browsers of everybody who takes part. */

const here = atKora();
let phone: Page;
let responder: Page;
const seen = { receipt: '', number: '', casePath: '', rewardPath: '' };

describe('a resident reports', () => {
  test('with the species looked up, and has a receipt at once', async () => {
    phone = await here.people.at('/report/wildlife/');
    await phone.locator('[name=species]').pressSequentially('htyj');
    await phone.getByRole('option', { name: '红头咬鹃' }).click();
    await phone.locator('[name=condition]').selectOption('injured');
    await phone.locator('[name="place.township"]').selectOption({ label: '墨脱镇' });
    await phone.locator('[name="place.words"]').fill('仁青崩寺下方茶园边');
    await phone.locator('[name="reporter.name"]').fill('卓玛');
    await phone.locator('[name="reporter.phone"]').fill('139 0891 1234');
    await phone.locator('[name=wantsReward]').check();
    await phone.locator('[name=consent]').check();
    await mustBeGood(phone);
    await phone.getByRole('button', { name: '提交报告' }).click();
    seen.receipt = ((await phone.locator('.receipt').textContent()) ?? '').replaceAll(' ', '');
    await phone.getByText('已经收到您的报告').waitFor();
    await mustBeGood(phone);
  });

  test('and follows it from the list of this phone', async () => {
    await here.kora.settle();
    await phone.goto(`${here.kora.url}/status/`);
    await phone.locator('#mine .queue a').click();
    await phone.getByRole('heading', { level: 1, name: '已派出，等待接单' }).waitFor();
    const line = (await phone.getByText('编号 W').textContent()) ?? '';
    seen.number = /W\d\d-540423-\d{4}/.exec(line)?.[0] ?? '';
    expect(seen.number).not.toBe('');
    expect(await phone.getByText('139••••1234').count()).toBe(1);
    await mustBeGood(phone);
  });
});

test('the mail to the team has a button; its page shows what will happen, and pressing accepts', async () => {
  const page = await here.people.at(`/local/mailbox?to=${PEOPLE.responder}`);
  const mail = page.locator('.card', { hasText: seen.number });
  await mustBeGood(page);
  await mail.locator('a[href*="/act/#"]').click();
  await page.getByText('现在还什么都没有发生').waitFor();
  expect(await page.getByText('嘎玛次旺').count()).toBe(1);
  await mustBeGood(page);
  await page.getByLabel('预计几分钟到').fill('40');
  await page.getByRole('button', { name: '接单' }).click();
  await page.getByText('办好了：接单').waitFor();
  await mustBeGood(page);
  await page.context().close();
});

describe('the responder', () => {
  test('signs in by being picked, and finds the queue in the order in which things fall due', async () => {
    await handIn(here.kora, { species: '山斑鸠', condition: 'strayed' });
    responder = await here.people.signedIn('嘎玛次旺');
    await responder.locator('.queue a').nth(1).waitFor();
    const due = await responder
      .locator('.queue time')
      .evaluateAll((all) => all.map((t) => t.getAttribute('datetime') ?? ''));
    expect(due).toHaveLength(2);
    expect(due).toEqual(due.toSorted());
    await mustBeGood(responder);
    await responder.locator('.queue a', { hasText: seen.number }).click();
    await responder.getByRole('heading', { level: 1, name: '红头咬鹃 1 只' }).waitFor();
    seen.casePath = new URL(responder.url()).pathname + new URL(responder.url()).search;
    await mustBeGood(responder);
  });

  test('sees the clocks count down', async () => {
    const page = await responder.context().newPage();
    await page.clock.install();
    await page.goto(here.kora.url);
    await page.evaluate((held) => sessionStorage.setItem('kora.tokens', held), await tokensOf(responder));
    await page.goto(here.kora.url + seen.casePath);
    const clock = page.locator('section', { has: page.getByRole('heading', { name: '时限' }) }).locator('strong');
    const minutesLeft = async () => {
      const [, hours = '0', minutes = '0'] =
        /还剩 (?:(\d+) 小时 )?(\d+) 分/.exec((await clock.first().textContent()) ?? '') ?? [];
      return Number(hours) * 60 + Number(minutes);
    };
    await clock.first().waitFor();
    const before = await minutesLeft();
    await page.clock.fastForward('05:00');
    await expect.poll(minutesLeft).toBeLessThanOrEqual(before - 5);
    await page.close();
  });

  test('sets out, arrives, assesses with a look-up by initials, cares, transports, asks for a transfer', async () => {
    const page = responder;
    await actBy(page, '出发');
    await actBy(page, '到达现场');
    await actBy(page, '现场评估', async (form) => {
      await form.locator('[data-widget=species] input[type=text]').pressSequentially('htyj');
      await form.getByRole('option', { name: '红头咬鹃' }).click();
      await form.getByLabel('状况').selectOption('injured');
      await form.getByLabel('伤情').fill('右翼擦伤');
    });
    await page.getByRole('heading', { name: '红头咬鹃（a1）' }).waitFor();
    await actBy(page, '记救护日志', (form) => form.getByLabel('处置').fill('清创、保暖'));
    await page.getByText('救护记录（1）').click();
    await page.getByText('清创、保暖').waitFor();
    await actBy(page, '开始转运', async (form) => {
      await form.getByLabel('承运人').fill('嘎玛次旺');
      await form.getByLabel('送往').fill('格当乡野生动物救助中心');
      await form.getByLabel('预计用时（分钟）').fill('180');
      await form.getByLabel('笼箱牢固').check();
    });
    await actBy(page, '转运到达');
    await actBy(page, '申请移交', async (form) => {
      await form.getByLabel('格当乡野生动物救助中心').check();
      await form.getByLabel('康复').check();
    });
    await mustBeGood(page);
  });
});

test('the centre finds the case in its own queue and accepts the animal', async () => {
  const page = await here.people.signedIn('德吉');
  await page.locator('.queue a', { hasText: seen.number }).click();
  await actBy(page, '同意接收', (form) => form.getByLabel('备注').fill('入住隔离笼舍'));
  await mustBeGood(page);
  await page.context().close();
});

test('a second animal is released, and the case is closed', async () => {
  const page = responder;
  await page.reload();
  await actBy(page, '现场评估', async (form) => {
    await form.getByLabel('状况').selectOption('strayed');
    await form.locator('[data-widget=species] input[type=text]').pressSequentially('htyj');
    await form.getByRole('option', { name: '红头咬鹃' }).click();
  });
  const second = page.locator('section', { has: page.getByRole('heading', { name: '红头咬鹃（a2）' }) });
  const fill = async (form: ReturnType<Page['getByRole']>) => {
    await form.getByLabel('放归地点').fill('背崩保护区边缘');
    await form.getByLabel('为什么适合').fill('与发现地同一生境');
  };
  await actBy(page, '放归', fill, second);
  await actBy(page, '办结');
  await page.getByText('您现在没有可以办理的事项').waitFor();
  await mustBeGood(page);
});

test('a step that somebody else took meanwhile is shown, and nothing is done', async () => {
  const { id } = must(await here.kora.api('GET', '/cases', { as: PEOPLE.responder }), 200).body.cases[0];
  const page = responder;
  await page.goto(`${here.kora.url}/desk/case/?id=${id}`);
  await page.getByRole('button', { name: '接单', exact: true }).click();
  await done(here.kora, id, 'accept', {}, { as: PEOPLE.colleague });
  await page.getByRole('dialog').getByRole('button', { name: '接单', exact: true }).click();
  await page.getByText('这件事刚有新进展').waitFor();
  await page.getByText('张磊').first().waitFor();
});

test('what the form does not accept stands at its field, and nothing was done', async () => {
  const page = responder;
  await page.getByRole('button', { name: '退回', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
  await page.locator('#act-reason-error').waitFor();
  await mustBeGood(page);
  await page.getByRole('button', { name: '取消' }).click();
});

describe('the reward', () => {
  test('is proposed by one, who cannot approve it', async () => {
    await here.kora.settle();
    const page = await here.people.signedIn('格桑卓嘎', '/desk/rewards/');
    await page.locator('.queue a', { hasText: seen.number }).click();
    await page.getByText('最先有效报告').waitFor();
    seen.rewardPath = new URL(page.url()).pathname + new URL(page.url()).search;
    await actBy(page, '提出奖励');
    await page.getByText('待审批').first().waitFor();
    expect(await page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
    await mustBeGood(page);
    await page.context().close();
  });

  test('is approved by another', async () => {
    const page = await here.people.signedIn('阿旺群培', '/desk/rewards/');
    await page.locator('.queue a', { hasText: seen.number }).click();
    await actBy(page, '批准', (form) => form.getByLabel('备注').fill('符合示例标准'));
    await page.getByText('待申领').first().waitFor();
    await mustBeGood(page);
    await page.context().close();
  });

  test('is claimed by the reporter with a consent of its own', async () => {
    await phone.goto(`${here.kora.url}/reports/${seen.receipt}?lang=zh`);
    await phone.locator('summary', { hasText: '申领奖励' }).click();
    await phone.getByLabel('收款人姓名').fill('卓玛');
    await phone.getByLabel('支付宝或微信').check();
    await phone.getByLabel('账号').fill('zhuoma@pay');
    await phone.getByLabel('我单独同意').check();
    await mustBeGood(phone);
    await phone.getByRole('button', { name: '申领奖励' }).click();
    await phone.getByText('已申领，等待发放').waitFor();
    await mustBeGood(phone);
  });

  test('is paid by who sees the payment details for a stated reason, and the reporter is told', async () => {
    const page = await here.people.signedIn('巴桑次仁', seen.rewardPath);
    await actBy(page, '查看收款信息', (form) => form.getByLabel('理由').fill('发放奖励'));
    await page.getByText('zhuoma@pay').waitFor();
    await page.getByText('：发放奖励').waitFor();
    await mustBeGood(page);
    await actBy(page, '登记已发放', async (form) => {
      await form.getByLabel('支付宝或微信').check();
      await form.getByLabel('凭证号').fill('XJ-1');
    });
    await page.getByText('已发放').first().waitFor();
    await page.context().close();
    await phone.reload();
    await phone.getByText('已发放').waitFor();
  });

  test('stands in the books, whose budget an approver sets', async () => {
    const page = await here.people.signedIn('阿旺群培', '/desk/books/');
    await page.getByText('50000 元').first().waitFor();
    await page.getByText('XJ-1').waitFor();
    await page.getByText('国家二级').first().waitFor();
    await actBy(page, '设定预算', async (form) => {
      await form.getByLabel('全年总额（元）').fill('60000.5');
      await form.getByLabel('正式', { exact: true }).check();
      await form.getByLabel('理由').fill('年度调整');
    });
    await page.getByText('60000.50 元').first().waitFor();
    await mustBeGood(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载表格（CSV）' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^medog-biodiversity-association-\d{4}\.csv$/);
    await page.context().close();
  });
});

test('a closed case is found in the list and by its number', async () => {
  const page = await here.people.signedIn('索朗多吉');
  await page.getByLabel('看哪些').selectOption('closed');
  await page.getByRole('heading', { name: '已办结' }).waitFor();
  await page.locator('.queue a', { hasText: seen.number }).waitFor();
  await mustBeGood(page);
  await page.getByLabel('按编号找').fill('W26-540423-9999');
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByText('没有找到').waitFor();
  await mustBeGood(page);
  await page.getByLabel('按编号找').fill(seen.number.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '红头咬鹃 1 只' }).waitFor();
  await page.getByRole('link', { name: /卓玛：.*已发放/ }).click();
  await page.getByRole('link', { name: `案件 ${seen.number}` }).waitFor();
  await page.context().close();
});

test('the bulletin shows the figures with a chart', async () => {
  await phone.goto(`${here.kora.url}/figures/`);
  await phone.getByRole('button').click();
  await phone.locator('svg.chart').waitFor();
  expect(await phone.getByText('康复放归1只').count()).toBeGreaterThan(0);
  await mustBeGood(phone);
});

test('who signs out is signed out', async () => {
  await responder.goto(`${here.kora.url}/desk/me/`);
  await responder.getByText('救护人员').waitFor();
  await mustBeGood(responder);
  await responder.getByRole('button', { name: '退出登录' }).click();
  await responder.waitForURL(`${here.kora.url}/desk/`);
  await responder.getByRole('button', { name: '登录', exact: true }).waitFor();
  expect(await tokensOf(responder)).toBe('');
});

const tokensOf = (page: Page): Promise<string> => page.evaluate(() => sessionStorage.getItem('kora.tokens') ?? '');
