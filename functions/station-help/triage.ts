import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { placed } from '../cases/placement.ts';
import { leadOf, settingsOf } from '../directory/lookup.ts';
import { station } from '../stations/lookup.ts';
import { stationHelp } from './case.ts';
import type { Triaged } from './events.ts';
import { postOf } from './people.ts';
import { delaysOf, urgencyOf } from './rules.ts';
import type { HelpData } from './schema.ts';
import { stationHelpSettings } from './settings.ts';

/**
 * Number, units and clocks of what was asked at a station. What is urgent begins with the post in the station's building,
 * where it has one and anybody can be reached there. A station that is gone by now leaves the case to whom its route leads.
 */
export const triaged = async (record: LifeRecord<HelpData>): Promise<Triaged> => {
  const { report } = record.data;
  const at = await station(report.station);
  const isAsked = report.kind === 'urgent' && (await postOf({ post: at?.post })).length > 0;
  const post = isAsked ? at?.post : undefined;
  const first = { ...record, data: { ...record.data, unit: post ?? at?.unit } };
  const { number, unit } = await placed(stationHelp, first);
  const keeper = at?.unit ?? unit;
  const union = await leadOf(keeper);
  const own = await settingsOf(keeper, stationHelpSettings);
  return {
    ...{ number, unit, post, keeper, union, bureau: union },
    stationName: at?.name.zh ?? report.station,
    urgency: urgencyOf(report.kind),
    delays: delaysOf(report.kind, own),
  };
};
