import { createHash } from 'node:crypto';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng, PNG_SIGNATURE } from './png.ts';
import { LARGEST, Unfit } from './rules.ts';
import type { ImageType, Picture } from './schema.ts';
import { cleanWebp, isWebp } from './webp.ts';

/** A picture fit to be kept and shown: nothing in it but the picture. */
export interface Cleaned {
  bytes: Buffer;
  picture: Picture;
}

/**
 * What is to be kept of a file that somebody sent. Its type is told by its content; only what is known to make up the
 * picture is taken over, so nothing that could tell of the sender remains (GPS, camera, names, previews, hidden data).
 * Throws `Unfit` for everything that is not a whole picture of a size that a browser can show, and nothing else.
 */
export const cleaned = async (file: Buffer): Promise<Cleaned> => {
  if (file.length > LARGEST) throw new Unfit('too-large');
  const { type, bytes, width, height } = await byContent(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, picture: { type, width, height, size: bytes.length, sha256 } };
};

interface Clean {
  type: ImageType;
  bytes: Buffer;
  width: number;
  height: number;
}

const byContent = async (file: Buffer): Promise<Clean> => {
  if (file.subarray(0, 3).equals(JPEG_START)) return { type: 'image/jpeg', ...(await uprightJpeg(file)) };
  if (file.subarray(0, 8).equals(PNG_SIGNATURE)) return { type: 'image/png', ...(await cleanPng(file)) };
  if (isWebp(file)) return { type: 'image/webp', ...cleanWebp(file) };
  throw new Unfit(isOtherImage(file) ? 'unsupported' : 'not-an-image');
};

const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/** What can be drawn anew in the memory there is; twice what phones take. A larger picture stays as it lies. */
const TURNED_PIXELS = 25_000_000;

/** How the camera was held goes with the EXIF data: a picture that lies on its side is drawn anew, all others are not. */
const uprightJpeg = async (file: Buffer): Promise<Omit<Clean, 'type'>> => {
  const { orientation, ...clean } = cleanJpeg(file);
  if (orientation === 1 || clean.width * clean.height > TURNED_PIXELS) return clean;
  const { turnUpright } = await import('./turn.ts'); // a codec that few photos need
  const { orientation: _, ...turned } = cleanJpeg(turnUpright(clean.bytes, orientation));
  return turned;
};

/** HEIC and AVIF, GIF, TIFF, BMP: pictures, but none that we keep. */
const isOtherImage = (file: Buffer): boolean =>
  /^(heic|heix|hevc|mif1|msf1|avif|avis)$/.test(file.toString('latin1', 8, 12)) ||
  /^(GIF8|II\*\0|MM\0\*|BM)/.test(file.toString('latin1', 0, 4));
