import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { asAsked } from '../../functions/cases/asked.ts';
import { reportForm } from '../../functions/cases/pages.ts';
import { wordsOf } from '../../functions/cases/track.ts';
import { livestock } from '../../functions/livestock/case.ts';
import { messages } from '../../functions/visits/messages.ts';
import { noteForm } from '../../functions/visits/schema.ts';
import { inputSchema } from '../../shared/body.ts';
import { localised } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { barriers } from './accessible.ts';
import { atSite } from './at-site.ts';
import { ANSWERED, listen } from './open.ts';

/** What is taken down by telephone, and at the door, on the desk; the answers of the API are written here. */

const here = atSite();

const json = (body: unknown, status = 200) => ({ status, contentType: 'application/json', body: JSON.stringify(body) });

type Answered = ReturnType<typeof json>;
type Answers = Record<string, (route: Route) => Answered | Promise<Answered>>;

const desk = async (path: string, answers: Answers): Promise<Page> => {
  const context = await here.browser.newContext(ANSWERED);
  await context.addInitScript(() => sessionStorage.setItem('kora.tokens', '{"id_token":"a.b.c"}'));
  const page = await context.newPage();
  listen(page, here.complaints);
  const config = { issuer: `${here.site.url}/issuer`, clientId: 'desk', api: '' };
  const me = {
    email: 'a@x.example',
    name: '普布次仁',
    roles: [{ unit: { id: 'u', name: '加荣社区' }, role: 'worker' }],
  };
  const all: Answers = { 'GET /config.json': () => json(config), 'GET /me': () => json(me), ...answers };
  await page.route(/config\.json|\/(intake|visits|cases|me)(\/|\?|$)/, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith('/desk/')) return route.continue();
    const answer = all[`${route.request().method()} ${pathname}`];
    return route.fulfill(answer ? await answer(route) : json({ code: 'not-found' }, 404));
  });
  await page.goto(here.site.url + path);
  return page;
};

test('a call is taken down: the number first, then the questions, then the receipt to read back', async () => {
  const sent: unknown[] = [];
  const asked: string[] = [];
  const looked: unknown[] = [];
  const page = await desk('/desk/call/', {
    'GET /intake/forms': () => json({ types: [{ type: 'livestock', title: '牲畜急救' }] }),
    'GET /intake/caller': (route) => {
      looked.push(new URL(route.request().url()).searchParams.get('phone'));
      return json({
        cases: [{ id: 'c1', number: 'L26-540622-0001', stage: { code: 'awaiting', text: '正在派兽医' } }],
      });
    },
    'GET /intake/forms/livestock': () =>
      json({
        ...{
          type: 'livestock',
          form: asAsked(reportForm(livestock, 'zh'), livestock.questions, wordsOf(livestock, 'zh')),
        },
        options: { 'place.township': [{ value: '540622100', label: '比如镇' }] },
      }),
    'POST /intake/livestock': (route) => {
      const request = route.request();
      asked.push(`${new URL(request.url()).search} ${request.headers()['idempotency-key']}`);
      if (asked.length === 1) return json({ code: 'call-taken', status: 409, case: 'c1', by: '朗杰' }, 409);
      sent.push(request.postDataJSON());
      return json({ id: 'c2', readBack: '1234 5678 9012 3452' }, 201);
    },
  });
  await page.getByLabel('来电号码').pressSequentially('+8613908961234');
  await page.getByLabel('什么事').selectOption('livestock');
  await page.getByText('L26-540622-0001').waitFor();
  expect(looked).toEqual(['+8613908961234']); // each look is on record: none at a part of it
  await page.locator('[name=species]').selectOption('yak');
  await page.locator('[name=problem]').selectOption('difficult-birth');
  await page.locator('[name=since]').fill('2026-11-21T00:10');
  await page.locator('[name="place.township"]').first().check();
  await page.locator('[name="place.words"]').fill('扎西塔隆村');
  const order = await page.locator('main form [name]').evaluateAll((all) => all.map((e) => e.getAttribute('name')));
  expect(
    order.filter((name) => ['place.words', 'species', 'since', 'reporter.name', 'consent'].includes(String(name))),
  ).toEqual(['place.words', 'species', 'since', 'reporter.name', 'consent']);
  expect(await page.locator('[name="reporter.name"]').isVisible()).toBe(false); // can wait
  await page.getByLabel('对方同意', { exact: false }).check();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: '登记' }).click();
  const before = page.getByRole('alert').filter({ hasText: '朗杰刚登记了这个号码的同类来电' });
  expect(await before.evaluate((e) => e.getBoundingClientRect().bottom < innerHeight)).toBe(true); // seen without scrolling
  expect(await before.getByRole('link').getAttribute('href')).toBe('/desk/case/?id=c1');
  expect(await page.locator('[name="place.words"]').inputValue()).toBe('扎西塔隆村');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: '登记' }).click();
  await page.getByText('1234 5678 9012 3452').waitFor();
  const [first = '', second = ''] = asked;
  expect(first).toMatch(/^ \d{16}$/);
  expect(second).toBe(`?again=1${first}`); // the same receipt: whatever was lost on the way, it is one case
  expect(sent).toMatchObject([
    {
      ...{ species: 'yak', problem: 'difficult-birth', reporter: { phone: '+8613908961234' }, consent: '2026-11' },
      place: { township: '540622100', words: '扎西塔隆村' },
    },
  ]);
  expect(await barriers(page)).toEqual([]);
  await page.context().close();
});

