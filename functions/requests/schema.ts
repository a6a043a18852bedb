import * as z from 'zod';
import { line, receipt, text } from '../../shared/fields.ts';
import { named } from '../../shared/workflow/lifecycle.ts';
import { listOf } from '../../shared/workflow/lists.ts';
import { caseData, consent, place, reporter, source } from '../cases/schema.ts';

export const kind = z.enum(['question', 'help', 'suggestion', 'complaint', 'urgent']);
export type Kind = z.infer<typeof kind>;

/** The form of a request: the one source of the page, the validation, the API description and the type. */
export const report = z.strictObject({
  receipt: receipt().optional().meta({ widget: 'hidden' }),
  kind,
  matter: text(2000),
  place,
  reporter: reporter.extend({ source: source.default('resident').meta({ widget: 'hidden' }) }),
  consent: consent.meta({ widget: 'consent' }),
  language: z.enum(['zh', 'bo', 'en']).optional().meta({ widget: 'hidden' }),
});
export type Report = z.infer<typeof report>;

/** Another unit that is asked for its opinion; the request stays where it is. */
export const consultation = z.object({
  id: z.string(),
  state: z.unknown().optional(),
  unit: z.string(),
  question: z.string(),
  askedAt: z.string(),
  opinion: z.string().optional(),
  givenBy: named.optional(),
  givenAt: z.string().optional(),
});
export type Consultation = z.infer<typeof consultation>;

export const callResult = z.enum(['settled', 'not-settled', 'no-answer']);
const call = z.object({ at: z.string(), by: named, result: callResult, note: z.string().optional() });
export type Call = z.infer<typeof call>;

const rating = z.number().int().min(1).max(5);

export const MOST_CALLS = 30;

/** A request's data: the statechart's context. `responder` is its one lead. */
export const requestData = caseData.extend({
  report: report.pick({ kind: true, matter: true }),
  /** No route led here: the platform holds it until somebody has given it on. */
  unrouted: z.boolean().default(false),
  consultations: listOf(consultation, 10, { field: 'unit' }).default([]),
  /** How many attempts on different days stand for a person who cannot be reached, as the unit's settings were at triage. */
  attempts: z.number().default(3),
  answer: z.object({ text: z.string(), at: z.string(), by: named }).optional(),
  /** The newest; all are in the history. */
  calls: listOf(call, MOST_CALLS).default([]),
  extension: z.object({ workingDays: z.number(), reason: z.string(), at: z.string() }).optional(),
  reopened: z.number().default(0),
  rating: rating.optional(),
  late: z.boolean().default(false),
  takenAt: z.string().optional(),
  closedAt: z.string().optional(),
});
export type RequestData = z.infer<typeof requestData>;

/** The inputs of the actions on a request. */
export const take = z.strictObject({ note: line(200).optional() });
export const reason = z.strictObject({ reason: text(1000) });
export const assignLead = z.strictObject({ person: line(200).meta({ widget: 'person' }) });
export const reassign = z.strictObject({ unit: line(60).meta({ widget: 'unit' }), reason: text(1000) });
export const consult = z.strictObject({ unit: line(60).meta({ widget: 'unit' }), question: text(1000) });
export const giveOpinion = z.strictObject({ opinion: text(2000) });
export const extend = z.strictObject({ workingDays: z.number().int().min(1).max(15), reason: text(1000) });
export const answer = z.strictObject({ text: text(4000) });
export const settle = z.strictObject({ rating: rating.optional(), note: text(1000).optional() });
export const recordCall = z.strictObject({
  result: callResult,
  rating: rating.optional(),
  note: text(1000).optional(),
});
