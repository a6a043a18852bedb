import { checkPixels, Unfit } from './rules.ts';

/**
 * JPEG (ITU-T T.81, annex B) with nothing in it but the picture: its tables, its frame and its scans are taken over byte by
 * byte; whatever else stands in the file (EXIF, XMP, IPTC, colour profiles, comments, previews, what follows the end) is not.
 */

export interface CleanJpeg {
  bytes: Buffer;
  width: number;
  height: number;
  /** How the camera was held, 1 to 8 as EXIF has it; 1 is upright. It goes with the EXIF data. */
  orientation: number;
}

const END = 0xd9;
const START_OF_SCAN = 0xda;
/** Baseline, extended, progressive: what browsers show. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Quantisation tables, Huffman tables, restart interval. */
const TABLES = [0xdb, 0xc4, 0xdd];
const EXIF = 0xe1;
const ADOBE = 0xee;
const COMMENT = 0xfe;

/** Progressive pictures have about ten; a file of thousands keeps whoever unpacks it busy for hours. */
const MOST_SCANS = 40;

const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, END]);

/** Throws `Unfit` for whatever is no whole JPEG. */
export const cleanJpeg = (file: Buffer): CleanJpeg => {
  const parts: Buffer[] = [SOI];
  let frame: Frame | undefined;
  let scans = 0;
  let orientation = 1;
  for (let at = SOI.length; ; ) {
    const { marker, whole, data, end } = segmentAt(file, at);
    at = end;
    if (marker === END) break;
    if (FRAMES.includes(marker)) {
      if (frame) throw new Unfit('broken');
      frame = frameOf(data);
      parts.push(whole);
    } else if (TABLES.includes(marker)) parts.push(whole);
    else if (marker === START_OF_SCAN) {
      at = endOfScan(file, end);
      parts.push(whole, file.subarray(end, at));
      if (++scans > MOST_SCANS) throw new Unfit('broken');
    } else if (marker === EXIF) orientation = orientationOf(data) ?? orientation;
    else if (marker === ADOBE) parts.push(...colours(data));
    else if (!isPassedOver(marker)) throw new Unfit('unsupported');
  }
  if (!frame || scans === 0) throw new Unfit('broken');
  return { bytes: Buffer.concat([...parts, EOI]), ...frame, orientation };
};

const isPassedOver = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === COMMENT;

interface Segment {
  marker: number;
  /** With its marker and length. */
  whole: Buffer;
  data: Buffer;
  end: number;
}

const segmentAt = (file: Buffer, from: number): Segment => {
  if (file[from] !== 0xff) throw new Unfit('broken');
  let at = from;
  while (file[at] === 0xff) at++; // any number of fill bytes
  const marker = file[at] ?? 0;
  if (marker === END) return { marker, whole: EOI, data: EOI.subarray(2), end: at + 1 };
  const length = at + 3 <= file.length ? file.readUInt16BE(at + 1) : 0;
  const end = at + 1 + length;
  if (length < 2 || end > file.length) throw new Unfit('broken');
  return { marker, whole: file.subarray(at - 1, end), data: file.subarray(at + 3, end), end };
};

/** Where the entropy-coded data ends: at the first marker that is neither a stuffed byte nor a restart. */
const endOfScan = (file: Buffer, from: number): number => {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at)) {
    const next = file[at + 1] ?? END + 1;
    const inside = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!inside && next !== 0xff) return at;
    at += inside ? 2 : 1;
  }
  throw new Unfit('broken');
};

interface Frame {
  width: number;
  height: number;
}

/** The picture's size, before anybody unpacks it. A height that comes later (DNL) is not taken. */
const frameOf = (data: Buffer): Frame => {
  const components = data[5] ?? 0;
  if (data.length !== 6 + 3 * components || ![1, 3, 4].includes(components)) throw new Unfit('broken');
  if (data[0] !== 8) throw new Unfit('unsupported');
  const [height, width] = [data.readUInt16BE(1), data.readUInt16BE(3)];
  checkPixels(width, height);
  return { width, height };
};

/** Adobe's segment says how colours are meant. Where it says what goes without saying it is left out, else written anew. */
const colours = (data: Buffer): Buffer[] => {
  if (data.length < 12 || data.toString('latin1', 0, 5) !== 'Adobe' || data[11] === 1) return [];
  const anew = Buffer.from([0xff, ADOBE, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, data[11] ?? 0]);
  return [anew];
};

const ORIENTATION = 0x0112;

/** The tag Orientation of EXIF's first directory; undefined where there is none that makes sense. */
const orientationOf = (data: Buffer): number | undefined => {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined;
  const tiff = data.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = Math.min(short(directory), 200);
  const entries = Array.from({ length: count }, (_, i) => directory + 2 + 12 * i);
  const found = entries.find((at) => short(at) === ORIENTATION);
  const value = found === undefined ? 0 : short(found + 8);
  return value >= 1 && value <= 8 ? value : undefined;
};
