import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { translator } from '../../shared/i18n.ts';
import { queueMail } from '../../shared/mail.ts';
import { dateOf, now } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import type { Delivery, Effects } from '../../shared/workflow/deliver.ts';
import { workingDay } from '../../shared/working-days.ts';
import { localDaysOf } from '../directory/local-days.ts';
import { membersOf } from '../directory/lookup.ts';
import { onDutyIn } from '../duty/powers.ts';
import { type About, type Reader, taskMail } from './mail.ts';
import { messages } from './messages.ts';
import type { TaskData } from './schema.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

type Done = Delivery<TaskData>;

const tell = async ({ id, record }: Done, about: About, readers: Reader[]): Promise<void> => {
  const link = `${env().SITE_URL}/desk/task/?id=${record.id}`;
  await queueMail(id, taskMail(about, record.data, readers, link, translator('zh', messages, words)));
};

const assigneeOf = ({ who }: TaskData): Reader => ({ email: who.id, name: who.name });

/** Who is told that a task waits to be verified: who leads the unit now, unless they did it themselves. */
const verifiers = async ({ unit, done, who }: TaskData): Promise<Reader[]> => {
  const [members, onDuty] = await Promise.all([membersOf(unit), onDutyIn(unit, now())]);
  const barred = [done?.by.id, who.id];
  const secretary = members.filter((m) => m.email === onDuty && !barred.includes(m.email));
  const first = members.filter((m) => m.roles.some((r) => r.role === 'first-secretary') && !barred.includes(m.email));
  return secretary.length > 0 ? secretary : first;
};

/** Nobody is reminded on a day off; the next working day's morning reminds again. */
const remind = async (d: Done): Promise<void> => {
  const { unit, zone } = d.record.data;
  if (workingDay(dateOf(d.entry.at, zone), await localDaysOf(unit)))
    await tell(d, 'overdue', [assigneeOf(d.record.data)]);
};

/** How the effects of a task are carried out. Whoever sets themselves a task need not be told. */
export const effects: Effects<TaskData> = {
  tellAssignee: {
    send: async (d) => {
      const { who, setBy } = d.record.data;
      const about = d.effect.params?.about === 'returned' ? 'returned' : 'set';
      if (about === 'returned' || who.id !== setBy.id) await tell(d, about, [assigneeOf(d.record.data)]);
    },
  },
  tellVerifier: { send: async (d) => tell(d, 'done', await verifiers(d.record.data)) },
  remindAssignee: { send: remind },
};
