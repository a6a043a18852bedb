import { count, durationField, each, notLonger, type SettingsOf, section } from '../../shared/settings.ts';
import type { Kind } from './schema.ts';

/** By the end of how many working days a request is answered; an urgent one is answered within hours. */
const WORKING_DAYS: Record<Exclude<Kind, 'urgent'>, number> = { question: 1, help: 5, suggestion: 5, complaint: 10 };

/** How a unit answers requests. */
export const requestSettings = section(
  'request',
  {
    workingDays: each(WORKING_DAYS, (usual) =>
      count({ default: usual, min: 1, max: 60, measure: 'working-days', source: 'practice' }),
    ),
    /** Within which an urgent request is answered. */
    urgent: durationField({ default: 'PT2H', min: 'PT15M', max: 'P3D', source: 'example' }),
    /** Within which a request is taken on. */
    take: durationField({ default: 'PT4H', min: 'PT5M', max: 'P5D', source: 'example' }),
    takeUrgent: durationField({ default: 'PT15M', min: 'PT1M', max: 'P1D', source: 'example' }),
    reminder: durationField({ default: 'P1D', min: 'PT15M', max: 'P7D', source: 'example' }),
    /** After the answer, or a call that reached nobody, until the next call is reminded of. */
    callBack: count({ default: 2, min: 1, max: 20, measure: 'working-days', source: 'example' }),
    /** So many calls on different days that reach nobody end a request. */
    attempts: count({ default: 3, min: 1, max: 10, measure: 'times', source: 'example' }),
  },
  { rules: [notLonger('takeUrgent', 'take'), notLonger('takeUrgent', 'urgent')] },
);
export type RequestSettings = SettingsOf<typeof requestSettings>;
