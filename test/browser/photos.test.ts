import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dateOf } from '../../shared/time.ts';
import { caseOf, handIn, must, PEOPLE } from '../support/journey.ts';
import { jpeg, tellingJpeg } from '../support/pictures.ts';
import { bytesAt } from '../support/uploads.ts';
import { atKora } from './at-kora.ts';
import { PHONE } from './open.ts';
import { mustBeGood } from './visit.ts';

/** Photos in the browsers of those who send them and of those who look at them. */

const here = atKora();

const file = (buffer: Buffer, name = 'photo.jpg') => ({ name, mimeType: 'image/jpeg', buffer });
const large = (): Buffer => tellingJpeg(6, [2400, 1200]);

const fillIn = async (page: Page, words: string): Promise<void> => {
  await page.locator('[name=species]').fill('黑鸢');
  await page.locator('[name=condition]').selectOption('injured');
  await page.locator('[name="place.township"]').selectOption({ label: '墨脱镇' });
  await page.locator('[name="place.words"]').fill(words);
  await page.locator('[name=consent]').check();
};

const receiptOn = async (page: Page): Promise<string> =>
  ((await page.locator('.receipt').textContent()) ?? '').replaceAll(' ', '');

/** Whether the browser could show each picture of a list, and how large each is. */
const shown = async (page: Page): Promise<number[][]> => {
  const pictures = page.locator('.photos img');
  await pictures.first().waitFor();
  return pictures.evaluateAll((all) =>
    Promise.all(
      all.map(async (picture) => {
        const img = picture as HTMLImageElement;
        img.loading = 'eager';
        await img.decode();
        return [img.naturalWidth, img.naturalHeight];
      }),
    ),
  );
};

const arrived = async (receipt: string) =>
  must(await here.kora.api('GET', `/reports/${receipt}/photos`), 200).body.photos as {
    state: string;
    address: string;
  }[];

describe('a report with photos', () => {
  let phone: Page;
  let receipt = '';

  test('they are chosen, made small, shown, and taken out again; what is none is told', async () => {
    phone = await here.people.at('/report/wildlife/');
    const field = phone.getByLabel('照片', { exact: false }).first();
    await field.setInputFiles([file(large()), file(jpeg()), file(Buffer.from('none'), 'notes.txt')]);
    await phone.getByText('已选 2 张。 有 1 个文件打不开').waitFor();
    expect(await shown(phone)).toEqual([
      [800, 1600],
      [48, 32],
    ]);
    await phone.getByRole('button', { name: '去掉 照片 2' }).click();
    await phone.getByText('已选 1 张。').waitFor();
    await field.setInputFiles(Array.from({ length: 5 }, () => file(jpeg())));
    await phone.getByText('已选 5 张。 最多 5 张').waitFor();
    for (const _ of [1, 2, 3, 4]) await phone.getByRole('button', { name: '去掉 照片 2' }).click();
    await mustBeGood(phone);
  });

  test('the report has its receipt at once, and the photos follow', async () => {
    await fillIn(phone, '仁青崩寺下方茶园边');
    await phone.getByRole('button', { name: '提交报告' }).click();
    receipt = await receiptOn(phone);
    await phone.getByText('已经收到您的报告').waitFor();
    await phone.getByText('照片已发送。').waitFor();
    await mustBeGood(phone);
    await here.kora.settle();
    const [photo] = await arrived(receipt);
    expect(photo?.state).toBe('kept');
    expect((await bytesAt(here.kora.url + photo?.address)).bytes.includes('Exif')).toBe(false);
  });

  test('its status page shows them', async () => {
    await phone.goto(`${here.kora.url}/reports/${receipt}?lang=zh`);
    expect(await shown(phone)).toEqual([[800, 1600]]);
    await mustBeGood(phone);
  });

  test('the desk shows them to the bureau, small and large', async () => {
    const { id } = await caseOf(here.kora, receipt);
    const desk = await here.people.signedIn('索朗多吉', `/desk/case/?id=${id}`);
    const small = desk.getByRole('button', { name: /照片 1：W/ });
    await small.waitFor();
    expect(await shown(desk)).toEqual([[800, 1600]]);
    await mustBeGood(desk);
    await small.click();
    const picture = desk.getByRole('dialog').getByRole('img', { name: /照片 1：W/ });
    await picture.waitFor();
    await desk.waitForFunction(() => (document.querySelector<HTMLImageElement>('dialog img')?.naturalWidth ?? 0) > 0);
    await mustBeGood(desk);
    await desk.getByRole('button', { name: '关闭' }).click();
    await picture.waitFor({ state: 'detached' });
  });
});

describe('without a network', () => {
  test('report and photos wait on the phone, also where the page is closed, and arrive once', async () => {
    const phone = await here.people.at('/report/wildlife/');
    await fillIn(phone, '没有信号的山谷');
    await phone.locator('#photos').setInputFiles([file(large()), file(jpeg())]);
    await phone.getByText('已选 2 张。').waitFor();
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: '提交报告' }).click();
    const receipt = await receiptOn(phone);
    await phone.getByText('还没有发出去').waitFor();
    await phone.waitForFunction(async () => {
      const open = indexedDB.open('kora-photos');
      const box = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
      const count = box.transaction('photos').objectStore('photos').count();
      const found = await new Promise<number>((done) => (count.onsuccess = () => done(count.result)));
      box.close();
      return found === 2;
    });
    const { complaints } = here.people;
    complaints.splice(0); // without a network requests fail
    const context = phone.context();
    await phone.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`${here.kora.url}/status/`);
    await again.getByText('照片已发送。').waitFor();
    await here.kora.settle();
    expect((await arrived(receipt)).map((p) => p.state)).toEqual(['kept', 'kept']);
    expect((await arrived(receipt)).length).toBe(2);
    await mustBeGood(again);
  });
});

