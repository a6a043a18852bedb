import { invalidField } from '../../../shared/errors.ts';
import { addDays, dateOf, now } from '../../../shared/time.ts';
import { openOf } from '../board.ts';
import { topicsOf } from '../rules.ts';
import { settingsIn } from '../weeks.ts';
import type { Journal } from './journal.ts';
import type { JournalData } from './schema.ts';

/** What is looked up before a step of a person's week is decided. */

type Owed = NonNullable<JournalData['plan']>['rectifications'];

/** What somebody owes from weeks before: it is part of every plan until it is closed. */
export const owedBy = async (person: string, unit: string): Promise<Owed> =>
  (await openOf(person)).filter((r) => r.unit === unit).map(({ id, what, due }) => ({ id, what, due }));

/** The input as the week remembers it. Throws `invalid-input` for a topic that the unit does not have. */
export const resolve = async (
  action: string,
  input: Record<string, unknown>,
  { data }: Journal,
): Promise<Record<string, unknown>> => {
  if (action === 'plan') return { ...input, rectifications: await owedBy(data.who.id, data.unit) };
  if (action === 'reflect') return { ...input, least: await leastOf(input.least as Least, data) };
  return input;
};

type Least = Omit<NonNullable<JournalData['reflection']>['least'], 'due'> & { due?: string };

const leastOf = async (least: Least, { unit, zone }: JournalData): Promise<Least> => {
  const { topics, rectifyDays } = await settingsIn(unit);
  const known = topics.map((t) => t.id);
  const strange = least.topics.findIndex((id) => !known.includes(id));
  if (strange >= 0) throw invalidField(`least.topics.${strange}`, 'not-a-choice', 'is not a topic of this unit');
  const content = [least.what, least.why, least.follows].join('\n');
  return {
    ...least,
    topics: topicsOf(least.topics, content, topics).slice(0, 3),
    due: least.due ?? addDays(dateOf(now(), zone), rectifyDays),
  };
};
