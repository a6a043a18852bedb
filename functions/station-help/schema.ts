import * as z from 'zod';
import { line, moment, receipt, text } from '../../shared/fields.ts';
import { listOf } from '../../shared/workflow/lists.ts';
import { caseData, consent, reporter, source } from '../cases/schema.ts';

export const kind = z.enum(['mediation', 'urgent']);
export type Kind = z.infer<typeof kind>;

/** The form of help that is asked for at a rest station; its place is the station's own. */
export const report = z.strictObject({
  receipt: receipt().optional().meta({ widget: 'hidden' }),
  station: line(60).meta({ widget: 'station' }),
  kind,
  matter: text(2000),
  reporter: reporter
    .omit({ address: true })
    .extend({ source: source.default('resident').meta({ widget: 'hidden' }) })
    .default({ source: 'resident' }),
  consent: consent.meta({ widget: 'consent' }),
  language: z.enum(['zh', 'bo', 'en']).optional().meta({ widget: 'hidden' }),
});
export type Report = z.infer<typeof report>;

export const mediationResult = z.enum(['agreed', 'not-agreed', 'withdrawn']);

/** A mediation as it was held. */
const mediation = z.object({
  heldAt: z.string(),
  where: z.string(),
  parties: listOf(z.string(), 12),
  result: mediationResult,
  agreement: z.string().optional(),
  note: z.string().optional(),
  by: z.string(),
});

export const helpResult = z.enum(['helped', 'handed-on', 'nobody-there']);
export const checkResult = z.enum(['kept', 'not-kept']);

export const MOST_CHECKS = 10;

/** The data of help at a station: the statechart's context. */
export const helpData = caseData.extend({
  report: report.pick({ station: true, kind: true, matter: true }),
  stationName: z.string().optional(),
  /** The post in the station's building, asked first where it is urgent; the unit that keeps the station; the union above it. */
  post: z.string().optional(),
  keeper: z.string().optional(),
  union: z.string().optional(),
  /** When somebody first accepted; the figures count the minutes until then. */
  acceptedAt: z.string().optional(),
  help: z.object({ at: z.string(), by: z.string(), what: z.string(), result: helpResult }).optional(),
  planned: z.object({ at: z.string(), where: z.string() }).optional(),
  mediations: listOf(mediation, 10, { field: 'heldAt' }).default([]),
  /** The newest; all are in the history. */
  checks: listOf(
    z.object({ at: z.string(), by: z.string(), result: checkResult, note: z.string() }),
    MOST_CHECKS,
  ).default([]),
  referredTo: z.string().optional(),
  reopened: z.number().default(0),
  closedAt: z.string().optional(),
});
export type HelpData = z.infer<typeof helpData>;

/** The inputs of the actions. */
export const accept = z.strictObject({ note: line(200).optional() });
export const reason = z.strictObject({ reason: text(1000) });
export const recordHelp = z.strictObject({ what: text(2000), result: helpResult });
export const planMediation = z.strictObject({ at: moment(), where: line(200), note: text(1000).optional() });
export const recordMediation = z.strictObject({
  heldAt: moment(),
  where: line(200),
  parties: z.array(line(60)).min(2).max(12),
  result: mediationResult,
  agreement: text(4000).optional(),
  note: text(1000).optional(),
});
export const recordCheck = z.strictObject({ result: checkResult, note: text(1000) });
export const refer = z.strictObject({ to: line(120), reason: text(1000) });
