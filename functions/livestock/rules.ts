import { instantOf } from '../../shared/calendar.ts';
import { DomainError, type FieldError, invalidField } from '../../shared/errors.ts';
import { addDays, between, dateOf, duration, type Moment } from '../../shared/time.ts';
import type { Comparison } from '../cases/likeness.ts';
import type { Urgency } from '../cases/schema.ts';
import type { Animal, Epidemic, LivestockData, planFollowUp, Report, Sighting } from './schema.ts';
import type { LivestockSettings } from './settings.ts';

/** Five minutes that a phone's clock may be ahead. */
const CLOCK_SKEW = 5 * 60_000;
const A_MONTH = 31 * 86_400_000;

/** What the fields of a report must be together; every complaint names its field. */
export const checkReport = (report: Report, at: Moment): void => {
  const wrong: FieldError[] = [];
  const complain = (path: string, code: string, message: string) => void wrong.push({ path, code, message });
  if (between(at, report.since) > CLOCK_SKEW) complain('since', 'future', 'lies in the future');
  if (between(report.since, at) > A_MONTH) complain('since', 'too-old', 'lies more than a month back');
  if (report.dead > report.count) complain('dead', 'too-large', 'is more than the number of animals');
  // nobody finds a pasture without somebody to call
  if (!report.reporter.phone && !report.waitingPhone)
    complain('reporter.phone', 'required', 'is needed, or that of whoever waits on site');
  if (wrong.length > 0)
    throw new DomainError('invalid', 'invalid-input', 'Some fields are not right.', { fields: wrong });
};

const CRITICAL = new Set<Report['problem']>(['difficult-birth', 'poisoning', 'epidemic-signs']);

/** How fast somebody has to come: two lives at a birth, a poison or an epidemic that spreads come first. */
export const urgencyOf = ({ problem, dead, count }: Pick<Report, 'problem' | 'dead' | 'count'>): Urgency => {
  if (CRITICAL.has(problem)) return 'critical';
  return problem === 'other' && dead < count ? 'normal' : 'urgent';
};

/** Whether a report alone is reason to suspect an epidemic. */
export const looksEpidemic = (
  { problem, dead }: Pick<Report, 'problem' | 'dead'>,
  { epidemicDead }: Pick<LivestockSettings, 'epidemicDead'>,
): boolean => problem === 'epidemic-signs' || (problem !== 'poisoning' && dead >= epidemicDead);

/** What one disease may look like to the herders it reaches. */
const DISEASE = new Set<Report['problem']>(['sick', 'sudden-death', 'epidemic-signs']);

/**
 * How two reports are compared: the same kind of animal with the same trouble, or animals of any kind that one disease may
 * have reached. Yaks are everywhere: what is in another township must be known to be near.
 */
export const comparison = (own: Pick<LivestockSettings, 'duplicates' | 'outbreak'>): Comparison<Sighting> => ({
  limits: (a, b) => {
    if (a.area !== b.area && !(a.coordinates && b.coordinates)) return undefined;
    if (DISEASE.has(a.problem) && DISEASE.has(b.problem)) return own.outbreak;
    return a.species === b.species && a.problem === b.problem ? own.duplicates : undefined;
  },
  alike: (a, b) => [
    { reason: 'same-species', score: a.species === b.species ? 0.1 : 0 },
    { reason: 'same-problem', score: a.problem === b.problem ? 0.2 : 0 },
    { reason: 'perhaps-one-disease', score: a.problem === b.problem ? 0 : 0.2 },
  ],
});

/** The delays of the case's clocks in milliseconds, from the unit's settings. */
export const delaysOf = (settings: LivestockSettings): Record<string, number> => ({
  acceptance: duration(settings.acceptance),
  departure: duration(settings.departure),
  reminder: duration(settings.reminder),
  review: duration(settings.review),
  lateVisit: duration(settings.lateVisit),
});

/** Whether an epidemic is suspected that the county has not ruled on. */
export const epidemicOpen = ({ epidemic }: Pick<LivestockData, 'epidemic'>): boolean =>
  epidemic !== undefined && epidemic.verdict === undefined;

/** Every suspicion of a case, oldest first. */
export const epidemicsOf = ({ epidemic, earlierEpidemics }: Pick<LivestockData, 'epidemic' | 'earlierEpidemics'>) => [
  ...earlierEpidemics,
  ...(epidemic ? [epidemic] : []),
];

/** What the figures say of a case: once confirmed it counts as that, whatever is suspected later. */
export const epidemicFact = (
  data: Pick<LivestockData, 'epidemic' | 'earlierEpidemics'>,
): NonNullable<Epidemic['verdict']> | 'open' | undefined =>
  epidemicsOf(data).some((e) => e.verdict === 'confirmed')
    ? 'confirmed'
    : data.epidemic && (data.epidemic.verdict ?? 'open');

/** Refuses a correction that says what was said. */
export const checkCorrection = ({ verdict }: { verdict: Epidemic['verdict'] }, { epidemic }: LivestockData): void => {
  if (verdict === epidemic?.verdict) throw invalidField('verdict', 'unchanged', 'is what was ruled already');
};

export const allSettled = ({ animals }: Pick<LivestockData, 'animals'>): boolean =>
  animals.length > 0 && animals.every((a) => a.outcome !== undefined);

/** A case ends when each animal has an outcome and no epidemic is left to be ruled on. */
export const mayClose = (data: LivestockData): boolean => allSettled(data) && !epidemicOpen(data);

/** The hour at which a planned visit counts as not made. */
const EVENING = '18:00';

/** Milliseconds until the evening of the day a visit is planned for; 0 where that has passed. */
export const untilEvening = (on: string, at: Moment): number => Math.max(0, between(at, instantOf(on, EVENING)));

/** Refuses a visit on a day that is over. */
export const checkFollowUp = ({ on }: ReturnType<typeof planFollowUp.parse>, _: LivestockData, at: Moment): void => {
  if (on < dateOf(at)) throw invalidField('on', 'past', 'lies before today');
};

/** The last date of a withdrawal period that began at `at`; undefined where there is none. */
export const withdrawnUntil = (at: Moment, days: number | undefined): string | undefined =>
  days ? addDays(dateOf(at), days) : undefined;

/** The last date on which milk or meat of the animal may not be used. */
export const withdrawal = ({ treatments }: Pick<Animal, 'treatments'>): string | undefined =>
  treatments
    .flatMap((t) => t.withdrawnUntil ?? [])
    .sort()
    .at(-1);
