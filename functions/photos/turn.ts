import { decode, encode } from 'jpeg-js';
import { Unfit } from './rules.ts';

/** Longest side of a picture that had to be turned, in pixels: it is drawn anew anyhow, so it may as well be small. */
const LONGEST = 2048;
const QUALITY = 85;
/** For unpacking, in MB as the codec counts it; the largest picture that is turned needs less. */
const MEMORY = 1000;

interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A JPEG drawn anew, upright; throws `broken` where it cannot be unpacked. `orientation` is EXIF's, 2 to 8. */
export const turnUpright = (jpeg: Buffer, orientation: number): Buffer => {
  const picture = smaller(unpacked(jpeg));
  return encode(upright(picture, orientation), QUALITY).data;
};

const unpacked = (jpeg: Buffer): Pixels => {
  try {
    return decode(jpeg, { useTArray: true, maxMemoryUsageInMB: MEMORY });
  } catch {
    throw new Unfit('broken');
  }
};

/** Every so many pixels become one, their mean. */
const smaller = ({ width, height, data }: Pixels): Pixels => {
  const step = Math.ceil(Math.max(width, height) / LONGEST);
  if (step === 1) return { width, height, data };
  const made = { width: Math.floor(width / step) || 1, height: Math.floor(height / step) || 1 };
  const small = new Uint8Array(made.width * made.height * 4);
  const [across, down] = [Math.min(step, width), Math.min(step, height)];
  for (let y = 0; y < made.height; y++)
    for (let x = 0; x < made.width; x++) {
      const to = (y * made.width + x) * 4;
      for (let c = 0; c < 4; c++) small[to + c] = meanOf(data, width, { x: x * step, y: y * step, across, down, c });
    }
  return { ...made, data: small };
};

interface Block {
  x: number;
  y: number;
  across: number;
  down: number;
  c: number;
}

const meanOf = (data: Uint8Array, width: number, { x, y, across, down, c }: Block): number => {
  let sum = 0;
  for (let j = 0; j < down; j++) for (let i = 0; i < across; i++) sum += data[((y + j) * width + x + i) * 4 + c] ?? 0;
  return Math.round(sum / (across * down));
};

/** From which pixel of the picture as it lies one of the upright picture comes, by orientation; `w` and `h` as it lies. */
const SOURCES: Record<number, (x: number, y: number, w: number, h: number) => [x: number, y: number]> = {
  2: (x, y, w) => [w - 1 - x, y],
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
  4: (x, y, _, h) => [x, h - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _, h) => [y, h - 1 - x],
  7: (x, y, w, h) => [w - 1 - y, h - 1 - x],
  8: (x, y, w) => [w - 1 - y, x],
};

const upright = (lying: Pixels, orientation: number): Pixels => {
  const source = SOURCES[orientation];
  if (!source) return lying;
  const { width: w, height: h } = lying;
  const [width, height] = orientation > 4 ? [h, w] : [w, h];
  const from = new Uint32Array(lying.data.buffer, lying.data.byteOffset, w * h);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [sx, sy] = source(x, y, w, h);
      to[y * width + x] = from[sy * w + sx] ?? 0;
    }
  return { width, height, data: new Uint8Array(to.buffer) };
};
