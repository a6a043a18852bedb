import * as z from 'zod';
import { named, openAction, toldEntry } from '../../shared/workflow/lifecycle.ts';
import { coded, labelled, urgency } from './schema.ts';

/** What staff are shown of cases. Apart from what a report needs, which starts without it. */

/** A case in a queue or list. */
export const caseCard = z.object({
  id: z.string(),
  number: z.string().optional(),
  type: z.string(),
  title: z.string(),
  urgency: urgency.optional(),
  stage: coded,
  unit: named.optional(),
  due: z.string().optional(),
  dueText: z.string().optional(),
  receivedAt: z.string(),
  place: z.string(),
});
export type CaseCard = z.infer<typeof caseCard>;

/** A case as the staff who may see it get it. */
export const caseView = caseCard.extend({
  version: z.number(),
  bureau: named.optional(),
  report: z.array(labelled),
  reporter: z.array(labelled),
  animals: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      class: coded.optional(),
      stage: coded,
      outcome: z.string().optional(),
      facts: z.array(labelled),
      actions: z.array(openAction),
    }),
  ),
  clocks: z.array(z.object({ id: z.string(), text: z.string(), due: z.string() })),
  actions: z.array(openAction),
  /** What was written beside the case, oldest first: the care of each animal. */
  log: z.array(z.object({ at: z.string(), by: z.string(), part: z.string().optional(), facts: z.array(labelled) })),
  history: z.array(toldEntry),
  duplicates: z.array(z.object({ id: z.string(), number: z.string().optional(), reasons: z.array(z.string()) })),
  /** `open`: whether the viewer may look into it. */
  rewards: z.array(z.object({ id: z.string(), text: z.string(), open: z.boolean() })),
});
export type CaseView = z.infer<typeof caseView>;

/** What a link in mail would do, before anybody has pressed anything. */
export const linkPreview = z.object({
  person: z.string(),
  caseId: z.string(),
  number: z.string().optional(),
  title: z.string(),
  place: z.string(),
  stage: coded,
  version: z.number(),
  action: openAction,
});
export type LinkPreview = z.infer<typeof linkPreview>;
