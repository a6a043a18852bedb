import * as z from 'zod';
import { log } from '../../shared/log.ts';
import type { Item } from '../../shared/table.ts';
import { type Moment, now, plus } from '../../shared/time.ts';
import { deliver, effectAt, LATE, type OnFailure } from '../../shared/workflow/deliver.ts';
import { countFailure, errorName, type Failing } from '../../shared/workflow/failures.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { fromItem, postpone } from '../../shared/workflow/store.ts';
import { fire, ofDeadline } from './fire.ts';
import { placeOf } from './place-of.ts';
import { managedBy } from './registry.ts';

/** What is done with a record that the stream or the sweeper has come upon. What fails is counted beside it. */

const head = z.object({ pk: z.string(), type: z.string() });

/** The lifecycle of the record in this item; throws where it names none. */
export const managedIn = async (item: Item) => {
  const { pk, type } = head.parse(item);
  return managedBy(pk.slice(0, pk.indexOf('#')), type);
};

type What = Omit<Failing, 'kind' | 'id' | 'type' | 'unit' | 'number'>;

/** Counts what failed of the record in this item. */
export const countFailed = async (item: Item, what: What, error: unknown): Promise<void> => {
  log.error('failed, and counted beside its record', {
    record: String(item.pk),
    what: what.what,
    error: errorName(error),
  });
  await countFailure({ ...(await placeOf(item)), ...what }, error);
};

/** The failure of the record as a whole: nothing can be made of it, or whoever tried has not come back. */
export const OF_RECORD = { cause: 'record', name: 'record', what: 'record' } as const satisfies What;

/**
 * Carries out what the record in this item still asks for; each effect that fails is counted and holds up nothing else. Throws
 * where nothing can be made of the item.
 */
export const deliverItem = async (item: Item): Promise<void> => {
  const { life, effects } = await managedIn(item);
  const onFailure: OnFailure = ({ id, effect }, e) => {
    const { seq, index } = effectAt(id) ?? {};
    return countFailed(item, { cause: 'effect', name: effect.type, seq, index, what: `effect#${seq}#${index}` }, e);
  };
  await deliver(life, await effects(), fromItem(life, item), onFailure);
};

/** The same, and a record of which nothing can be made is counted too. Throws only where the store does not answer. */
export const deliverOrCount = async (item: Item): Promise<void> => {
  try {
    await deliverItem(item);
  } catch (e) {
    await countFailed(item, OF_RECORD, e);
    await postpone(item); // its failure is what is tried again
  }
};

/** Deadlines of the record in this item that passed some time ago and were not heard of. Each that cannot be raised is counted. */
export const fireOverdue = async (item: Item): Promise<void> => {
  try {
    const { life } = await managedIn(item);
    const record = fromItem(life, item);
    const late = plus(now(), -LATE);
    for (const [clock, { due, seq }] of Object.entries(record.clocks))
      if (due <= late) await fireOrCount(item, record, clock, seq);
    await postpone(item, wakeAfter(record, late));
  } catch (e) {
    await countFailed(item, OF_RECORD, e);
    await postpone(item);
  }
};

const fireOrCount = async (item: Item, { id, type }: LifeRecord, clock: string, seq: number): Promise<void> => {
  const { kind } = await placeOf(item);
  log.warn('a deadline was not heard of', { record: String(item.pk), clock });
  try {
    await fire({ kind, type, id, clock, seq });
  } catch (e) {
    await countFailed(item, ofDeadline({ clock, seq }), e);
  }
};

/** When the next deadline of those that have not passed is to be looked after; what has passed is counted as a failure. */
const wakeAfter = ({ clocks }: LifeRecord, late: Moment): Moment | undefined => {
  const [next] = Object.values(clocks)
    .map((c) => c.due)
    .filter((due) => due > late)
    .sort();
  return next && plus(next, LATE);
};
