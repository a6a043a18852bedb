import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { cached } from '../directory/cache.ts';
import { type Broken, broken, type Station, station as stationSchema } from './schema.ts';

/** What other capabilities may know of stations. Stations are remembered for up to 30 s, what is broken never. */

/** The station of an id, if there is one; also one that is out of service. */
export const station = (id: string): Promise<Station | undefined> =>
  cached(`station#${id}`, async () => {
    const item = await records.item(keys.station(id));
    return item && stationSchema.parse(item);
  });

/** Every station there ever was, by id. */
export const everyStation = (): Promise<Station[]> =>
  cached('stations', async () => (await records.list('STATIONS')).map((i) => stationSchema.parse(i.card)));

/** Every station that is in service, by id. */
export const stations = async (): Promise<Station[]> => (await everyStation()).filter((s) => s.active);

/** What is broken at a station now, by facility. Strongly consistent: what was just reported is there. */
export const brokenAt = async (id: string): Promise<Broken[]> =>
  (await records.partition(keys.station(id).pk, 'BROKEN#')).map((i) => broken.parse(i));

/** What is broken anywhere; may lag behind by moments. */
export const brokenAnywhere = async (): Promise<Broken[]> =>
  (await records.list('BROKEN')).map((i) => broken.parse(i.card));
