import * as z from 'zod';
import { person } from '../../shared/auth.ts';
import { areaCode, email, line, phone, version as seenVersion } from '../../shared/fields.ts';

/** What an organisation is called, in the languages it has a name in. */
export const names = z.strictObject({ zh: line(60), bo: line(120).optional(), en: line(120).optional() });

export const unitKind = z.enum([
  'bureau',
  'ranger-team',
  'rescue-centre',
  'institute',
  'association',
  'community',
  'township',
  'station',
  'veterinary-station',
  'service-team',
  'union',
  'police-post',
  'anti-drug-unit',
  'platform',
]);

/** Counts the edits of a thing: 0 while it is new. A change names the version it was made on. */
const version = seenVersion().default(0);

export const unitId = () =>
  z
    .string()
    .regex(/^[a-z0-9](-?[a-z0-9]){1,59}$/, { error: 'is not a unit id: lower-case letters, digits and single dashes' });

export const unitAt = z.strictObject({ unit: unitId() });

const settings = z.record(z.string().max(60), z.unknown()).default({});

/** An organisation that works: it covers areas, has members, and may belong to another. */
export const unit = z.object({
  id: unitId(),
  kind: unitKind,
  name: names,
  areas: z.array(areaCode()).max(200),
  parent: unitId().optional(),
  email: email().optional(),
  phone: phone().optional(),
  /** Takes in animals that others hand over. */
  receives: z.boolean().default(false),
  /** By section, as each capability declares it; what is stored and is no such thing sets nothing. */
  settings: settings.catch({}),
  version,
});
export type Unit = z.infer<typeof unit>;

/** A unit as it may be given. */
export const unitInput = z.strictObject({ ...unit.shape, settings });

/** What the index holds of a unit, enough to list them. */
export const unitCard = unit.pick({ kind: true, name: true, areas: true, parent: true, receives: true });
export const listedUnit = unitCard.extend({ id: unitId() });
export type ListedUnit = z.infer<typeof listedUnit>;

/** A person of the staff with the version of what is kept of them. */
export const staff = person.extend({ version });
export type Staff = z.infer<typeof staff>;

/** `wildlife`, `reward`, …: what is routed. */
export const routeType = () => z.string().regex(/^[a-z][a-z-]{1,39}$/);

/** An area code, or `*` for everywhere. */
export const routeArea = () => z.union([z.literal('*'), areaCode()], { error: 'is not an area code, nor *' });

/** Which unit gets what comes in from an area. */
export const route = z.object({ type: routeType(), area: routeArea(), unit: unitId(), version });
export type AreaRoute = z.infer<typeof route>;
export const listedRoute = route.omit({ version: true });
export type ListedRoute = z.infer<typeof listedRoute>;

const levelOfLength: Record<number, Division['level']> = { 2: 'region', 4: 'prefecture', 6: 'county', 9: 'township' };

/** A division that the published list does not have (yet). */
export const division = z.object({
  code: areaCode(),
  name: line(60),
  level: z.enum(['region', 'prefecture', 'county', 'township']),
  parent: areaCode().optional(),
  version,
});
export type Division = z.infer<typeof division>;

/** Level and parent follow from the code's length. */
export const divisionOf = (code: string, name: string): Division => ({
  code,
  name,
  level: levelOfLength[code.length] ?? 'township',
  parent: code.length === 9 ? code.slice(0, 6) : code.slice(0, -2) || undefined,
  version: 0,
});

export const speciesKey = () => z.string().regex(/^[a-z0-9](-?[a-z0-9]){1,59}$/);

/** An entry of the region's own list, or any species that no published list has. */
export const localSpeciesEntry = z.object({
  key: speciesKey(),
  nameZh: line(60),
  scientificName: line(100).optional(),
  classCode: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  aliases: z.array(line(60)).max(50).default([]),
  version,
});
export type LocalSpecies = z.infer<typeof localSpeciesEntry>;
