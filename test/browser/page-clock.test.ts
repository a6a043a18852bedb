import { expect, test } from 'vitest';
import { atKora } from './at-kora.ts';

const DAY = 86_400_000;
const here = atKora();

test('a page tells the time of its Kora, also after that was moved, and after it was loaded again', async () => {
  const page = await here.people.at('/');
  const apart = async () => {
    const told = await page.evaluate(() => [Date.now(), Date.parse(new Date().toISOString()), Date.parse(Date())]);
    const now = Date.parse(await here.kora.now());
    return Math.max(...told.map((t) => Math.abs(t - now)));
  };
  expect(Math.abs(Date.parse(await here.kora.now()) - Date.now())).toBeLessThan(120_000);
  expect(await apart()).toBeLessThan(10_000);
  await here.kora.advance('P3D');
  expect(await apart()).toBeLessThan(10_000);
  await page.reload();
  expect(await apart()).toBeLessThan(10_000);
  const another = await here.people.at('/');
  expect(await another.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 2 * DAY);
  expect(await another.evaluate(() => new Date(0).getTime() + (new Date() instanceof Date ? 1 : 0))).toBe(1);
});
