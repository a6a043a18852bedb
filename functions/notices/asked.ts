import * as z from 'zod';
import { areaCode, line } from '../../shared/fields.ts';
import { lang } from '../../shared/route-parts.ts';
import { unitId } from '../directory/schema.ts';

/** So many stand on one page; a browser reads it in a moment also on a weak signal. */
const PAGE = 20;

/** What the public may look for among notices. */
export const asked = z.object({
  station: unitId().optional(),
  area: areaCode().optional(),
  kind: z.enum(['notice', 'job']).optional(),
  q: line(60).optional(),
  page: z.coerce.number().int().min(1).max(50).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE),
  format: z.enum(['json']).optional(),
  lang,
});
export type Asked = z.infer<typeof asked>;
