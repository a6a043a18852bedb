import * as z from 'zod';
import { conflict, invalidField } from '../errors.ts';
import { isReceipt, newReceipt } from '../ids.ts';
import type { Lifecycle, LifeRecord } from './lifecycle.ts';
import { create, fromItem } from './store.ts';

/** What accepting a report is, whatever it reports: one conditional write, and a repeat is answered as the first time. */

/**
 * Stores a new record; answers the one that is there where the same was accepted before. Throws `receipt-taken` for a
 * receipt that already belongs to other content.
 */
export const accept = async <D extends { content: string }>(
  life: Lifecycle<D>,
  record: LifeRecord<D>,
): Promise<LifeRecord<D>> => {
  const before = await create(life, record);
  if (!before) return record;
  const there = before.type === life.type ? fromItem(life, before) : undefined;
  if (!there || there.data.content !== record.data.content)
    throw conflict('receipt-taken', 'This receipt already belongs to a report with other content.');
  return there;
};

/** The receipt of a report, of its field or of the header Idempotency-Key; where it came without one, `fresh`. Throws `bad-receipt`. */
export const receiptOf = (field: string | undefined, header: string | undefined, fresh = newReceipt): string => {
  if (header !== undefined && !isReceipt(header))
    throw invalidField('receipt', 'bad-receipt', 'is not a receipt number');
  if (field !== undefined && header !== undefined && field !== header)
    throw invalidField('receipt', 'bad-receipt', 'is not the one in the header Idempotency-Key');
  return header ?? field ?? fresh();
};

const defaults = new WeakMap<z.ZodType, Record<string, unknown>>();

/** What a schema fills in where nothing is said. The report was parsed as a request: its data is not parsed once more. */
export const defaultsOf = (schema: z.ZodType): Record<string, unknown> => {
  const known = defaults.get(schema);
  if (known) return known;
  const fields = schema instanceof z.ZodObject ? Object.entries(schema.shape) : [];
  const made = Object.fromEntries(
    fields.flatMap(([k, f]) => (f instanceof z.ZodDefault ? [[k, f.def.defaultValue]] : [])),
  );
  defaults.set(schema, made);
  return made;
};
