import * as z from 'zod';
import type { Language } from '../../shared/fields.ts';
import type { Moment } from '../../shared/time.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { dayKind } from '../../shared/working-days.ts';
import { localDaysOfAll } from '../directory/local-days.ts';
import { units } from '../directory/lookup.ts';
import type { Unit } from '../directory/schema.ts';
import { nameIn } from '../directory/views.ts';
import { extentOf, type Found, facilityIdOf, type IsHoliday, type Openness, openness } from './rules.ts';
import {
  type Broken,
  broken,
  connector,
  type Facility,
  facilityKind,
  type Station,
  station as stationSchema,
} from './schema.ts';
import { facilityName, wordsIn } from './words.ts';

/** What the public API and the pages say of a station. */

const shownFacility = z.object({
  /** What a fault report calls it. */
  id: z.string(),
  kind: facilityKind,
  connector: connector.optional(),
  text: z.string(),
  count: z.number().optional(),
  note: z.string().optional(),
  broken: broken.omit({ station: true, facility: true, fault: true }).optional(),
});
export type ShownFacility = z.infer<typeof shownFacility>;

export const stationView = stationSchema
  .omit({ name: true, address: true, unit: true, post: true, facilities: true })
  .extend({
    name: z.string(),
    address: z.string(),
    unit: named,
    post: named.optional(),
    facilities: z.array(shownFacility),
    /** Open now until when, or closed now until when; no moment: around the clock, or not within two months. */
    open: z.object({ now: z.boolean(), until: z.string().optional(), from: z.string().optional() }),
    /** Whole metres from where it was asked. */
    distance: z.number().optional(),
  });
export type StationView = z.infer<typeof stationView>;

export const stationList = z.object({ stations: z.array(stationView) });

/** Which dates are holidays for each station, by the calendar of the unit that keeps it; asked only where it matters. */
export const holidaysFor = async (all: Station[]): Promise<(station: Station) => IsHoliday> => {
  const closing = all.filter((s) => s.holidays === 'closed');
  const local = closing.length > 0 ? await localDaysOfAll([...new Set(closing.map((s) => s.unit))]) : new Map();
  return ({ unit }) =>
    (date) =>
      dayKind(date, local.get(unit)) === 'holiday';
};

/** When a station is open, seen from an instant. */
export const opennessOf = async (station: Station, at: Moment): Promise<Openness> =>
  openness(station, at, (await holidaysFor([station]))(station));

/** Stations as they are told, with the names of their units; what is broken by station. */
export const viewsOf = async (
  found: Found[],
  brokenIn: (station: string) => Broken[],
  language: Language,
): Promise<StationView[]> => {
  const ids = found.flatMap(({ station: { unit, post } }) => [unit, ...(post === undefined ? [] : [post])]);
  const known = new Map((await units(ids)).map((u) => [u.id, u]));
  return found.map((f) => viewOf(f, brokenIn(f.station.id), known, language));
};

const viewOf = (
  { station, openness: open, distance }: Found,
  marks: Broken[],
  known: Map<string, Unit>,
  language: Language,
): StationView => {
  const unitNamed = (id: string) => {
    const found = known.get(id);
    return { id, name: found ? nameIn(found, language) : id };
  };
  return {
    ...station,
    name: station.name[language] ?? station.name.zh,
    address: station.address[language] ?? station.address.zh,
    unit: unitNamed(station.unit),
    post: station.post === undefined ? undefined : unitNamed(station.post),
    facilities: facilitiesOf(station, marks, language),
    open: open.open ? { now: true, until: open.until } : { now: false, from: open.from },
    distance: distance === undefined ? undefined : Math.round(distance),
  };
};

const facilitiesOf = ({ facilities }: Station, marks: Broken[], language: Language): ShownFacility[] => {
  const t = wordsIn(language);
  return facilities.map((f) => {
    const id = facilityIdOf(f);
    const mark = marks.find((b) => b.facility === id);
    return { ...f, id, text: facilityName(id, t), ...(mark ? { broken: markOf(mark, f) } : {}) };
  });
};

const markOf = (mark: Broken, facility: Facility) => {
  const { since, count, acknowledged, unsafe } = mark;
  return { since, count, acknowledged, unsafe, extent: extentOf(facility, mark) };
};
