import { arrivedIn } from '../../cases/nearby.ts';
import { areaName } from '../../directory/areas.ts';
import { countiesServed, leadOf, routeFor, settingsOf } from '../../directory/lookup.ts';
import { wildlifeSettings } from '../settings.ts';
import { speciesOfHere } from '../species/here.ts';
import type { Squares } from './generalised.ts';
import { occurrencesOf } from './occurrences.ts';
import type { Occurrence } from './terms.ts';

/** The occurrences of every county that rescues animals. One query a county. */
export const collected = async (licence: string | undefined): Promise<Occurrence[]> => {
  const species = new Map((await speciesOfHere()).map((s) => [s.nameZh, s.scientificName]));
  const scientificNameOf = (nameZh: string) => species.get(nameZh) || undefined;
  const ofCounty = async (county: string): Promise<Occurrence[]> => {
    const found = (await arrivedIn('wildlife', county, '0', '9999')).map((f) => f.facts);
    const nameOf = await namesFor(['54', county, ...found.map((f) => String(f.area))]);
    return occurrencesOf(found, { squares: await squaresOf(county), nameOf, scientificNameOf, licence });
  };
  return (await Promise.all((await countiesServed('wildlife')).map(ofCounty))).flat();
};

const namesFor = async (codes: string[]): Promise<(code: string) => string> => {
  const names = new Map(await Promise.all([...new Set(codes)].map(async (c) => [c, await areaName(c)] as const)));
  return (code) => names.get(code) ?? code;
};

/** How exactly the bureau that answers for a county tells of places. */
const squaresOf = async (county: string): Promise<Squares> => {
  const unit = await routeFor('wildlife', county);
  return (await settingsOf(unit ? await leadOf(unit) : '', wildlifeSettings)).published;
};
