import type { Kora } from './app.ts';
import { must } from './journey.ts';

/** The rest stations of the seed, and how the union that keeps them says what they are. */

export const KEEPER = 'ngodup@gonjo-union.kora.example';

/** Changes a station from what it is now, as its keeper does on the desk; answers it in its next version. */
export const enter = async (kora: Kora, id: string, change: object) => {
  const { values, version } = must(await kora.api('GET', `/stations/kept/${id}`, { as: KEEPER }), 200).body;
  const body = { ...values, ...change };
  return must(await kora.api('PUT', `/stations/${id}?version=${version}`, { as: KEEPER, body }), 200).body;
};

/** Where the stations really are: no position was published, so the union enters them. */
const PLACES = {
  'gonjo-dongfeng': { latitude: 30.8652, longitude: 98.2701 },
  'gonjo-gongsang': { latitude: 30.8588, longitude: 98.2633 },
  'gonjo-kaixuan': { latitude: 30.8611, longitude: 98.2712 },
};

export const enterPlaces = async (kora: Kora): Promise<void> => {
  for (const [id, coordinates] of Object.entries(PLACES))
    await enter(kora, id, { coordinates, approximate: undefined });
};
