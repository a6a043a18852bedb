import * as z from 'zod';
import { date, fen, line, moment, phone, receipt, text } from '../../shared/fields.ts';
import { by } from '../../shared/workflow/lifecycle.ts';
import { listOf } from '../../shared/workflow/lists.ts';
import { MOST_PARTS } from '../../shared/workflow/part-ids.ts';
import { sighting as anySighting } from '../cases/likeness.ts';
import { caseData, consent, place, reporter, source } from '../cases/schema.ts';

export const species = z.enum(['yak', 'cattle', 'sheep', 'goat', 'horse', 'pig', 'poultry', 'dog', 'other']);

/** What is wrong, as a herder says it on the telephone. */
export const problem = z.enum([
  'difficult-birth',
  'injury',
  'poisoning',
  'sick',
  'sudden-death',
  'epidemic-signs',
  'other',
]);

/** The form of a livestock emergency: the one source of the page, the validation, the API description and the type. */
export const report = z.strictObject({
  receipt: receipt().optional().meta({ widget: 'hidden' }),
  species,
  problem,
  since: moment(),
  count: z.number().int().min(1).max(10_000).default(1),
  dead: z.number().int().min(0).max(10_000).default(0),
  details: text(2000).optional(),
  place,
  wayThere: line(200).optional(),
  waiting: line(60).optional(),
  waitingPhone: phone().optional().meta({ inputmode: 'tel' }),
  reporter: reporter.extend({ source: source.default('resident').meta({ widget: 'hidden' }) }),
  consent: consent.meta({ widget: 'consent' }),
  language: z.enum(['zh', 'bo', 'en']).optional().meta({ widget: 'hidden' }),
});
export type Report = z.infer<typeof report>;

/** Which animal of a birth it is; `single` where nothing is born. */
export const role = z.enum(['dam', 'young', 'single']);
export const outcome = z.enum(['alive', 'died', 'stillborn', 'slaughtered']);

const treatment = z.object({
  at: z.string(),
  by: z.string(),
  procedure: z.string(),
  drugs: z.string().optional(),
  /** The last date on which neither milk nor meat may be used. */
  withdrawnUntil: z.string().optional(),
  people: listOf(z.string(), 12),
});
export type Treatment = z.infer<typeof treatment>;

/** One animal of a case, from the examination on site to its outcome; mother and young apart. */
export const animal = z.object({
  id: z.string(),
  state: z.unknown().optional(),
  role,
  species,
  findings: z.string(),
  examinedAt: z.string(),
  treatments: listOf(treatment, 40, { field: 'procedure' }).default([]),
  outcome: outcome.optional(),
  outcomeAt: z.string().optional(),
  note: z.string().optional(),
});
export type Animal = z.infer<typeof animal>;

/** What the search for duplicates compares, as the index by area keeps it of each case. */
export const sighting = anySighting.extend({ species, problem });
export type Sighting = z.infer<typeof sighting>;

export const verdict = z.enum(['ruled-out', 'confirmed']);

/** What the county says of a suspicion, and who said it. */
const ruling = z.object({ verdict, ruledAt: z.string(), ruledBy: by.optional() });

export const MOST_RULINGS = 10;

/** A suspected epidemic: open until the county has said what it is. */
export const epidemic = ruling.partial().extend({
  at: z.string(),
  by,
  /** As far as anybody described them. */
  signs: z.string().optional(),
  /** Rulings that were corrected since, oldest first; the newest. */
  corrected: listOf(ruling, MOST_RULINGS).default([]),
});
export type Epidemic = z.infer<typeof epidemic>;

export const MOST_VISITS = 12;
export const MOST_EPIDEMICS = 10;

/** A livestock case's data: the statechart's context. */
export const livestockData = caseData.extend({
  report: report.omit({ receipt: true, place: true, reporter: true, consent: true, language: true }),
  /** The unit above the station: asked last, and alarmed first where an epidemic is suspected. */
  county: z.string().optional(),
  animals: listOf(animal, MOST_PARTS, { field: 'count', code: 'too-many-animals' }).default([]),
  /** The last suspicion, and the newest of those before it that were ruled on; all are in the history. */
  epidemic: epidemic.optional(),
  earlierEpidemics: listOf(epidemic, MOST_EPIDEMICS).default([]),
  team: listOf(z.string(), 12).default([]),
  instruments: z.string().optional(),
  /** What was said on the telephone where nobody had to go. */
  advice: z.string().optional(),
  followUp: z.object({ on: z.string(), purpose: z.string() }).optional(),
  /** The newest; all are in the history. */
  visits: listOf(z.object({ at: z.string(), by: z.string(), findings: z.string() }), MOST_VISITS).default([]),
  acceptedAt: z.string().optional(),
  departedAt: z.string().optional(),
  arrivedAt: z.string().optional(),
  closedAt: z.string().optional(),
  lossAvertedFen: z.number().int().optional(),
});
export type LivestockData = z.infer<typeof livestockData>;

/** The inputs of the actions on a case. */
export const accept = z.strictObject({ note: line(200).optional() });
export const reason = z.strictObject({ reason: text(1000) });
export const reassign = z.strictObject({ unit: line(60).meta({ widget: 'unit' }), reason: text(1000) });
export const depart = z.strictObject({
  people: z.array(line(60)).min(1).max(12),
  instruments: line(200).optional(),
});
export const arrive = z.strictObject({ note: text(1000).optional() });
export const advise = z.strictObject({ advice: text(1000) });
export const examine = z.strictObject({
  role: role.default('single'),
  species,
  count: z.number().int().min(1).max(MOST_PARTS).default(1),
  findings: text(2000),
});
export const suspectEpidemic = z.strictObject({ signs: text(1000) });
export const ruleOnEpidemic = z.strictObject({ verdict, note: text(1000) });
export const correctVerdict = z.strictObject({ verdict, reason: text(1000) });
export const planFollowUp = z.strictObject({ on: date(), purpose: line(200) });
export const recordFollowUp = z.strictObject({ findings: text(2000) });
export const close = z.strictObject({
  lossAvertedFen: fen(),
  note: text(1000).optional(),
});

/** The inputs of the actions on one animal. */
export const treat = z.strictObject({
  procedure: text(1000),
  drugs: line(200).optional(),
  withdrawalDays: z.number().int().min(0).max(365).optional(),
  people: z.array(line(60)).max(12).default([]),
});
export const recordOutcome = z.strictObject({ outcome, note: text(1000).optional() });
