import { station as stationOf } from '../stations/lookup.ts';

/** The areas that a station lies in and serves; none where no such station is known. */
export const areasOfStation = async (station: string): Promise<string[]> => (await stationOf(station))?.areas ?? [];
