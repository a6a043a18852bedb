import { hash } from 'node:crypto';
import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { forbidden } from '../../shared/errors.ts';

/** The programs that may hand in reports: the stage knows the SHA-256 of each one's key, and no key. */
const env = environment(
  z.object({
    OPEN311_KEYS: z
      .string()
      .default('')
      .transform((keys) => keys.split(',').filter(Boolean)),
  }),
);

/** Throws `bad-api-key` for a missing or unknown key. */
export const mustKnow = (key: string | undefined): void => {
  if (!key) throw forbidden('api_key was not provided.', 'bad-api-key');
  if (!env().OPEN311_KEYS.includes(hash('sha256', key))) throw forbidden('api_key is not known here.', 'bad-api-key');
};
