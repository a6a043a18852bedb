import { conflict, invalidField } from '../../../shared/errors.ts';
import { membersOf } from '../../directory/lookup.ts';
import { weekOfPeople } from '../board.ts';
import type { Journal } from '../week/journal.ts';
import type { Item, WeeklyData } from './schema.ts';
import type { Weekly } from './weekly.ts';

/** What a weekly meeting goes through. */

/** The weeks of everybody who is in the community now, in the order of its people. */
export const weekOfTeam = async (unit: string, week: string): Promise<Journal[]> =>
  weekOfPeople(
    unit,
    week,
    (await membersOf(unit, 'worker', 'first-secretary')).map((m) => m.email),
  );

/** The same, with those whose halves the meeting went through and who have left since. */
export const weekOfMeeting = async ({ unit, week, items }: WeeklyData): Promise<Journal[]> => {
  const team = (await membersOf(unit, 'worker', 'first-secretary')).map((m) => m.email);
  return weekOfPeople(unit, week, [...new Set([...team, ...items.map((i) => i.who.id)])]);
};

/** Both halves of everybody who has handed them in. */
export const itemsOf = (journals: Journal[]): Item[] =>
  journals
    .filter((j) => j.data.reflection)
    .flatMap(({ id, data: { who } }) => [
      { journal: id, who, half: 'most' as const },
      { journal: id, who, half: 'least' as const },
    ]);

/** Who has begun a week and not handed in both halves. */
export const missingIn = (journals: Journal[]): { id: string; name: string }[] =>
  journals.filter((j) => !j.data.reflection).map((j) => j.data.who);

/**
 * The meeting begins with what there is, and takes up what comes in while it goes on. Throws `nothing-to-share`,
 * and `invalid-input` for somebody who was there and is no member. */
export const resolve = async (
  action: string,
  input: Record<string, unknown>,
  { data: { unit, week } }: Weekly,
): Promise<Record<string, unknown>> => {
  if (action === 'conclude') await checkMembers(unit, input.attended as string[]);
  if (action !== 'start' && action !== 'next') return input;
  const items = itemsOf(await weekOfTeam(unit, week));
  if (action === 'start' && items.length === 0)
    throw conflict('nothing-to-share', 'Nobody has handed in a reflection yet.');
  return { ...input, items };
};

const checkMembers = async (unit: string, people: string[]): Promise<void> => {
  const known = (await membersOf(unit)).map((m) => m.email);
  const strange = people.findIndex((p) => !known.includes(p));
  if (strange >= 0)
    throw invalidField(`attended.${strange}`, 'unknown-person', 'is not an active member of this community');
};
