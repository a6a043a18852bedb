import { log } from '../../shared/log.ts';
import type { Item } from '../../shared/table.ts';
import { failure } from '../../shared/workflow/failures.ts';
import { postpone } from '../../shared/workflow/store.ts';
import { deliverOrCount } from './outbox.ts';
import { retry } from './retry.ts';

export const isFailure = ({ sk }: Item): boolean => String(sk).startsWith('FAILURE#');

/**
 * Carries out what an item of the outbox asks for: a record's effects, or what failed before. Throws only where the store does
 * not answer.
 */
export const carryOut = async (item: Item): Promise<void> => {
  if (!isFailure(item)) return deliverOrCount(item);
  const { data, error } = failure.safeParse(item);
  if (data) return retry(data);
  log.error('a failure cannot be read', { record: String(item.pk), paths: error.issues.map((i) => i.path.join('.')) });
  await postpone(item);
};
