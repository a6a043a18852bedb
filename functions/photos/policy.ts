import * as z from 'zod';
import { environment } from '../../shared/env.ts';

const env = environment(z.object({ PHOTOS_ORIGIN: z.string().min(1) }));

/** The policy of pages that show photos or send them: as strict as all others, and open to where photos are kept. */
export const pagePolicy = (scripts = ''): Record<string, string> => ({
  'content-security-policy': `default-src 'none'; ${scripts}style-src 'self'; img-src 'self' data: ${env().PHOTOS_ORIGIN}; form-action 'self' ${env().PHOTOS_ORIGIN}; base-uri 'none'; frame-ancestors 'none'`,
});

/** The same for the page whose script makes a photo small before it is sent. */
export const uploadPolicy = (): Record<string, string> => pagePolicy("script-src 'self'; ");
