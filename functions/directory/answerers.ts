import type { Person } from '../../shared/auth.ts';
import { membersOf, unit as unitOf } from './lookup.ts';

/**
 * Who answers for what a unit puts before the public: its officials, in a community its first secretary; where it has
 * neither, whoever reads the unit's own mail.
 */
export const answerersOf = async (unit: string): Promise<Pick<Person, 'email' | 'name'>[]> => {
  const people = await membersOf(unit, 'official', 'first-secretary');
  if (people.length > 0) return people;
  const known = await unitOf(unit);
  return known?.email ? [{ email: known.email, name: known.name.zh }] : [];
};
