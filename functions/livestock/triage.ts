import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { likelyDuplicates, withNew } from '../cases/likeness.ts';
import { sightingsAround } from '../cases/nearby.ts';
import { placed } from '../cases/placement.ts';
import { settingsOf } from '../directory/lookup.ts';
import { factsOf, livestock } from './case.ts';
import type { Triaged } from './events.ts';
import { countyAbove } from './people.ts';
import { comparison, delaysOf, looksEpidemic, urgencyOf } from './rules.ts';
import { type LivestockData, sighting } from './schema.ts';
import { type LivestockSettings, livestockSettings } from './settings.ts';

type Record_ = LifeRecord<LivestockData>;

/** Number, units, urgency, clocks and likely duplicates of a new report, and whether it alone is reason to suspect an epidemic. */
export const triaged = async (record: Record_): Promise<Triaged> => {
  const { report } = record.data;
  const place = await placed(livestock, record);
  const own = await settingsOf(place.unit, livestockSettings);
  return {
    ...place,
    county: await countyAbove(place.bureau),
    urgency: urgencyOf(report),
    delays: delaysOf(own),
    suspicious: looksEpidemic(report, own),
    duplicates: await likelyOf(record, own),
  };
};

const likelyOf = async (record: Record_, own: LivestockSettings): Promise<LivestockData['duplicates']> => {
  const here = sighting.parse({ ...factsOf(record), id: record.id });
  const hours = Math.max(own.duplicates.hours, own.outbreak.hours);
  const others = await sightingsAround('livestock', here, sighting, hours);
  return likelyDuplicates(here, others, record.data.keptApart, comparison(own));
};

/**
 * Looks around once more, now that the case itself can be found: of two reports that came in at the same moment neither saw
 * the other. Undefined where nothing is new.
 */
export const seenSince = async (record: Record_): Promise<Pick<Triaged, 'duplicates'> | undefined> => {
  const own = await settingsOf(record.data.unit ?? '', livestockSettings);
  const duplicates = withNew(record.data, await likelyOf(record, own));
  return duplicates && { duplicates };
};
