import { isDomainError } from '../../shared/errors.ts';
import { now } from '../../shared/time.ts';
import type { Station } from './schema.ts';
import { stations } from './seeded.ts';
import { getStation, putStation } from './store.ts';

const SEEDED = { id: 'kora', name: 'kora' };

/** Puts the stations into the table; what is there already stays as it is. */
export const seedStations = async (): Promise<void> => {
  for (const s of stations) if (!(await getStation(s.id))) await putOnce(s);
};

const putOnce = async (s: Station): Promise<void> => {
  try {
    await putStation(s, SEEDED, now());
  } catch (e) {
    if (!isDomainError(e, 'stale')) throw e; // another start was faster
  }
};
