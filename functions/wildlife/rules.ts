import { DomainError, type FieldError, invalidField } from '../../shared/errors.ts';
import { between, duration, type Moment } from '../../shared/time.ts';
import type { Comparison } from '../cases/likeness.ts';
import type { Urgency } from '../cases/schema.ts';
import {
  type Animal,
  approvalLevel,
  MOST_IN_CLUSTER,
  type Report,
  type Sighting,
  type WildlifeData,
} from './schema.ts';
import type { WildlifeSettings } from './settings.ts';
import type { ClassCode } from './species/schema.ts';

/** Whether every animal has reached its end: an outcome, and for a dead one the disposal. */
export const allSettled = (data: WildlifeData): boolean =>
  data.animals.length > 0 &&
  data.animals.every((a) => a.outcome !== undefined && (!isDead(a) || a.disposal !== undefined));

export const isDead = (a: Pick<Animal, 'outcome'>): boolean =>
  a.outcome === 'died_in_treatment' || a.outcome === 'found_dead';

export const isHandIn = (data: WildlifeData): boolean => data.report.intake === 'hand-in';

export const noAnimals = (data: WildlifeData): boolean => data.animals.length === 0;

/** Five minutes that a phone's clock may be ahead. */
const CLOCK_SKEW = 5 * 60_000;

/** What the fields of a report must be together; every complaint names its field. */
export const checkReport = (report: Report, at: Moment): void => {
  const wrong: FieldError[] = [];
  const complain = (path: string, code: string, message: string) => void wrong.push({ path, code, message });
  if (between(at, report.foundAt) > CLOCK_SKEW) complain('foundAt', 'future', 'lies in the future');
  if (between(report.foundAt, at) > 366 * 86_400_000) complain('foundAt', 'too-old', 'lies more than a year back');
  if (report.dead > report.count) complain('dead', 'too-large', 'is more than the number of animals');
  if (report.wantsReward && !report.reporter.phone && !report.reporter.email)
    complain('reporter.phone', 'required-for-reward', 'is needed (or an e-mail address) to be reached about a reward');
  // Who hands an animal over leaves name, address and contact (rules on the receipt of wildlife).
  if (report.intake === 'hand-in')
    for (const field of ['name', 'phone', 'address'] as const)
      if (!report.reporter[field]) complain(`reporter.${field}`, 'required', 'is needed where an animal is handed in');
  if (wrong.length > 0)
    throw new DomainError('invalid', 'invalid-input', 'Some fields are not right.', { fields: wrong });
};

const HURT = new Set(['injured', 'severely-injured', 'sick', 'trapped', 'weak']);

/** How fast somebody has to accept: danger to people first, then class and condition. An open species counts as 国家二级. */
export const urgencyOf = (
  report: Pick<Report, 'condition' | 'peopleInDanger' | 'count' | 'dead'>,
  classCode?: ClassCode,
): Urgency => {
  if (report.peopleInDanger) return 'critical';
  const alive = report.condition !== 'dead' && report.dead < report.count;
  if (!alive) return classCode === 'national-1' ? 'urgent' : 'normal';
  const hurt = HURT.has(report.condition);
  if (classCode === 'national-1') return hurt ? 'critical' : 'urgent';
  if (report.condition === 'severely-injured') return 'urgent';
  return hurt && (classCode === undefined || classCode === 'national-2' || classCode === 'regional')
    ? 'urgent'
    : 'normal';
};

/** The delays of the case's clocks in milliseconds, from the unit's settings and the urgency. */
export const delaysOf = (settings: WildlifeSettings, urgency: Urgency): Record<string, number> => ({
  acceptance: duration(settings.acceptance[urgency]),
  reminder: duration(settings.reminder[urgency]),
  arrival: duration(settings.arrival[urgency]),
  review: duration(settings.review),
});

/** How many minutes later than expected a transport is overdue. */
export const graceMinutes = (settings: WildlifeSettings): number => duration(settings.transportGrace) / 60_000;

/** How two sightings are compared: never one of another species, and the name counts as far as it goes. */
export const comparison = (limits: WildlifeSettings['duplicates']): Comparison<Sighting> => ({
  limits: (a, b) => (a.speciesKey && b.speciesKey && a.speciesKey !== b.speciesKey ? undefined : limits),
  alike: (a, b) => [
    { reason: 'same-species', score: a.speciesKey && a.speciesKey === b.speciesKey ? 0.3 : 0 },
    { reason: 'like-name', score: likeNames(a, b) ? 0.2 : 0 },
  ],
});

/** One name is part of the other (蛇, 眼镜王蛇), and not both are known species. */
const likeNames = (a: Sighting, b: Sighting): boolean =>
  !(a.speciesKey && b.speciesKey) && (a.species.includes(b.species) || b.species.includes(a.species));

/** The cases of a cluster: enough dead animals at one place in the time; undefined where there is none. */
export const clusterOf = (
  of: Sighting,
  others: Sighting[],
  limits: WildlifeSettings['cluster'],
): string[] | undefined => {
  if (of.dead === 0) return undefined;
  const here = others.filter(
    (o) => o.id !== of.id && o.dead > 0 && o.area === of.area && counts(o) && within(of, o, limits.hours),
  );
  const dead = here.reduce((n, o) => n + o.dead, of.dead);
  return dead >= limits.dead ? [of.id, ...here.map((o) => o.id).slice(0, MOST_IN_CLUSTER - 1)].sort() : undefined;
};

const counts = (s: Sighting) => s.ended !== 'duplicate' && s.ended !== 'false' && s.ended !== 'withdrawn';

const within = (a: Sighting, b: Sighting, hours: number) => Math.abs(between(a.at, b.at)) <= hours * 3_600_000;

const LEVELS = approvalLevel.options;

type Level = (typeof LEVELS)[number];

/** The lowest level that may approve where an animal unfit for release goes, by the unit's settings. */
export const approvalNeeded = (classCode: ClassCode, approval: WildlifeSettings['approval']): Level =>
  approval[classCode] ?? 'county';

/** Refuses a transfer of an animal unfit for release without an approval of the level its class asks for. */
export const checkTransfer = (
  input: { purpose?: unknown; approvalLevel?: Level; approvalNumber?: string },
  animal: Pick<Animal, 'classCode'>,
  approval: WildlifeSettings['approval'],
): void => {
  if (input.purpose !== 'unfit-for-release') return;
  const needed = approvalNeeded(animal.classCode, approval);
  if (!input.approvalLevel || LEVELS.indexOf(input.approvalLevel) < LEVELS.indexOf(needed))
    throw invalidField('approvalLevel', 'level-too-low', `must be ${needed} level or above for this class`);
  if (!input.approvalNumber) throw invalidField('approvalNumber', 'required', 'is needed');
};
