import { queueMail } from '../../../shared/mail.ts';
import type { Delivery, Effects } from '../../../shared/workflow/deliver.ts';
import { type Team, teamOf } from '../../duty/people.ts';
import { activityLink } from '../desk-links.ts';
import { activityNews, type Reader } from '../mail.ts';
import { wordsIn } from '../words.ts';
import { stageOf } from './activity.ts';
import { participantsOf } from './rules.ts';
import type { ActivityData } from './schema.ts';

type Done = Delivery<ActivityData>;

const tell = async ({ id, record }: Done, about: string, readers: (team: Team) => Reader[]): Promise<void> => {
  const team = await teamOf(record.data.unit);
  await queueMail(id, activityNews(about, readers(team), record.data, activityLink(record.id), wordsIn('zh')));
};

const aboutOf = ({ effect }: Done): string => String(effect.params?.about);

const concerned =
  ({ record: { data } }: Done) =>
  (team: Team): Reader[] =>
    team.members.filter((m) => participantsOf(data).includes(m.email));

/** Who set it, and who chairs it: they tell who came. */
const keepersOf =
  ({ record: { data } }: Done) =>
  (team: Team): Reader[] =>
    team.members.filter((m) => [data.setBy.id, data.debate?.chair.id].includes(m.email));

/** How the effects of an activity are carried out. */
export const effects: Effects<ActivityData> = {
  tellTeam: { send: (d) => tell(d, aboutOf(d), (team) => team.members) },
  tellParticipants: { send: (d) => tell(d, aboutOf(d), concerned(d)) },
  askForAttendance: {
    send: async (d) => {
      if (stageOf(d.record.state) === 'underway') await tell(d, 'unrecorded', keepersOf(d));
    },
  },
};
