import * as z from 'zod';
import { areaCode, date, line, text } from '../../../shared/fields.ts';
import { named } from '../../../shared/workflow/lifecycle.ts';

/** Public events: a talk, a consultation, an exhibition that is open for months. */

export const eventKind = z.enum(['exhibition', 'talk', 'consultation', 'activity']);

const wording = z.strictObject({ title: line(60), about: text(1000) });
const wordings = z.strictObject({ zh: wording.optional(), bo: wording.optional(), en: wording.optional() });

/** A wall-clock time in Asia/Shanghai. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7']);

export const eventInput = z.strictObject({
  kind: eventKind,
  text: wordings,
  place: line(100),
  area: areaCode(),
  /** Without a first day it is on from the day it is announced. */
  first: date().optional(),
  /** The last day; an exhibition closes then. */
  last: date(),
  opens: time.optional(),
  closes: time.optional(),
  /** Days of the week on which it is not open, 1 Monday to 7 Sunday. */
  closedOn: z.array(weekday).max(6).default([]),
  free: z.boolean().default(true),
  contact: line(100).optional(),
  /** The campaign that it belongs to. */
  campaign: z
    .string()
    .regex(/^[0-9a-f]{20}$/)
    .optional(),
});
export type EventInput = z.infer<typeof eventInput>;

/** What it is to be instead, all of it; a talk stays a talk. */
export const change = eventInput.omit({ kind: true, campaign: true });
export type Change = z.infer<typeof change>;

export const cancel = z.strictObject({ reason: text(300) });

export const eventData = z.object({
  ...eventInput.shape,
  first: z.string(),
  unit: z.string(),
  /** The instants at which it begins and is over. */
  begins: z.string(),
  ends: z.string(),
  by: named,
  openedAt: z.string(),
  changedAt: z.string(),
  /** Counts its changes; calendars take the higher one. */
  revision: z.number(),
  cancelled: z.object({ at: z.string(), by: named, reason: z.string() }).optional(),
});
export type EventData = z.infer<typeof eventData>;

export const eventStage = z.enum(['announced', 'underway', 'over', 'cancelled']);
export type EventStage = z.infer<typeof eventStage>;

/** What an index holds of an event: all that the public sees. */
export const eventCard = eventData
  .omit({ by: true, openedAt: true, cancelled: true })
  .extend({ id: z.string(), stage: eventStage, reason: z.string().optional() });
export type EventCard = z.infer<typeof eventCard>;
