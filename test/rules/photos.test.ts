import { deflateSync } from 'node:zlib';
import exifr from 'exifr';
import fc from 'fast-check';
import { decode } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { cleaned } from '../../functions/photos/image.ts';
import { ATTEMPTS, HELD_MS, LARGEST, MOST, placeFor, Unfit } from '../../functions/photos/rules.ts';
import type { Photo } from '../../functions/photos/schema.ts';
import { plus } from '../../shared/time.ts';
import * as made from '../support/pictures.ts';

const refusal = async (file: Buffer): Promise<string> => {
  try {
    await cleaned(file);
    return 'kept';
  } catch (e) {
    if (e instanceof Unfit) return e.reason;
    throw e;
  }
};

/** All that a reader of metadata finds in a file. */
const metadata = (file: Buffer): Promise<unknown> =>
  exifr.parse(file, {
    tiff: true,
    exif: true,
    gps: true,
    xmp: true,
    icc: true,
    iptc: true,
    jfif: true,
    ihdr: false,
  } as object);

describe('nothing but the picture is kept', () => {
  test.each([
    ['a JPEG', made.tellingJpeg(), 'image/jpeg', 48, 32],
    ['a JPEG that lies on its side', made.tellingJpeg(6), 'image/jpeg', 32, 48],
    ['a PNG', made.tellingPng(), 'image/png', 24, 16],
    ['a WebP', made.tellingWebp(), 'image/webp', 1, 1],
  ])('of %s', async (_, file, type, width, height) => {
    const { bytes, picture } = await cleaned(file);
    expect(picture).toMatchObject({ type, width, height, size: bytes.length });
    const inside = bytes.toString('latin1');
    expect(made.TELLTALES.filter((t) => inside.includes(t))).toEqual([]);
    expect(bytes.length).toBeLessThan(file.length);
  });

  test('an independent reader finds where the sender stood in what was sent, and nothing in what is kept', async () => {
    for (const file of [made.tellingJpeg(), made.tellingPng()]) {
      expect(await exifr.gps(file)).toMatchObject({ latitude: 29.325 });
      const { bytes } = await cleaned(file);
      expect(await exifr.gps(bytes)).toBeUndefined();
      expect(await metadata(bytes)).toBeUndefined();
    }
    const { bytes } = await cleaned(made.tellingJpeg(6));
    expect(await metadata(bytes)).toBeUndefined();
  });

  test('the picture itself stays as it was, pixel by pixel', async () => {
    const { bytes } = await cleaned(made.tellingJpeg());
    expect(decode(bytes).data.equals(decode(made.jpeg()).data)).toBe(true);
  });

  test('what is kept is kept again as it is', async () => {
    for (const file of [made.tellingJpeg(), made.tellingPng(), made.tellingWebp(), ...Object.values(made.WEBP)]) {
      const once = await cleaned(file);
      expect((await cleaned(once.bytes)).bytes.equals(once.bytes)).toBe(true);
    }
  });

  test.each([
    [1, 'left', 'top'],
    [2, 'right', 'top'],
    [3, 'right', 'bottom'],
    [4, 'left', 'bottom'],
    [5, 'left', 'top'],
    [6, 'right', 'top'],
    [7, 'right', 'bottom'],
    [8, 'left', 'bottom'],
  ])('orientation %i: the red corner comes to the %s, %s', async (orientation, side, end) => {
    const { bytes, picture } = await cleaned(made.tellingJpeg(orientation, [64, 32]));
    const [w, h] = orientation > 4 ? [32, 64] : [64, 32];
    expect(picture).toMatchObject({ width: w, height: h });
    const { data } = decode(bytes);
    const [x, y] = [side === 'left' ? 3 : w - 4, end === 'top' ? 3 : h - 4];
    const [red = 0, green = 255] = data.subarray((y * w + x) * 4);
    expect([red > 180, green < 90]).toEqual([true, true]);
  });

  test('a large picture that lies on its side becomes smaller', async () => {
    const { picture } = await cleaned(made.tellingJpeg(8, [4000, 100]));
    expect(picture).toMatchObject({ width: 50, height: 2000 });
  });
});

