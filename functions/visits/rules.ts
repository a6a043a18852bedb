import { invalidField } from '../../shared/errors.ts';
import { between, dateOf, type Moment } from '../../shared/time.ts';
import type { Card, Household, Visit } from './schema.ts';

/** Sorts before every date: a household that nobody has visited yet comes first. */
const NEVER_YET = '0000';

/** Where a household stands among those of its unit: whoever was not visited for longest comes first. */
export const orderOf = ({ lastVisitedAt, id }: Pick<Household, 'lastVisitedAt' | 'id'>): string =>
  `${lastVisitedAt ?? NEVER_YET}#${id}`;

/** Whole days since the last visit; undefined where there was none. */
export const daysSince = ({ lastVisitedAt }: Pick<Card, 'lastVisitedAt'>, at: Moment): number | undefined =>
  lastVisitedAt === undefined ? undefined : Math.floor(between(lastVisitedAt, at) / 86_400_000);

/** The household after a visit: only one at which somebody was met counts; a plan is done either way but for nobody at home. */
export const visited = (household: Household, { at, met }: Pick<Visit, 'at' | 'met'>): Household => ({
  ...household,
  planned: met === 'nobody-home' ? household.planned : undefined,
  lastVisitedAt: met === 'met' ? laterOf(household.lastVisitedAt, at) : household.lastVisitedAt,
});

/** A visit that was noted offline may arrive after a later one. */
const laterOf = (a: Moment | undefined, b: Moment): Moment => (a !== undefined && a > b ? a : b);

/** Five minutes that a phone's clock may be ahead, and a week that it may be off the network. */
const SKEW = 5 * 60_000;
const OFFLINE = 7 * 86_400_000;

/** When a visit was; throws `invalid-input` for one that was not yet, or too long ago to be only arriving now. */
export const timeOf = (said: Moment | undefined, at: Moment): Moment => {
  if (said === undefined) return at;
  if (between(at, said) > SKEW) throw invalidField('at', 'future', 'lies in the future');
  if (between(said, at) > OFFLINE) throw invalidField('at', 'too-old', 'lies more than a week back');
  return said;
};

/** Whether what is entered under a number is not what is known under it: a number given twice would hide a household. */
export const differs = (known: Household, entered: Partial<Household>): boolean =>
  Object.entries(entered).some(([name, value]) => known[name as keyof Household] !== value);

/** Refuses a plan for a day that is over. */
export const checkDay = (on: string, at: Moment): void => {
  if (on < dateOf(at)) throw invalidField('on', 'past', 'lies before today');
};
