import * as z from 'zod';

/** What a photo can belong to. Never a tip-off: those promise to keep nothing that tells of their sender. */
export const owner = z.enum(['case', 'task', 'rectification']);

/** What a photo belongs to. */
export const subject = z.strictObject({ kind: owner, id: z.string().regex(/^[0-9a-z-]{8,64}$/) });
export type Subject = z.infer<typeof subject>;

/** Why a photo was not kept. */
export const reason = z.enum(['not-an-image', 'unsupported', 'broken', 'too-large', 'too-many-pixels']);
export type Reason = z.infer<typeof reason>;

export const imageType = z.enum(['image/jpeg', 'image/png', 'image/webp']);
export type ImageType = z.infer<typeof imageType>;

/** A picture as it is kept: its type by content, its size in pixels and bytes, and the digest of its bytes. */
export const picture = z.object({
  type: imageType,
  width: z.number().int(),
  height: z.number().int(),
  size: z.number().int(),
  sha256: z.string(),
});
export type Picture = z.infer<typeof picture>;

/** What is remembered of a photo. `client` is the name the sender's device gave it: the same name is the same photo. */
export const photo = z.object({
  n: z.number().int().min(1),
  client: z.string(),
  state: z.enum(['expected', 'kept', 'refused']),
  askedAt: z.string(),
  settledAt: z.string().optional(),
  /** Who of the staff added it, by name and by id; absent where the reporter did. */
  by: z.string().optional(),
  byId: z.string().optional(),
  picture: picture.optional(),
  reason: reason.optional(),
});
export type Photo = z.infer<typeof photo>;

/** What announces a photo. */
export const announced = z.strictObject({
  photo: z
    .string()
    .regex(/^[0-9a-zA-Z-]{8,64}$/)
    .optional()
    .meta({ widget: 'hidden' }),
});

/** The number of a photo that shows what was done; it was handed in before, and is kept. */
export const shownBy = z
  .string()
  .regex(/^\d{1,3}$/)
  .meta({ widget: 'photo' });

/** How to send it: a form to be posted with these fields, and the file last under the name `file`. */
export const upload = z.object({
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  largest: z.number(),
  until: z.string(),
});
export type Upload = z.infer<typeof upload>;

/** A photo as whoever may see it gets it; `address` opens it for some minutes. */
export const photoView = z.object({
  n: z.number(),
  state: photo.shape.state,
  at: z.string(),
  by: z.string().optional(),
  text: z.string(),
  width: z.number().optional(),
  height: z.number().optional(),
  size: z.number().optional(),
  type: imageType.optional(),
  address: z.string().optional(),
});
export type PhotoView = z.infer<typeof photoView>;

export const photoList = z.object({ photos: z.array(photoView), most: z.number() });

/** The same for staff, and whether whoever asks may add one more. */
export const staffPhotoList = photoList.extend({ mayAdd: z.boolean() });
export type PhotoList = z.infer<typeof staffPhotoList>;

/** The answer to an announcement; `upload` is absent for a photo that is settled already. */
export const placed = z.object({ n: z.number(), state: photo.shape.state, upload: upload.optional() });
export type Placed = z.infer<typeof placed>;