describe('what is no picture is refused', () => {
  const half = (file: Buffer) => file.subarray(0, file.length / 2);
  test.each([
    ['nothing', Buffer.alloc(0), 'not-an-image'],
    ['text with a picture’s name', Buffer.from('GPS of nobody'), 'not-an-image'],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'not-an-image'],
    ['a drawing that can hold script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-an-image'],
    ['an archive', Buffer.from('PK\x03\x04 and 42 more'), 'not-an-image'],
    ['a picture of another kind', Buffer.from('GIF89a and more'), 'unsupported'],
    ['a phone’s own kind', Buffer.from('\0\0\0\x18ftypheic and more'), 'unsupported'],
    ['half a JPEG', half(made.jpeg()), 'broken'],
    ['half a PNG', half(made.png()), 'broken'],
    ['half a WebP', half(made.WEBP.lossy), 'broken'],
    ['a JPEG’s beginning and text', Buffer.from('\xff\xd8\xff and text', 'latin1'), 'broken'],
    ['a JPEG without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'broken'],
    ['a PNG of 50,000 × 50,000', made.hugePng(), 'too-many-pixels'],
    ['a PNG that says to be small and is not', made.swellingPng(), 'broken'],
    ['a PNG with a changed byte', changed(made.png(), 20), 'broken'],
    ['a PNG without pixels', made.pngOf(made.pngHeader(8, 8)), 'broken'],
    ['a PNG with a palette that is none', made.pngOf(made.pngHeader(8, 8, 3)), 'broken'],
    ['more than 5 MB', made.heavyJpeg(6_000_000), 'too-large'],
  ])('%s', async (_, file, reason) => expect(await refusal(file)).toBe(reason));

  test('JPEG and WebP of 50,000 pixels are refused by their heads', async () => {
    const file = made.jpeg();
    const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
    file.writeUInt16BE(50_000, frame + 5);
    file.writeUInt16BE(50_000, frame + 7);
    expect(await refusal(file)).toBe('too-many-pixels');
    const webp = Buffer.from(made.WEBP.lossless);
    webp.writeUInt32LE(0x0fffffff, 21);
    expect(await refusal(webp)).toBe('too-many-pixels');
  });

  test('a JPEG of thousands of scans is refused', async () => {
    const file = made.jpeg();
    const scan = file.indexOf(Buffer.from([0xff, 0xda]));
    const scans = Array.from({ length: 3000 }, () => file.subarray(scan, -2));
    expect(await refusal(Buffer.concat([file.subarray(0, scan), ...scans, file.subarray(-2)]))).toBe('broken');
  });

  test('an interlaced PNG is counted by its passes', async () => {
    const passes = [
      [1, 1],
      [1, 1],
      [2, 1],
      [2, 2],
      [4, 2],
      [4, 4],
      [8, 4],
    ]; // of 8 × 8 pixels, two bytes each
    const right = passes.reduce((sum, [w = 0, h = 0]) => sum + h * (1 + w * 2), 0);
    const size = (bytes: number) =>
      made.pngOf(made.pngHeader(8, 8, 4, 1), made.pngChunk('IDAT', deflateSync(Buffer.alloc(bytes))));
    expect(await refusal(size(right))).toBe('kept');
    expect(await refusal(size(right + 1))).toBe('broken');
    expect(await refusal(size(right - 1))).toBe('broken');
  });

  test('whatever comes, there is a refusal or a picture, and never anything else', async () => {
    const samples = [made.tellingJpeg(6), made.tellingPng(), made.tellingWebp(), ...Object.values(made.WEBP)];
    const bytes = fc.uint8Array({ maxLength: 400 }).map((b) => Buffer.from(b));
    const heads = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\x40\0\0\0WEBPVP8 '].map((h) => Buffer.from(h, 'latin1'));
    const headed = fc.tuple(fc.constantFrom(...heads), bytes).map((parts) => Buffer.concat(parts));
    const bent = fc
      .tuple(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }))
      .map(([file, changes]) => changes.reduce((f, [at, value]) => changed(f, at % f.length, value), file));
    const cut = fc.tuple(fc.constantFrom(...samples), fc.nat()).map(([file, at]) => file.subarray(0, at % file.length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, headed, bent, cut), async (file) => {
        const end = await refusal(file);
        expect(['kept', 'not-an-image', 'unsupported', 'broken', 'too-large', 'too-many-pixels']).toContain(end);
      }),
      { numRuns: 600 },
    );
  });
});