describe('without script', () => {
  test('a photo is added on the status page, as it is, and kept without its metadata', async () => {
    const { receipt } = await handIn(here.kora, { place: { township: '墨脱镇', words: '无脚本的茶园' } });
    const page = await here.people.at(`/reports/${receipt}?lang=zh`, { ...PHONE, javaScriptEnabled: false });
    await page.getByRole('button', { name: '添加照片' }).click();
    await page.getByLabel('选择一张照片').setInputFiles(file(large()));
    await page.getByRole('button', { name: '发送照片' }).click();
    await page.waitForURL((url) => url.pathname === `/reports/${receipt}`);
    await here.kora.settle();
    await page.goto(`${here.kora.url}/reports/${receipt}?lang=zh`);
    const [photo] = await arrived(receipt);
    expect((await bytesAt(here.kora.url + photo?.address)).bytes.includes('Exif')).toBe(false);
    const picture = page.getByRole('img', { name: '照片 1' });
    await picture.scrollIntoViewIfNeeded();
    expect(await picture.getAttribute('width')).toBe('600');
  });

  test('with script the same form makes it small first', async () => {
    const { receipt } = await handIn(here.kora, { place: { township: '墨脱镇', words: '有脚本的茶园' } });
    const page = await here.people.at(`/reports/${receipt}?lang=zh`);
    await page.getByRole('button', { name: '添加照片' }).click();
    await mustBeGood(page);
    await page.getByLabel('选择一张照片').setInputFiles(file(large(), 'IMG_1.jpg'));
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#file')?.files?.[0]?.name === 'photo.jpg',
    );
    await page.getByRole('button', { name: '发送照片' }).click();
    await page.waitForURL((url) => url.pathname === `/reports/${receipt}`);
    await here.kora.settle();
    await page.reload();
    expect(await shown(page)).toEqual([[800, 1600]]);
    await mustBeGood(page);
  });

  test('what is no photo is told on the page', async () => {
    const { receipt } = await handIn(here.kora, { place: { township: '墨脱镇', words: '不是照片的茶园' } });
    const page = await here.people.at(`/reports/${receipt}?lang=zh`, { ...PHONE, javaScriptEnabled: false });
    await page.getByRole('button', { name: '添加照片' }).click();
    await page.getByLabel('选择一张照片').setInputFiles(file(Buffer.from('none')));
    await page.getByRole('button', { name: '发送照片' }).click();
    await page.waitForURL((url) => url.pathname === `/reports/${receipt}`);
    await here.kora.settle();
    await page.goto(`${here.kora.url}/reports/${receipt}?lang=zh`);
    await page.getByText('照片 1：没有保存：不是照片').waitFor();
  });
});

describe('on the desk', () => {
  test('a responder adds photos of the treatment to the case, each with their name, and what is none is told', async () => {
    const { id } = await handIn(here.kora, { place: { township: '墨脱镇', words: '救治现场' } });
    const desk = await here.people.signedIn('嘎玛次旺', `/desk/case/?id=${id}`);
    await desk.getByLabel('添加照片').setInputFiles([file(large()), file(Buffer.from('none'), 'notes.txt')]);
    await desk.getByText('照片 1 已保存').waitFor();
    await desk.getByText('这个文件打不开', { exact: false }).waitFor();
    expect(await shown(desk)).toEqual([[800, 1600]]);
    await desk.locator('.photos li', { hasText: '嘎玛次旺' }).waitFor();
    await mustBeGood(desk);
    await desk.context().close();
    const other = await here.people.signedIn('索朗多吉', `/desk/case/?id=${id}`);
    await other.locator('.photos li', { hasText: '嘎玛次旺' }).waitFor();
    await other.context().close();
  });

  test('a task is finished with a photo that the form takes, and the photo stands beside it', async () => {
    const due = dateOf(await here.kora.now());
    const body = { unit: 'jiarong-community', what: '修好楼道灯', who: PEOPLE.worker, due };
    const set = await here.kora.api('POST', '/tasks', { as: 'dekyi.wangmo@jiarong.kora.example', body });
    const { id } = must(set, 201).body;
    const desk = await here.people.signedIn('次旦卓玛', `/desk/task/?id=${id}`);
    await desk.getByRole('button', { name: '办完' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('照片').setInputFiles(file(large()));
    await dialog.getByText('照片 1 已保存').waitFor();
    await mustBeGood(desk);
    await dialog.getByRole('button', { name: '办完' }).click();
    await desk.getByRole('button', { name: '照片 1：修好楼道灯' }).waitFor();
    expect(await shown(desk)).toEqual([[800, 1600]]);
    await mustBeGood(desk);
  });
});
