import { log } from '../../shared/log.ts';
import type { Item } from '../../shared/table.ts';
import { errorName, type Failing, placeIn } from '../../shared/workflow/failures.ts';
import { routeFor } from '../directory/lookup.ts';

/**
 * Of what an item is, for people: kind, id, number, and whose it is. Where triage has not placed a report yet, its unit is the
 * one that its area's route leads to; undefined where none does, or where it cannot be found out.
 */
export const placeOf = async (item: Item): Promise<Pick<Failing, 'kind' | 'id' | 'type' | 'unit' | 'number'>> => {
  const { area, ...place } = placeIn(item);
  return { ...place, unit: place.unit ?? (await routed(place.type, area)) };
};

const routed = async (type: string | undefined, area: string | undefined): Promise<string | undefined> => {
  if (type === undefined || area === undefined) return undefined;
  try {
    return await routeFor(type, area);
  } catch (e) {
    log.warn('no unit could be found for a failure', { type, area, error: errorName(e) });
    return undefined;
  }
};
