import type { Language } from '../../shared/fields.ts';
import type { Option } from '../../shared/form-fields.ts';
import { areaName } from '../directory/areas.ts';
import { townshipOptions } from '../directory/divisions/townships.ts';
import { countiesServed } from '../directory/lookup.ts';
import type { CaseType } from './case-type.ts';

/** The townships that a report of a type may choose from: those of every county that the type has a route for. */
export const placesOf = async ({ type }: Pick<CaseType, 'type'>) => {
  const counties = await countiesServed(type);
  const grouped = async (county: string) => {
    const group = await areaName(county);
    return (await townshipOptions(county)).map((o) => (counties.length > 1 ? { ...o, group } : o));
  };
  return (await Promise.all(counties.map(grouped))).flat();
};

/** What the fields of a type's form may be chosen from, by path: its townships where it asks for a place, and its own. */
export const choicesOf = async (type: CaseType, language: Language): Promise<Record<string, Option[]>> => ({
  ...(type.placeOf ? {} : { 'place.township': await placesOf(type) }),
  ...(await type.choices?.(language)),
});
