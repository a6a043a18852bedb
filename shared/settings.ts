import * as z from 'zod';
import { duration } from './time.ts';

/**
 * How a capability declares what units may set: a section of named fields, groups of fields inside it, and rules between
 * them. What may be stored, the defaults, the types, the description of the API and docs/settings.md follow from it. The
 * words for people are in files of their own: a report is accepted without them.
 */

/** Where a default comes from; `example` has no source: each unit is to set its own. */
export type Source = 'law' | 'promise' | 'practice' | 'example';

/** What a number counts. */
export type Measure =
  | 'minutes'
  | 'hours'
  | 'days'
  | 'working-days'
  | 'weekday'
  | 'kilometres'
  | 'degrees'
  | 'animals'
  | 'times'
  | 'fen';

interface Facts<T> {
  default: T;
  source: Source;
  measure?: Measure;
}

/** One value that a unit may set. Its schema is made when a stored value is first looked at, which is seldom. */
export class Field<T = unknown> {
  readonly default: T;
  readonly source: Source;
  readonly measure: Measure | undefined;
  private readonly make: () => z.ZodType<T>;
  private made: z.ZodType<T> | undefined;

  constructor(facts: Facts<T>, make: () => z.ZodType<T>) {
    this.default = facts.default;
    this.source = facts.source;
    this.measure = facts.measure;
    this.make = make;
  }

  get schema(): z.ZodType<T> {
    this.made ??= this.make();
    return this.made;
  }
}

/** Fields by names that are not all known beforehand, such as classes that an administrator adds; `other` is for these. */
export class OpenGroup<T = unknown> {
  readonly known: Readonly<Record<string, Field<T>>>;
  readonly other: Field<T>;
  readonly name: RegExp;
  readonly most: number;

