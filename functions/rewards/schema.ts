import * as z from 'zod';
import { fen, line, phone, text } from '../../shared/fields.ts';
import { animalFacts } from './facts.ts';
import { approval } from './policy.ts';

/** What an action of staff takes. */
export const note = z.strictObject({ note: text(1000).optional() });
export const reason = z.strictObject({ reason: text(1000) });

export const nothing = z.strictObject({});

export const paymentMethod = z.enum(['bank', 'wallet', 'cash', 'proxy']);

export const pay = z.strictObject({ method: paymentMethod, voucher: line(60), note: text(1000).optional() });

/** The texts of the separate consent to keep payment details, newest first. */
export const PAYEE_CONSENTS = ['2026-11'] as const;

/** Who is paid, and how: asked for only when a reward is claimed, kept encrypted and apart from the reward. */
export const payee = z.strictObject({
  payeeName: line(60).meta({ autocomplete: 'name' }),
  method: paymentMethod,
  account: line(60).optional().meta({ autocomplete: 'off' }),
  bank: line(80).optional(),
  /** Who collects it for the payee. */
  proxyName: line(60).optional(),
  proxyPhone: phone().optional().meta({ inputmode: 'tel' }),
  under14: z.boolean().default(false),
  guardianName: line(60).optional(),
  guardianConsent: z.boolean().default(false),
  payeeConsent: z.enum(PAYEE_CONSENTS).meta({ widget: 'consent' }),
});
export type Payee = z.infer<typeof payee>;

/** What a reporter's action on a reward takes, by the action's name; undefined where there is none of it. */
export const rewardInput = (action: string): z.ZodType | undefined =>
  new Map<string, z.ZodType>([
    ['claim', payee],
    ['correct-claim', payee],
    ['withdraw-claim', nothing],
  ]).get(action);

/** What the reward remembers of a claim: never a name or an account. */
export const claimed = payee.pick({ method: true, payeeConsent: true, under14: true });

/** One criterion of eligibility and whether it is met. */
export const reasonCode = z.enum([
  'case-completed',
  'policy-in-force',
  'valid-report',
  'first-report',
  'counted-once',
  'rescue-succeeded',
  'not-on-duty',
  'asked-for',
  'within-tariff',
]);

/** A part of the amount, in fen: an animal by the tariff, what a cap takes off, what the others of a split get. */
export const amountLine = z.object({
  what: z.enum(['animal', 'cap', 'share']),
  animal: z.string().optional(),
  name: z.string().optional(),
  class: z.string().optional(),
  outcome: z.string().optional(),
  amountFen: z.number().int(),
});
export type AmountLine = z.infer<typeof amountLine>;

/** The policy a reward was decided by, with what of it matters later. */
export const policyUsed = z.object({
  unit: z.string(),
  from: z.string(),
  version: z.number(),
  name: z.string(),
  marking: z.enum(['example', 'adopted']),
  approval: z.object({ unit: z.string(), role: approval.shape.role }),
  claimWindow: z.string(),
  reminder: z.string(),
  keepPayee: z.string(),
});
export type PolicyUsed = z.infer<typeof policyUsed>;

/** Who is to be rewarded: the report they made, never where the money goes. */
export const beneficiary = z.object({
  caseId: z.string(),
  /** Keyed digests of telephone and e-mail: the same person is recognised without either. */
  persons: z.array(z.string()).min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  language: z.enum(['zh', 'bo', 'en']),
});

/** What is decided about: an approval holds for exactly this, and any change of it voids the approval. */
export const content = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  caseType: z.string(),
  area: z.string(),
  /** The unit that pays, and the bureau whose case it was. */
  unit: z.string(),
  bureau: z.string().optional(),
  reportedAt: z.string(),
  closedAt: z.string(),
  policy: policyUsed.optional(),
  beneficiary,
  animals: z.array(animalFacts),
  eligible: z.boolean(),
  reasons: z.array(z.object({ code: reasonCode, met: z.boolean() })),
  lines: z.array(amountLine),
  amountFen: fen(),
});
export type Content = z.infer<typeof content>;

const signed = z.object({ by: z.string(), name: z.string(), at: z.string(), digest: z.string() });

/** A reward's data: the statechart's context. */
export const rewardData = content.extend({
  /** Digest of the content: what a proposal and an approval are bound to. */
  digest: z.string(),
  proposal: signed.extend({ note: z.string().optional() }).optional(),
  approval: signed.extend({ note: z.string().optional() }).optional(),
  /** What the approval reserved in a year's budget of the unit. */
  commitment: z.object({ unit: z.string(), year: z.number(), amountFen: fen() }).optional(),
  claim: z.object({ until: z.string() }).optional(),
  /** That payment details are kept, not which. */
  payee: claimed.extend({ at: z.string(), by: z.string() }).optional(),
  payment: pay.extend({ at: z.string(), by: z.string(), name: z.string(), amountFen: fen() }).optional(),
  /** Why it was refused or given back, or what voided it. */
  notice: z
    .object({ code: z.enum(['refused', 'returned', 'claim-returned', 'voided']), reason: z.string().optional() })
    .optional(),
  held: z
    .object({ from: z.enum(['eligible', 'proposed', 'claimable', 'claimed']), at: z.string(), reason: z.string() })
    .optional(),
  /** What would be decided today of a reward that is paid already. */
  questioned: z.object({ digest: z.string(), eligible: z.boolean(), amountFen: fen(), at: z.string() }).optional(),
});
export type RewardData = z.infer<typeof rewardData>;
