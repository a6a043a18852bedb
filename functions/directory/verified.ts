import { effective } from '../../shared/effective-settings.ts';
import { forbidden } from '../../shared/errors.ts';
import { keys } from '../../shared/keys.ts';
import { directory } from '../../shared/reads.ts';
import { layersOf } from './rules.ts';
import { type Unit, unit as unitSchema } from './schema.ts';
import { publicSettings } from './settings.ts';

/** Which units may put something before the public: an administrator has verified that they are who they say they are. */

/** Whether an administrator has verified the unit itself; what stands above it counts for nothing. */
export const isVerified = (unit: Pick<Unit, 'id' | 'settings'> | undefined): boolean =>
  unit !== undefined && effective(publicSettings, layersOf(publicSettings, [unit])).values.verified;

/** Throws `not-verified` unless the unit is verified as it is stored now. One read. */
export const mustBeVerified = async (unit: string): Promise<void> => {
  const [item] = await directory.items([keys.unit(unit)]);
  if (!isVerified(item && unitSchema.parse(item)))
    throw forbidden('An administrator has to verify this unit before it publishes anything.', 'not-verified');
};