test('what is open under a number that was mistyped is gone, also where its answer comes late', async () => {
  const { promise: late, resolve: arrive } = Promise.withResolvers<void>();
  const page = await desk('/desk/call/', {
    'GET /intake/forms': () => json({ types: [{ type: 'livestock', title: '牲畜急救' }] }),
    'GET /intake/caller': async (route) => {
      const phone = new URL(route.request().url()).searchParams.get('phone') ?? '';
      if (phone.endsWith('1')) await late;
      return json({ cases: [{ id: phone, number: `L-${phone}`, stage: { code: 'awaiting', text: '正在派兽医' } }] });
    },
  });
  const caller = page.getByLabel('来电号码');
  await caller.fill('13908961231');
  await caller.fill('13908961232');
  await page.getByText('L-13908961232').waitFor();
  const overtaken = page.waitForResponse(/phone=13908961231/);
  arrive();
  await (await overtaken).finished();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await page.getByRole('main').getByRole('link', { name: 'L-' }).allTextContents()).toEqual(['L-13908961232']);
  await page.context().close();
});

test('a visit is noted at the door in a few taps', async () => {
  const sent: unknown[] = [];
  const t = translator('zh', messages, words);
  const note = { action: 'note', label: '记走访', tone: 'primary', input: localised(inputSchema(noteForm), t, 'note') };
  const home = { id: 'h1', unit: 'u', grid: '二网格', householder: '次央', address: '3 栋' };
  const page = await desk('/desk/visits/', {
    'GET /visits/mine': () => json({ households: [], note }),
    'GET /visits/households': () => json({ households: [{ ...home, daysSince: 90 }], note }),
    'POST /visits': (route) => {
      sent.push(route.request().postDataJSON());
      return json({ visit: {} }, 201);
    },
  });
  await page.getByText('90 天前走访').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: '记走访' }).click();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '记走访' }).click();
  await expect.poll(() => sent).toEqual([{ met: 'met', unit: 'u', household: 'h1' }]);
  await page.context().close();
});

test('a search stands in the address', async () => {
  const asked: string[] = [];
  const card = { id: 'c1', number: 'R26-540102-0001', type: 'request', title: '求助：楼道灯', place: '3 栋' };
  const found = { ...card, stage: { code: 'working', text: '正在办理' }, receivedAt: '2026-11-24T02:00:00.000Z' };
  const page = await desk('/desk/search/', {
    'GET /cases/search': (route) => {
      asked.push(new URL(route.request().url()).searchParams.get('q') ?? '');
      return json({ cases: [found], more: false });
    },
  });
  await page.getByLabel(/编号、姓名/).fill('楼道');
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByText('求助：楼道灯').waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('楼道');
  expect(asked).toEqual(['楼道']);
  expect(await barriers(page)).toEqual([]);
  await page.context().close();
});

test('who looked up a number is shown to an administrator, who finds it on the page about them', async () => {
  const by = { id: 'chimi@x.example', name: '其美' };
  const reads = [
    { at: '2026-05-09T21:41:00.000Z', by: { id: 'tenzin@x.example', name: '旦增平措' }, what: 'reads', shown: 1 },
    { at: '2026-05-09T21:40:05.000Z', by, what: 'cases', shown: 2 },
  ];
  const roles = [{ unit: { id: 'u', name: '平台' }, role: 'admin' }];
  const page = await desk('/desk/me/', {
    'GET /me': () => json({ email: 'tenzin@x.example', name: '旦增平措', roles }),
    'GET /intake/caller/reads': (route) =>
      json({ reads: route.request().url().endsWith('phone=13908961234') ? reads : [] }),
  });
  await page.getByRole('link', { name: '谁查过号码' }).click();
  await page.getByLabel('号码').fill('13900000000');
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByText('没有人查过 13900000000。').waitFor();
  await page.getByLabel('号码').fill('13908961234');
  await page.getByRole('button', { name: '查看' }).click();
  const panel = page.locator('section', { has: page.getByRole('heading', { name: '13908961234 的查询记录' }) });
  const list = panel.getByRole('listitem');
  await list.first().waitFor();
  expect(await list.allInnerTexts()).toEqual([
    expect.stringMatching(/旦增平措[\s\S]*2026-05-10 05:41[\s\S]*查了这份记录，看到 1 条/),
    expect.stringMatching(/其美[\s\S]*2026-05-10 05:40[\s\S]*查了在办的事，看到 2 件/),
  ]);
  expect(await barriers(page)).toEqual([]);
  await page.context().close();
});
