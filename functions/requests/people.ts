import { type Addressee, holdersOf, inHandOf, together, without } from '../cases/people.ts';
import type { RequestData } from './schema.ts';

/** Who is written to about a request. */

export type Level = 'team' | 'lead';

const teamOf = ({ unit }: RequestData): Promise<Addressee[]> => holdersOf(unit, 'worker', 'responder');

/** Whoever stands behind the workers of the unit: its first secretary or officials, and those of the bureau. */
export const leadersOf = ({ unit, bureau }: RequestData): Promise<Addressee[]> =>
  together(holdersOf(unit, 'first-secretary', 'official'), ...(bureau === unit ? [] : [holdersOf(bureau, 'official')]));

/** Who is asked to take a request on. */
export const askedAt = async (level: Level, data: RequestData): Promise<Addressee[]> => {
  const [team, leaders] = await Promise.all([teamOf(data), leadersOf(data)]);
  return level === 'team' ? team : without(leaders, team);
};

/** Its one lead; everybody of the unit while there is none. */
export const leadOfRequest = async (data: RequestData): Promise<Addressee[]> => inHandOf(data, await teamOf(data));

/** Who answers for a unit that is consulted. */
export const consultedAt = (unit: string): Promise<Addressee[]> =>
  holdersOf(unit, 'official', 'first-secretary', 'responder');
