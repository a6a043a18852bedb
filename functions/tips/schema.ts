import * as z from 'zod';
import { date, fen, line, receipt, text } from '../../shared/fields.ts';
import { bareNumber } from '../../shared/text.ts';

/** What a tip-off is about. */
export const matter = z.enum(['growing', 'selling', 'making', 'using', 'other']);

/** The form. It asks for nothing about who sends it, and a field that is not here is refused. */
export const tipReport = z.strictObject({
  receipt: receipt().optional().meta({ widget: 'hidden' }),
  matter,
  county: z.string().regex(/^54\d{4}$/),
  place: text(500).meta({ autocomplete: 'off' }),
  account: text(4000).meta({ autocomplete: 'off' }),
  seenOn: date().optional(),
});
export type TipReport = z.infer<typeof tipReport>;

/** What staff actions take. */
export const message = z.strictObject({ text: text(1000) });
export const done = z.strictObject({ note: text(1000) });
export const note = z.strictObject({ note: text(1000).optional() });
export const reason = z.strictObject({ reason: text(1000) });
export const outcome = z.enum(['founded', 'unfounded', 'passed-on']);
export const close = z.strictObject({ outcome, note: text(1000).optional() });
export const propose = z.strictObject({ amountFen: fen(1), reason: text(1000) });
export const pay = z.strictObject({
  /** What the collector shows: ten digits. */
  code: z
    .string()
    .max(20)
    .transform(bareNumber)
    .pipe(z.string().regex(/^\d{10}$/)),
  voucher: line(60),
  /** Only where who keeps the books cannot do without: whoever signs for it, the sender or a proxy. */
  payeeName: line(60).optional(),
});

/** What the sender's actions take. */
export const reply = z.strictObject({ text: text(2000).meta({ autocomplete: 'off' }) });
export const claim = z.strictObject({
  collectedBy: z.enum(['self', 'proxy']),
  notOnDuty: z.boolean().refine((declared) => declared, {
    error: 'has to be declared: whose job it is gets no reward',
    params: { code: 'declaration' },
  }),
});
export const nothing = z.strictObject({});

/** What the unit had set when the tip-off came. */
const terms = z.object({
  remind: z.string(),
  keep: z.string(),
  claimWindow: z.string(),
  mostFen: fen(),
  marking: z.enum(['example', 'adopted']),
});

const signed = z.object({ by: z.string(), name: z.string(), at: z.string() });

export const reward = z.object({
  amountFen: fen(),
  proposal: signed.extend({ reason: z.string() }),
  approval: signed.optional(),
  /** Until when it can be claimed. */
  until: z.string().optional(),
  /** How often it was claimed: each claim has a code of its own. */
  claims: z.number().default(0),
  claim: claim.extend({ at: z.string(), codeDigest: z.string() }).optional(),
  payment: signed.extend({ voucher: z.string(), payeeName: z.string().optional() }).optional(),
  lapsed: z.boolean().default(false),
});
export type Reward = z.infer<typeof reward>;

/** A tip-off's data: the statechart's context. Nothing in it says who sent it, from where, or in which language. */
export const tipData = tipReport.omit({ receipt: true }).extend({
  unit: z.string(),
  /** Digest of the content: the same receipt with the same content is the same tip-off. */
  content: z.string(),
  /** All that figures ever know of its time. */
  month: z.string(),
  terms,
  /** How many messages stand beside it. */
  messages: z.number().default(0),
  /** The sender has written since somebody last read it. */
  unread: z.boolean().default(true),
  outcome: outcome.optional(),
  reward: reward.optional(),
});
export type TipData = z.infer<typeof tipData>;
