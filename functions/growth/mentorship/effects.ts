import { queueMail } from '../../../shared/mail.ts';
import type { Delivery, Effects } from '../../../shared/workflow/deliver.ts';
import { settingsOf } from '../../directory/lookup.ts';
import { type Team, teamOf } from '../../duty/people.ts';
import { mentorshipLink } from '../desk-links.ts';
import { mentorshipNews, type Reader } from '../mail.ts';
import { growthSettings } from '../settings.ts';
import { focusName, wordsIn } from '../words.ts';
import { stageOf } from './mentorship.ts';
import { unjudged } from './rules.ts';
import type { MentorshipData } from './schema.ts';

type Done = Delivery<MentorshipData>;

const tell = async ({ id, record }: Done, about: string, readers: (team: Team) => Reader[]): Promise<void> => {
  const { data } = record;
  const [team, { focuses }] = await Promise.all([teamOf(data.unit), settingsOf(data.unit, growthSettings)]);
  const focus = focusName(data.focus, focuses, 'zh');
  await queueMail(id, mentorshipNews(about, readers(team), data, focus, mentorshipLink(record.id), wordsIn('zh')));
};

const pairIn = (team: Team, { newcomer, mentor }: MentorshipData): Reader[] =>
  team.members.filter((m) => m.email === newcomer.id || m.email === mentor.id);

/** Those whose judgement is missing. */
const judgesIn = (team: Team, data: MentorshipData): Reader[] => {
  const open = unjudged(data);
  const two = pairIn(team, data).filter((m) => open.includes(m.email === data.newcomer.id ? 'newcomer' : 'mentor'));
  return [...two, ...(open.includes('first') ? team.firstSecretaries : [])];
};

/** How the effects of a pair are carried out. */
export const effects: Effects<MentorshipData> = {
  tellPair: { send: (d) => tell(d, String(d.effect.params?.about), (team) => pairIn(team, d.record.data)) },
  nudge: {
    send: async (d) => {
      if (stageOf(d.record.state) === 'silent') await tell(d, 'nudge', (team) => pairIn(team, d.record.data));
    },
  },
  askJudgements: {
    send: async (d) => {
      if (stageOf(d.record.state) === 'judging') await tell(d, 'judging', (team) => judgesIn(team, d.record.data));
    },
  },
};
