import * as z from 'zod';
import { areaCode, date, email, line, moment, text } from '../../../shared/fields.ts';
import { named } from '../../../shared/workflow/lifecycle.ts';
import { localDays } from '../../../shared/working-days.ts';
import { names } from '../../directory/schema.ts';

/** Campaigns of a unit: for a time, with a plan, in sessions. */

const count = z.number().int().min(0).max(1_000_000);

export const materialId = () => z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/** So many of one kind. */
const handedOut = z.strictObject({ kind: materialId(), number: count });
export type HandedOut = z.infer<typeof handedOut>;

/** What a campaign wants to reach; what is left out is not planned for. */
const plan = z.strictObject({
  sessions: count.min(1).optional(),
  people: count.min(1).optional(),
  materials: z.array(handedOut).max(12).default([]),
});
export type Plan = z.infer<typeof plan>;

export const campaignInput = z.strictObject({
  name: names,
  about: text(600).optional(),
  area: areaCode(),
  /** First and last day, in Asia/Shanghai. */
  from: date(),
  until: date(),
  topics: z.array(line(40)).max(12).default([]),
  plan: plan.default({ materials: [] }),
});
export type CampaignInput = z.infer<typeof campaignInput>;

/** What was asked at a session and what was answered. Both are shown to the public, so neither names anybody. */
const question = z.strictObject({
  asked: text(200),
  answer: text(600).optional(),
  topic: line(40).optional(),
});
export type Question = z.infer<typeof question>;

export const sessionId = () => z.string().regex(/^[0-9a-f]{20}$/);

export const planSession = z.strictObject({
  at: moment(),
  place: line(60),
  area: areaCode().optional(),
  tookPart: z.array(email()).max(50).default([]),
});

/** A session as it is noted at the door: where, how many, what was handed out, what was asked. */
export const holdSession = z.strictObject({
  /** The planned one that it is. */
  session: sessionId().optional().meta({ widget: 'hidden' }),
  place: line(60),
  area: areaCode().optional(),
  at: moment().optional(),
  people: count,
  materials: z.array(handedOut).max(12).default([]),
  questions: z.array(question).max(20).default([]),
  tookPart: z.array(email()).max(50).default([]),
});
export type HoldSession = z.infer<typeof holdSession>;

/** What any of the actions says of a session: one that is only planned has no numbers yet. */
export const saidOfSession = holdSession.partial({ people: true });
export type SaidOfSession = z.infer<typeof saidOfSession>;

/** The page knows which session it is about. */
const ofSession = sessionId().meta({ widget: 'hidden' });

export const correctSession = holdSession.extend({ session: ofSession });
export const cancelSession = z.strictObject({ session: ofSession, reason: text(200) });
export const close = z.strictObject({ note: text(500).optional() });
export const cancel = z.strictObject({ reason: text(500) });

export const session = z.object({
  id: sessionId(),
  campaign: z.string(),
  stage: z.enum(['planned', 'held', 'cancelled']),
  at: z.string(),
  place: z.string(),
  area: z.string(),
  people: z.number(),
  materials: z.array(handedOut),
  questions: z.array(question),
  tookPart: z.array(named),
  by: named,
  notedAt: z.string(),
  reason: z.string().optional(),
  /** Counts its changes: 0 while it is new. */
  version: z.number(),
});
export type Session = z.infer<typeof session>;

/** What an index holds of a session: what the public may see of it. */
export const sessionCard = session.pick({
  ...{ id: true, stage: true, at: true, place: true, area: true, people: true, questions: true },
});
export type SessionCard = z.infer<typeof sessionCard>;

/** Numbers that add up. */
const tally = z.object({ sessions: z.number(), people: z.number(), questions: z.number(), materials: z.number() });
export type Tally = z.infer<typeof tally>;

/** What all sessions come to; `planned` are those still to be held. */
export const totals = tally.omit({ materials: true }).extend({
  planned: z.number(),
  materials: z.record(z.string(), z.number()),
  topics: z.record(z.string(), z.number()),
  months: z.record(z.string(), tally),
});
export type Totals = z.infer<typeof totals>;

/** A step of the record: which session, and what it came to before and comes to now. */
export interface Counted {
  session: string;
  before?: Totals;
  after: Totals;
  heldAt?: string;
}

export const campaignData = z.object({
  ...campaignInput.shape,
  unit: z.string(),
  /** The instants at which the first day begins and the last is over. */
  begins: z.string(),
  ends: z.string(),
  by: named,
  openedAt: z.string(),
  silentDays: z.number(),
  /** The days that the unit has off or works on, as they were when it was planned or changed. */
  local: localDays.prefault({}),
  totals,
  /** When the last session was held. */
  lastHeld: z.string().optional(),
  /** What it came to, as it was closed. */
  closed: z.object({ at: z.string(), by: named, note: z.string().optional(), totals }).optional(),
  cancelled: z.object({ at: z.string(), by: named, reason: z.string() }).optional(),
});
export type CampaignData = z.infer<typeof campaignData>;

export const campaignStage = z.enum(['planned', 'running', 'quiet', 'closed', 'cancelled']);
export type CampaignStage = z.infer<typeof campaignStage>;

/** A campaign in a list. */
export const campaignCard = campaignData
  .pick({ name: true, area: true, from: true, until: true, begins: true, ends: true })
  .extend({ id: z.string(), unit: z.string(), stage: campaignStage, sessions: z.number(), people: z.number() });
export type CampaignCard = z.infer<typeof campaignCard>;
