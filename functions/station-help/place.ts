import { invalidField } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import type { Option } from '../../shared/form-fields.ts';
import type { Place } from '../cases/schema.ts';
import { station, stations } from '../stations/lookup.ts';
import type { Station } from '../stations/schema.ts';

/** Where help is asked for: the station itself. */

/** The station of an id, if it is in service; throws `unknown-station` at the form's field. */
const known = async (id: string): Promise<Station> => {
  const found = await station(id);
  if (!found?.active) throw invalidField('station', 'unknown-station', 'is no station');
  return found;
};

/** A station as the place of a case; coordinates only where they are the station's own. */
export const placeOf = async (id: string): Promise<Place> => {
  const { name, address, areas, coordinates, approximate } = await known(id);
  return {
    township: areas.find((a) => a.length === 9) ?? areas[0] ?? '',
    words: `${name.zh}（${address.zh}）`,
    ...(approximate === undefined && coordinates ? { coordinates } : {}),
  };
};

/** The stations to choose from. */
export const stationOptions = async (language: Language): Promise<Option[]> =>
  (await stations()).map(({ id, name }) => ({ value: id, label: name[language] ?? name.zh }));
