import * as z from 'zod';
import { line } from '../../shared/fields.ts';
import { count, list, section } from '../../shared/settings.ts';
import { materialId } from './campaign/schema.ts';

/** Something that is handed out. */
const material = z.strictObject({
  id: materialId(),
  name: z.strictObject({ zh: line(30), bo: line(60).optional(), en: line(60).optional() }),
});
export type Material = z.infer<typeof material>;

const MATERIALS: Material[] = [
  { id: 'leaflet', name: { zh: '宣传单', bo: 'དྲིལ་བསྒྲགས་ཤོག་བུ།', en: 'Leaflets' } },
  { id: 'booklet', name: { zh: '手册', bo: 'ལག་དེབ།', en: 'Booklets' } },
  { id: 'poster', name: { zh: '海报', bo: 'གྱང་སྦྱར།', en: 'Posters' } },
];

/** How a unit runs its campaigns. */
export const campaignSettings = section('campaigns', {
  materials: list(() => material, { default: MATERIALS, min: 1, max: 12, unlike: ({ id }) => id, source: 'example' }),
  /** Days without a session after which the unit is reminded; 0 for never. */
  silentDays: count({ default: 14, min: 0, max: 120, measure: 'days', source: 'example' }),
});
