import type { Actor, Person } from '../../shared/auth.ts';
import { membersOf, unit } from '../directory/lookup.ts';
import type { WildlifeData } from './schema.ts';

/** Who is written to about a case. A unit's mailbox stands in where nobody holds the role. */

/** Somebody to write to; `actor` is there for a person, who may then act by a link, and not for a mailbox. */
export interface Addressee {
  to: string;
  actor?: Actor;
}

export type Level = 'team' | 'official' | 'lead';

const personal = ({ email, name, roles }: Person): Addressee => ({ to: email, actor: { id: email, name, roles } });

const mailboxOf = async (id: string | undefined): Promise<Addressee[]> => {
  const to = id === undefined ? undefined : (await unit(id))?.email;
  return to ? [{ to }] : [];
};

/** Each address once; the first mention of it counts. */
const distinct = (all: Addressee[]): Addressee[] => [...new Map(all.toReversed().map((a) => [a.to, a])).values()];

/** The responders of a unit, or its mailbox. */
export const respondersOf = async (id: string | undefined): Promise<Addressee[]> => {
  const people = id === undefined ? [] : (await membersOf(id, 'responder')).map(personal);
  return people.length > 0 ? people : mailboxOf(id);
};

/** The officials of the bureau and of the unit itself, or the bureau's mailbox. */
export const officialsOf = async ({ bureau, unit: team }: WildlifeData): Promise<Addressee[]> => {
  const units = [...new Set([bureau, team])].filter((u) => u !== undefined);
  const people = (await Promise.all(units.map((u) => membersOf(u, 'official')))).flat();
  return people.length > 0 ? distinct(people.map(personal)) : mailboxOf(bureau);
};

/** The bureau's lead: who holds the role of approver there; its mailbox where nobody does. */
export const leadsOf = async ({ bureau }: WildlifeData): Promise<Addressee[]> => {
  const people = bureau === undefined ? [] : (await membersOf(bureau, 'approver')).map(personal);
  return people.length > 0 ? people : mailboxOf(bureau);
};

/**
 * Who is asked to accept at a level. Whoever was asked at a level below is not asked once more, unless nobody else is left.
 */
export const askedAt = async (level: Level, data: WildlifeData): Promise<Addressee[]> => {
  const [team, officials, leads] = await Promise.all([respondersOf(data.unit), officialsOf(data), leadsOf(data)]);
  switch (level) {
    case 'team':
      return team;
    case 'official':
      return without(officials, team);
    case 'lead':
      return without(leads, [...team, ...officials]);
  }
};

const without = (these: Addressee[], asked: Addressee[]): Addressee[] => {
  const fresh = these.filter((a) => !asked.some((b) => b.to === a.to));
  return fresh.length > 0 ? fresh : these;
};

/** Who takes in animals at a receiving unit. */
export const receiversOf = async (id: string): Promise<Addressee[]> => {
  const people = (await membersOf(id, 'responder', 'official')).map(personal);
  return people.length > 0 ? people : mailboxOf(id);
};

/** Whoever has the case in hand: the one who accepted it, else the team. */
export const handlersOf = async (data: WildlifeData): Promise<Addressee[]> => {
  const team = await respondersOf(data.unit);
  const { responder } = data;
  if (!responder) return team;
  return [team.find((a) => a.to === responder.id) ?? { to: responder.id }];
};

/** Several circles together, each address once. */
export const together = async (...circles: Promise<Addressee[]>[]): Promise<Addressee[]> =>
  distinct((await Promise.all(circles)).flat());
