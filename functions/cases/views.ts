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

/** Something written beside a case, of one or several of its animals. */
export const logEntry = z.object({
  at: z.string(),
  by: z.string(),
  parts: z.array(z.string()).optional(),
  facts: z.array(labelled),
});

/** A case as the staff who may see it get it. */
export const caseView = caseCard.extend({
  version: z.number(),
  bureau: named.optional(),
  report: z.array(labelled),
  reporter: z.array(labelled),
  animals: z.array(
    z.object({
      id: z.string(),
      /** What it is, without which one of them. */
      name: z.string(),
      title: z.string(),
      class: coded.optional(),
      stage: coded,
      outcome: z.string().optional(),
      /** An animal before it of which all the same is known: its facts are not said once more. */
      alike: z.string().optional(),
      facts: z.array(labelled),
      /** What can be done to it now; the forms are in `animalActions`. */
      actions: z.array(openAction.pick({ action: true, label: true, tone: true })),
    }),
  ),
  /** Every action that is open for animals, each once with its form and the animals (`parts`) that one step may be for. */
  animalActions: z.array(openAction),
  clocks: z.array(z.object({ id: z.string(), text: z.string(), due: z.string() })),
  actions: z.array(openAction),
  /** What was written beside the case, oldest first: the care of animals; the newest, and what there is before them. */
  log: z.array(logEntry),
  logBefore: z.string().optional(),
  /** The newest steps, oldest first; `earlier` asks for those before them. */
  history: z.array(toldEntry),
  earlier: z.number().optional(),
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
