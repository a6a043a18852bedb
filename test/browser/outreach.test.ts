import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { must } from '../support/journey.ts';
import { barriers } from './accessible.ts';
import { atKora } from './at-kora.ts';
import { actBy, faults, mustBeGood } from './visit.ts';

/** What units tell the public, in the browsers of readers and of those who write it. */

const OFFICIAL = { email: 'yudron@lhasa-anti-drug.kora.example', name: '玉珍' };
const OFFICER = { email: 'migmar@lhasa-anti-drug.kora.example', name: '米玛次仁' };
const UNION = { email: 'tsomo@gonjo-union.kora.example', name: '次姆' };
const CAMPAIGN = '5eed0000000000000004';
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PLAIN = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

const here = atKora({ at: '2026-06-10T01:00:00Z' });

const opened = async (page: Page, path: string, heading: string | RegExp): Promise<void> => {
  await page.goto(here.kora.url + path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForLoadState('networkidle');
};

/** A page that anybody reads: small, without script, without barriers, in three languages. */
const mustBeReadable = async (path: string): Promise<void> => {
  for (const lang of ['zh', 'bo', 'en']) {
    const answer = await fetch(`${here.kora.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, {
      headers: { accept: 'text/html' },
    });
    const text = await answer.text();
    expect([answer.status, text.includes('<script')]).toEqual([200, false]);
    expect(Buffer.byteLength(text)).toBeLessThan(36 * 1024); // beside the sheet, before compression
    const page = await here.people.at(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`, PLAIN);
    expect(await barriers(page), `${path} ${lang}`).toEqual([]);
    await page.context().close();
  }
  const page = await here.people.at(path, DESKTOP);
  expect(await faults(page), path).toEqual([]);
  await page.context().close();
};

describe('notices', () => {
  let desk: Page;
  let job = '';

  test('a job is written on the desk, published, and read by anybody', async () => {
    desk = await here.people.signedIn(UNION.name, '/desk/');
    await desk.locator('.bottom').getByRole('link', { name: '公告宣传' }).click();
    await desk.getByRole('heading', { level: 1, name: '公告' }).waitFor();
    await desk.getByText('还没有公告或招工。').waitFor();
    await mustBeGood(desk);
    await actBy(desk, '写一条公告或招工', async (form) => {
      await form.getByLabel('招工', { exact: true }).check();
      const chinese = form.getByRole('group', { name: '中文' });
      await chinese.getByLabel('标题').fill('外卖骑手');
      await chinese.getByLabel('正文').fill('包午餐，自备电动车，签合同。');
      await form.getByLabel('地区').selectOption({ label: '贡觉县' });
      await form.getByLabel('东风', { exact: false }).first().check();
      await form.getByLabel('最后一天').fill('2026-06-30');
      await form.getByLabel('地点').fill('县城东风路');
      await form.getByLabel('联系方式').fill('0895-4500000');
      await form.getByLabel('用人单位').fill('某配送站');
      await form.getByLabel('计酬方式').selectOption({ label: '按月' });
      await form.getByLabel('起（元', { exact: false }).fill('5000');
      await form.getByLabel('止（元', { exact: false }).fill('8000');
      await form.getByLabel('招几人').fill('5');
      await form.getByLabel('外卖骑手').check();
    });
    await desk.getByRole('link', { name: /外卖骑手/ }).click();
    await desk.getByRole('heading', { level: 1, name: '外卖骑手' }).waitFor();
    await actBy(desk, '发布');
    await desk.getByText('已发布').waitFor();
    await mustBeGood(desk);
    job = new URL(desk.url()).searchParams.get('id') ?? '';
    await here.kora.settle();
  });

  test('the list and the job stand without script, and a reader reports it', async () => {
    await mustBeReadable('/notices');
    await mustBeReadable(`/notices/${job}`);
    const reader = await here.people.at('/notices?kind=job', PLAIN);
    await reader.getByRole('link', { name: /外卖骑手/ }).click();
    for (const said of ['每月 5000–8000 元', '贡觉县总工会（已核实）', '0895-4500000'])
      expect(await reader.getByText(said).count()).toBe(1);
    await reader.getByText('举报这条信息').first().click();
    await reader.getByLabel('要先交钱').check();
    await reader.getByLabel('说明').fill('要先交 500 元');
    await reader.getByRole('button', { name: '举报这条信息' }).click();
    await reader.getByRole('heading', { level: 1, name: '收到了，谢谢' }).waitFor();
    expect(await faults(reader).catch(() => [])).toEqual([]);
    await reader.context().close();
  });

  test('the desk shows what was reported, and the official withdraws it', async () => {
    await here.kora.settle();
    await opened(desk, `/desk/notice/?id=${job}`, '外卖骑手');
    await desk.getByText('要先交钱 · 要先交 500 元').waitFor();
    await mustBeGood(desk);
    await actBy(desk, '撤回', async (form) => form.getByLabel('理由').fill('核实后撤回'));
    await desk.getByText('已撤回').first().waitFor();
    const gone = await fetch(`${here.kora.url}/notices/${job}`, { headers: { accept: 'text/html' } });
    expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('这条信息已经到期或撤回')]);
  });
});

