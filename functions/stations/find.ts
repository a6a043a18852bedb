import type { Language } from '../../shared/fields.ts';
import type { Moment } from '../../shared/time.ts';
import { brokenAnywhere, brokenAt, stations } from './lookup.ts';
import { findStations, type Point } from './rules.ts';
import type { Broken, Station } from './schema.ts';
import { holidaysFor, opennessOf, type StationView, viewsOf } from './views.ts';

/** Stations as they are asked for, with what is broken in them now. */

interface Query {
  q?: string;
  area?: string;
  facility?: string;
  open?: 'true' | 'false';
  near?: string;
  limit: number;
}

/** The point that `latitude,longitude` names. */
export const pointOf = (near: string): Point => {
  const [latitude = 0, longitude = 0] = near.split(',').map(Number);
  return { latitude, longitude };
};

/** The stations that are asked for, nearest first, as they are at an instant. */
export const shownStations = async (query: Query, language: Language, at: Moment): Promise<StationView[]> => {
  const [all, marks] = await Promise.all([stations(), brokenAnywhere()]);
  const byStation = Map.groupBy(marks, (b) => b.station);
  const brokenIn = (id: string): Broken[] => byStation.get(id) ?? [];
  const { q: words, area, facility, near, limit } = query;
  const wanted = {
    words,
    area,
    facility,
    open: query.open === 'true',
    near: near === undefined ? undefined : pointOf(near),
  };
  const found = findStations(all, wanted, at, { brokenAt: brokenIn, holidaysOf: await holidaysFor(all) });
  return viewsOf(found.slice(0, limit), brokenIn, language);
};

/** One station as it is at an instant: what has just been reported broken is told. */
export const shownStation = async (station: Station, language: Language, at: Moment): Promise<StationView> => {
  const [marks, open] = await Promise.all([brokenAt(station.id), opennessOf(station, at)]);
  const [shown] = await viewsOf([{ station, openness: open }], () => marks, language);
  return shown as StationView;
};
