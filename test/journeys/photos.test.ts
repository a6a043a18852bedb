import exifr from 'exifr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newReceipt } from '../../shared/ids.ts';
import { dateOf } from '../../shared/time.ts';
import { type Kora, startKora } from '../support/app.ts';
import { Inside } from '../support/inside.ts';
import { caseNow, type Handed, handIn, must, PEOPLE } from '../support/journey.ts';
import {
  heavyJpeg,
  hugePng,
  jpeg,
  png,
  swellingPng,
  TELLTALES,
  tellingJpeg,
  tellingPng,
  WEBP,
} from '../support/pictures.ts';
import { announce, bytesAt, handInPhoto, send } from '../support/uploads.ts';

/** Photos of a report: sent by whoever holds its receipt, kept without what tells of them, seen by whoever may see the case. */

let kora: Kora;
let inside: Inside;
beforeAll(async () => {
  kora = await startKora({ at: '2026-06-10T08:00:00.000Z' });
  inside = await Inside.of(kora);
}, 300_000); // whoever starts first builds, and others wait for it
afterAll(async () => {
  inside?.close();
  await kora?.stop();
});

const photosOf = async (receipt: string) => must(await kora.api('GET', `/reports/${receipt}/photos`), 200).body.photos;
const photosOfCase = async (id: string, as = PEOPLE.official) =>
  must(await kora.api('GET', `/cases/${id}/photos?lang=en`, { as }), 200).body.photos;

describe('a report with a photo', () => {
  let report: Handed;
  beforeAll(async () => {
    report = await handIn(kora);
  });

  test('counts without it: the case is there before any photo', async () => {
    expect(await photosOf(report.receipt)).toEqual([]);
    expect((await caseNow(kora, report.id)).number).toBe(report.number);
  });

  test('the photo comes to the desk of whoever may see the case, and to its reporter, without metadata', async () => {
    await handInPhoto(kora, report.receipt, tellingJpeg(6), 'photo-one');
    const [seen] = await photosOfCase(report.id, PEOPLE.responder);
    expect(seen).toMatchObject({ n: 1, state: 'kept', type: 'image/jpeg', width: 32, height: 48, text: 'Received' });
    const { type, bytes } = await bytesAt(seen.address);
    expect([type, bytes.length]).toEqual(['image/jpeg', seen.size]);
    expect(await exifr.parse(bytes, true)).toBeUndefined();
    expect(TELLTALES.filter((t) => bytes.includes(t))).toEqual([]);

    const [mine] = await photosOf(report.receipt);
    expect(mine.address).toBe(`/reports/${report.receipt}/photos/1`);
    expect((await bytesAt(kora.url + mine.address)).bytes.equals(bytes)).toBe(true);
    const again = must(await kora.api('GET', `/cases/${report.id}/photos/1`, { as: PEOPLE.official }), 200).body;
    expect((await bytesAt(again.address)).bytes.equals(bytes)).toBe(true);
  });

  test('what was sent is gone once it was looked at: nothing with metadata lies anywhere', async () => {
    const keys = await inside.objects();
    expect(keys.map((k) => k.replace(/-[0-9a-f]{64}$/, ''))).toEqual([`photos/case/${report.id}/1`]);
  });

  test('staff of other units see none, and a stranger neither', async () => {
    for (const path of [`/cases/${report.id}/photos`, `/cases/${report.id}/photos/1`]) {
      expect((await kora.api('GET', path, { as: PEOPLE.worker })).status).toBe(403);
      expect((await kora.api('GET', path, { as: PEOPLE.otherTeam })).status).toBe(403);
      expect((await kora.api('GET', path)).status).toBe(401);
    }
    const other = await handIn(kora, { count: 2, place: { township: '背崩乡', words: '江边' } });
    expect((await kora.api('GET', `/reports/${other.receipt}/photos/1`)).status).toBe(404);
  });

  test('an address is good for some minutes only', async () => {
    const [{ address }] = await photosOfCase(report.id);
    await kora.advance('PT6M');
    expect((await fetch(address)).status).toBe(403);
    expect((await fetch(address.split('?')[0])).status).toBe(403);
  });

  test('the status page shows it, and its policy lets the browser get it', async () => {
    const page = await kora.api('GET', `/reports/${report.receipt}?lang=zh`, { headers: { accept: 'text/html' } });
    expect(page.body).toContain(`<img src="/reports/${report.receipt}/photos/1" alt="照片 1" width="32" height="48"`);
    const [{ address }] = await photosOfCase(report.id);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain(`img-src 'self' data: ${new URL(address).origin};`);
    expect(policy).toContain("default-src 'none'");
  });
});

