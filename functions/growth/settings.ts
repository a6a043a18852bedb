import * as z from 'zod';
import { line } from '../../shared/fields.ts';
import { settingsOf } from '../directory/lookup.ts';

/** What a unit configures of how its people grow, in its settings under `growth`. */

/** What a newcomer learns from a mentor. */
export const focus = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z.strictObject({ zh: line(30), bo: line(60).optional(), en: line(60).optional() }),
});
export type Focus = z.infer<typeof focus>;

const FOCUSES: Focus[] = [
  { id: 'policy-outreach', name: { zh: '政策宣讲', bo: 'སྲིད་ཇུས་དྲིལ་བསྒྲགས།', en: 'Policy outreach' } },
  { id: 'hazard-inspection', name: { zh: '隐患排查', bo: 'ཉེན་ཁ་ཞིབ་བཤེར།', en: 'Hazard inspection' } },
  { id: 'dispute-mediation', name: { zh: '矛盾调解', bo: 'འགལ་ཟླ་འདུམ་སྒྲིག', en: 'Dispute mediation' } },
];

const days = (usual: number) => z.number().int().min(1).max(120).default(usual);

export const growthSettings = z.object({
  focuses: z.array(focus).min(1).max(30).default(FOCUSES),
  /** Days without a session after which a pair is nudged. */
  nudgeDays: days(21),
});
export type GrowthSettings = z.infer<typeof growthSettings>;

export const growthIn = (unit: string): Promise<GrowthSettings> => settingsOf(unit, growthSettings, 'growth');
