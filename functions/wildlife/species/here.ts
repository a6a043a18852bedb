import { localSpecies } from '../../directory/lookup.ts';
import { publishedSpecies, withLocal } from './list.ts';
import type { Species } from './schema.ts';

/** The species known here: the published lists, with what administrators added. */
export const speciesOfHere = async (): Promise<Species[]> => {
  const [published, added] = await Promise.all([publishedSpecies(), localSpecies()]);
  return withLocal(published, added);
};
