import * as z from 'zod';
import { line } from '../../shared/fields.ts';
import { settingsOf } from '../directory/lookup.ts';
import { materialId } from './campaign/schema.ts';

/** What a unit configures of its campaigns, in its settings under `campaigns`. */

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

const campaignSettings = z.object({
  materials: z.array(material).min(1).max(12).default(MATERIALS),
  /** Days without a session after which the unit is reminded; 0 for never. */
  silentDays: z.number().int().min(0).max(120).default(14),
});
export type CampaignSettings = z.infer<typeof campaignSettings>;

export const campaignsIn = (unit: string): Promise<CampaignSettings> => settingsOf(unit, campaignSettings, 'campaigns');
