import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { must } from '../support/journey.ts';
import { atKora } from './at-kora.ts';
import { actBy, mustBeGood } from './visit.ts';

/** A community's week in the browsers of its people: who is on duty, a colleague, and the first secretary. */

const UNIT = 'jiarong-community';
const FIRST = { email: 'dekyi.wangmo@jiarong.kora.example', name: '德庆旺姆' };

/** A Monday morning just before the hand-over, in the first week of June. */
const BEFORE = '2026-06-01T00:58:00Z';

interface Person {
  email: string;
  name: string;
}

const here = atKora({ at: BEFORE });
let secretary: Person;
let colleague: Person;
let before: Person;
const pages = new Map<string, Page>();

/** What a route answers to somebody. */
const seenBy = async ({ email }: Person, path: string) =>
  must(await here.kora.api('GET', path, { as: email }), 200).body;

/** Each person has one browser, signed in once. */
const at = async (person: Person, path: string): Promise<Page> => {
  const page = pages.get(person.email) ?? (await here.people.signedIn(person.name, '/desk/duty/'));
  if (!pages.has(person.email)) await page.locator('.strip').waitFor(); // the tokens are there
  pages.set(person.email, page);
  await page.goto(`${here.kora.url}/desk/${path}`);
  return page;
};

/** A page of the community as it stands, once what it is about is there. */
const shows = async (person: Person, path: string, heading: string | RegExp): Promise<Page> => {
  const page = await at(person, path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForLoadState('networkidle');
  await mustBeGood(page);
  return page;
};

const member = ({ id, name }: { id: string; name: string }): Person => ({ email: id, name });

beforeAll(async () => {
  await here.kora.advance('PT10M'); // the hand-over at nine, and everybody's week of the journal
  const { turns, present } = await seenBy(FIRST, `/duty/${UNIT}/rota?from=2026-05-25`);
  const served = turns.find((t: { week: string }) => t.week === present).who;
  secretary = member(served);
  before = member(turns[0].who);
  colleague = member(
    turns.find((t: { who?: { id: string } }) => ![served.id, turns[0].who.id].includes(t.who?.id ?? '')).who,
  );
});
describe('my week', () => {
  test('says who is on duty, and the hand-over is signed by both', async () => {
    const page = await shows(secretary, 'duty/', '本周由您轮值');
    await page.getByText('签字期限').waitFor();
    await actBy(page, '签字交接', (form) => form.getByLabel('备注').fill('已当面交接'));
    await page.getByText(`${secretary.name} 已签字`).waitFor();
    const other = await shows(before, 'duty/', `本周轮值：${secretary.name}`);
    await actBy(other, '签字交接');
    await other.getByText('轮值中').waitFor();
    expect(await other.getByText('签字期限').count()).toBe(0);
  });

  test('shows only what is the person’s own: no rewards for a community, no community for a bureau', async () => {
    const page = await at(secretary, 'duty/');
    const sections = page.locator('nav.bottom a:visible');
    await expect.poll(() => sections.allTextContents()).toEqual(['本周', '轮值表', '周记', '待办', '公告宣传', '我的']);
    await shows(FIRST, 'duty/', `本周轮值：${secretary.name}`);
    const bureau = await here.people.signedIn('索朗多吉');
    await expect
      .poll(() => bureau.locator('nav.bottom a:visible').allTextContents())
      .toEqual(['待办', '公告宣传', '奖励', '我的']);
    await bureau.goto(`${here.kora.url}/desk/duty/`);
    await bureau.getByText('您不在任何社区任职。').waitFor();
    await bureau.context().close();
  });
});

describe('the morning meeting', () => {
  test('is held and minuted by who is on duty; what it decides becomes a task', async () => {
    const page = await shows(secretary, 'meeting/', '晨会 2026-06-01');
    await actBy(page, '开晨会', (form) => form.getByLabel(colleague.name).check());
    await actBy(page, '记录会议', async (form) => {
      await form.getByLabel('会议记录').fill('通报上周燃气检查');
      await form.locator('[name="decisions.0.what"]').fill('复查三号院燃气管道');
      await form.locator('[name="decisions.0.who"]').selectOption({ label: colleague.name });
      await form.locator('[name="decisions.0.due"]').fill('2026-06-03');
    });
    await page.getByText('复查三号院燃气管道').waitFor();
    await here.kora.settle();
    const mine = await shows(colleague, 'duty/', /本周轮值/);
    await mine.getByText('复查三号院燃气管道').first().waitFor();
  });

  test('has an agenda that is edited line by line', async () => {
    const page = await shows(secretary, 'meeting/?date=2026-06-02', '晨会 2026-06-02');
    await actBy(page, '修改议程', async (form) => {
      const rows = form.locator('.row');
      const spare = (await rows.count()) - 5;
      await form.locator(`[name="lines.${spare}.kind"]`).selectOption('note');
      await form.locator(`[name="lines.${spare}.text"]`).fill('请区里来人讲反诈');
    });
    await page.getByText('请区里来人讲反诈').waitFor();
    await mustBeGood(page);
  });
});

describe('tasks', () => {
  test('are set, done and verified, each by who may', async () => {
    const page = await shows(secretary, 'tasks/', '任务');
    await actBy(page, '布置任务', async (form) => {
      await form.getByLabel('做什么').fill('走访三户困难家庭');
      await form.getByLabel('由谁办').selectOption({ label: colleague.name });
      await form.getByLabel('期限').fill('2026-06-02');
    });
    await page.getByText('走访三户困难家庭').waitFor();
    await mustBeGood(page);
    const mine = await at(colleague, 'duty/');
    await mine
      .getByRole('link', { name: /走访三户困难家庭/ })
      .last()
      .click();
    await mine.getByRole('heading', { level: 1, name: '走访三户困难家庭' }).waitFor();
    await actBy(mine, '办完', (form) => form.getByLabel('备注').fill('三户都在家，缺煤的一户已登记'));
    await mine.getByText('待核验').first().waitFor();
    const verifier = await at(secretary, `task/${new URL(mine.url()).search}`);
    await actBy(verifier, '核验通过');
    await verifier.getByText('已办结').first().waitFor();
    await mustBeGood(verifier);
  });
});

/** A week of one and a week of the other that can change hands: nobody serves two weeks running by it. */
const swappable = async (): Promise<{ week: string; with: string }> => {
  const { turns, present } = await seenBy(secretary, `/duty/${UNIT}/rota`);
  const of = ({ email }: Person): string[] =>
    turns
      .filter((x: { week: string; who?: { id: string } }) => x.week > present && x.who?.id === email)
      .map((x: { week: string }) => x.week);
  for (const week of of(secretary))
    for (const other of of(colleague)) {
      const body = { week, with: other, preview: true };
      const { status } = await here.kora.api('POST', `/duty/${UNIT}/swaps`, { as: secretary.email, body });
      if (status === 200) return { week, with: other };
    }
  throw new Error('no two weeks can be swapped');
};

describe('the rota', () => {
  test('shows half a year, and who moves before anything is saved', async () => {
    const page = await shows(FIRST, 'rota/', '轮值表');
    expect(await page.locator('.weeks > li').count()).toBe(27);
    const asked = async () => {
      await page.getByRole('button', { name: '请假', exact: true }).click();
      const form = page.getByRole('dialog');
      await mustBeGood(page);
      await form.getByLabel('谁').selectOption({ label: colleague.name });
      await form.getByLabel('从', { exact: true }).fill('2026-06-08');
      await form.getByLabel('到', { exact: true }).fill('2026-08-30');
      await form.getByRole('button', { name: '请假', exact: true }).click();
      await page.getByText('还没有保存').waitFor();
    };
    await asked();
    expect(await page.getByRole('dialog').locator('li').count()).toBeGreaterThan(0);
    await mustBeGood(page);
    await page.getByRole('button', { name: '不改了' }).click();
    expect((await seenBy(FIRST, `/duty/${UNIT}/rota`)).leaves).toEqual([]);
    await asked();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存：请假').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/已保存：撤销/).waitFor();
    expect((await seenBy(FIRST, `/duty/${UNIT}/rota`)).leaves).toEqual([]);
  });

  test('is filled in line by line, in the order of turns', async () => {
    const page = await at(FIRST, 'rota/');
    await page.getByRole('button', { name: '轮值名单' }).click();
    const { rosters } = await seenBy(FIRST, `/duty/${UNIT}/rota`);
    const lines = page.getByRole('dialog').locator('select[name=members]');
    const chosen = await lines.evaluateAll((all) => all.map((s) => (s as HTMLSelectElement).value).filter(Boolean));
    expect(chosen).toEqual(rosters.at(-1).members.map((m: { id: string }) => m.id));
    await mustBeGood(page);
  });

  test('is swapped when the other says yes', async () => {
    const page = await shows(secretary, 'rota/', '轮值表');
    await page.getByRole('button', { name: '申请换班' }).click();
    const form = page.getByRole('dialog');
    const chosen = await swappable();
    await form.locator(`[name=week][value="${chosen.week}"]`).check();
    await form.getByLabel('换到哪一周').selectOption(chosen.with);
    await form.getByRole('button', { name: '申请换班' }).click();
    await page.getByText('还没有保存').waitFor();
    expect(await page.getByRole('dialog').locator('li').count()).toBe(2);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存：申请换班').waitFor();
    await mustBeGood(page);
    const other = await at(colleague, 'duty/');
    await actBy(other, '同意换班');
    await at(secretary, 'rota/');
    await expect.poll(() => page.locator('.weeks .tag', { hasText: '换班' }).count()).toBe(2);
  });

  test('goes into a phone’s calendar by an address that can be revoked', async () => {
    const page = await at(colleague, 'rota/');
    await page.getByRole('button', { name: '新建：我的轮值' }).click();
    const address = await page.getByLabel('地址（只显示这一次）').inputValue();
    await mustBeGood(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('已撤销').waitFor();
    expect((await fetch(address)).status).toBe(404);
  });
});

describe('the journal', () => {
  const reflect = async (form: ReturnType<Page['getByRole']>, what: string) => {
    for (const half of ['most', 'least']) {
      await form.locator(`[name="${half}.what"]`).fill(half === 'least' ? what : '帮老人办好高龄补贴');
      await form.locator(`[name="${half}.why"]`).fill('记在纸上，没有录入');
      await form.locator(`[name="${half}.follows"]`).fill('当天录入台账');
    }
  };

  test('is planned, checked and reflected with both halves', async () => {
    const page = await shows(colleague, 'journal/', '双最周记');
    await actBy(page, '写周计划', async (form) => {
      await form.getByLabel('本周要做的事 1').fill('走访十二户');
      await form.getByLabel('本周要做的事 2').fill('燃气检查');
    });
    await page.getByText('走访十二户').waitFor();
    await actBy(page, '周中检视', (form) => form.getByLabel('进展').fill('过半'));
    await actBy(page, '写双最反思', (form) => reflect(form, '两户没有回访'));
    await page.getByText('最不满意: 两户没有回访').first().waitFor();
    await mustBeGood(page);
  });

  test('is read by colleagues, who suggest', async () => {
    await here.kora.settle();
    const page = await at(secretary, 'journal/');
    await page.getByRole('link', { name: new RegExp(colleague.name) }).click();
    await page.getByRole('heading', { level: 1, name: colleague.name }).waitFor();
    await actBy(page, '提建议', async (form) => {
      await form.getByLabel('最不满意').check();
      await form.getByLabel('建议').fill('设个日历提醒');
    });
    await page.getByText('设个日历提醒').waitFor();
    await mustBeGood(page);
  });

  test('is shared in the weekly meeting, item by item', async () => {
    const page = await shows(secretary, 'weekly/', '周例会');
    await actBy(page, '开始周例会');
    await page.locator('[aria-current=step]').waitFor();
    await actBy(page, '记一笔', (form) => form.getByLabel('记录').fill('大家都说要学'));
    await page.getByText('大家都说要学').waitFor();
    await actBy(page, '下一项');
    await actBy(page, '下一项');
    await actBy(page, '结束会议', async (form) => {
      await form.getByLabel(colleague.name).check();
      await form.getByLabel('议定').fill('回访一律录入台账');
    });
    await page.getByText('回访一律录入台账').waitFor();
    await mustBeGood(page);
  });

  test('leads to what is put right, and somebody else verifies it', async () => {
    await here.kora.settle();
    const page = await shows(colleague, 'rectifications/', '整改');
    await page.getByRole('link', { name: /两户没有回访/ }).click();
    await actBy(page, '整改完成', (form) => form.getByLabel('凭据').fill('两户已回访并录入'));
    await mustBeGood(page);
    const verifier = await at(FIRST, `rectification/${new URL(page.url()).search}`);
    await actBy(verifier, '退回重改', (form) => form.getByLabel('理由').fill('第二户的记录不全'));
    await at(colleague, `rectification/${new URL(page.url()).search}`);
    await actBy(page, '整改完成', (form) => form.getByLabel('凭据').fill('已补全'));
    await at(FIRST, `rectification/${new URL(page.url()).search}`);
    await actBy(verifier, '核验销号');
    await verifier.getByText('已销号').first().waitFor();
    await here.kora.settle();
    const board = await shows(FIRST, 'rectifications/', '整改');
    await board.getByLabel('看哪些').selectOption('closed');
    await board.getByText('退回 1 次').waitFor();
    await board.getByRole('heading', { name: '销号率 100%' }).waitFor();
    await mustBeGood(board);
  });
});

describe('how people grow', () => {
  test('a mentor and a newcomer are made a pair by the first secretary', async () => {
    const page = await shows(FIRST, 'mentors/', '师徒');
    await actBy(page, '新结对', async (form) => {
      await form.getByLabel('新人').selectOption({ label: colleague.name });
      await form.getByLabel('导师').selectOption({ label: secretary.name });
      await form.getByLabel('矛盾调解').check();
      await form.getByLabel('开始').fill('2026-06-01');
      await form.getByLabel('结束').fill('2026-08-31');
    });
    await here.kora.settle();
    const mine = await at(colleague, 'mentors/');
    await mine.getByRole('link', { name: new RegExp(`${secretary.name} → ${colleague.name}`) }).click();
    await actBy(mine, '记一次辅导', async (form) => {
      await form.getByLabel('日期').fill('2026-06-01');
      await form.getByLabel(/记录|备注/).fill('一起走访，先听后说');
    });
    await mine.getByText('先听后说').waitFor();
    await mustBeGood(mine);
  });

  test('an activity is announced, and whoever wants signs up', async () => {
    const page = await shows(FIRST, 'activities/', '活动');
    await actBy(page, '发布活动', async (form) => {
      await form.getByLabel('培训').check();
      await form.getByLabel('名称').fill('燃气安全培训');
      await form.getByLabel('地点').fill('社区会议室');
      await form.getByLabel('开始时间').fill('2026-06-10T15:00');
    });
    await here.kora.settle();
    const mine = await at(colleague, 'activities/');
    await mine.getByRole('link', { name: /燃气安全培训/ }).click();
    await mine.getByRole('heading', { level: 1, name: '燃气安全培训' }).waitFor();
    await actBy(mine, '报名');
    await mine.getByText(colleague.name).first().waitFor();
    await mustBeGood(mine);
  });

  test('the record tells what somebody did; the first secretary reads everybody’s', async () => {
    const page = await shows(colleague, 'record/', '成长记录');
    await page.getByText('两户没有回访').waitFor();
    const first = await shows(FIRST, 'record/', '成长记录');
    await first.getByLabel('看谁的').selectOption({ label: colleague.name });
    await first.getByText('走访三户困难家庭').waitFor();
    const [file] = await Promise.all([
      first.waitForEvent('download'),
      first.getByRole('button', { name: '下载全社区（CSV）' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`records-${UNIT}.csv`);
    await mustBeGood(first);
  });
});

describe('home visits', () => {
  test('are planned by the first secretary for a grid, and noted at the door; what was raised becomes a request', async () => {
    const first = await shows(FIRST, 'visits/', '走访');
    await actBy(first, '登记住户', async (form) => {
      await form.getByLabel('住户编号').fill('h-1203');
      await form.getByLabel('网格').fill('二网格');
      await form.getByLabel('户主').fill('次央');
      await form.getByLabel('住址').fill('加荣社区二区 3 栋');
      await form.getByLabel('电话').fill('13908911234');
    });
    await first.getByText('还没走访过').waitFor();
    await first.getByRole('button', { name: '登记住户' }).click();
    const again = first.getByRole('dialog');
    await again.getByLabel('住户编号').fill('h-1203');
    await again.getByLabel('网格').fill('二网格');
    await again.getByLabel('户主').fill('旺堆');
    await again.getByLabel('住址').fill('加荣社区二区 4 栋');
    await again.getByRole('button', { name: '登记住户' }).click();
    await again.getByText('住户编号（小写字母、数字）：重复了').waitFor(); // no household is written over by another
    await again.getByRole('button', { name: '取消' }).click();
    await actBy(first, '更正住户', async (form) => {
      expect(await form.getByLabel('户主').inputValue()).toBe('次央');
      await form.getByLabel('住址').fill('加荣社区二区 3 栋 302');
    });
    await first.getByText('加荣社区二区 3 栋 302').waitFor();
    await actBy(first, '安排走访多户', async (form) => {
      await form.getByLabel('谁去').selectOption({ label: colleague.name });
      await form.getByLabel('哪天').fill('2026-06-30');
      await form.getByLabel(/^次央/).check();
    });
    await first.getByText(`${colleague.name}`).first().waitFor();
    const door = await shows(colleague, 'visits/', '走访');
    const mine = door.locator('section.card', { has: door.getByRole('heading', { name: '安排我去的' }) });
    await mine.getByRole('heading', { name: '次央' }).waitFor();
    await actBy(
      door,
      '记走访',
      async (form) => {
        await form.locator('[name="raised.kind"]').selectOption({ label: '求助' });
        await form.getByLabel('什么事').fill('楼道灯坏了一个星期');
        await form.getByLabel('对方同意').check();
      },
      mine,
    );
    await door.getByText('今天走访过').first().waitFor();
    expect(await door.locator('.receipt').textContent()).toMatch(/^(\d{4} ?){4}$/); // read to the people of the household
    await door.getByText('以前的走访').first().click();
    await door.getByRole('link', { name: '对方提的事' }).first().waitFor();
    await mustBeGood(door);
    await here.kora.settle();
    const { cases } = await seenBy(colleague, '/cases?limit=50');
    const raised = cases.find((c: { title: string }) => c.title.includes('楼道灯坏了一个星期'));
    expect(raised).toMatchObject({ type: 'request', stage: { code: 'working' } });
  });
});

test.each(['/bo', '/en'])('every page stands in “%s” too', async (prefix) => {
  const page = pages.get(colleague.email) as Page;
  for (const path of [
    'duty',
    'rota',
    'meeting',
    'tasks',
    'journal',
    'weekly',
    'rectifications',
    'mentors',
    'activities',
    'record',
    'visits',
  ]) {
    await page.goto(`${here.kora.url}${prefix}/desk/${path}/`);
    await page.waitForLoadState('networkidle');
    await mustBeGood(page);
  }
});
