import type * as z from 'zod';
import type { LifeEvent } from '../../shared/workflow/lifecycle.ts';
import type * as s from './schema.ts';

type On<T extends string, I = object> = LifeEvent<I> & { type: T };

/** A claim as the record remembers it: with the digest of its code, never the code. */
export type Claimed = z.infer<typeof s.claim> & { codeDigest: string };

/** A payment once its code was found right. */
export type Paid = Omit<z.infer<typeof s.pay>, 'code'>;

/** Messages are kept beside the record: their events carry no text. */
export type TipEvent =
  | On<'read'>
  | On<'reply'>
  | On<'ask'>
  | On<'answer'>
  | On<'act', z.infer<typeof s.done>>
  | On<'close', z.infer<typeof s.close>>
  | On<'reopen', z.infer<typeof s.reason>>
  | On<'propose', z.infer<typeof s.propose>>
  | On<'approve', z.infer<typeof s.note>>
  | On<'return', z.infer<typeof s.reason>>
  | On<'claim', Claimed>
  | On<'withdraw-claim'>
  | On<'pay', Paid>;
