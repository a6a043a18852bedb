import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { idOfReceipt, keyedDigest, receiptOfContent } from '../../shared/ids.ts';
import type { Moment } from '../../shared/time.ts';

/** Tip-offs have a secret of their own: with the stage's alone, nobody finds out whether a receipt is one of a tip-off. */
const env = environment(z.object({ TIP_SECRET: z.string().min(16) }));

export const tipIdOf = (receipt: string): string => idOfReceipt(receipt, env().TIP_SECRET);

/** The receipt for a tip-off from the form without script, which brings none: of the digest of its content. */
export const receiptOfPlain = (content: string, at: Moment): string => receiptOfContent(content, at, env().TIP_SECRET);

const CODE_SPACE = 10_000_000_000n;

/** The ten digits with which a reward is collected: made of the receipt anew whenever its holder asks, never stored. */
export const codeOf = (receipt: string, claims: number): string => {
  const digest = createHmac('sha256', env().TIP_SECRET).update(`collect:${claims}:${receipt}`).digest('hex');
  return (BigInt(`0x${digest}`) % CODE_SPACE).toString().padStart(10, '0');
};

/** What is stored of a code, to know it again. */
export const digestOfCode = (tip: string, code: string): string =>
  keyedDigest('collect', `${tip}:${code}`, env().TIP_SECRET);