  constructor(known: Record<string, Field<T>>, other: Field<T>, { name, most }: { name: RegExp; most: number }) {
    this.known = known;
    this.other = other;
    this.name = name;
    this.most = most;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a field of any type
export type Node = Field<any> | OpenGroup<any> | Fields;
export interface Fields {
  readonly [name: string]: Node;
}

type ValueOf<N> =
  N extends Field<infer T>
    ? T
    : N extends OpenGroup<infer T>
      ? Record<string, T>
      : { -readonly [K in keyof N]: ValueOf<N[K]> };

/** What the fields at these dotted paths must be together. Defaults hold every rule. */
export interface Rule<V = unknown> {
  fields: string[];
  code: string;
  message: string;
  holds: (values: V) => boolean;
}

export interface Section<F extends Fields = Fields> {
  /** The key in a unit's settings. */
  name: string;
  fields: F;
  // biome-ignore lint/suspicious/noExplicitAny: a rule of any section
  rules: Rule<any>[];
  /** Whether what a unit does not set comes from the units above it. */
  inherited: boolean;
}

/** The values of a section. */
export type SettingsOf<S> = S extends Section<infer F> ? ValueOf<F> : never;

export const section = <F extends Fields>(
  name: string,
  fields: F,
  { rules = [], inherited = true }: { rules?: Rule<ValueOf<F>>[]; inherited?: boolean } = {},
): Section<F> => ({ name, fields, rules, inherited });

interface Bounds<T> {
  min: T;
  max: T;
}

/** Text that has a length in some unit: complains about the form, and about less than `min` or more than `max`. */
const measured = (
  format: string,
  { min, max }: Bounds<string>,
  lengthOf: (text: string) => number | undefined,
): z.ZodType<string> => {
  const [least = 0, most = 0] = [min, max].map(lengthOf);
  const wrong = (length: number | undefined): [code: string, message: string] | undefined => {
    if (length === undefined) return ['wrong-format', `is not an ISO 8601 ${format} such as ${min}`];
    if (length < least) return ['too-small', `is shorter than ${min}`];
    return length > most ? ['too-large', `is longer than ${max}`] : undefined;
  };
  return z
    .string()
    .check(({ value, issues }) => {
      const [code, message] = wrong(lengthOf(value)) ?? [];
      if (code) issues.push({ code: 'custom', input: value, message, params: { code } });
    })
    .meta({ format, formatMinimum: min, formatMaximum: max });
};

const milliseconds = (iso: string): number | undefined => {
  try {
    return duration(iso);
  } catch {
    return undefined;
  }
};

/** An ISO 8601 duration of days, hours, minutes and seconds, which `duration` of shared/time.ts reads. */
export const durationField = (facts: Facts<string> & Bounds<string>): Field<string> =>
  new Field(facts, () => measured('duration', facts, milliseconds));

const DAYS: Record<string, number> = { D: 1, W: 7, M: 31 };

const calendarDays = (iso: string): number | undefined => {
  const [, count, unit = ''] = /^P([1-9]\d{0,3})([DWM])$/.exec(iso) ?? [];
  return count === undefined ? undefined : Number(count) * (DAYS[unit] ?? 0);
};

/** A period of whole days, weeks or months (`P30D`, `P2M`), which `endOfPeriod` of shared/calendar.ts reads; a month has 31 days in its bounds. */
export const periodField = (facts: Facts<string> & Bounds<string>): Field<string> =>
  new Field(facts, () => measured('period', facts, calendarDays));

/** A whole number. */
export const count = (facts: Facts<number> & Bounds<number> & { measure: Measure }): Field<number> =>
  new Field(facts, () => z.number().int().min(facts.min).max(facts.max));

/** A number that may have a fraction. */
export const decimal = (facts: Facts<number> & Bounds<number> & { measure: Measure }): Field<number> =>
  new Field(facts, () => z.number().min(facts.min).max(facts.max));

export const flag = (facts: Facts<boolean>): Field<boolean> => new Field(facts, () => z.boolean());

export const choice = <const V extends string>(values: readonly V[], facts: Facts<NoInfer<V>>): Field<V> =>
  new Field<V>(facts, () => z.enum(values));

/** A list that is taken or replaced whole; `unlike` answers what no two items may have in common. */
export const list = <T>(
  item: () => z.ZodType<T>,
  facts: Facts<T[]> & Bounds<number> & { unlike?: (item: T) => string },
): Field<T[]> => new Field<T[]>(facts, () => z.array(item()).min(facts.min).max(facts.max).check(noRepeats(facts)));

const noRepeats =
  <T>({ unlike = String }: { unlike?: (item: T) => string }) =>
  ({ value, issues }: z.core.ParsePayload<T[]>): void => {
    const seen = value.map(unlike);
    const path = seen.findIndex((s, i) => seen.indexOf(s) < i);
    if (path >= 0)
      issues.push({
        ...{ code: 'custom', input: value, path: [path] },
        ...{ message: 'repeats one before it', params: { code: 'duplicate' } },
      });
  };

/** A field that may also be null. What that means, its words say. */
export const orNone = <T>(field: Field<T>, usual: T | null): Field<T | null> =>
  new Field<T | null>({ ...field, default: usual }, () => field.schema.nullable());

/** A moment of every week: the day, 1 Monday to 7 Sunday, and the hour on the wall clock. */
export const weekly = (day: number, time: string, source: Source) => ({
  day: count({ default: day, min: 1, max: 7, measure: 'weekday', source }),
  time: new Field({ default: time, source }, () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
});

/** The same kind of field under several names, each with a default of its own. */
export const each = <K extends string, T, F>(defaults: Record<K, T>, make: (usual: T) => F): Record<K, F> =>
  Object.fromEntries(Object.entries<T>(defaults).map(([name, usual]) => [name, make(usual)])) as Record<K, F>;

/** None of the durations at these paths is longer than the next. */
export const notLonger = (...paths: [string, string, ...string[]]): Rule => ({
  fields: paths,
  code: 'out-of-order',
  message: `of ${paths.join(', ')} one is longer than the next`,
  holds: (values) => {
    const lengths = paths.map((path) => duration(String(valueAt(values, path.split('.')))));
    return lengths.every((length, i) => length >= (lengths[i - 1] ?? 0));
  },
});

/** What is at a path inside a plain value; undefined where there is nothing. */
export const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (isPlain(at) && Object.hasOwn(at, name) ? at[name] : undefined), value);

export const isPlain = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
