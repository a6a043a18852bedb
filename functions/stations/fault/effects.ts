import * as z from 'zod';
import { environment } from '../../../shared/env.ts';
import { queueMail } from '../../../shared/mail.ts';
import type { Effects } from '../../../shared/workflow/deliver.ts';
import { membersOf } from '../../directory/lookup.ts';
import { nameIn } from '../../directory/views.ts';
import { station as stationOf } from '../lookup.ts';
import { facilityName, wordsIn } from '../words.ts';
import { isOpen, stageOf } from './fault.ts';
import { faultMail } from './mail.ts';
import type { FaultData } from './schema.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

/** How the effects of a fault are carried out: everybody of the unit who works for its stations is told. */
export const effects: Effects<FaultData> = {
  tellKeeper: {
    send: async ({ id, record, effect }) => {
      if (!isOpen(stageOf(record.state))) return; // mended before anybody was told
      const { data } = record;
      const [readers, station] = await Promise.all([
        membersOf(data.unit, 'official', 'worker', 'responder', 'first-secretary'),
        stationOf(data.station),
      ]);
      const facility = station?.facilities && facilityName(data.facility, wordsIn('zh'));
      const about = {
        station: station ? nameIn(station, 'zh') : data.station,
        facility: facility ?? data.facility,
        link: `${env().SITE_URL}/desk/station/?id=${data.station}`,
      };
      await queueMail(id, faultMail(String(effect.params?.about), data, readers, about, wordsIn('zh')));
    },
  },
};
