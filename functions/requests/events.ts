import type * as z from 'zod';
import type { Moment } from '../../shared/time.ts';
import type { LifeEvent } from '../../shared/workflow/lifecycle.ts';
import type { Urgency } from '../cases/schema.ts';
import type * as s from './schema.ts';

type On<T extends string, I = object> = LifeEvent<I> & { type: T };

/** What triage finds out on arrival. */
export interface Triaged {
  number: string;
  unit: string;
  bureau: string;
  urgency: Urgency;
  delays: Record<string, number>;
  answerBy: Moment;
  attempts: number;
  unrouted: boolean;
}

/** Deadlines that begin with a step, found in the unit's working days before it. */
interface Deadlines {
  answerBy?: Moment;
  callBackBy?: Moment;
}

export type RequestEvent =
  | On<'triaged', Triaged>
  | On<'parts.changed'>
  | On<'take', z.infer<typeof s.take>>
  | On<'assign-lead', { person: string; name: string }>
  | On<'reassign', z.infer<typeof s.reassign> & { bureau?: string }>
  | On<'consult', z.infer<typeof s.consult>>
  | On<'extend', z.infer<typeof s.extend> & Deadlines>
  | On<'answer', z.infer<typeof s.answer> & Deadlines>
  | On<'settle', z.infer<typeof s.settle>>
  | On<'not-settled', z.infer<typeof s.reason> & Deadlines>
  | On<'record-call', z.infer<typeof s.recordCall> & Deadlines>
  | On<'add-information', { text: string }>
  | On<'withdraw', z.infer<typeof s.reason>>
  | On<'reopen', z.infer<typeof s.reason> & Deadlines>;

export type ConsultationEvent = On<'give-opinion', z.infer<typeof s.giveOpinion>>;
