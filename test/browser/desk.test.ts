import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { CaseCard, CaseView } from '../../functions/cases/views.ts';
import { inputSchema } from '../../shared/body.ts';
import { line, text } from '../../shared/fields.ts';
import { localised } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import type { OpenAction } from '../../shared/workflow/lifecycle.ts';
import { barriers } from './accessible.ts';
import { atSite } from './at-site.ts';
import { ANSWERED, listen } from './open.ts';

/** The desk against answers written here; the journeys over the running system are told elsewhere. */

const here = atSite();

const minutes = (m: number) => new Date(Date.now() + m * 60_000).toISOString();

const action = (name: string, label: string, input: z.ZodType, more: Partial<OpenAction> = {}): OpenAction => ({
  action: name,
  label,
  tone: 'primary',
  input: localised(inputSchema(input), translator('zh', words), 'wildlife'),
  ...more,
});

const card = (id: string, more: Partial<CaseCard> = {}): CaseCard => ({
  id,
  number: `W26-540423-000${id}`,
  type: 'wildlife',
  title: '红头咬鹃 1 只',
  urgency: 'urgent',
  stage: { code: 'awaiting', text: '待接单' },
  unit: { id: 'team', name: '墨脱县林草局野生动物救护队' },
  due: minutes(17.5),
  dueText: '接单',
  receivedAt: minutes(-13),
  place: '背崩乡',
  ...more,
});

const note = z.strictObject({ note: text(1000).optional() });
const reason = z.strictObject({ reason: text(1000) });
const identify = z.strictObject({ speciesKey: line(100).optional().meta({ widget: 'species' }), reason: text(1000) });

const view = (more: Partial<CaseView> = {}): CaseView => ({
  ...card('1'),
  version: 4,
  report: [{ label: '什么动物', value: '红色的鸟' }],
  reporter: [{ label: '电话', value: '13908911234', href: 'tel:13908911234' }],
  animals: [],
  animalActions: [],
  clocks: [{ id: 'acceptance', text: '接单', due: minutes(17.5) }],
  actions: [
    action('accept', '接单', note),
    action('hand-back', '退回', reason, { tone: 'plain' }),
    action('identify', '定种', identify),
  ],
  history: [{ seq: 1, at: minutes(-13), by: '报告人', event: 'begin', text: '收到报告' }],
  log: [],
  duplicates: [],
  rewards: [],
  ...more,
});

const json = (body: unknown, status = 200) => ({ status, contentType: 'application/json', body: JSON.stringify(body) });

type Answered = ReturnType<typeof json>;
type Answers = Record<string, (route: Route) => Answered | Promise<Answered>>;

/** Answers by `METHOD /path`; anything else the page asks of the API is a fault of the test. */
const desk = async (path: string, answers: Answers, signedIn = true): Promise<Page> => {
  const context = await here.browser.newContext(ANSWERED);
  context.setDefaultTimeout(10_000);
  if (signedIn) await context.addInitScript(() => sessionStorage.setItem('kora.tokens', '{"id_token":"a.b.c"}'));
  const page = await context.newPage();
  listen(page, here.complaints);
  const all: Answers = {
    'GET /config.json': () => json({ issuer: `${here.site.url}/issuer`, clientId: 'desk', api: '' }),
    'GET /cases/1/photos': () => json({ photos: [], most: 5 }),
    ...answers,
  };
  await page.route(/config\.json|\/(cases|rewards|me|links|wildlife|issuer)(\/|\?|$)/, async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = all[`${route.request().method()} ${pathname}`];
    if (pathname.startsWith('/desk/')) return route.continue();
    return answer ? route.fulfill(await answer(route)) : route.fulfill(json({ code: 'not-found' }, 404));
  });
  await page.goto(here.site.url + path);
  return page;
};

