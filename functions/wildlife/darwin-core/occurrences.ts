import * as z from 'zod';
import { dateOf } from '../../../shared/time.ts';
import { eachAnimal } from '../../cases/animal-facts.ts';
import { outcome } from '../schema.ts';
import { generalised, type Squares, squareFor } from './generalised.ts';
import type { Occurrence } from './terms.ts';

/** The animals of ended rescues as occurrences, from what the index by area keeps of each case. Pure. */

const facts = z.object({
  at: z.string(),
  area: z.string(),
  number: z.string(),
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  ended: z.string().optional(),
  animals: eachAnimal(
    z.object({
      species: z.string(),
      scientificName: z.string().optional(),
      class: z.string(),
      outcome: outcome.optional(),
    }),
  ),
});
type Facts = z.infer<typeof facts>;
type Animal = Facts['animals'][number];

/** What stands around the cases. */
export interface Around {
  /** How exactly places are told of. */
  squares: Squares;
  /** What a division is called, by code. */
  nameOf: (code: string) => string;
  /** The scientific name of a species by the Chinese one, where a list has it. */
  scientificNameOf: (nameZh: string) => string | undefined;
  /** Address of the licence, where there is one. */
  licence?: string;
}

const WITHHELD = 'Exact place, time of day and reporter are withheld; the authority of the county holds them.';

/** A row for each animal of each case that was handled to its end. */
export const occurrencesOf = (all: unknown[], around: Around): Occurrence[] =>
  all
    .map((f) => facts.safeParse(f))
    .flatMap(({ data }) => (data?.ended === 'completed' ? [data] : []))
    .flatMap((found) => {
      const where = placeOf(found, around);
      return found.animals.map((animal) => ({ ...what(animal, around), ...when(found, animal), ...where }));
    });

const when = ({ at, number }: Facts, { id }: Animal): Occurrence => ({
  occurrenceID: `${number}:${id}`,
  eventDate: dateOf(at),
});

/** An animal that no list has a scientific name for is told of by its kingdom. */
const what = (animal: Animal, { scientificNameOf, licence }: Around): Occurrence => {
  const scientificName = animal.scientificName ?? scientificNameOf(animal.species);
  return {
    ...{ basisOfRecord: 'HumanObservation', occurrenceStatus: 'present', license: licence, language: 'zh' },
    scientificName: scientificName ?? 'Animalia',
    taxonRank: scientificName === undefined ? 'kingdom' : rankOf(scientificName),
    ...{ kingdom: 'Animalia', vernacularName: animal.species, individualCount: 1 },
    vitality: vitalityOf(animal),
    occurrenceRemarks: animal.outcome && `Rescue: ${animal.outcome.replaceAll('_', ' ')}`,
  };
};

const RANKS: Record<number, string> = { 2: 'species', 3: 'subspecies' };

const rankOf = (scientificName: string): string | undefined => RANKS[scientificName.split(' ').length];

const vitalityOf = ({ outcome: end }: Animal): string | undefined => {
  switch (end) {
    case 'found_dead':
      return 'dead';
    case 'died_in_treatment':
    case 'released':
    case 'transferred_to_rescue_centre':
    case 'transferred_to_institute':
    case 'escaped':
      return 'alive'; // when it was found
    case undefined:
      return undefined;
  }
};

const placeOf = (found: Facts, { squares, nameOf }: Around): Occurrence => {
  const codes = [found.area.slice(0, 6), found.area].filter((c, i, all) => all.indexOf(c) === i);
  return {
    ...{ countryCode: 'CN', stateProvince: nameOf('54'), county: nameOf(found.area.slice(0, 6)) },
    ...{ locality: codes.map(nameOf).join(' '), informationWithheld: WITHHELD },
    ...coordinatesOf(found, squares),
  };
};

const coordinatesOf = ({ coordinates, animals }: Facts, squares: Squares): Occurrence => {
  if (!coordinates) return { dataGeneralizations: 'Place given to the township; no coordinates were reported.' };
  const side = squareFor(
    animals.map((a) => a.class),
    squares,
  );
  if (side === null)
    return { dataGeneralizations: 'Place given to the township; coordinates are withheld for the protection class.' };
  const { latitude, longitude, uncertainty } = generalised(coordinates, side);
  return {
    ...{ decimalLatitude: latitude, decimalLongitude: longitude, geodeticDatum: 'EPSG:4326' },
    coordinateUncertaintyInMeters: uncertainty,
    dataGeneralizations: `Coordinates are the middle of a square of ${side} degrees, for the protection class; place given to the township.`,
  };
};
