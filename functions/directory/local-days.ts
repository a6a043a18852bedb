import type { LocalDays } from '../../shared/working-days.ts';
import { settingsOf, units } from './lookup.ts';
import { calendarSettings } from './settings.ts';

/**
 * The days that a unit has off or works on besides everybody’s: its setting `calendar`, or that of a unit above it. What
 * `workingDay` and the others of shared/working-days.ts take.
 */
export const localDaysOf = (unit: string): Promise<LocalDays> => settingsOf(unit, calendarSettings);

/** The same of several units by their ids, in one read where the units above them are the same. */
export const localDaysOfAll = async (ids: string[]): Promise<Map<string, LocalDays>> => {
  const found = new Map<string, LocalDays>();
  for (const { id } of await units(ids)) found.set(id, await localDaysOf(id)); // one by one: what is above is remembered
  return found;
};
