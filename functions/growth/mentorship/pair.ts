import { conflict, invalidField } from '../../../shared/errors.ts';
import { contentDigest } from '../../../shared/ids.ts';
import { dateOf, type Moment } from '../../../shared/time.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import type { By } from '../../../shared/workflow/lifecycle.ts';
import { create, fromItem } from '../../../shared/workflow/store.ts';
import { settingsOf } from '../../directory/lookup.ts';
import { type Team, teamOf } from '../../duty/people.ts';
import { zoneOf } from '../../duty/powers.ts';
import { mentorshipsOf } from '../lists.ts';
import { growthSettings } from '../settings.ts';
import { isOpen, type Mentorship, mentorship } from './mentorship.ts';
import type { MentorshipData, MentorshipInput } from './schema.ts';

/** How a pair comes about. */

/** Throws `invalid-input` for dates that are over or the wrong way round, for strangers, and for somebody with themselves. */
const check = (asked: MentorshipInput, team: Team, focuses: string[], today: string): void => {
  for (const path of ['newcomer', 'mentor'] as const)
    if (!team.members.some((m) => m.email === asked[path]))
      throw invalidField(path, 'unknown-person', 'is not an active member of this unit');
  if (asked.mentor === asked.newcomer) throw invalidField('mentor', 'oneself', 'is the newcomer');
  if (!focuses.includes(asked.focus)) throw invalidField('focus', 'not-a-choice', 'is not a focus of this unit');
  if (asked.from < today) throw invalidField('from', 'past', 'lies before today');
  if (asked.until <= asked.from) throw invalidField('until', 'before-start', 'is not after the first day');
};

/** One to one: a newcomer with an open pair gets no second one. Throws `has-mentor`. */
const checkAlone = async (unit: string, id: string, newcomer: string): Promise<void> => {
  const other = (await mentorshipsOf(unit)).find((m) => m.newcomer.id === newcomer && isOpen(m.stage) && m.id !== id);
  if (other) throw conflict('has-mentor', `${other.newcomer.name} has a mentor already.`, { mentorship: other.id });
};

/** Makes a pair, or answers it where the same was asked before. Throws `invalid-input`, `has-mentor`. */
export const beginPair = async (unit: string, asked: MentorshipInput, by: By, at: Moment): Promise<Mentorship> => {
  const [team, zone, settings] = await Promise.all([teamOf(unit), zoneOf(unit), settingsOf(unit, growthSettings)]);
  const focuses = settings.focuses.map((f) => f.id);
  check(asked, team, focuses, dateOf(at, zone));
  const id = contentDigest(['mentorship', unit, asked.newcomer, asked.mentor, asked.focus, asked.from]).slice(0, 20);
  await checkAlone(unit, id, asked.newcomer);
  const data: MentorshipData = {
    ...{ ...asked, unit, zone, newcomer: team.named(asked.newcomer), mentor: team.named(asked.mentor) },
    mentorIsFirst: team.firstSecretaries.some((f) => f.email === asked.mentor),
    ...{ nudgeDays: settings.nudgeDays, openedAt: at, sessions: [], judgements: [] },
  };
  const record = begin(mentorship, id, data, { type: 'begun', at, by });
  const there = await create(mentorship, record);
  return there ? fromItem(mentorship, there) : record;
};