describe('a campaign', () => {
  let phone: Page;

  test('its plan is set by the official', async () => {
    const page = await here.people.signedIn(OFFICIAL.name, '/desk/campaigns/');
    await page.getByRole('link', { name: /禁毒普法宣传/ }).click();
    await page.getByRole('heading', { level: 1, name: '禁毒普法宣传' }).waitFor();
    await actBy(page, '调整计划', async (form) => {
      await form.getByLabel('场次').fill('30');
      await form.getByLabel('人次').fill('3000');
    });
    await page.getByText('活动场次：计划 30，完成 0（0%）。').waitFor();
    await mustBeGood(page);
    await page.context().close();
  });

  test('a session is noted on a phone at the door in a dozen taps and two words', async () => {
    phone = await here.people.signedIn(OFFICER.name, `/desk/campaign/?id=${CAMPAIGN}`);
    await phone.getByRole('heading', { name: '现场记一场' }).waitFor();
    await mustBeGood(phone);
    let taps = 0;
    const tap = async (name: string) => {
      taps += 1;
      await phone.getByRole('button', { name, exact: true }).click();
    };
    await phone.getByLabel('地点').fill('宗角禄康公园');
    for (let i = 0; i < 3; i++) await tap('到场人次加 10');
    await tap('到场人次加 1');
    for (let i = 0; i < 2; i++) await tap('宣传单加 10');
    await tap('手册加 1');
    await phone.reload(); // the phone has thrown the page away meanwhile
    expect(await phone.getByLabel('到场人次', { exact: true }).inputValue()).toBe('31');
    await tap('加一个提问');
    await phone.getByLabel('群众提问').last().fill('院子里自己长出罂粟怎么办？');
    await phone.getByLabel('怎么答的').fill('不要采，告诉社区，由民警铲除。');
    await mustBeGood(phone);
    await tap('记下');
    expect(taps).toBeLessThan(12);
    await phone.getByText('记好了：宗角禄康公园，31 人次').waitFor();
    const { summary } = must(await here.kora.api('GET', `/campaigns/${CAMPAIGN}`), 200).body;
    expect(summary.figures.map((f: { done: number }) => f.done)).toEqual([1, 31, 1, 1, 20]);
    await mustBeGood(phone);
  });

  test('a session is planned and held by its name; one that was noted wrongly is corrected beside it', async () => {
    await actBy(phone, '安排一场', async (form) => {
      await form.getByLabel('时间').fill('2026-06-20T10:00');
      await form.getByLabel('地点').fill('拉萨站');
    });
    await phone.getByLabel('哪一场').selectOption({ label: '2026-06-20 10:00 拉萨站' });
    expect(await phone.getByLabel('地点').inputValue()).toBe('拉萨站');
    await phone.getByLabel('哪一场').selectOption({ label: '没有安排过的' });
    await phone.getByLabel('地点').fill('宗角禄康公园');
    const held = phone.locator('.entries li', { hasText: '31 人次' });
    const corrected = async (form: ReturnType<Page['getByRole']>) => {
      expect(await form.getByLabel('地点').inputValue()).toBe('宗角禄康公园');
      await form.getByLabel('到场人次').fill('36');
    };
    await actBy(phone, '更正一场', corrected, held);
    await phone.getByText('共举行 1 场，到场 36 人次').waitFor();
    await mustBeGood(phone);
  });

  test('the next one needs no place again; what is wrong is said', async () => {
    expect(await phone.getByLabel('地点').inputValue()).toBe('宗角禄康公园');
    await phone.getByLabel('地点').fill('');
    await phone.getByRole('button', { name: '记下' }).click();
    await phone.getByRole('alert').getByText('地点：字数太少').waitFor();
  });

  test('what was held earlier is noted with its time', async () => {
    await phone.getByLabel('地点').fill('夺底路');
    await phone.getByText('不是刚才举行的').click();
    await phone.getByLabel('什么时候举行的').fill('2026-06-20T15:00');
    await phone.getByRole('button', { name: '记下' }).click();
    await phone
      .getByRole('alert')
      .getByText(/^什么时候举行的：/)
      .waitFor();
    await phone.getByLabel('什么时候举行的').fill('2026-06-08T15:00');
    await phone.getByRole('button', { name: '记下' }).click();
    await phone.getByText('记好了：夺底路，0 人次').waitFor();
    await phone.getByText('2026-06-08 15:00 · 0 人次').waitFor();
    await mustBeGood(phone);
    await phone.context().close();
  });

  test('one that is cancelled says why on the desk', async () => {
    const body = { name: { zh: '第二期' }, area: '5401', from: '2026-07-01', until: '2026-07-31' };
    const { id } = must(
      await here.kora.api('POST', '/campaigns/units/lhasa-anti-drug', { as: OFFICIAL.email, body }),
      201,
    ).body;
    const page = await here.people.signedIn(OFFICIAL.name, `/desk/campaign/?id=${id}`);
    await actBy(page, '取消宣传', async (form) => form.getByLabel('理由').fill('并入第一期'));
    await page.getByText('并入第一期').waitFor();
    await mustBeGood(page);
    await page.context().close();
  });

  test('its page shows how far it has come and what people asked', async () => {
    await mustBeReadable('/campaigns');
    await mustBeReadable(`/campaigns/${CAMPAIGN}`);
    const page = await here.people.at(`/campaigns/${CAMPAIGN}`, PLAIN);
    await page.getByText('共举行 2 场，到场 36 人次，群众提问 1 个。').waitFor();
    await page.getByText('院子里自己长出罂粟怎么办？').click();
    await page.getByText('不要采，告诉社区，由民警铲除。').waitFor();
    expect(await page.content()).not.toContain(OFFICER.name);
    await page.context().close();
  });
});

