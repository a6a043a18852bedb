import { choice, count, durationField, periodField, section } from '../../shared/settings.ts';

/** How a unit handles tip-offs. What the page promises bounds what a unit may choose. */
export const tipSettings = section('tips', {
  /** Officers are asked again while nobody has read it. */
  remind: durationField({ default: 'P1D', min: 'PT1H', max: 'P30D', source: 'example' }),
  /** From the closing, or the end of the reward, to the deletion: half a year at the latest. */
  keep: periodField({ default: 'P180D', min: 'P1D', max: 'P6M', source: 'promise' }),
  /** The law's two months at least. */
  claimWindow: periodField({ default: 'P2M', min: 'P2M', max: 'P12M', source: 'law' }),
  /** The most that is paid for one tip-off. No amount was published. */
  mostFen: count({ default: 500_000, min: 0, max: 100_000_000, measure: 'fen', source: 'example' }),
  marking: choice(['example', 'adopted'], { default: 'example', source: 'example' }),
});
