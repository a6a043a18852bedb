import { durationField, notLonger, section } from '../../shared/settings.ts';

/** How a unit looks after its stations. */
export const stationSettings = section(
  'stations',
  {
    /** After how long the unit is reminded of a fault that nobody has taken notice of, and so again. */
    acknowledgeWithin: durationField({ default: 'P1D', min: 'PT15M', max: 'P14D', source: 'example' }),
    /** The same of one that is not mended, where no day was named. */
    mendWithin: durationField({ default: 'P3D', min: 'PT1H', max: 'P60D', source: 'example' }),
  },
  { rules: [notLonger('acknowledgeWithin', 'mendWithin')] },
);
