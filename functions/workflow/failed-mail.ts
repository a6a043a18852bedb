import { contentDigest } from '../../shared/ids.ts';
import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { effectAt } from '../../shared/workflow/deliver.ts';
import { countFailure } from '../../shared/workflow/failures.ts';
import { placeOf } from './place-of.ts';
import { NO_RECORD, STUCK_MAIL } from './stuck-views.ts';

/**
 * Counts a mail that goes on failing, beside the record that its effect names; on its own where it names none. A mail about
 * what is stuck is not itself what is stuck.
 */
export const countFailedMail = async (effect: string, error: unknown): Promise<void> => {
  if (effect.startsWith(STUCK_MAIL)) return;
  const digest = contentDigest(effect);
  const at = effectAt(effect);
  const item = at && (await records.item(keys.record(at.kind, at.id)));
  const place = item ? await placeOf(item) : { kind: NO_RECORD, id: digest };
  const which = item ? { seq: at?.seq, index: at?.index } : {};
  await countFailure({ ...place, ...which, cause: 'mail', name: 'mail', mail: effect, what: `mail#${digest}` }, error);
};
