import type { Language } from '../../shared/fields.ts';
import { station as stationOf } from '../stations/lookup.ts';

/** The board of a station. */
export interface Board {
  id: string;
  /** That it lies in and serves; none where no such station is known. */
  areas: string[];
  /** What the station is called, while it is in service. */
  name?: string;
}

export const boardOf = async (id: string, language: Language): Promise<Board> => {
  const station = await stationOf(id);
  if (!station) return { id, areas: [] };
  const { areas, name, active } = station;
  return { id, areas, ...(active ? { name: name[language] ?? name.zh } : {}) };
};
