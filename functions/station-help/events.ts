import type * as z from 'zod';
import type { LifeEvent } from '../../shared/workflow/lifecycle.ts';
import type { Urgency } from '../cases/schema.ts';
import type * as s from './schema.ts';

type On<T extends string, I = object> = LifeEvent<I> & { type: T };

/** What triage finds out on arrival. */
export interface Triaged {
  number: string;
  unit: string;
  bureau: string;
  stationName: string;
  /** Only where it is urgent, and the building has one. */
  post?: string;
  keeper: string;
  union: string;
  urgency: Urgency;
  delays: Record<string, number>;
}

export type HelpEvent =
  | On<'triaged', Triaged>
  | On<'accept', z.infer<typeof s.accept>>
  | On<'hand-back', z.infer<typeof s.reason>>
  | On<'record-help', z.infer<typeof s.recordHelp>>
  | On<'mediate', z.infer<typeof s.reason>>
  | On<'plan-mediation', z.infer<typeof s.planMediation>>
  | On<'record-mediation', z.infer<typeof s.recordMediation>>
  | On<'record-check', z.infer<typeof s.recordCheck>>
  | On<'refer', z.infer<typeof s.refer>>
  | On<'declare-false', z.infer<typeof s.reason>>
  | On<'add-information', { text: string }>
  | On<'withdraw', z.infer<typeof s.reason>>
  | On<'reopen', z.infer<typeof s.reason>>;
