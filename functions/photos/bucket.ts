import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import type { Cleaned } from './image.ts';
import { LARGEST, LARGEST_TOLD, Unfit, UPLOAD_SECONDS, uploadUntil } from './rules.ts';
import { owner, type Photo, type Picture, type Subject, type Upload } from './schema.ts';

/**
 * Where the bytes are. What people send lies under `incoming/` until it is looked at, and nobody can read it there but the
 * function that looks; what is kept lies under `photos/`, named after its content.
 */

const env = environment(z.object({ PHOTOS_BUCKET: z.string().min(1) }));

const s3 = new S3Client({ maxAttempts: 4 });

const incoming = ({ kind, id }: Subject, n: number): string => `incoming/${kind}/${id}/${n}`;
const kept = ({ kind, id }: Subject, n: number, { sha256 }: Picture): string => `photos/${kind}/${id}/${n}-${sha256}`;

/** The photo that a key under `incoming/` belongs to; undefined for any other key. */
export const photoOfKey = (key: string): { subject: Subject; n: number } | undefined => {
  const [, kind, id = '', n] = /^incoming\/([a-z]+)\/([0-9a-z-]+)\/(\d{1,3})$/.exec(key) ?? [];
  const known = owner.safeParse(kind);
  return known.success ? { subject: { kind: known.data, id }, n: Number(n) } : undefined;
};

/** The form that puts one photo in its place; `then` is where a browser without script goes on to, and reads what became of it. */
export const uploadForm = async (subject: Subject, photo: Photo, then?: string): Promise<Upload> => {
  const { url, fields } = await createPresignedPost(s3, {
    Bucket: env().PHOTOS_BUCKET,
    Key: incoming(subject, photo.n),
    Conditions: [['content-length-range', 1, then === undefined ? LARGEST : LARGEST_TOLD]],
    Fields: then === undefined ? {} : { success_action_redirect: then },
    Expires: UPLOAD_SECONDS,
  });
  return { url, fields, largest: LARGEST, until: uploadUntil(photo) };
};

/** How long an address that opens a photo does so, in seconds. */
export const OPEN_SECONDS = 300;

/** An address that opens a kept photo for some minutes, as a picture and as nothing else. */
export const addressOf = (subject: Subject, n: number, picture: Picture): Promise<string> =>
  getSignedUrl(
    s3,
    new GetObjectCommand({
      Bucket: env().PHOTOS_BUCKET,
      Key: kept(subject, n, picture),
      ResponseContentType: picture.type,
      ResponseContentDisposition: 'inline',
      ResponseCacheControl: `private, max-age=${OPEN_SECONDS}`,
    }),
    { expiresIn: OPEN_SECONDS },
  );

/** What was sent; undefined where it has been dealt with before. Throws `Unfit` rather than read more than a photo has. */
export const readIncoming = async (subject: Subject, n: number): Promise<Buffer | undefined> => {
  try {
    const Key = incoming(subject, n);
    const { Body, ContentLength = 0 } = await s3.send(new GetObjectCommand({ Bucket: env().PHOTOS_BUCKET, Key }));
    if (ContentLength > LARGEST) {
      (Body as Readable).destroy(); // its connection is free for the next
      throw new Unfit('too-large');
    }
    return Body && Buffer.from(await Body.transformToByteArray());
  } catch (e) {
    if (e instanceof NoSuchKey) return undefined;
    throw e;
  }
};

export const removeIncoming = async (subject: Subject, n: number): Promise<void> => {
  await s3.send(new DeleteObjectCommand({ Bucket: env().PHOTOS_BUCKET, Key: incoming(subject, n) }));
};

export const keep = async (subject: Subject, n: number, { bytes, picture }: Cleaned): Promise<void> => {
  const Key = kept(subject, n, picture);
  await s3.send(new PutObjectCommand({ Bucket: env().PHOTOS_BUCKET, Key, Body: bytes, ContentType: picture.type }));
};