describe('an exhibition', () => {
  test('is announced on the desk, and shows its closing date, hours and free entry', async () => {
    const page = await here.people.signedIn(OFFICIAL.name, '/desk/events/');
    await page.getByText('还没有公开活动。').waitFor();
    await mustBeGood(page);
    await actBy(page, '发布一场公开活动', async (form) => {
      await form.getByLabel('展览', { exact: true }).check();
      const chinese = form.getByRole('group', { name: '中文' });
      await chinese.getByLabel('名称').fill('禁毒主题展览');
      await chinese.getByLabel('说明').fill('面向所有人开放。');
      await form.getByLabel('地点').fill('拉萨');
      await form.getByLabel('地区').selectOption({ label: '拉萨市' });
      await form.getByLabel('最后一天', { exact: false }).fill('2026-09-19');
      await form.getByLabel('几点开始').fill('09:30');
      await form.getByLabel('几点结束').fill('17:30');
      await form.getByLabel('周一').check();
      await form.getByLabel('所属宣传').selectOption({ label: '禁毒普法宣传' });
    });
    await page.getByRole('link', { name: /禁毒主题展览/ }).click();
    await page.getByRole('heading', { level: 1, name: '禁毒主题展览' }).waitFor();
    for (const said of ['09:30–17:30 · 周一闭馆', '免费，无需预约', '禁毒普法宣传'])
      await page.getByText(said, { exact: true }).waitFor();
    await mustBeGood(page);
    await here.kora.settle();
    const id = new URL(page.url()).searchParams.get('id');
    await mustBeReadable('/events');
    await mustBeReadable(`/events/${id}`);
    const reader = await here.people.at('/events?kind=exhibition', PLAIN);
    await reader.getByRole('link', { name: /禁毒主题展览/ }).click();
    for (const said of ['2026-09-19', '09:30–17:30，周一闭馆', '免费，无需预约', '即将开始'])
      expect(await reader.getByText(said).count(), said).toBeGreaterThan(0);
    await reader.context().close();
    await page.context().close();
  });
});

test('the home page leads to all of it', async () => {
  const page = await here.people.at('/');
  for (const [path, heading] of [
    ['/notices', '公告与招工'],
    ['/events', '公开活动与展览'],
    ['/campaigns', '宣传活动'],
  ] as const) {
    await page.locator(`.tiles a[href="${path}?lang=zh"]`).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.goBack();
  }
  await page.context().close();
});