describe('what is no photo', () => {
  let report: Handed;
  beforeAll(async () => {
    report = await handIn(kora, { place: { township: '墨脱镇', words: '桥头' } });
  });
  const refusedAs = async (file: Buffer) => {
    const n = await handInPhoto(kora, report.receipt, file);
    const seen = (await photosOf(report.receipt)).find((p: { n: number }) => p.n === n);
    const staff = (await photosOfCase(report.id)).find((p: { n: number }) => p.n === n);
    expect([seen.state, staff.state, seen.address, staff.address]).toEqual([
      'refused',
      'refused',
      undefined,
      undefined,
    ]);
    expect((await kora.api('GET', `/reports/${report.receipt}/photos/${n}`)).status).toBe(404);
    return staff.text;
  };

  test.each([
    ['text with a picture’s name', Buffer.from('this is no picture'), 'Not kept: this is no photo'],
    ['a page with script', Buffer.from('<script>alert(1)</script>'), 'Not kept: this is no photo'],
    ['an archive', Buffer.from('PK\x03\x04'), 'Not kept: this is no photo'],
    ['half a picture', jpeg().subarray(0, 400), 'Not kept: the file is damaged'],
    ['50,000 × 50,000 pixels', hugePng(), 'Not kept: the picture has too many pixels'],
    ['a picture that swells when it is unpacked', swellingPng(), 'Not kept: the file is damaged'],
    ['another kind of picture', Buffer.from('GIF89a…'), 'Not kept: send JPEG, PNG or WebP'],
  ])('%s is not kept, and both sides are told', async (_, file, text) => expect(await refusedAs(file)).toBe(text));

  test('6 MB are not let in at all', async () => {
    const { upload } = must(await announce(kora, report.receipt), 201).body;
    expect(await send(upload, heavyJpeg(6_000_000))).toMatchObject({ status: 400, code: 'EntityTooLarge' });
  });

  test('a name that is none, and fields that nobody asked for', async () => {
    const at = `/reports/${report.receipt}/photos`;
    const wrong = await kora.api('POST', at, { body: { photo: '../x' } });
    expect([wrong.status, wrong.body.fields[0].path]).toEqual([400, 'photo']);
    const more = await kora.api('POST', at, { body: { key: 'photos/x', n: 7 } });
    expect([more.status, more.body.fields[0].code]).toEqual([400, 'unknown-field']);
    for (const n of ['0', '-1', '1.5', 'x', '9999']) expect((await kora.api('GET', `${at}/${n}`)).status).toBe(400);
  });

  test('the form of one place opens no other, and lets nobody choose the name', async () => {
    const { upload } = must(await announce(kora, report.receipt), 201).body;
    const fields = { ...upload.fields, key: upload.fields.key.replace(/\d+$/, '99') };
    expect(await send({ url: upload.url, fields }, jpeg())).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  test('nothing of it is left', async () => {
    expect((await inside.objects()).filter((k) => k.includes(report.id))).toEqual([]);
  });
});

describe('at most five', () => {
  test('five are kept, of every type; the sixth is told so; the same one again is the same', async () => {
    const report = await handIn(kora, { place: { township: '墨脱镇', words: '五张' } });
    const files = [jpeg(), tellingPng(), WEBP.lossy, png(), jpeg(60, 40)];
    for (const [i, file] of files.entries()) await handInPhoto(kora, report.receipt, file, `photo-${i}-of-mine`);
    const sixth = await announce(kora, report.receipt);
    expect([sixth.status, sixth.body.code]).toEqual([409, 'too-many-photos']);
    const again = must(await announce(kora, report.receipt, 'photo-2-of-mine'), 200).body;
    expect(again).toEqual({ n: 3, state: 'kept' });
    const kept = await photosOfCase(report.id);
    expect(kept.map((p: { type: string }) => p.type.slice(6))).toEqual(['jpeg', 'png', 'webp', 'png', 'jpeg']);
  });

  test('also where ten are announced at the same moment', async () => {
    const report = await handIn(kora, { place: { township: '墨脱镇', words: '一齐' } });
    const answers = await Promise.all(Array.from({ length: 10 }, () => announce(kora, report.receipt)));
    const placed = answers.filter((a) => a.status === 201).map((a) => a.body.n);
    expect(new Set(placed).size).toBe(placed.length);
    expect(placed.length).toBeLessThanOrEqual(5);
    expect((await photosOf(report.receipt)).length).toBe(placed.length);
    expect(answers.filter((a) => a.status >= 500)).toEqual([]);
    await kora.advance('PT21M');
    expect(await photosOf(report.receipt)).toEqual([]); // none came: their places are free
    await handInPhoto(kora, report.receipt, jpeg());
    expect((await photosOf(report.receipt)).length).toBe(1);
  });
});

describe('who may not', () => {
  test('unknown receipts, and those of tip-offs, are told what all unknown receipts are told', async () => {
    const body = { matter: 'growing', county: '540102', place: '沟里', account: '有人在山上下套子' };
    const tip = must(await kora.api('POST', '/reports/tip', { body }), 201).body;
    for (const receipt of [newReceipt(), tip.receipt])
      expect(await announce(kora, receipt)).toMatchObject({
        status: 404,
        body: { code: 'not-found', tips: '/tips/follow' },
      });
    expect((await kora.api('POST', '/reports/1234/photos', { body: {} })).status).toBe(400);
  });
});

describe('what is killed in between', () => {
  test('a photo that was sent is there after a crash before anybody looked at it', async () => {
    const report = await handIn(kora, { place: { township: '墨脱镇', words: '断电' } });
    const { upload } = must(await announce(kora, report.receipt, 'photo-in-the-dark'), 201).body;
    const sent = send(upload, tellingJpeg());
    expect((await sent).status).toBe(204);
    await kora.crash();
    await kora.start();
    await kora.advance('PT7M'); // what was in hand reappears
    await kora.settle();
    expect(await photosOf(report.receipt)).toMatchObject([{ n: 1, state: 'kept' }]);
    expect(must(await announce(kora, report.receipt, 'photo-in-the-dark'), 200).body.state).toBe('kept');
  });

  test('a function that is ended while it looks begins again', async () => {
    const report = await handIn(kora, { place: { township: '墨脱镇', words: '再来' } });
    const { upload } = must(await announce(kora, report.receipt), 201).body;
    await Promise.all([send(upload, tellingJpeg(8, [3000, 2000])), kora.kill({ function: 'photosCheck' })]);
    await kora.kill({ function: 'photosCheck' });
    await kora.advance('PT7M');
    expect(await photosOf(report.receipt)).toMatchObject([{ n: 1, state: 'kept', width: 2000 / 2, height: 1500 }]);
  });
});

describe('without script', () => {
  test('a press on the status page leads to a form, and the form back to the status page', async () => {
    const report = await handIn(kora, { place: { township: '墨脱镇', words: '无脚本' } });
    const headers = { accept: 'text/html' };
    const status = (more = '') => kora.api('GET', `/reports/${report.receipt}?lang=zh${more}`, { headers });
    const nameOn = (page: string) => /name="photo" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const press = async (photo: string) =>
      (await kora.api('POST', `/reports/${report.receipt}/photos?lang=zh`, { headers, form: { photo } }))
        .body as string;
    const name = nameOn((await status()).body);
    const [page, again] = [await press(name), await press(name)];
    const keyIn = (p: string) => /name="key" value="([^"]+)"/.exec(p)?.[1];
    expect(keyIn(again)).toBe(keyIn(page)); // pressed twice, one place
    const fieldsIn = (p: string) =>
      Object.fromEntries(
        [...p.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, n, v = '']) => [
          n ?? '',
          v.replaceAll('&amp;', '&'),
        ]),
      );
    const fields = fieldsIn(page);
    const url = /<form class="form" action="([^"]+)"/.exec(page)?.[1] ?? '';
    const sent = await send({ url, fields }, jpeg());
    expect(sent.status).toBe(303);
    const back = new URL(sent.headers.get('location') ?? '');
    expect(back.pathname).toBe(`/reports/${report.receipt}`);
    const next = nameOn((await status(`&key=${encodeURIComponent(back.searchParams.get('key') ?? '')}`)).body);
    expect(next).not.toBe(name); // the next press asks for the next place, also before the first was looked at
    await kora.settle();
    expect(nameOn((await status()).body)).toBe(next);
    expect((await photosOf(report.receipt)).length).toBe(1);
    const large = { url, fields: fieldsIn(await press(next)) };
    expect((await send(large, heavyJpeg(6_000_000))).status).toBe(303);
    await kora.settle();
    expect((await status()).body).toContain('照片 2：没有保存：超过 5 MB'); // not in the bucket's own words
    expect(await inside.objects()).not.toContainEqual(expect.stringContaining('incoming/'));
    const late = keyIn(await press(name)); // a page that was open since before the first came
    expect(late).toMatch(/\/3$/);
    expect(keyIn(await press(next))).toBe(late);
  });
});