function changed(file: Buffer, at: number, value = (file[at] ?? 0) ^ 1): Buffer {
  const copy = Buffer.from(file);
  copy[at] = value;
  return copy;
}

describe('at most five', () => {
  const AT = '2026-06-10T08:00:00.000Z';
  const photo = (n: number, state: Photo['state'], askedAt = AT): Photo => ({
    n,
    client: `client-${n}`,
    state,
    askedAt,
  });
  const kept = (count: number) => Array.from({ length: count }, (_, i) => photo(i + 1, 'kept'));

  test('each gets the next number', () => {
    expect(placeFor([], { client: 'client-a' }, AT)).toEqual({
      n: 1,
      client: 'client-a',
      state: 'expected',
      askedAt: AT,
    });
    expect(placeFor(kept(4), { client: 'client-a' }, AT).n).toBe(5);
  });
  test('the sixth is refused', () => {
    expect(() => placeFor(kept(MOST), { client: 'client-a' }, AT)).toThrow('5 photos');
    expect(() => placeFor([...kept(4), photo(5, 'expected')], { client: 'client-a' }, AT)).toThrow('5 photos');
  });
  test('the same photo announced again is the same', () => {
    const later = plus(AT, 60_000);
    expect(placeFor([...kept(4), photo(5, 'expected')], { client: 'client-5' }, later)).toMatchObject({
      n: 5,
      askedAt: later,
    });
    expect(placeFor(kept(5), { client: 'client-3' }, later)).toEqual(photo(3, 'kept'));
  });
  test('those that were refused or never came leave their place to others', () => {
    const others = [...kept(3), photo(4, 'refused'), photo(5, 'expected')];
    expect(placeFor(others, { client: 'client-a' }, AT).n).toBe(6);
    expect(placeFor([...kept(4), photo(5, 'expected')], { client: 'client-a' }, plus(AT, HELD_MS + 1)).n).toBe(6);
    expect(placeFor([...kept(4), photo(5, 'expected')], { client: 'client-5' }, plus(AT, HELD_MS + 1)).n).toBe(6);
  });
  test('what staff add takes no place from the reporter, and the other way round', () => {
    const by = { id: 'chimi@x.example', name: '其美' };
    const added = placeFor(kept(MOST), { client: 'client-1', by }, AT);
    expect(added).toMatchObject({ n: 6, state: 'expected', by: '其美', byId: 'chimi@x.example' });
    const staffs = Array.from({ length: MOST }, (_, i) => ({ ...photo(i + 1, 'kept'), by: '其美' }));
    expect(placeFor(staffs, { client: 'client-1' }, AT)).toMatchObject({ n: 6, by: undefined });
    expect(() => placeFor(staffs, { client: 'client-a', by }, AT)).toThrow('5 photos');
  });
  test('nobody goes on for ever', () => {
    const refused = Array.from({ length: ATTEMPTS }, (_, i) => photo(i + 1, 'refused'));
    expect(() => placeFor(refused, { client: 'client-a' }, AT)).toThrow('5 photos');
  });
  test('5 MB are let in, however they are counted', () => expect(LARGEST).toBeGreaterThanOrEqual(5_000_000));
});
