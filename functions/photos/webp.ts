import { checkPixels, Unfit } from './rules.ts';

/** WebP (RFC 9649) with nothing in it but one picture: EXIF, XMP, profiles and what follows the end are left out. */

export interface CleanWebp {
  bytes: Buffer;
  width: number;
  height: number;
}

export const isWebp = (file: Buffer): boolean =>
  file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP';

/** Throws `Unfit` for whatever is no whole WebP of one picture. */
export const cleanWebp = (file: Buffer): CleanWebp => {
  const chunks = chunksOf(file);
  if (chunks.some((c) => c.type === 'ANIM' || c.type === 'ANMF')) throw new Unfit('unsupported');
  const pictures = chunks.filter((c) => c.type === 'VP8 ' || c.type === 'VP8L');
  const [picture] = pictures;
  if (!picture || pictures.length > 1) throw new Unfit('broken');
  const size = picture.type === 'VP8L' ? losslessSize(picture.data) : lossySize(picture.data);
  checkPixels(size.width, size.height);
  const alpha = picture.type === 'VP8 ' ? chunks.filter((c) => c.type === 'ALPH').slice(0, 1) : [];
  const head = alpha.length > 0 ? [{ type: 'VP8X', data: extended(size) }] : [];
  return { bytes: container([...head, ...alpha, picture]), ...size };
};

interface Chunk {
  type: string;
  data: Buffer;
}

const chunksOf = (file: Buffer): Chunk[] => {
  if (file.length < 20) throw new Unfit('broken');
  const whole = 8 + file.readUInt32LE(4);
  if (whole > file.length) throw new Unfit('broken');
  const found: Chunk[] = [];
  for (let at = 12; at + 8 <= whole; ) {
    const length = file.readUInt32LE(at + 4);
    const end = at + 8 + length;
    if (end > whole) throw new Unfit('broken');
    found.push({ type: file.toString('latin1', at, at + 4), data: file.subarray(at + 8, end) });
    at = end + (length % 2);
  }
  return found;
};

interface Size {
  width: number;
  height: number;
}

/** The size in the head of a VP8 key frame (RFC 6386, 9.1). */
const lossySize = (data: Buffer): Size => {
  const isKeyFrame = data.length > 10 && ((data[0] ?? 1) & 1) === 0;
  if (!isKeyFrame || data.readUIntBE(3, 3) !== 0x9d012a) throw new Unfit('broken');
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
};

/** Fourteen bits each, one less than the size. */
const losslessSize = (data: Buffer): Size => {
  if (data.length < 6 || data[0] !== 0x2f) throw new Unfit('broken');
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
};

const HAS_ALPHA = 0x10;

const extended = ({ width, height }: Size): Buffer => {
  const data = Buffer.alloc(10);
  data[0] = HAS_ALPHA;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return data;
};

const container = (chunks: Chunk[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks.map(framed)]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};

const framed = ({ type, data }: Chunk): Buffer => {
  const made = Buffer.alloc(8 + data.length + (data.length % 2));
  made.write(type, 0, 'latin1');
  made.writeUInt32LE(data.length, 4);
  data.copy(made, 8);
  return made;
};
