import { invalidField } from '../../shared/errors.ts';
import { endsPhone, readPhone, withoutExtension } from '../../shared/phone.ts';
import { fold } from '../../shared/text.ts';
import { between, type Moment } from '../../shared/time.ts';
import type { CaseData, Place } from './schema.ts';

/** A box around China, in degrees: what lies outside was mistyped. */
const CHINA = { south: 18, north: 53.6, west: 73.4, east: 135.1 };

/** Refuses coordinates that no place in China can have. */
export const checkCoordinates = ({ coordinates }: Place): void => {
  if (!coordinates) return;
  const { latitude, longitude } = coordinates;
  if (latitude < CHINA.south || latitude > CHINA.north)
    throw invalidField('place.coordinates.latitude', 'outside', 'lies outside China');
  if (longitude < CHINA.west || longitude > CHINA.east)
    throw invalidField('place.coordinates.longitude', 'outside', 'lies outside China');
};

/** A telephone number with its middle hidden and without its extension: enough to recognise one's own. */
export const maskedPhone = (phone: string): string => {
  const digits = withoutExtension(phone);
  const { length } = digits;
  return length < 8 ? '•'.repeat(length) : `${digits.slice(0, 3)}${'•'.repeat(length - 7)}${digits.slice(-4)}`;
};

/** An e-mail address with all but its first letter and its domain hidden. */
export const maskedEmail = (email: string): string => email.replace(/^(.).*@/, '$1•••@');

const A_DAY = 86_400_000;

/**
 * How long until those who do not answer are reminded again, in milliseconds: the unit's pause, then each time as long as has
 * been waited already, until it is once a day. A night of mails every quarter of an hour is read by nobody.
 */
export const untilReminded = (pause: number, since: Moment | undefined, at: Moment): number =>
  Math.max(pause, Math.min(A_DAY, since === undefined ? 0 : between(since, at)));

/** What runs out when a clock does: the delay's name in the chart, `acceptance` of `xstate.after.acceptance.wildlife.awaiting.team`. */
export const clockName = (id: string): string => /xstate\.after\.([^.]+)\./.exec(id)?.[1] ?? id;

/** Every text within a value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/**
 * Whether a case is what somebody searches for: its number, a telephone number or its last digits (four or more), the
 * reporter's name, the place, or words of the report and of what was added to it.
 */
export const matches = (data: CaseData & { report?: unknown }, asked: string, added: string[] = []): boolean => {
  const q = fold(asked);
  if (q === '') return asked.trim() === '';
  const { number, reporter, place, report } = data;
  if (reporter.phone && endsPhone(reporter.phone, asked)) return true;
  const wanted = [q, withoutExtension(readPhone(asked).phone ?? q)]; // a number in what was said, as it may be written there
  const said = [number, reporter.name, place.words, ...added, ...textsIn(report)];
  return said.some((text) => text !== undefined && wanted.some((w) => fold(text).includes(w)));
};
