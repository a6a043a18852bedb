import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { bulletinPage } from '../../functions/cases/bulletin-page.ts';
import { tell } from '../../functions/cases/bulletin-told.ts';
import { receivedPage, statusPage } from '../../functions/cases/pages.ts';
import { information, type ReportView } from '../../functions/cases/schema.ts';
import { wordsOf } from '../../functions/cases/track.ts';
import { dataPage } from '../../functions/open-data/page.ts';
import { bulletin } from '../../functions/wildlife/bulletin.ts';
import { wildlife } from '../../functions/wildlife/case.ts';
import { inputSchema } from '../../shared/body.ts';
import { invalidField, notFound } from '../../shared/errors.ts';
import { type Language, text } from '../../shared/fields.ts';
import { localised } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { errorPage, LANGUAGES } from '../../shared/page.ts';
import { words } from '../../shared/words.ts';
import { barriers } from './accessible.ts';
import { atSite } from './at-site.ts';
import { ANSWERED, listen } from './open.ts';

/** The pages that functions answer, in a browser under the policy they are sent with. */

const here = atSite();

/** As shared/http.ts sends it. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const show = async (markup: string): Promise<Page> => {
  const context = await here.browser.newContext(ANSWERED);
  const page = await context.newPage();
  listen(page, here.complaints);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
  await page.route('**/reports/page', (route) => route.fulfill({ headers, body: markup }));
  await page.goto(`${here.site.url}/reports/page`);
  return page;
};

const t = translator('zh', words);
const moment = '2026-04-06T01:20:00.000Z';

const view = (more: Partial<ReportView> = {}): ReportView => ({
  receipt: '4026113387120497',
  location: '/reports/4026113387120497',
  type: 'wildlife',
  number: 'W26-540423-0007',
  receivedAt: moment,
  stage: { code: 'responding', text: '救护人员正在赶去' },
  told: [{ label: '答复', value: '灯换好了\n还不亮请再说' }],
  next: { text: '救护队赶到现场', by: '2026-04-06T05:20:00.000Z' },
  history: [{ at: moment, text: '收到报告' }],
  held: [{ label: '电话', value: '139****1234' }],
  photos: [
    { n: 1, state: 'kept', at: moment, text: '已收到', width: 4, height: 3, address: '/mark.svg' },
    { n: 2, state: 'refused', at: moment, text: '没有保存：不是照片' },
  ],
  actions: [
    { action: 'add-information', label: '补充情况', tone: 'plain', input: localised(inputSchema(information), t, 'x') },
    {
      action: 'withdraw',
      label: '撤回报告',
      tone: 'danger',
      input: localised(inputSchema(z.strictObject({ reason: text(1000) })), t, 'x'),
    },
  ],
  rewards: [{ id: 'r1', text: '待您申领', amountFen: 40_050, by: '2026-05-06T00:00:00.000Z' }],
  ...more,
});

const scope = { name: '墨脱县', from: '2026-03-30', to: '2026-11-24', areaName: () => '背崩乡' };
const rescue = (receivedAt: string) => ({
  ...{ receivedAt, area: '540423206', source: 'resident', ended: 'completed' },
  animals: [{ class: 'national-2', outcome: 'released', disposed: false }],
});
const rescues = ['2026-04-03T02:00:00.000Z', '2026-04-09T02:00:00.000Z', '2026-07-09T02:00:00.000Z'].map(rescue);

/** The bulletin of the rescues in a language. */
const bulletinIn = (language: Language): string => {
  const inWords = wordsOf(wildlife, language);
  const shown = tell(bulletin, rescues, scope, inWords);
  const about = { type: 'wildlife', area: { code: '540423', name: '墨脱县' }, from: scope.from, to: scope.to };
  return bulletinPage({ ...about, sentences: { zh: [], bo: [], en: [] } }, shown, inWords);
};

