import { keys } from '../../shared/keys.ts';
import { records } from '../../shared/reads.ts';
import { clockInput } from '../../shared/workflow/clocks.ts';
import { countFailure } from '../../shared/workflow/failures.ts';
import { fire, ofDeadline } from './fire.ts';
import { placeOf } from './place-of.ts';

/** A deadline has passed. One that cannot be raised is counted beside its record, and comes again. */
export const handler = async (event: unknown): Promise<void> => {
  const input = clockInput.parse(event);
  try {
    await fire(input);
  } catch (e) {
    const item = await records.item(keys.record(input.kind, input.id));
    if (item) await countFailure({ ...(await placeOf(item)), ...ofDeadline(input) }, e);
    throw e;
  }
};
