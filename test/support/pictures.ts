import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'jpeg-js';

/** Pictures made for tests, with all that a phone or a malicious person would put into them. */

/** A JPEG of so many pixels, brighter to the right and greener to the bottom, red in its upper left corner. */
export const jpeg = (width = 48, height = 32): Buffer => {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const corner = x < width / 4 && y < height / 4;
      data.set(corner ? [230, 20, 20] : [40, (y * 200) / height, (x * 200) / width], (y * width + x) * 4);
    }
  return encode({ width, height, data }, 90).data;
};

/** A JPEG segment, or one with `marker` 0xe1 for EXIF and XMP. */
const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

const afterStart = (file: Buffer, ...segments: Buffer[]): Buffer =>
  Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)]);

const ascii = (text: string): Buffer => Buffer.from(`${text}\0`, 'latin1');

interface Tag {
  tag: number;
  type: 2 | 3 | 4 | 5;
  values: Buffer;
  count: number;
}

const short = (tag: number, value: number): Tag => {
  const values = Buffer.alloc(2);
  values.writeUInt16BE(value);
  return { tag, type: 3, values, count: 1 };
};
const text = (tag: number, value: string): Tag => ({ tag, type: 2, values: ascii(value), count: value.length + 1 });
const long = (tag: number, value: number): Tag => {
  const values = Buffer.alloc(4);
  values.writeUInt32BE(value);
  return { tag, type: 4, values, count: 1 };
};
const degrees = (tag: number, d: number, m: number, s: number): Tag => {
  const values = Buffer.alloc(24);
  [d, 1, m, 1, s, 1].forEach((n, i) => void values.writeUInt32BE(n, i * 4));
  return { tag, type: 5, values, count: 3 };
};

/** A directory of TIFF that begins at `at`. */
const directory = (at: number, tags: Tag[]): Buffer => {
  const head = Buffer.alloc(2 + tags.length * 12 + 4);
  head.writeUInt16BE(tags.length, 0);
  const beyond: Buffer[] = [];
  let next = at + head.length;
  tags.forEach(({ tag, type, values, count }, i) => {
    const entry = 2 + i * 12;
    head.writeUInt16BE(tag, entry);
    head.writeUInt16BE(type, entry + 2);
    head.writeUInt32BE(count, entry + 4);
    if (values.length <= 4) values.copy(head, entry + 8);
    else {
      head.writeUInt32BE(next, entry + 8);
      beyond.push(values);
      next += values.length;
    }
  });
  return Buffer.concat([head, ...beyond]);
};

/** EXIF as a phone writes it: make, model, orientation, time, and where it was taken (29°19′ N, 95°20′ E: 墨脱). */
export const exif = (orientation = 1): Buffer => {
  const gps = [text(1, 'N'), degrees(2, 29, 19, 30), text(3, 'E'), degrees(4, 95, 20, 0)];
  const tags = (gpsAt: number) => [
    text(0x010f, 'Phone Maker'),
    text(0x0110, 'Model of the sender'),
    short(0x0112, orientation),
    text(0x0132, '2026:04:06 09:20:00'),
    long(0x8825, gpsAt),
  ];
  const head = Buffer.from('MM\0\x2a\0\0\0\x08', 'latin1');
  const first = directory(8, tags(0)).length + 8;
  return Buffer.concat([head, directory(8, tags(first)), directory(first, gps)]);
};

const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="SENDER"/></rdf:RDF></x:xmpmeta>';

/** What must not be found in anything that is kept. */
export const TELLTALES = ['Exif', 'Phone Maker', 'SENDER', 'adobe', 'Photoshop', 'ICC_PROFILE', 'hidden', 'Comment'];