test.each(LANGUAGES)('every page can be used by everyone (%s)', async (language) => {
  const pages = [
    receivedPage(view(), language),
    statusPage(wildlife, view(), language),
    statusPage(
      wildlife,
      view({ number: undefined, stage: { code: 'duplicate', text: '已并入另一份报告' }, next: undefined, rewards: [] }),
      language,
    ),
    bulletinIn(language),
    await errorPage(notFound('case'), { language, raw: undefined, requestId: 'r' }),
  ];
  for (const markup of pages) {
    const page = await show(markup);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  }
});

test('the status says where it stands, by when what follows, and the sum in yuan', async () => {
  const page = await show(statusPage(wildlife, view(), 'zh'));
  expect(await page.locator('[aria-current=step]').textContent()).toContain('救护人员正在赶去');
  expect(await page.locator('.card').first().textContent()).toBe('答复灯换好了\n还不亮请再说');
  expect(await page.getByText('最迟 2026-04-06 13:20').count()).toBe(1);
  expect(await page.getByText('400.50 元').count()).toBe(1);
  await page.context().close();
});

test('a form that came back is open, keeps what was written, and has the error at its field', async () => {
  const returned = {
    action: 'withdraw',
    values: { reason: '写' },
    errors: [{ path: 'reason', code: 'too-short', message: '' }],
  };
  const page = await show(statusPage(wildlife, view(), 'zh', { returned }));
  const field = page.locator('#withdraw-reason');
  expect(await field.isVisible()).toBe(true);
  expect(await field.inputValue()).toBe('写');
  expect(await field.getAttribute('aria-describedby')).toBe('withdraw-reason-error');
  expect(await barriers(page)).toEqual([]);
  await page.context().close();
});

test('what went wrong is told again in another language', async () => {
  const request = {
    language: 'zh' as const,
    raw: undefined,
    address: '/bulletin?from=2026-03-30&to=2026-01-01&lang=zh',
  };
  const page = await show(await errorPage(invalidField('to', 'before-start', 'lies before'), request));
  expect(await page.getByRole('listitem').textContent()).toBe('到：早于开始日期');
  const other = await page.getByRole('link', { name: 'English' }).getAttribute('href');
  expect(other).toBe('/bulletin?from=2026-03-30&to=2026-01-01&lang=en');
  await page.context().close();
});

test('what people wrote stays text', async () => {
  const held = [{ label: '<b>', value: '<img src=x onerror=alert(1)>' }];
  const page = await show(
    statusPage(wildlife, view({ held, photos: [], stage: { code: 'x', text: '"><script>alert(1)</script>' } }), 'en'),
  );
  expect(await page.locator('main b, main img, main script').count()).toBe(0);
  await page.context().close();
});

test('the check itself sees what keeps people out', async () => {
  const page = await here.browser.newPage();
  await page.setContent(
    '<p style="color: #999">faint</p><input name="x" style="height: 20px"><img src="data:,"><a href="/"></a>',
  );
  expect((await barriers(page)).map((b) => b.split(/[:\s]/)[0]).sort()).toEqual([
    '0',
    'contrast',
    'no',
    'no',
    'no',
    'only',
    'the',
    'the',
  ]);
  await page.close();
});

test.each(LANGUAGES)('what is published can be read by everyone (%s)', async (language) => {
  const resource = (name: string, format: string) => ({
    ...{
      name,
      title: name.slice(0, 8),
      description: '2026-01-01 以来的公开数字',
      path: `https://kora.example/${name}`,
    },
    ...{ format, mediatype: 'text/csv' },
  });
  const data = {
    ...{ $schema: '', name: 'kora', title: '', description: '', homepage: '', created: moment },
    resources: [resource('wildlife-csv', 'csv'), resource('wildlife-json', 'json'), resource('requests-csv', 'csv')],
  };
  for (const licenses of [undefined, [{ path: 'https://creativecommons.org/licenses/by/4.0/' }]]) {
    const page = await show(dataPage({ ...data, licenses }, language));
    expect(await barriers(page)).toEqual([]);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(2);
    await page.context().close();
  }
});
