import * as z from 'zod';
import { duration } from '../../shared/time.ts';
import { settingsOf } from '../directory/lookup.ts';

/** What a unit configures of its stations, in its settings under `stations`. */

const period = (usual: string) =>
  z
    .string()
    .regex(/^P(?=.)(\d{1,2}D)?(T(?=\d)(\d{1,3}H)?(\d{1,4}M)?)?$/)
    .default(usual);

export const stationSettings = z.object({
  /** After how long the unit is reminded of a fault that nobody has taken notice of, and so again. */
  acknowledgeWithin: period('P1D'),
  /** The same of one that is not mended, where no day was named. */
  mendWithin: period('P3D'),
});

/** In milliseconds. */
export interface Reminders {
  acknowledge: number;
  mend: number;
}

export const remindersOf = async (unit: string): Promise<Reminders> => {
  const { acknowledgeWithin, mendWithin } = await settingsOf(unit, stationSettings, 'stations');
  return { acknowledge: duration(acknowledgeWithin), mend: duration(mendWithin) };
};
