import { invalidField } from '../../shared/errors.ts';
import { between, duration, type Moment } from '../../shared/time.ts';
import type { Urgency } from '../cases/schema.ts';
import type { HelpData, Kind, planMediation, recordMediation } from './schema.ts';
import type { StationHelpSettings } from './settings.ts';

export const urgencyOf = (kind: Kind): Urgency => (kind === 'urgent' ? 'critical' : 'normal');

/** The delays of the case's clocks in milliseconds, from the settings of the unit that keeps the station. */
export const delaysOf = (kind: Kind, settings: StationHelpSettings): Record<string, number> => ({
  acceptance: duration(settings.acceptance[kind]),
  reminder: duration(settings.reminder[kind]),
  review: duration(settings.review),
  arranging: duration(settings.arranging),
  heldGrace: duration(settings.heldGrace),
  check: duration(settings.check),
  lateCheck: duration(settings.lateCheck),
});

/** Five minutes that a phone's clock may be ahead. */
const CLOCK_SKEW = 5 * 60_000;

/** Refuses a mediation that is planned for an hour that is over. */
export const checkPlan = ({ at: planned }: ReturnType<typeof planMediation.parse>, _: HelpData, at: Moment): void => {
  if (planned <= at) throw invalidField('at', 'past', 'has passed');
};

/** A mediation has been held by now, and has an agreement exactly where the parties agreed. */
export const checkMediation = (
  { heldAt, result, agreement }: ReturnType<typeof recordMediation.parse>,
  _: HelpData,
  at: Moment,
): void => {
  if (between(at, heldAt) > CLOCK_SKEW) throw invalidField('heldAt', 'future', 'lies in the future');
  if (result === 'agreed' && !agreement) throw invalidField('agreement', 'required', 'is needed');
  if (result !== 'agreed' && agreement) throw invalidField('agreement', 'not-agreed', 'is only for what was agreed');
};

/** Milliseconds from `at` until a planned mediation is asked after; 0 where that has passed. */
export const untilHeld = (planned: Moment, grace: number, at: Moment): number =>
  Math.max(0, between(at, planned) + grace);
