import { contentDigest } from '../../../shared/ids.ts';
import type { Effects } from '../../../shared/workflow/deliver.ts';
import { setTask } from '../../tasks/set-task.ts';
import { zoneOf } from '../powers.ts';
import type { MeetingData } from './schema.ts';

/** How the effects of a meeting are carried out: each decision becomes a task, once. */
export const effects: Effects<MeetingData> = {
  setTasks: {
    send: async ({ record: { id, data }, entry }) => {
      const zone = await zoneOf(data.unit);
      for (const [i, { what, who, due, why }] of data.decisions.entries()) {
        const source = { kind: 'meeting' as const, id, label: data.date };
        const taskId = contentDigest([id, i]).slice(0, 20);
        await setTask({ unit: data.unit, what, why, who, due, zone, source }, entry.by, entry.at, taskId);
      }
    },
  },
};
