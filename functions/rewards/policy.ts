import * as z from 'zod';
import { date, fen, line, text, version } from '../../shared/fields.ts';

/** How a unit rewards: a dated record. Every number and choice of a reward measure is here, none in code. */

const unitId = () => z.string().regex(/^[a-z0-9](-?[a-z0-9]){1,59}$/);
const code = () => z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/);

/** A period of whole days, weeks or months, `P30D` or `P2M`. */
export const period = () =>
  z.string().regex(/^P[1-9]\d{0,2}[DWM]$/, { error: 'is not a period of days, weeks or months such as P30D' });

/** What one animal (or a whole case) brings, by protection class (`*`: any) and by outcome where outcomes are named. */
export const tariffRow = z.strictObject({
  class: z.union([z.literal('*'), code()]),
  outcomes: z.array(code()).min(1).max(20).optional(),
  amountFen: fen(),
});
export type TariffRow = z.infer<typeof tariffRow>;

export const tariff = z.strictObject({
  /** `animal`: every animal that counts brings its row; `case`: the case brings the highest of them, once. */
  per: z.enum(['animal', 'case']).default('animal'),
  /** The first row that fits an animal is its row. */
  rows: z.array(tariffRow).min(1).max(100),
  /** At most this much for a case, in fen. */
  capFen: fen().optional(),
});

/** Who approves what an official of the paying unit proposed: a role in a unit (the paying unit where none is named). */
export const approval = z.strictObject({
  unit: unitId().optional(),
  role: z.enum(['approver', 'first-secretary', 'official', 'admin']).default('approver'),
});

export const policy = z.object({
  unit: unitId(),
  /** In force for reports from this day on, until the next policy's day. */
  from: date(),
  name: line(100),
  source: text(1000),
  /** `example`: nobody has adopted it; it says so wherever it is used. */
  marking: z.enum(['example', 'adopted']),
  tariff,
  success: z.strictObject({
    /** Outcomes of an animal that count as a rescue that succeeded. */
    outcomes: z.array(code()).min(1).max(20),
    /** Whether all animals of the case must have one, or one is enough. */
    every: z.boolean().default(false),
  }),
  /** People whose duty it is: sources of reports, and whether staff of the units involved are excluded. */
  excluded: z.strictObject({
    sources: z.array(code()).max(20).default([]),
    staff: z.boolean().default(true),
  }),
  /** The first valid reporter alone, or everybody who reported and asked for it in equal shares. */
  joint: z.enum(['first-only', 'split']).default('first-only'),
  claimWindow: period().default('P30D'),
  /** How long before the window's end the reporter is reminded. */
  reminder: period().default('P7D'),
  approval: approval.default({ role: 'approver' }),
  /** How long payment details are kept after the payment, for checks. */
  keepPayee: period().default('P90D'),
  /** Counts the edits: 0 while it is new. */
  version: version().default(0),
  /** The latest date of a report that was decided by it; from then on it cannot be changed. */
  usedTo: date().optional(),
});
export type Policy = z.infer<typeof policy>;

/** A policy as it is handed in; what the address says is not in it. */
export const policyBody = z.strictObject(policy.omit({ unit: true, from: true, usedTo: true }).shape);
