import { expect, test } from 'vitest';
import { handIn, must, PEOPLE } from '../support/journey.ts';
import { atKora } from './at-kora.ts';
import { mustBeGood } from './visit.ts';

/** An official keeps a search under a name, and comes back to it. */

const here = atKora();

const kept = async (as = PEOPLE.official) => must(await here.kora.api('GET', '/cases/views', { as }), 200).body.views;

test('a search is saved under a name, opened again by its address, saved anew, and deleted', async () => {
  const { number } = await handIn(here.kora, { place: { township: '墨脱镇', words: '仁青崩寺茶园' } });
  await handIn(here.kora, { place: { township: '墨脱镇', words: '别的地方' } });
  const desk = await here.people.signedIn('索朗多吉', '/desk/search/');
  await desk.getByLabel('编号、姓名、电话末几位').fill('仁青崩');
  await desk.getByText('更多条件').click();
  await desk.getByLabel('类别').selectOption({ label: '报告野生动物' });
  await desk.getByRole('button', { name: '查找' }).click();
  await desk.getByRole('link', { name: number }).waitFor();
  await mustBeGood(desk);

  await desk.getByRole('button', { name: '保存' }).click();
  await desk.locator('#view-name-error').getByText('请填写这一项').waitFor();
  expect(await desk.locator('#view-name').evaluate((e) => e === document.activeElement)).toBe(true);
  await mustBeGood(desk);
  await desk.getByLabel('给这次搜索取个名字').fill('茶园的');
  await desk.getByRole('button', { name: '保存' }).click();
  await desk.getByText('已保存：茶园的').waitFor();
  await mustBeGood(desk);
  expect(await kept()).toMatchObject([{ name: '茶园的', search: { q: '仁青崩', type: 'wildlife', state: 'all' } }]);

  const view = desk.getByRole('link', { name: '茶园的' });
  expect(await view.getAttribute('aria-current')).toBe('page');
  const address = await view.getAttribute('href');
  await desk.goto(`${here.kora.url}/desk/search/`);
  await view.click();
  await desk.getByText('1 件', { exact: true }).waitFor();
  expect(new URL(desk.url()).search).toBe(address);
  expect(await desk.getByLabel('类别').inputValue()).toBe('wildlife');

  await desk.getByLabel('编号、姓名、电话末几位').fill('别的');
  await desk.getByRole('button', { name: '查找' }).click();
  await desk.getByLabel('给这次搜索取个名字').fill('茶园的');
  await desk.getByRole('button', { name: '保存' }).click();
  await desk.getByText('已保存：茶园的').waitFor();
  expect(await kept()).toMatchObject([{ name: '茶园的', search: { q: '别的' } }]);

  await desk.getByRole('button', { name: '删除 茶园的' }).click();
  await desk.getByText('已删除：茶园的').waitFor();
  await desk.getByRole('heading', { name: '我保存的搜索' }).waitFor({ state: 'detached' });
  expect(await kept()).toEqual([]);
});

test('the address of a view is good for a colleague; for whoever is of another unit it is refused in words', async () => {
  await handIn(here.kora, { place: { township: '墨脱镇', words: '共享的搜索' } });
  const search = new URLSearchParams({ q: '共享', unit: 'medog-response-team', state: 'open' });
  const colleague = await here.people.signedIn('嘎玛次旺', `/desk/search/?${search}`);
  await colleague.getByText('1 件', { exact: true }).waitFor();
  await mustBeGood(colleague);
  const stranger = await here.people.signedIn('次旦卓玛', `/desk/search/?${search}`);
  await stranger.getByRole('alert').getByText('这是别的单位的事项').waitFor();
  await mustBeGood(stranger);
});
