import * as z from 'zod';
import { forbidden } from '../../shared/errors.ts';
import { keys } from '../../shared/keys.ts';
import { directory } from '../../shared/reads.ts';
import { type Unit, unit as unitSchema } from './schema.ts';

/** Which units may put something before the public: an administrator has verified that they are who they say they are. */

const settings = z.object({ public: z.object({ verified: z.boolean().default(false) }).prefault({}) });

/** Whether an administrator has verified the unit itself; what stands above it counts for nothing. */
export const isVerified = (unit: Pick<Unit, 'settings'> | undefined): boolean =>
  settings.safeParse(unit?.settings ?? {}).data?.public.verified === true;

/** Throws `not-verified` unless the unit is verified as it is stored now. One read. */
export const mustBeVerified = async (unit: string): Promise<void> => {
  const [item] = await directory.items([keys.unit(unit)]);
  if (!isVerified(item && unitSchema.parse(item)))
    throw forbidden('An administrator has to verify this unit before it publishes anything.', 'not-verified');
};
