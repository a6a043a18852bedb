import type { Actor, Person, Role } from '../../shared/auth.ts';
import { membersOf, unit } from '../directory/lookup.ts';
import type { CaseData } from './schema.ts';

/** Who is written to about a case, whatever its type. A unit's mailbox stands in where nobody holds the role. */

/** Somebody to write to; `actor` is there for a person, who may then act by a link, and not for a mailbox. */
export interface Addressee {
  to: string;
  actor?: Actor;
}

export const personal = ({ email, name, roles }: Person): Addressee => ({
  to: email,
  actor: { id: email, name, roles },
});

const mailboxOf = async (id: string | undefined): Promise<Addressee[]> => {
  const to = id === undefined ? undefined : (await unit(id))?.email;
  return to ? [{ to }] : [];
};

/** Each address once; the first mention of it counts. */
export const distinct = (all: Addressee[]): Addressee[] => [
  ...new Map(all.toReversed().map((a) => [a.to, a])).values(),
];

/** The people of a unit who hold one of the roles there, or its mailbox. */
export const holdersOf = async (id: string | undefined, ...roles: Role[]): Promise<Addressee[]> => {
  const people = id === undefined ? [] : (await membersOf(id, ...roles)).map(personal);
  return people.length > 0 ? people : mailboxOf(id);
};

/** The officials of the bureau and of the unit itself, or the bureau's mailbox. */
export const officialsOf = async ({ bureau, unit: team }: Pick<CaseData, 'unit' | 'bureau'>): Promise<Addressee[]> => {
  const units = [...new Set([bureau, team])].filter((u) => u !== undefined);
  const people = (await Promise.all(units.map((u) => membersOf(u, 'official')))).flat();
  return people.length > 0 ? distinct(people.map(personal)) : mailboxOf(bureau);
};

/** Whoever has the case in hand: the one who accepted it, else those of its team. */
export const inHandOf = ({ responder }: Pick<CaseData, 'responder'>, team: Addressee[]): Addressee[] =>
  responder ? [team.find((a) => a.to === responder.id) ?? { to: responder.id }] : team;

/** Those who were not asked yet; all of them where nobody else is left. */
export const without = (these: Addressee[], asked: Addressee[]): Addressee[] => {
  const fresh = these.filter((a) => !asked.some((b) => b.to === a.to));
  return fresh.length > 0 ? fresh : these;
};

/** Several circles together, each address once. */
export const together = async (...circles: Promise<Addressee[]>[]): Promise<Addressee[]> =>
  distinct((await Promise.all(circles)).flat());