describe('photos from the scene', () => {
  let report: Handed;
  const add = (as: string, photo?: string) => kora.api('POST', `/cases/${report.id}/photos`, { as, body: { photo } });
  beforeAll(async () => {
    report = await handIn(kora, { place: { township: '墨脱镇', words: '救治现场' } });
    await handInPhoto(kora, report.receipt, jpeg());
  });

  test('are added by whoever has the case in hand, the same way, and by nobody else', async () => {
    for (const as of [PEOPLE.worker, PEOPLE.otherTeam]) expect((await add(as)).status).toBe(403);
    const { n, upload } = must(await add(PEOPLE.responder, 'from-the-scene'), 201).body;
    expect(n).toBe(2);
    expect((await send(upload, tellingJpeg(6))).status).toBe(204);
    await kora.settle();
    const { photos, mayAdd } = must(
      await kora.api('GET', `/cases/${report.id}/photos`, { as: PEOPLE.official }),
      200,
    ).body;
    expect(photos).toMatchObject([{ n: 1 }, { n: 2, state: 'kept', by: '嘎玛次旺', width: 32, height: 48 }]);
    expect([photos[0].by, mayAdd]).toEqual([undefined, true]);
    expect(await exifr.parse((await bytesAt(photos[1].address)).bytes, true)).toBeUndefined();
    expect((await add(PEOPLE.responder, 'from-the-scene')).body).toEqual({ n: 2, state: 'kept' });
  });

  test('are staff’s: the reporter sees their own, and keeps their five places', async () => {
    expect((await photosOf(report.receipt)).map((p: { n: number }) => p.n)).toEqual([1]);
    expect((await kora.api('GET', `/reports/${report.receipt}/photos/1`)).status).toBe(302);
    expect((await kora.api('GET', `/reports/${report.receipt}/photos/2`)).status).toBe(404);
    for (const file of [Buffer.from('none'), heavyJpeg(5 * 1024 * 1024 + 1)]) {
      const { n, upload } = must(await add(PEOPLE.responder), 201).body;
      const isSmall = file.length < 100;
      expect((await send(upload, file)).status).toBe(isSmall ? 204 : 400);
      await kora.settle();
      if (isSmall) expect((await photosOfCase(report.id)).find((p: { n: number }) => p.n === n).state).toBe('refused');
    }
    const more = await Promise.all(Array.from({ length: 5 }, () => add(PEOPLE.responder)));
    expect(more.map((m) => m.status).sort()).toEqual([201, 201, 201, 409, 409]);
    expect((await announce(kora, report.receipt)).status).toBe(201);
    const { mayAdd } = must(await kora.api('GET', `/cases/${report.id}/photos`, { as: PEOPLE.responder }), 200).body;
    expect(mayAdd).toBe(false);
  });
});

