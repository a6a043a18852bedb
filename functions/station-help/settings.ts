import { durationField, each, notLonger, type SettingsOf, section } from '../../shared/settings.ts';
import type { Kind } from './schema.ts';

const ACCEPTANCE: Record<Kind, string> = { urgent: 'PT5M', mediation: 'PT4H' };
const REMINDER: Record<Kind, string> = { urgent: 'PT15M', mediation: 'P1D' };

/** How a unit helps at its stations. */
export const stationHelpSettings = section(
  'stationHelp',
  {
    /** Within which it is accepted before the next is asked. */
    acceptance: each(ACCEPTANCE, (usual) =>
      durationField({ default: usual, min: 'PT1M', max: 'P3D', source: 'promise' }),
    ),
    /** When the union is asked again while nobody accepts; then ever more rarely. */
    reminder: each(REMINDER, (usual) => durationField({ default: usual, min: 'PT5M', max: 'P7D', source: 'example' })),
    /** Urgent help without a word of what was done is asked after this often. */
    review: durationField({ default: 'PT1H', min: 'PT5M', max: 'P7D', source: 'example' }),
    /** From acceptance until a mediation is arranged, and how often it is asked after from then on. */
    arranging: durationField({ default: 'P3D', min: 'PT1H', max: 'P30D', source: 'example' }),
    /** After its hour a planned mediation is asked after. */
    heldGrace: durationField({ default: 'PT3H', min: 'PT15M', max: 'P7D', source: 'example' }),
    /** From an agreement until somebody asks whether it is kept. */
    check: durationField({ default: 'P7D', min: 'P1D', max: 'P90D', source: 'example' }),
    lateCheck: durationField({ default: 'P1D', min: 'PT1H', max: 'P14D', source: 'example' }),
  },
  {
    rules: [notLonger('acceptance.urgent', 'acceptance.mediation'), notLonger('reminder.urgent', 'reminder.mediation')],
  },
);
export type StationHelpSettings = SettingsOf<typeof stationHelpSettings>;
