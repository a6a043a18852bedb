import {
  choice,
  count,
  decimal,
  durationField,
  each,
  notLonger,
  OpenGroup,
  orNone,
  type SettingsOf,
  type Source,
  section,
} from '../../shared/settings.ts';
import type { Urgency } from '../cases/schema.ts';
import { approvalLevel } from './schema.ts';
import { CLASS_CODE } from './species/schema.ts';

const byUrgency = (usual: Record<Urgency, string>, bounds: { min: string; max: string; source: Source }) =>
  each(usual, (one) => durationField({ default: one, ...bounds }));

const urgentFirst = (name: string) => notLonger(`${name}.critical`, `${name}.urgent`, `${name}.normal`);

/** Classes of protection that an administrator may add to the region's own list. */
const OTHER_CLASSES = { name: CLASS_CODE, most: 20 };

/** The law asks for the province at least where the state protects a species. */
const ofTheState = choice(['province', 'national'], { default: 'province', source: 'law' });
const ofOthers = choice(approvalLevel.options, { default: 'county', source: 'law' });

/** Tenths of a degree are several kilometres; nothing is published more exactly than the privacy notice promises. */
const square = (usual: number | null) =>
  orNone(decimal({ default: 1, min: 0.05, max: 1, measure: 'degrees', source: 'practice' }), usual);

/** How a unit rescues wildlife. */
export const wildlifeSettings = section(
  'wildlife',
  {
    /** Within which an order must be accepted before it escalates. */
    acceptance: byUrgency(
      { critical: 'PT15M', urgent: 'PT30M', normal: 'PT2H' },
      { min: 'PT1M', max: 'P2D', source: 'promise' },
    ),
    /** When the bureau's lead is asked again while nobody accepts; then ever more rarely. */
    reminder: byUrgency(
      { critical: 'PT1H', urgent: 'PT4H', normal: 'P1D' },
      { min: 'PT5M', max: 'P7D', source: 'example' },
    ),
    /** From acceptance to arrival on site. */
    arrival: byUrgency(
      { critical: 'PT2H', urgent: 'PT4H', normal: 'P1D' },
      { min: 'PT5M', max: 'P7D', source: 'example' },
    ),
    /** A case in care without an outcome is asked after this often. */
    review: durationField({ default: 'P7D', min: 'PT1H', max: 'P60D', source: 'example' }),
    /** A transport this much later than expected is overdue. */
    transportGrace: durationField({ default: 'PT15M', min: 'PT1M', max: 'P1D', source: 'example' }),
    /** The lowest level that approves where an animal unfit for release goes, by class. */
    approval: new OpenGroup<typeof approvalLevel._output>(
      { 'national-1': ofTheState, 'national-2': ofTheState, regional: ofOthers, protected: ofOthers, none: ofOthers },
      ofOthers,
      OTHER_CLASSES,
    ),
    /** How far apart two reports of one animal may arrive and lie. */
    duplicates: {
      hours: count({ default: 48, min: 1, max: 720, measure: 'hours', source: 'example' }),
      kilometres: decimal({ default: 3, min: 0.1, max: 50, measure: 'kilometres', source: 'example' }),
    },
    /** The side of the square whose middle is published for an animal's place, by class; null for not at all. */
    published: new OpenGroup(
      each<string, number | null, ReturnType<typeof square>>(
        { 'national-1': null, 'national-2': 0.1, regional: 0.1, protected: 0.05, none: 0.05 },
        square,
      ),
      square(null),
      OTHER_CLASSES,
    ),
    /** Dead animals at one place within these hours raise an alarm of their own. */
    cluster: {
      dead: count({ default: 3, min: 1, max: 20, measure: 'animals', source: 'law' }),
      hours: count({ default: 72, min: 1, max: 720, measure: 'hours', source: 'example' }),
    },
  },
  { rules: [urgentFirst('acceptance'), urgentFirst('reminder'), urgentFirst('arrival')] },
);
export type WildlifeSettings = SettingsOf<typeof wildlifeSettings>;
