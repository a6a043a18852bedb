import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { placed } from '../cases/placement.ts';
import { settingsOf } from '../directory/lookup.ts';
import { livestock } from './case.ts';
import type { Triaged } from './events.ts';
import { countyAbove } from './people.ts';
import { delaysOf, looksEpidemic, urgencyOf } from './rules.ts';
import { type LivestockData, settings } from './schema.ts';

/** Number, units, urgency and clocks of a new report, and whether it alone is reason to suspect an epidemic. */
export const triaged = async (record: LifeRecord<LivestockData>): Promise<Triaged> => {
  const { report } = record.data;
  const place = await placed(livestock, record);
  const own = await settingsOf(place.unit, settings, 'livestock');
  return {
    ...place,
    county: await countyAbove(place.bureau),
    urgency: urgencyOf(report),
    delays: delaysOf(own),
    suspicious: looksEpidemic(report, own),
  };
};
