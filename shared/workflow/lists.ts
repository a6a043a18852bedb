import * as z from 'zod';
import { conflict, DomainError } from '../errors.ts';
import type { Lifecycle, LifeRecord } from './lifecycle.ts';

/**
 * Every list in a record's data has a bound, said where the list is declared. A person's step that makes one longer than that
 * is refused at the field that asks for it; what is read is not held against it, so that no record is ever unreadable.
 */

interface Where {
  /** The field of the action's form at which a step is refused that asks for more. */
  field?: string;
  /** The code of that refusal, where what to do instead is said in words of its own (`error.<code>`). */
  code?: string;
}

interface Bound extends Where {
  most: number;
}

const bounds = z.registry<Bound>();

/** A list of a record's data, with at most so many in it. */
export const listOf = <T extends z.ZodType>(item: T, most: number, where: Where = {}): z.ZodArray<T> => {
  const list = z.array(item);
  bounds.add(list, { most, ...where });
  return list;
};

/** A list with one more at its end, of which the newest stay: all of them are in the history. */
export const withNewest = <T>(list: readonly T[], item: T, most: number): T[] => [...list, item].slice(-most);

/** The same for what is kept under names. */
export const recordOf = <T extends z.ZodType>(item: T, most: number): z.ZodRecord<z.ZodString, T> => {
  const record = z.record(z.string(), item);
  bounds.add(record, { most });
  return record;
};

/** A list by its path: `animals`, or `animals.*.legs`; without a bound where none was declared. */
export interface List {
  path: string;
  bound?: Bound;
}

/** The lists of a schema, however deep. */
export const listsIn = (schema: z.ZodType, path: string[] = []): List[] => {
  const inner = 'unwrap' in schema && typeof schema.unwrap === 'function' ? (schema.unwrap() as z.ZodType) : undefined;
  if (schema instanceof z.ZodArray)
    return [listAt(schema, path), ...listsIn(schema.element as z.ZodType, [...path, '*'])];
  if (schema instanceof z.ZodRecord)
    return [listAt(schema, path), ...listsIn(schema.valueType as z.ZodType, [...path, '*'])];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, s]) => listsIn(s as z.ZodType, [...path, name]));
  return inner ? listsIn(inner, path) : [];
};

/** What an input's own schema bounds needs no other bound. */
const ownBound = (schema: z.ZodType): Bound | undefined => {
  const checks = (schema.def as { checks?: z.core.$ZodCheck[] }).checks ?? [];
  const limit = checks.map((c) => c._zod.def).find((d) => d.check === 'max_length') as { maximum: number } | undefined;
  return limit && { most: limit.maximum };
};

const listAt = (schema: z.ZodType, path: string[]): List => ({
  path: path.join('.'),
  bound: bounds.get(schema) ?? ownBound(schema),
});

const known = new WeakMap<z.ZodType, List[]>();

const listsOf = (schema: z.ZodType): List[] => {
  const found = known.get(schema) ?? listsIn(schema);
  known.set(schema, found);
  return found;
};

/** How many there are in each list at a path. */
const lengthsAt = (value: unknown, [head, ...rest]: string[]): number[] => {
  if (head === undefined) return [Array.isArray(value) ? value.length : Object.keys(value ?? {}).length];
  if (typeof value !== 'object' || value === null) return [];
  if (head === '*') return Object.values(value).flatMap((v) => lengthsAt(v, rest));
  return lengthsAt((value as Record<string, unknown>)[head], rest);
};

const longest = (data: unknown, { path }: List): number => Math.max(0, ...lengthsAt(data, path.split('.')));

/** Throws `invalid-input` at the field (or `too-many`) where a person's step makes a list longer than its bound. */
export const checkLists = <D>({ data: schema }: Lifecycle<D>, before: LifeRecord<D>, after: LifeRecord<D>): void => {
  if (after.history.at(-1)?.by.kind === 'system') return;
  for (const list of listsOf(schema)) {
    const { bound } = list;
    if (!bound || longest(after.data, list) <= bound.most) continue;
    if (longest(after.data, list) > longest(before.data, list)) throw tooMany(bound);
  }
};

/** The refusal of one more than there may be, at a field where there is one. */
export const tooMany = ({ most, field, code = 'too-many' }: Bound): DomainError => {
  if (field === undefined) return conflict(code, `There can be at most ${most} of these.`, { most });
  return new DomainError('invalid', 'invalid-input', 'Some fields are not right.', {
    fields: [{ path: field, code, message: `can be at most ${most} in one record`, most }],
  });
};
