import * as z from 'zod';
import { environment } from '../../shared/env.ts';

/** Where the site is, and the address of the licence of its data, if the stage declares one. */
export const openDataEnv = environment(
  z.object({ SITE_URL: z.url(), DATA_LICENCE: z.string().transform((url) => url || undefined) }),
);
