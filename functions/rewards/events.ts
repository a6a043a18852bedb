import type * as z from 'zod';
import type { LifeEvent } from '../../shared/workflow/lifecycle.ts';
import type * as s from './schema.ts';

type On<T extends string, I = object> = LifeEvent<I> & { type: T };

/** The content as it was evaluated anew, with its digest. */
export type Reconsidered = s.Content & { digest: string };

type Claimed = z.infer<typeof s.claimed>;
type Reason = z.infer<typeof s.reason>;
type Note = z.infer<typeof s.note>;

export type RewardEvent =
  | On<'reconsidered', Reconsidered>
  | On<'hold', Reason>
  | On<'propose', Note>
  | On<'approve', Note>
  | On<'return', Reason>
  | On<'refuse', Reason>
  | On<'claim', Claimed>
  | On<'correct-claim', Claimed>
  | On<'withdraw-claim'>
  | On<'return-claim', Reason>
  | On<'pay', z.infer<typeof s.pay>>;