describe('what was done is shown by a photo', () => {
  const FIRST = 'dekyi.wangmo@jiarong.kora.example';
  let at = '';
  beforeAll(async () => {
    const due = dateOf(await kora.now());
    const body = { unit: 'jiarong-community', what: '修好三单元楼道灯', who: PEOPLE.worker, due };
    at = `/tasks/${must(await kora.api('POST', '/tasks', { as: FIRST, body }), 201).body.id}`;
  });
  const finish = (photo: string) => kora.api('POST', `${at}/actions/finish`, { as: PEOPLE.worker, body: { photo } });

  test('by whoever may finish the task, and nobody else', async () => {
    const add = (as: string) => kora.api('POST', `${at}/photos`, { as, body: { photo: 'evidence-1' } });
    expect((await add(PEOPLE.responder)).status).toBe(403);
    const { n, upload } = must(await add(PEOPLE.worker), 201).body;
    expect((await finish(String(n))).body.fields).toEqual([
      expect.objectContaining({ path: 'photo', code: 'photo-not-kept' }),
    ]);
    expect((await send(upload, tellingJpeg())).status).toBe(204);
    await kora.settle();
    expect(must(await finish(String(n)), 200).body).toMatchObject({ stage: 'done', done: { photo: '1' } });
    expect((await add(PEOPLE.worker)).status).toBe(403); // it is done
  });

  test('whoever verifies it sees the photo, without its metadata, and who added it', async () => {
    const { photos } = must(await kora.api('GET', `${at}/photos`, { as: FIRST }), 200).body;
    expect(photos).toMatchObject([{ n: 1, state: 'kept', by: expect.stringMatching(/./) }]);
    const { address } = must(await kora.api('GET', `${at}/photos/1`, { as: FIRST }), 200).body;
    expect(await exifr.parse((await bytesAt(address)).bytes, true)).toBeUndefined();
    for (const path of [`${at}/photos`, `${at}/photos/1`])
      expect((await kora.api('GET', path, { as: PEOPLE.responder })).status).toBe(403);
  });
});
