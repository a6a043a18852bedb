import * as z from 'zod';
import { line } from '../../shared/fields.ts';
import { count, list, section } from '../../shared/settings.ts';

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

/** How a unit's people grow. */
export const growthSettings = section('growth', {
  focuses: list(() => focus, { default: FOCUSES, min: 1, max: 30, unlike: ({ id }) => id, source: 'practice' }),
  /** Days without a session after which a pair is nudged. */
  nudgeDays: count({ default: 21, min: 1, max: 120, measure: 'days', source: 'example' }),
});
