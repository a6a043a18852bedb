import { queueMail } from '../../../shared/mail.ts';
import { now } from '../../../shared/time.ts';
import type { Delivery, Effects } from '../../../shared/workflow/deliver.ts';
import { type Team, teamOf } from '../../duty/people.ts';
import { onDutyIn } from '../../duty/powers.ts';
import { rectificationLink } from '../desk-links.ts';
import { type Reader, rectificationNews } from '../mail.ts';
import { mailWordsIn } from '../mail-words.ts';
import { stageOf } from './rectification.ts';
import type { RectificationData } from './schema.ts';

type Done = Delivery<RectificationData>;

const tell = async ({ id, record }: Done, about: string, readers: Reader[]): Promise<void> =>
  queueMail(id, rectificationNews(about, readers, record.data, rectificationLink(record.id), mailWordsIn('zh')));

const ownerIn = (team: Team, { owner }: RectificationData): Reader[] =>
  team.members.filter((m) => m.email === owner.id);

/** The duty secretary; where nobody is on duty, or it is their own, the first secretary. */
const secretaryIn = async (team: Team, but: string[]): Promise<Reader[]> => {
  const onDuty = await onDutyIn(team.unit, now());
  const secretary = team.members.filter((m) => m.email === onDuty && !but.includes(m.email));
  return secretary.length > 0 ? secretary : team.firstSecretaries.filter((m) => !but.includes(m.email));
};

/** Telling that something is overdue is of use only while it is not done. */
const isOwed = ({ record: { state } }: Done): boolean => ['open', 'returned'].includes(stageOf(state));

/** How the effects of a rectification are carried out. */
export const effects: Effects<RectificationData> = {
  tellOwner: {
    send: async (d) =>
      tell(d, String(d.effect.params?.about), ownerIn(await teamOf(d.record.data.unit), d.record.data)),
  },
  tellDutySecretary: {
    send: async (d) => {
      if (!isOwed(d)) return;
      const team = await teamOf(d.record.data.unit);
      const readers = [...(await secretaryIn(team, [])), ...ownerIn(team, d.record.data)];
      await tell(d, 'overdue', [...new Map(readers.map((r) => [r.email, r])).values()]);
    },
  },
  tellFirstSecretary: {
    send: async (d) => {
      if (isOwed(d)) await tell(d, 'escalated', (await teamOf(d.record.data.unit)).firstSecretaries);
    },
  },
  askToVerify: {
    send: async (d) => {
      if (stageOf(d.record.state) !== 'done') return;
      await tell(d, 'done', await secretaryIn(await teamOf(d.record.data.unit), d.record.data.owners));
    },
  },
};
