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
  urgency: Urgency;
  identification: NonNullable<s.WildlifeData['identification']>;
  delays: Record<string, number>;
  /** Cases that may be about the same animal: proposed to a person, never merged by the program. */
  duplicates: s.WildlifeData['duplicates'];
  /** The cases of a cluster of dead animals that this one belongs to. */
  cluster?: string[];
}

/** A person's choice of a species, resolved against the lists. */
export interface Identified {
  speciesKey?: string;
  nameZh: string;
  scientificName?: string;
  classCode: s.Animal['classCode'];
  limit?: 'wild' | 'landlocked';
}

export type CaseEvent =
  | MergeEvent
  | On<'triaged', Triaged>
  | On<'duplicates.found', Pick<Triaged, 'duplicates' | 'cluster'>>
  | On<'cluster.found', { cases: string[] }>
  | On<'parts.changed'>
  | On<'accept', z.infer<typeof s.accept>>
  | On<'reassign', z.infer<typeof s.reassign> & { bureau?: string }>
  | On<'hand-back', z.infer<typeof s.reason>>
  | On<'depart', z.infer<typeof s.note>>
  | On<'arrive', z.infer<typeof s.note>>
  | On<'identify', Identified>
  | On<'assess', z.infer<typeof s.assess> & Identified>
  | On<'declare-false', z.infer<typeof s.reason>>
  | On<'declare-not-wildlife', z.infer<typeof s.reason>>
  | On<'declare-gone', z.infer<typeof s.reason>>
  | On<'withdraw', z.infer<typeof s.reason>>
  | On<'add-information', { text: string }>
  | On<'close', z.infer<typeof s.note>>
  | On<'reopen', z.infer<typeof s.reason>>;

export type AnimalEvent =
  | On<'start-transport', z.infer<typeof s.startTransport> & { graceMinutes?: number }>
  | On<'end-transport', z.infer<typeof s.endTransport>>
  | On<'log-care', z.infer<typeof s.logCare>>
  | On<'request-transfer', z.infer<typeof s.requestTransfer>>
  | On<'accept-transfer', z.infer<typeof s.note> & { kind: string }>
  | On<'decline-transfer', z.infer<typeof s.reason>>
  | On<'release', z.infer<typeof s.release>>
  | On<'record-death', z.infer<typeof s.recordDeath>>
  | On<'record-escape', z.infer<typeof s.recordEscape>>
  | On<'inspect', z.infer<typeof s.inspect>>
  | On<'dispose', z.infer<typeof s.dispose>>
  | On<'revise', z.infer<typeof s.reason>>;
