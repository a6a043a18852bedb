import { conflict } from '../../shared/errors.ts';
import { between, type Moment, plus } from '../../shared/time.ts';
import type { Photo, Reason } from './schema.ts';

/** What a photo may be, and how many there may be of one thing. */

/** Photos of one case, task or rectification that are kept or on their way: so many from its reporter, as many from staff. */
export const MOST = 5;
/** A photo's bytes as it is sent: 5 MiB, and so no photo of 5 MB is too large however a phone counts. */
export const LARGEST = 5 * 1024 * 1024;
/** What a form without script lets in: a phone's photo as it is, so that one too large is refused in words and not by the bucket. */
export const LARGEST_TOLD = 25 * 1024 * 1024;
/** Pixels of a picture. Twelve millions are usual; what unpacks to more than this is a bomb or of no use to anybody here. */
export const PIXELS = 40_000_000;
/** How long a place is held for a photo that was announced: its form of upload, and somewhat more for the check. In ms. */
export const HELD_MS = 20 * 60_000;
/** How long an upload may begin after it was asked for, in seconds. */
export const UPLOAD_SECONDS = 15 * 60;
/** Photos of one thing that were ever announced, refused and forgotten ones too: nobody goes on for ever. */
export const ATTEMPTS = 40;

/** Why a picture is not kept. Thrown by whatever looks into a file, and nothing else is. */
export class Unfit extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

/** Throws `too-many-pixels` for a picture that nobody should unpack, `broken` for one without any. */
export const checkPixels = (width: number, height: number): void => {
  if (width < 1 || height < 1) throw new Unfit('broken');
  if (width * height > PIXELS) throw new Unfit('too-many-pixels');
};

/** A photo that was announced and has not come in time: its place is free again. */
export const hasLapsed = ({ state, askedAt }: Photo, at: Moment): boolean =>
  state === 'expected' && between(askedAt, at) > HELD_MS;

const takesPlace = (photo: Photo, at: Moment): boolean => photo.state !== 'refused' && !hasLapsed(photo, at);

/** Who announces a photo, and by which name of theirs for it: the same name is the same photo. */
export interface Announced {
  client: string;
  /** Who of the staff; absent for the reporter. */
  by?: { id: string; name: string };
}

/** What a form without script calls the photo that comes after one, so that pressing it twice asks for one place. */
export const nameAfter = (n: number): string => `added-after-${n}`;

export const isReporters = ({ by }: Pick<Photo, 'by'>): boolean => by === undefined;

/**
 * The photo to be sent now: one that was announced before by the same name, which may be settled already, or a new one.
 * Throws `too-many-photos` where there is no place left.
 */
export const placeFor = (photos: Photo[], { client, by }: Announced, at: Moment): Photo => {
  const alike = photos.filter((p) => isReporters(p) === (by === undefined)); // nobody takes the places of the others
  const known = alike.find((p) => p.client === client && !hasLapsed(p, at));
  if (known) return known.state === 'expected' ? { ...known, askedAt: at } : known;
  if (alike.filter((p) => takesPlace(p, at)).length >= MOST || alike.length >= ATTEMPTS)
    throw conflict('too-many-photos', `There are ${MOST} photos already.`, { most: MOST });
  const n = Math.max(0, ...photos.map((p) => p.n)) + 1;
  return { n, client, state: 'expected', askedAt: at, by: by?.name, byId: by?.id };
};

/** When the upload that was asked for may begin at the latest. */
export const uploadUntil = ({ askedAt }: Photo): Moment => plus(askedAt, UPLOAD_SECONDS * 1000);