test('who signs in proves it was them who asked, and lands on their queue', async () => {
  const asked: URLSearchParams[] = [];
  const token = (nonce: string) => `x.${Buffer.from(JSON.stringify({ nonce })).toString('base64url')}.x`;
  const page = await desk(
    '/desk/',
    {
      'GET /issuer/.well-known/openid-configuration': () =>
        json({
          authorization_endpoint: `${here.site.url}/issuer/authorize`,
          token_endpoint: `${here.site.url}/issuer/token`,
        }),
      'GET /issuer/authorize': (route) => {
        const query = new URL(route.request().url()).searchParams;
        asked.push(query);
        const location = `${query.get('redirect_uri')}?code=once&state=${query.get('state')}`;
        return { ...json(''), status: 302, headers: { location } };
      },
      'POST /issuer/token': (route) => {
        asked.push(new URLSearchParams(route.request().postData() ?? ''));
        return json({ id_token: token(asked[0]?.get('nonce') ?? '') });
      },
      'GET /cases': (route) =>
        route.request().headers().authorization?.startsWith('Bearer x.') ? json({ cases: [card('1')] }) : json({}, 401),
    },
    false,
  );
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('红头咬鹃 1 只').waitFor();
  const verifier = Buffer.from(asked[1]?.get('code_verifier') ?? '');
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', verifier)).toString('base64url');
  expect(asked[0]?.get('code_challenge')).toBe(digest);
  expect(new URL(page.url()).search).toBe('');
  await page.context().close();
});

test('who cannot be sent to sign in is told so at the button', async () => {
  const page = await desk('/desk/', { 'GET /issuer/.well-known/openid-configuration': () => json({}, 503) }, false);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').getByText('网络').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.context().close();
});

describe('the queue', () => {
  const cases = [
    card('3', { due: minutes(-12.5), urgency: 'critical' }),
    card('1'),
    card('2', { stage: { code: 'caring', text: '救护中' }, due: undefined }),
  ];

  test('says in words what is overdue and what is left', async () => {
    const page = await desk('/desk/', { 'GET /cases': () => json({ cases }) });
    await page.getByText('已超时 12 分钟').waitFor();
    await page.getByText('还剩 17 分钟').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('阶段').selectOption('caring');
    expect(await page.locator('.queue a').count()).toBe(1);
    await page.context().close();
  });

  test('asks whoever is no longer signed in to sign in', async () => {
    const page = await desk('/desk/', { 'GET /cases': () => json({ code: 'sign-in' }, 401) });
    await page.getByRole('button', { name: '登录' }).waitFor();
    await page.context().close();
  });
});

test('a list shows what was asked for last, whichever answer comes last', async () => {
  const { promise: late, resolve: arrive } = Promise.withResolvers<void>();
  const stage = { code: 'paid', text: '已发放' };
  const page = await desk('/desk/rewards/', {
    'GET /rewards': async (route) => {
      const box = new URL(route.request().url()).searchParams.get('box') ?? '';
      if (box === 'closed') await late;
      return json({ rewards: [{ id: box, caseNumber: box, stage }] });
    },
  });
  const listed = page.locator('.queue a');
  await listed.filter({ hasText: 'mine' }).waitFor();
  await page.locator('#box').selectOption('closed');
  await listed.waitFor({ state: 'detached' });
  await page.locator('#box').selectOption('unit');
  await listed.filter({ hasText: 'unit' }).waitFor();
  const overtaken = page.waitForResponse(/box=closed/);
  arrive();
  await (await overtaken).finished();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await listed.allTextContents()).toEqual([expect.stringContaining('unit')]);
  await page.context().close();
});

