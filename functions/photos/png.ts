import { crc32, createInflate } from 'node:zlib';
import { checkPixels, Unfit } from './rules.ts';

/**
 * PNG (ISO/IEC 15948) with nothing in it but the picture: header, palette, transparency and pixels. Texts, times, EXIF,
 * profiles, animation and what follows the end are left out; pixels are unpacked once, counted and thrown away, so that
 * what says it is small is small.
 */

export interface CleanPng {
  bytes: Buffer;
  width: number;
  height: number;
}

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Throws `Unfit` for whatever is no whole PNG. */
export const cleanPng = async (file: Buffer): Promise<CleanPng> => {
  const chunks = chunksOf(file);
  const header = headerOf(chunks);
  const pixels = Buffer.concat(chunks.filter((c) => c.type === 'IDAT').map((c) => c.data));
  const packed = await packedPixels(pixels, unpackedSize(header));
  const kept = chunks.filter((c) => c.type === 'PLTE' || c.type === 'tRNS');
  const written = [
    ['IHDR', header.data],
    ...kept.map((c) => [c.type, c.data]),
    ['IDAT', packed],
    ['IEND', Buffer.alloc(0)],
  ];
  const bytes = Buffer.concat([PNG_SIGNATURE, ...written.map(([type, data]) => chunk(type as string, data as Buffer))]);
  return { bytes, width: header.width, height: header.height };
};

interface Chunk {
  type: string;
  data: Buffer;
}

/** Those that make the picture, up to the end. A lower-case letter marks what may be passed over. */
const chunksOf = (file: Buffer): Chunk[] => {
  const found: Chunk[] = [];
  for (let at = PNG_SIGNATURE.length; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) throw new Unfit('broken');
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, end - 4);
    if (type === 'IEND') return found;
    if (/^(IHDR|PLTE|IDAT|tRNS)$/.test(type)) {
      if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) throw new Unfit('broken');
      found.push({ type, data });
    } else if (!/^[a-z][A-Za-z]{3}$/.test(type)) throw new Unfit('broken');
    at = end;
  }
  throw new Unfit('broken');
};

interface Header {
  data: Buffer;
  width: number;
  height: number;
  /** Bits of a pixel. */
  bits: number;
  interlaced: boolean;
}

/** Samples of a pixel and the depths they may have, by colour type. */
const COLOURS: Record<number, { samples: number; depths: number[] }> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

const headerOf = (chunks: Chunk[]): Header => {
  const [first, ...more] = chunks;
  if (first?.type !== 'IHDR' || first.data.length !== 13 || more.some((c) => c.type === 'IHDR'))
    throw new Unfit('broken');
  const { data } = first;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  checkPixels(width, height);
  const [depth = 0, colour = 0, compression, filter, interlace = 2] = data.subarray(8);
  const { samples, depths } = COLOURS[colour] ?? { samples: 0, depths: [] };
  if (!depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) throw new Unfit('broken');
  checkPalette(chunks, colour);
  return { data, width, height, bits: samples * depth, interlaced: interlace === 1 };
};

const checkPalette = (chunks: Chunk[], colour: number): void => {
  const palettes = chunks.filter((c) => c.type === 'PLTE');
  const fits = palettes.every((p) => p.data.length % 3 === 0 && p.data.length > 0 && p.data.length <= 768);
  const transparent = chunks.filter((c) => c.type === 'tRNS');
  if (!fits || palettes.length > 1 || transparent.length > 1 || transparent.some((c) => c.data.length > 256))
    throw new Unfit('broken');
  if (colour === 3 && palettes.length === 0) throw new Unfit('broken');
};

/** Where the seven passes of an interlaced picture begin and how far apart their pixels are: x, y, dx, dy. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** How many bytes the pixels unpack to: each row has one more for its filter. */
const unpackedSize = ({ width, height, bits, interlaced }: Header): number => {
  const rows = (w: number, h: number) => (w > 0 && h > 0 ? h * (1 + Math.ceil((w * bits) / 8)) : 0);
  if (!interlaced) return rows(width, height);
  const passes = PASSES.map(([x, y, dx, dy]) => rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)));
  return passes.reduce((a, b) => a + b, 0);
};

/** The packed pixels up to where they end; throws `broken` unless they unpack to just so many bytes. Nothing is held. */
const packedPixels = async (packed: Buffer, expected: number): Promise<Buffer> => {
  const inflate = createInflate({ chunkSize: 65_536 });
  inflate.end(packed);
  let size = 0;
  try {
    for await (const part of inflate) {
      size += part.length;
      if (size > expected) break; // a bomb is not unpacked any further
    }
  } catch {
    throw new Unfit('broken');
  }
  if (size !== expected) throw new Unfit('broken');
  return packed.subarray(0, inflate.bytesWritten);
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
};
