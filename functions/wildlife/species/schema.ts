import * as z from 'zod';

/** Protection classes: 国家一级, 国家二级, the region's own, 三有, none; and whatever class an administrator adds to the local list. */
export const CLASSES = ['national-1', 'national-2', 'regional', 'protected', 'none'] as const;

export const CLASS_CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;
export const classCode = z.string().regex(CLASS_CODE);
export type ClassCode = z.infer<typeof classCode>;

/** Which animals of the species the class is for, where it is not for all. */
export const limit = z.enum(['wild', 'landlocked']);

/** A species of a list, or a group (an order, a family, a genus) of which every species is listed. */
export interface Species {
  key: string;
  nameZh: string;
  scientificName: string;
  /** Of a group: the lowest class that follows. */
  classCode: ClassCode;
  limit?: z.infer<typeof limit>;
  isGroup: boolean;
  /** Former and variant names; one that fits several entries stands at each of them. */
  aliases: string[];
  /** The names without tones or spaces, and their first letters; computed when the list was converted. */
  spelled: { full: string; initials: string }[];
}