describe('a case', () => {
  const at = '/desk/case/?id=1';

  test('tells whom to call, and the number is called by tapping it', async () => {
    const page = await desk(at, { 'GET /cases/1': () => json(view()) });
    expect(await page.getByRole('link', { name: '13908911234' }).getAttribute('href')).toBe('tel:13908911234');
    await page.context().close();
  });

  test('is moved by a button that opens the action’s form', async () => {
    const sent: { url: string; body: unknown }[] = [];
    const page = await desk(at, {
      'GET /cases/1': () =>
        json(
          sent.length === 0 ? view() : view({ version: 5, stage: { code: 'responding', text: '赶赴中' }, actions: [] }),
        ),
      'POST /cases/1/actions/accept': (route) => {
        sent.push({ url: route.request().url(), body: route.request().postDataJSON() });
        return json({});
      },
    });
    await page.getByRole('button', { name: '接单' }).click();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('备注').fill('马上去');
    await page.getByRole('dialog').getByRole('button', { name: '接单' }).click();
    await page.getByText('办好了：接单').waitFor();
    await page.getByText('您现在没有可以办理的事项').waitFor();
    expect(sent).toEqual([{ url: `${here.site.url}/cases/1/actions/accept?version=4`, body: { note: '马上去' } }]);
    await page.context().close();
  });

  test('lets nothing more be pressed before it shows what has become of it, however slow the network', async () => {
    const { promise: late, resolve: arrive } = Promise.withResolvers<void>();
    let isMoved = false;
    const page = await desk(at, {
      'GET /cases/1': async () => {
        if (isMoved) await late;
        return json(isMoved ? view({ version: 5, actions: [action('arrive', '到达现场', note)] }) : view());
      },
      'POST /cases/1/actions/accept': () => {
        isMoved = true;
        return json({});
      },
    });
    await page.getByRole('button', { name: '接单' }).click();
    const again = page.waitForRequest((r) => r.method() === 'GET' && r.url().endsWith('/cases/1'));
    await page.getByRole('dialog').getByRole('button', { name: '接单' }).click();
    await again;
    expect(await page.getByRole('dialog').count()).toBe(1);
    arrive();
    await page.getByText('办好了：接单').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('button').allTextContents()).toEqual(['到达现场']);
    await page.context().close();
  });

  test('shows what is wrong at the fields and keeps the rest', async () => {
    const wrong = { code: 'invalid-input', fields: [{ path: 'reason', code: 'required', message: '' }] };
    const page = await desk(at, {
      'GET /cases/1': () => json(view()),
      'GET /wildlife/species': () => json({ species: [{ key: 'harpactes', nameZh: '红头咬鹃' }] }),
      'POST /cases/1/actions/identify': () => json(wrong, 400),
    });
    await page.getByRole('button', { name: '定种' }).click();
    const species = page.locator('[data-widget=species] input[type=text]');
    await species.pressSequentially('hong');
    await page.getByRole('option', { name: '红头咬鹃' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '定种' }).click();
    await page.locator('#act-reason-error').waitFor();
    expect(await species.inputValue()).toBe('红头咬鹃');
    expect(await page.inputValue('[name=speciesKey]')).toBe('harpactes');
    expect(await page.locator('.errors').evaluate((e) => e === document.activeElement)).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });

  test('that somebody else has moved meanwhile is shown anew, and nothing is done', async () => {
    let version = 4;
    const page = await desk(at, {
      'GET /cases/1': () => json(view({ version, title: version === 4 ? '一' : '二' })),
      'POST /cases/1/actions/accept': () => {
        version = 5;
        return json({ code: 'stale' }, 409);
      },
    });
    await page.getByRole('button', { name: '接单' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '接单' }).click();
    await page.getByText('这件事刚有新进展').waitFor();
    await page.getByRole('heading', { name: '二' }).waitFor();
    await page.context().close();
  });
});

describe('the page behind a mail’s link', () => {
  const preview = {
    person: '巴桑',
    caseId: '1',
    number: 'W26-540423-0001',
    title: '红头咬鹃 1 只',
    place: '背崩乡',
    stage: { code: 'awaiting', text: '待接单' },
    version: 4,
  };

  test('shows what would happen; only the button makes it happen', async () => {
    const confirmed: unknown[] = [];
    const page = await desk('/act/#token=abc.def', {
      'POST /links/preview': () => json({ ...preview, action: action('accept', '接单', note) }),
      'POST /links/confirm': (route) => {
        confirmed.push(route.request().postDataJSON());
        return json({});
      },
    });
    await page.getByText('现在还什么都没有发生').waitFor();
    expect(confirmed).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '接单' }).click();
    await page.getByText('办好了：接单').waitFor();
    expect(confirmed).toEqual([{ token: 'abc.def', input: {} }]);
    await page.context().close();
  });

  test('that is out of date says so and offers to look again', async () => {
    const page = await desk('/act/#token=abc', {
      'POST /links/preview': () => json({ ...preview, action: action('accept', '接单', note) }),
      'POST /links/confirm': () => json({ code: 'stale-link' }, 409),
    });
    await page.getByRole('button', { name: '接单' }).click();
    await page.getByRole('alert').getByText('这个链接对应的情况已有变化').waitFor();
    await page.getByRole('button', { name: '看最新情况' }).click();
    await page.getByText('现在还什么都没有发生').waitFor();
    await page.context().close();
  });
});
