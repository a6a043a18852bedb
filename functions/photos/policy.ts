import * as z from 'zod';
import { environment } from '../../shared/env.ts';

const env = environment(z.object({ PHOTOS_ORIGIN: z.string().min(1) }));

/** The policy of pages that show photos or send them: as strict as all others, and open to where photos are kept. */
export const pagePolicy = (): Record<string, string> => ({
  'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self' data: ${env().PHOTOS_ORIGIN}; form-action 'self' ${env().PHOTOS_ORIGIN}; base-uri 'none'; frame-ancestors 'none'`,
});