/** A JPEG with EXIF (GPS), XMP, IPTC, a profile, a comment, and more after its end. */
export const tellingJpeg = (orientation = 1, size: [width: number, height: number] = [48, 32]): Buffer =>
  Buffer.concat([
    afterStart(
      jpeg(...size),
      segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)])),
      segment(0xe1, Buffer.concat([ascii('http://ns.adobe.com/xap/1.0/'), Buffer.from(XMP)])),
      segment(0xed, Buffer.concat([ascii('Photoshop 3.0'), Buffer.from('8BIM SENDER')])),
      segment(0xe2, Buffer.concat([ascii('ICC_PROFILE'), Buffer.from('\x01\x01 SENDER')])),
      segment(0xfe, Buffer.from('Comment of SENDER')),
    ),
    Buffer.from('hidden behind the end: SENDER'),
    jpeg(8, 8),
  ]);

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export const pngChunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(data.length);
  tail.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, tail]);
};

export const pngHeader = (width: number, height: number, colour = 2, interlace = 0): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, colour, 0, 0, interlace], 8);
  return pngChunk('IHDR', data);
};

export const pngOf = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([PNG_SIGNATURE, ...chunks, pngChunk('IEND', Buffer.alloc(0))]);

const pixels = (width: number, height: number): Buffer => Buffer.alloc(height * (1 + width * 3), 90);

export const png = (width = 24, height = 16, ...more: Buffer[]): Buffer =>
  pngOf(pngHeader(width, height), ...more, pngChunk('IDAT', deflateSync(pixels(width, height))));

/** A PNG with texts, EXIF, a time, bytes behind its pixels, and more after its end. */
export const tellingPng = (): Buffer =>
  Buffer.concat([
    pngOf(
      pngHeader(24, 16),
      pngChunk('tEXt', ascii('Comment\0SENDER')),
      pngChunk('zTXt', Buffer.concat([ascii('Comment'), Buffer.from([0]), deflateSync('SENDER')])),
      pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`)),
      pngChunk('eXIf', exif()),
      pngChunk('tIME', Buffer.from([7, 234, 4, 6, 9, 20, 0])),
      pngChunk('IDAT', Buffer.concat([deflateSync(pixels(24, 16)), Buffer.from('hidden SENDER')])),
    ),
    Buffer.from('hidden behind the end: SENDER'),
  ]);

/** A PNG that says to be 50,000 pixels wide and high: ten gigabytes for whoever unpacks it. */
export const hugePng = (): Buffer =>
  pngOf(pngHeader(50_000, 50_000), pngChunk('IDAT', deflateSync(Buffer.alloc(4_000_000))));

/** A PNG that says to be small, and whose pixels unpack to far more. */
export const swellingPng = (): Buffer =>
  pngOf(pngHeader(24, 16), pngChunk('IDAT', deflateSync(Buffer.alloc(64 * 1024 * 1024))));

const riff = (...chunks: [type: string, data: Buffer][]): Buffer => {
  const framed = chunks.map(([type, data]) => {
    const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  });
  const body = Buffer.concat([Buffer.from('WEBP'), ...framed]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};

/** One pixel: lossy, lossless, and lossy with transparency. */
export const WEBP = {
  lossy: Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64'),
  lossless: Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64'),
  transparent: Buffer.from(
    'UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==',
    'base64',
  ),
};

/** A WebP with a profile, EXIF, XMP, a chunk nobody knows, and more after its end. */
export const tellingWebp = (): Buffer => {
  const canvas = Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([
    riff(
      ['VP8X', canvas],
      ['ICCP', Buffer.from('SENDER')],
      ['VP8 ', WEBP.lossy.subarray(20, 42)],
      ['EXIF', exif()],
      ['XMP ', Buffer.from(XMP)],
      ['junk', Buffer.from('hidden SENDER')],
    ),
    Buffer.from('hidden behind the end: SENDER'),
  ]);
};

/** A JPEG of more than so many bytes that is one all the same: padded with comments. */
export const heavyJpeg = (bytes: number): Buffer => {
  const comment = segment(0xfe, Buffer.alloc(65_000, 32));
  return afterStart(jpeg(), ...Array.from({ length: Math.ceil(bytes / comment.length) }, () => comment));
};
