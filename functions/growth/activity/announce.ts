import { invalidField } from '../../../shared/errors.ts';
import { contentDigest } from '../../../shared/ids.ts';
import type { Moment } from '../../../shared/time.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import { type By, personOf } from '../../../shared/workflow/lifecycle.ts';
import { create, fromItem } from '../../../shared/workflow/store.ts';
import { type Team, teamOf } from '../../duty/people.ts';
import { zoneOf } from '../../duty/powers.ts';
import { type Activity, activity } from './activity.ts';
import { checkActivity, speakersOf } from './rules.ts';
import type { ActivityData, ActivityInput, Debate, DebateInput } from './schema.ts';

/** How an activity comes about, and what is looked up for its steps. */

/** The members behind addresses; throws `invalid-input` for the first that is none. */
const membersAt = (ids: string[], path: string, team: Team): ActivityData['signedUp'] =>
  [...new Set(ids)].map((id, i) => {
    if (!team.members.some((m) => m.email === id))
      throw invalidField(`${path}.${i}`, 'unknown-person', 'is not an active member of this unit');
    return team.named(id);
  });

const debateOf = (asked: DebateInput, team: Team): Debate => ({
  motion: asked.motion,
  for: membersAt(asked.for, 'debate.for', team),
  against: membersAt(asked.against, 'debate.against', team),
  chair: membersAt([asked.chair], 'debate.chair', team)[0] as Debate['chair'],
});

/** Announces an activity, or answers it where the same was asked before. Throws `invalid-input`. */
export const announce = async (unit: string, asked: ActivityInput, by: By, at: Moment): Promise<Activity> => {
  checkActivity(asked, at);
  const [team, zone] = await Promise.all([teamOf(unit), zoneOf(unit)]);
  const setBy = personOf(by);
  const debate = asked.debate && debateOf(asked.debate, team);
  const data: ActivityData = { ...asked, debate, unit, zone, setBy, openedAt: at, signedUp: [], attended: [] };
  const id = contentDigest(['activity', unit, asked.kind, asked.title, asked.starts]).slice(0, 20);
  const record = begin(activity, id, data, { type: 'announced', at, by });
  const there = await create(activity, record);
  return there ? fromItem(activity, there) : record;
};

/** The input as the activity remembers it: people with their names. */
export const resolve = async (
  action: string,
  input: Record<string, unknown>,
  { data }: Activity,
): Promise<Record<string, unknown>> => {
  if (action === 'change' && input.debate)
    return { ...input, debate: debateOf(input.debate as DebateInput, await teamOf(data.unit)) };
  if (action === 'hold')
    return { attended: membersAt(input.attended as string[], 'attended', await teamOf(data.unit)) };
  if (action === 'conclude') return { ...input, best: speakersOf(data).find((s) => s.id === input.best) };
  return input;
};
