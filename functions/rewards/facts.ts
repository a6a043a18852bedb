import * as z from 'zod';
import { phone } from '../../shared/fields.ts';

/** What a reward is decided on, free of any case type: the case's capability hands it over when the case has ended. */

/** One report of the case, as it came in. Contacts are turned into keyed digests; only the address for mail is kept. */
export const reportFacts = z.object({
  /** Id of the case that this report opened: the reporter's own receipt leads to it, also where it was merged since. */
  caseId: z.string(),
  receivedAt: z.string(),
  /** What the reporter said they are: `resident`, `ranger`, … */
  source: z.string(),
  wantsReward: z.boolean(),
  phone: phone().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
  language: z.enum(['zh', 'bo', 'en']).default('zh'),
  /** False for a report that was false, withdrawn, or not about this matter. */
  valid: z.boolean(),
});

export const animalFacts = z.object({
  id: z.string(),
  name: z.string(),
  /** Protection class, as the tariff names it. */
  class: z.string(),
  outcome: z.string().optional(),
});
export type AnimalFacts = z.infer<typeof animalFacts>;

/** A case that has ended, with every report about it: its own and those merged into it, by arrival. */
export const rewardFacts = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  caseType: z.string(),
  /** Administrative division of the place; the route `reward` of it names the unit that pays. */
  area: z.string(),
  /** The unit that handled it and the bureau above it: their staff may be excluded, the bureau may see the reward. */
  unit: z.string().optional(),
  bureau: z.string().optional(),
  /** How the case ended; only `completed` can be rewarded. Another end (after a reopening) takes back what was considered. */
  ended: z.string().default('completed'),
  reports: z.array(reportFacts),
  animals: z.array(animalFacts),
  closedAt: z.string(),
});
export type RewardFacts = z.input<typeof rewardFacts>;
