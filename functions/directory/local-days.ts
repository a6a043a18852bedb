import { type LocalDays, localDays } from '../../shared/working-days.ts';
import { settingsOf } from './lookup.ts';

/**
 * The days that a unit has off or works on besides everybody’s: its setting `calendar`, or that of a unit above it. What
 * `workingDay` and the others of shared/working-days.ts take.
 */
export const localDaysOf = (unit: string): Promise<LocalDays> => settingsOf(unit, localDays, 'calendar');
