import * as z from 'zod';
import { between } from '../../shared/time.ts';
import { type CaseData, place } from './schema.ts';

/** Which cases may be about the same thing. The program proposes, a person decides. Pure. */

/** What the cases of any type are compared by, as the index by area keeps it of each. */
export const sighting = z.object({
  id: z.string(),
  number: z.string().optional(),
  at: z.string(),
  area: z.string(),
  coordinates: place.shape.coordinates,
  ended: z.string().optional(),
});
export type Sighting = z.infer<typeof sighting>;

/** How far apart two reports of the same thing may lie. */
export interface Limits {
  hours: number;
  kilometres: number;
}

interface Reason {
  reason: string;
  score: number;
}

/** How a type tells that two of its reports may be about the same thing. */
export interface Comparison<S extends Sighting> {
  /** Undefined where they cannot be. */
  limits: (a: S, b: S) => Limits | undefined;
  /** What speaks for it besides place and time; a score of 0 does not. */
  alike: (a: S, b: S) => Reason[];
}

export interface Likeness {
  score: number;
  reasons: string[];
}

const NOT_AT_ALL: Likeness = { score: 0, reasons: [] };

/** How alike two sightings are (0 to 1) and why; 0 where they cannot be the same. */
export const likeness = <S extends Sighting>(a: S, b: S, by: Comparison<S>): Likeness => {
  const limits = by.limits(a, b);
  const hours = Math.abs(between(a.at, b.at)) / 3_600_000;
  const near = a.coordinates && b.coordinates ? kilometres(a.coordinates, b.coordinates) : undefined;
  if (!limits || hours > limits.hours || (near !== undefined && near > limits.kilometres)) return NOT_AT_ALL;
  const found = [
    { reason: 'near', score: near !== undefined ? 0.4 : 0 },
    { reason: 'same-township', score: a.area === b.area ? 0.3 : 0 },
    { reason: 'within-the-hour', score: hours <= 1 ? 0.3 : 0 },
    { reason: 'within-days', score: hours > 1 ? 0.1 : 0 },
    ...by.alike(a, b),
  ].filter((f) => f.score > 0);
  const score = found.reduce((sum, f) => sum + f.score, 0);
  return { score: Math.min(1, score), reasons: found.map((f) => f.reason) };
};

/** Great-circle distance in kilometres (haversine). */
const kilometres = (a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number => {
  const rad = (d: number) => (d * Math.PI) / 180;
  const h =
    Math.sin(rad(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(rad(b.longitude - a.longitude) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
};

const LIKELY = 0.5;
/** Where nothing but place and time speaks for it, township and hour alone are chance: they must also be near each other. */
const LIKELY_BY_PLACE = 0.7;
const BY_PLACE = new Set(['near', 'same-township', 'within-the-hour', 'within-days']);

const isLikely = ({ score, reasons }: Likeness): boolean =>
  score >= (reasons.some((r) => !BY_PLACE.has(r)) ? LIKELY : LIKELY_BY_PLACE);

/** Open cases that may be about the same thing, most alike first, at most five. */
export const likelyDuplicates = <S extends Sighting>(
  of: S,
  others: S[],
  keptApart: string[],
  by: Comparison<S>,
): CaseData['duplicates'] =>
  others
    .filter((o) => o.id !== of.id && !o.ended && !keptApart.includes(o.id))
    .map((o) => ({ id: o.id, number: o.number, ...likeness(of, o, by) }))
    .filter(isLikely)
    .sort((x, y) => y.score - x.score)
    .slice(0, 5);

/** Those that are known already, and behind them what is new; undefined where nothing is. */
export const withNew = (
  { duplicates }: Pick<CaseData, 'duplicates'>,
  likely: CaseData['duplicates'],
): CaseData['duplicates'] | undefined => {
  const fresh = likely.filter((l) => !duplicates.some((d) => d.id === l.id));
  return fresh.length > 0 ? [...duplicates, ...fresh] : undefined;
};
