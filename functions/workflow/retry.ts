import { conflict, notFound } from '../../shared/errors.ts';
import { keys, RECORD } from '../../shared/keys.ts';
import { log } from '../../shared/log.ts';
import { records } from '../../shared/reads.ts';
import type { Item } from '../../shared/table.ts';
import { deliverOne } from '../../shared/workflow/deliver.ts';
import { beginTry, clearFailure, endTry, errorName, type Failure } from '../../shared/workflow/failures.ts';
import { wholeHistory } from '../../shared/workflow/history.ts';
import { fromItem, putIndexes } from '../../shared/workflow/store.ts';
import { fire } from './fire.ts';
import { deliverItem, managedIn } from './outbox.ts';
import { managedBy } from './registry.ts';

/** What failed of a record is tried again: by the stream, by the sweeper, or because somebody has asked for it. */

/** Tries it again; gone through, the failure is gone, else it is counted once more. Throws only where the store does not answer. */
export const retry = async (f: Failure): Promise<void> => {
  const begun = await beginTry(f);
  if (!begun) return; // somebody else is at it
  try {
    if (!(await succeeds(f))) throw conflict('not-sent', 'The mail has not gone out yet.');
  } catch (e) {
    log.error('failed again', { record: f.pk, what: f.sk, tries: begun.tries, error: errorName(e) });
    return endTry(begun, e);
  }
  log.info('what had failed has gone through', { record: f.pk, what: f.sk, tries: begun.tries });
  await clearFailure(f);
};

/** Whether it has gone through. What is gone needs nothing more: a tip-off is deleted with all that was to be done for it. */
const succeeds = async (f: Failure): Promise<boolean> => {
  const item = await records.item(keys.record(f.kind, f.id));
  switch (f.cause) {
    case 'record':
      if (item) await deliverItem(item);
      return true;
    case 'deadline':
      if (item) await fire({ kind: f.kind, type: String(item.type), id: f.id, clock: f.clock ?? '', seq: f.seq ?? 0 });
      return true;
    case 'effect':
      if (item) await repeat(f, item);
      return true;
    case 'mail':
      if (await hasGoneOut(f)) return true;
      if (item && f.askedAt !== undefined) await repeat(f, item); // queued once more; whether it goes out is seen later
      return false;
    case 'item':
      if (item && f.sk.endsWith(`#${RECORD}`)) await mendIndexes(item);
      return true; // a list that meets it again, and still cannot show it, says so again
  }
};

const repeat = async ({ kind, type, seq, index = 0 }: Failure, item: Item): Promise<void> => {
  const { life, effects } = await managedBy(kind, type ?? String(item.type));
  const record = fromItem(life, item);
  const entry = (await wholeHistory(life, record)).find((e) => e.seq === seq);
  if (!entry) throw notFound('entry of the history');
  await deliverOne(life, await effects(), record, { entry, index });
};

const hasGoneOut = async ({ mail }: Failure): Promise<boolean> =>
  mail !== undefined && (await records.item(keys.effect(mail)))?.state === 'sent';

const mendIndexes = async (item: Item): Promise<void> => {
  const { life } = await managedIn(item);
  await putIndexes(life, fromItem(life, item), item);
};
