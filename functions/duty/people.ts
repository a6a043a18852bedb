import type { Person } from '../../shared/auth.ts';
import type { Language } from '../../shared/fields.ts';
import { membersOf, namesOf, unit as unitOf } from '../directory/lookup.ts';

/** Who a community's people are at this moment. */
export interface Team {
  unit: string;
  unitName: string;
  members: Person[];
  /** The name of a member, or of whoever was one where `withPast` has asked for them; the address of others. */
  nameOf: (id: string) => string;
  named: (id: string) => { id: string; name: string };
  firstSecretaries: Person[];
  /** Those who may take turns. */
  workers: Person[];
}

/** The active people of a unit and what they are called. Two reads. */
export const teamOf = async (unit: string, language: Language = 'zh'): Promise<Team> => {
  const [members, known] = await Promise.all([membersOf(unit), unitOf(unit)]);
  const names = new Map(members.map((m) => [m.email, m.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const holding = (role: Person['roles'][number]['role']) =>
    members.filter((m) => m.roles.some((r) => r.role === role));
  return {
    ...{ unit, members, nameOf, unitName: known?.name[language] ?? known?.name.zh ?? unit },
    named: (id) => ({ id, name: nameOf(id) }),
    firstSecretaries: holding('first-secretary'),
    workers: holding('worker'),
  };
};

/** The team with the names of these people also where they have left it. One read if there is anybody to ask for. */
export const withPast = async (team: Team, ids: (string | undefined)[]): Promise<Team> => {
  const unknown = ids.filter((id) => id !== undefined && team.nameOf(id) === id) as string[];
  if (unknown.length === 0) return team;
  const names = await namesOf(unknown);
  const nameOf = (id: string) => names.get(id) ?? team.nameOf(id);
  return { ...team, nameOf, named: (id) => ({ id, name: nameOf(id) }) };
};
