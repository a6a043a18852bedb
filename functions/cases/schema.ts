import * as z from 'zod';
import { coordinates, email, line, phone, text } from '../../shared/fields.ts';
import { named, openAction } from '../../shared/workflow/lifecycle.ts';
import { listOf, recordOf } from '../../shared/workflow/lists.ts';
import { photoView } from '../photos/schema.ts';

/** What every case type shares: how a report names its place and its reporter, and what a case remembers of it. */

/** Where: a township by name or code (with its county where the name is not the only one), and words. */
export const place = z.strictObject({
  township: line(40).meta({ widget: 'township' }),
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .meta({ widget: 'hidden' }),
  words: line(300),
  coordinates: coordinates().optional().meta({ widget: 'coordinates' }),
});
export type Place = z.infer<typeof place>;

export const source = z.enum(['resident', 'ranger']);

export const reporter = z.strictObject({
  source: source.default('resident'),
  name: line(60).optional().meta({ autocomplete: 'name' }),
  phone: phone().optional().meta({ autocomplete: 'tel', inputmode: 'tel' }),
  email: email().optional().meta({ autocomplete: 'email', inputmode: 'email' }),
  address: line(120).optional().meta({ autocomplete: 'street-address' }),
});
export type Reporter = z.infer<typeof reporter>;

/** The privacy notices that reports may consent to, newest first; the text of each stands on the site. */
export const CONSENT_VERSIONS = ['2026-11'] as const;
export const consent = z.enum(CONSENT_VERSIONS);

export const urgency = z.enum(['critical', 'urgent', 'normal']);
export type Urgency = z.infer<typeof urgency>;

/** Delays of a case's clocks in milliseconds, as the unit's settings were at triage. */
export const delays = recordOf(z.number(), 20);

/** So often a reporter may add to a report, and as often the staff; then they call, or write it where it is handled. */
export const MOST_ADDED = 20;
/** Likely duplicates that one case proposes, with what speaks for each; those it was found to be no duplicate of. */
export const MOST_LIKELY = 20;
const MOST_REASONS = 10;
const MOST_KEPT_APART = 200;
/** Reports that are merged into one case. */
export const MOST_MERGED = 500;

/** A case's data, whatever its type. */
export const caseData = z.object({
  /** Township (9 digits) or county (6) of the place. */
  area: z.string(),
  place,
  reporter,
  consent: z.string(),
  /** Digest of the report as sent: the same receipt again with the same content is the same report. */
  content: z.string(),
  submittedBy: z.string().optional(),
  language: z.enum(['zh', 'bo', 'en']).default('zh'),
  number: z.string().optional(),
  /** The unit whose turn it is, and the bureau it belongs to. */
  unit: z.string().optional(),
  bureau: z.string().optional(),
  urgency: urgency.optional(),
  delays: delays.default({}),
  /** Since when somebody is sought who takes it on. */
  waitingSince: z.string().optional(),
  responder: named.optional(),
  /** When something was added to the report, by whom it came from and by the staff; the texts are in the history. */
  addedByReporter: listOf(z.string(), MOST_ADDED, { field: 'text', code: 'added-enough' }).default([]),
  addedByStaff: listOf(z.string(), MOST_ADDED, { field: 'text' }).default([]),
  duplicates: listOf(
    z.object({
      id: z.string(),
      number: z.string().optional(),
      score: z.number(),
      reasons: listOf(z.string(), MOST_REASONS),
    }),
    MOST_LIKELY,
  ).default([]),
  keptApart: listOf(z.string(), MOST_KEPT_APART, { field: 'other' }).default([]),
  duplicateOf: z.object({ id: z.string(), number: z.string().optional() }).optional(),
  merged: listOf(z.object({ id: z.string(), at: z.string() }), MOST_MERGED).default([]),
});
export type CaseData = z.infer<typeof caseData>;

/** Something known, under its label. */
export const labelled = z.object({
  label: z.string(),
  value: z.string(),
  /** What a phone can do with it: call the number (`tel:`), show the place on a map (`geo:`). */
  href: z.string().optional(),
});
export type Labelled = z.infer<typeof labelled>;
export const coded = z.object({ code: z.string(), text: z.string() });

/** What the reporter sees under the receipt. */
export const reportView = z.object({
  receipt: z.string(),
  location: z.string(),
  type: z.string(),
  number: z.string().optional(),
  receivedAt: z.string(),
  stage: coded,
  told: z.array(labelled),
  next: z.object({ text: z.string(), by: z.string().optional() }).optional(),
  history: z.array(z.object({ at: z.string(), text: z.string() })),
  held: z.array(labelled),
  photos: z.array(photoView),
  actions: z.array(openAction),
  rewards: z.array(
    z.object({ id: z.string(), text: z.string(), amountFen: z.number().optional(), by: z.string().optional() }),
  ),
});
export type ReportView = z.infer<typeof reportView>;

/** What the reporter is told at once; all the rest stands at the location. */
export const receivedView = reportView.pick({
  ...{ receipt: true, location: true, type: true, number: true, receivedAt: true, stage: true, next: true },
});
export type ReceivedView = z.infer<typeof receivedView>;

/** What the reporter may add later. */
export const information = z.strictObject({ text: text(2000) });
