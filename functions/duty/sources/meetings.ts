import { addDays, dateOf } from '../../../shared/time.ts';
import { load } from '../../../shared/workflow/store.ts';
import type { Source } from '../lines.ts';
import { meeting, meetingId } from '../meeting/meeting.ts';
import { zoneOf } from '../powers.ts';

/** The morning meetings that were held. */
export const meetingSource: Source = {
  name: 'meetings',
  report: async (unit, { from }) => {
    const first = dateOf(from, await zoneOf(unit));
    const dates = Array.from({ length: 7 }, (_, i) => addDays(first, i));
    const records = await Promise.all(dates.map((d) => load(meeting, meetingId(unit, d))));
    return { meetings: records.filter((r) => r?.data.held).length };
  },
};
