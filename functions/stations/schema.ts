import * as z from 'zod';
import { areaCode, coordinates, date, line, phone, version } from '../../shared/fields.ts';
import { names, unitId } from '../directory/schema.ts';

/** Rest stations for people who work outdoors (爱心驿站): where they are, when they are open, what they have. */

/** Addresses below /stations that are no station's. */
const RESERVED = ['faults', 'kept'];

export const stationId = () =>
  unitId().refine((id) => !RESERVED.includes(id), { error: 'is reserved', params: { code: 'reserved' } });

export const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
export type Weekday = z.infer<typeof weekday>;

/** The whole day, as a day's hours say it. */
export const ALL_DAY = '00:00-24:00';
export const CLOSED = 'closed';

const TIME = '([01]\\d|2[0-3]):[0-5]\\d';
const SPAN = `${TIME}-(${TIME}|24:00)`;

/**
 * A day's hours: `closed`, or up to four spans `08:30-12:30,14:30-18:30`, wall-clock in Asia/Shanghai. A span that ends
 * before it begins runs into the next day; `00:00-24:00` is the whole day.
 */
export const dayHours = () =>
  z
    .string()
    .transform((s) => s.replace(/\s/g, '').replaceAll('，', ',').replaceAll('：', ':'))
    .pipe(
      z.string().regex(new RegExp(`^(${CLOSED}|${SPAN}(,${SPAN}){0,3})$`), { error: 'is not hours like 08:30-18:30' }),
    );

const week = (day: z.ZodType<string, string>) =>
  z.strictObject(Object.fromEntries(weekday.options.map((d) => [d, day])) as Record<Weekday, typeof day>);

export const hours = week(dayHours());
export type Hours = z.infer<typeof hours>;

/** Days on which a station is closed whatever its week says, both included. */
export const closing = z.strictObject({ from: date(), to: date(), reason: line(60).optional() });

export const facilityKind = z.enum([
  'water',
  'seats',
  'charging',
  'books',
  'microwave',
  'fridge',
  'first-aid',
  'heating',
  'wifi',
  'toilet',
  'rain-gear',
  'other',
]);

/** What a charger fits: telephones (USB, Lightning), tools and bicycles (sockets). */
export const connector = z.enum(['usb-a', 'usb-c', 'lightning', 'micro-usb', 'socket', 'e-bike']);

/** Something a station has, how many of it, and what there is to say of it. */
export const facility = z.strictObject({
  kind: facilityKind,
  /** For charging only. */
  connector: connector.optional(),
  count: z.number().int().min(1).max(500).optional(),
  note: line(100).optional(),
});
export type Facility = z.infer<typeof facility>;

/** What a facility is called in addresses and faults: its kind, for charging with the connector. Unique in a station. */
export const facilityId = z.string().regex(/^[a-z]+(-[a-z]+){0,4}$/);

const address = z.strictObject({ zh: line(120), bo: line(240).optional(), en: line(240).optional() });

/** What the unit that keeps a station may set. */
export const stationInput = z.strictObject({
  name: names,
  /** The unit that keeps it. */
  unit: unitId(),
  /** The police post in the same building, where urgent help is asked first. */
  post: unitId().optional(),
  address,
  coordinates: coordinates().optional(),
  /** Why the coordinates are not exact, where they are not. */
  approximate: line(200).optional(),
  /** Codes of the divisions it lies in and serves. */
  areas: z.array(areaCode()).min(1).max(40),
  /** Streets and communities it serves. */
  serves: z.array(line(60)).max(40).default([]),
  phone: phone().optional(),
  hours,
  closings: z.array(closing).max(40).default([]),
  /** On public holidays and the unit's own days off: as usual, or closed. */
  holidays: z.enum(['as-usual', 'closed']).default('as-usual'),
  facilities: z.array(facility).max(40).default([]),
  /** Taken out of service for good, it is not shown to the public any more; its record stays. */
  active: z.boolean().default(true),
});

export type StationInput = z.infer<typeof stationInput>;

export const station = z.object({
  ...stationInput.shape,
  id: stationId(),
  /** 0 while it is new; a change names the version it was made on. */
  version: version(),
  updatedAt: z.string().optional(),
});
export type Station = z.infer<typeof station>;

/** Whether some of it still works, or nothing. */
export const extent = z.enum(['some', 'all']);

/** A facility that is reported broken and not mended yet. */
export const broken = z.object({
  station: z.string(),
  facility: z.string(),
  fault: z.string(),
  since: z.string(),
  /** How often it was reported. */
  count: z.number(),
  extent,
  /** Somebody says that it is dangerous. */
  unsafe: z.boolean().default(false),
  acknowledged: z.boolean(),
});
export type Broken = z.infer<typeof broken>;
