import type * as z from 'zod';
import type { LifeEvent } from '../../shared/workflow/lifecycle.ts';
import type { MergeEvent } from '../cases/merging.ts';
import type { Urgency } from '../cases/schema.ts';
import type * as s from './schema.ts';

type On<T extends string, I = object> = LifeEvent<I> & { type: T };

/** What triage finds out on arrival. */
export interface Triaged {
  number: string;
  unit: string;
  bureau: string;
  county?: string;
  urgency: Urgency;
  delays: Record<string, number>;
  /** The report alone is reason to suspect an epidemic. */
  suspicious: boolean;
  /** Cases that may be about the same animals or the same disease: shown to a person, never merged by the program. */
  duplicates: s.LivestockData['duplicates'];
}

export type CaseEvent =
  | MergeEvent
  | On<'triaged', Triaged>
  | On<'duplicates.found', Pick<Triaged, 'duplicates'>>
  | On<'parts.changed'>
  | On<'accept', z.infer<typeof s.accept>>
  | On<'reassign', z.infer<typeof s.reassign> & { bureau?: string; county?: string }>
  | On<'hand-back', z.infer<typeof s.reason>>
  | On<'depart', z.infer<typeof s.depart>>
  | On<'arrive', z.infer<typeof s.arrive>>
  | On<'examine', z.infer<typeof s.examine>>
  | On<'advise', z.infer<typeof s.advise>>
  | On<'suspect-epidemic', z.infer<typeof s.suspectEpidemic>>
  | On<'rule-on-epidemic', z.infer<typeof s.ruleOnEpidemic>>
  | On<'correct-verdict', z.infer<typeof s.correctVerdict>>
  | On<'plan-follow-up', z.infer<typeof s.planFollowUp>>
  | On<'record-follow-up', z.infer<typeof s.recordFollowUp>>
  | On<'cancel-follow-up', z.infer<typeof s.reason>>
  | On<'declare-false', z.infer<typeof s.reason>>
  | On<'withdraw', z.infer<typeof s.reason>>
  | On<'add-information', { text: string }>
  | On<'close', z.infer<typeof s.close>>
  | On<'reopen', z.infer<typeof s.reason>>;

export type AnimalEvent =
  | On<'treat', z.infer<typeof s.treat>>
  | On<'record-outcome', z.infer<typeof s.recordOutcome>>
  | On<'revise', z.infer<typeof s.reason>>;
