import { count, decimal, durationField, type SettingsOf, section } from '../../shared/settings.ts';

/** How far apart two reports may arrive and lie. */
const apart = (hours: number, kilometres: number) => ({
  hours: count({ default: hours, min: 1, max: 720, measure: 'hours', source: 'example' }),
  kilometres: decimal({ default: kilometres, min: 0.1, max: 50, measure: 'kilometres', source: 'example' }),
});

/** How a unit helps with livestock. */
export const livestockSettings = section('livestock', {
  acceptance: durationField({ default: 'PT5M', min: 'PT1M', max: 'P1D', source: 'promise' }),
  /** From acceptance to setting out. */
  departure: durationField({ default: 'PT15M', min: 'PT1M', max: 'P1D', source: 'promise' }),
  /** When the county is asked again while nobody accepts, or nobody sets out; then ever more rarely. */
  reminder: durationField({ default: 'PT15M', min: 'PT5M', max: 'P7D', source: 'example' }),
  /** A case under treatment without an end is asked after this often. */
  review: durationField({ default: 'P2D', min: 'PT1H', max: 'P30D', source: 'example' }),
  /** A follow-up visit that was not made is asked after this often. */
  lateVisit: durationField({ default: 'P1D', min: 'PT1H', max: 'P14D', source: 'example' }),
  /** So many dead in one report are a suspected epidemic by themselves. */
  epidemicDead: count({ default: 3, min: 1, max: 50, measure: 'animals', source: 'example' }),
  /** Of the same animals. */
  duplicates: apart(24, 3),
  /** Of the same disease. */
  outbreak: apart(72, 10),
});
export type LivestockSettings = SettingsOf<typeof livestockSettings>;
