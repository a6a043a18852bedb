import * as z from 'zod';
import { line, moment, receipt, text } from '../../shared/fields.ts';
import { listOf } from '../../shared/workflow/lists.ts';
import { MOST_PARTS } from '../../shared/workflow/part-ids.ts';
import { sighting as anySighting } from '../cases/likeness.ts';
import { caseData, consent, place, reporter } from '../cases/schema.ts';
import { classCode, limit } from './species/schema.ts';

/** How the animal is, in words a passer-by can choose from. */
export const condition = z.enum([
  'injured',
  'severely-injured',
  'sick',
  'weak',
  'trapped',
  'strayed',
  'dead',
  'unknown',
]);
export type Condition = z.infer<typeof condition>;

export const intake = z.enum(['report', 'hand-in']);

/** The form of a wildlife report: the one source of the page, the validation, the API description and the type. */
export const report = z.strictObject({
  receipt: receipt().optional().meta({ widget: 'hidden' }),
  intake: intake.default('report'),
  species: line(60).meta({ widget: 'species' }),
  count: z.number().int().min(1).max(1000).default(1),
  dead: z.number().int().min(0).max(1000).default(0),
  condition,
  peopleInDanger: z.boolean().default(false),
  details: text(2000).optional(),
  foundAt: moment(),
  place,
  reporter: reporter.default({ source: 'resident' }),
  wantsReward: z.boolean().default(false),
  consent: consent.meta({ widget: 'consent' }),
  language: z.enum(['zh', 'bo', 'en']).optional().meta({ widget: 'hidden' }),
});
export type Report = z.infer<typeof report>;

/** What the bulletin counts; died_in_treatment and found_dead together are its dead. */
export const outcome = z.enum([
  'released',
  'transferred_to_rescue_centre',
  'transferred_to_institute',
  'died_in_treatment',
  'found_dead',
  'escaped',
]);
export type Outcome = z.infer<typeof outcome>;

/** Who approves where an animal unfit for release goes, the lowest level first. */
export const approvalLevel = z.enum(['county', 'prefecture', 'province', 'national']);

const leg = z.object({
  carrier: z.string(),
  to: z.string(),
  checklist: listOf(z.string(), 10),
  departedAt: z.string(),
  expectedMinutes: z.number(),
  /** How much later than expected is overdue, as the unit's settings were at departure. */
  graceMinutes: z.number().default(0),
  arrivedAt: z.string().optional(),
});

/** One animal of a case, from the assessment on site to its outcome. */
export const animal = z.object({
  id: z.string(),
  state: z.unknown().optional(),
  speciesKey: z.string().optional(),
  nameZh: z.string(),
  scientificName: z.string().optional(),
  classCode,
  condition,
  findings: z.string().optional(),
  assessedAt: z.string(),
  legs: listOf(leg, 20, { field: 'carrier' }).default([]),
  transfer: z
    .object({
      to: z.string(),
      purpose: z.enum(['rehabilitation', 'unfit-for-release']),
      approval: z.object({ level: approvalLevel, number: z.string() }).optional(),
      askedBy: z.string(),
    })
    .optional(),
  outcome: outcome.optional(),
  outcomeAt: z.string().optional(),
  release: z.object({ place: z.string(), suits: z.string() }).optional(),
  death: z.object({ cause: z.string() }).optional(),
  inspection: z.object({ passed: z.boolean(), by: z.string(), report: z.string(), at: z.string() }).optional(),
  disposal: z.object({ method: z.string(), place: z.string(), certificate: z.string(), at: z.string() }).optional(),
});
export type Animal = z.infer<typeof animal>;

export const suggestion = z.object({ key: z.string(), nameZh: z.string(), scientificName: z.string(), classCode });

/** Which species the report means, as far as known: by the list, open (a person must choose), or settled by a person. */
export const identification = z.object({
  status: z.enum(['listed', 'open', 'settled']),
  speciesKey: z.string().optional(),
  nameZh: z.string(),
  scientificName: z.string().optional(),
  classCode: classCode.optional(),
  /** The class is for wild (or land-locked) animals of the species only. */
  limit: limit.optional(),
  suggestions: listOf(suggestion, 20).default([]),
});

/** What the search for duplicates and clusters compares, as the index by area keeps it of each case. */
export const sighting = anySighting.extend({
  species: z.string(),
  speciesKey: z.string().optional(),
  dead: z.number(),
});
export type Sighting = z.infer<typeof sighting>;

/** A cluster of more cases is an alarm all the same; so many of them are named. */
export const MOST_IN_CLUSTER = 100;

/** A wildlife case's data: the statechart's context. */
export const wildlifeData = caseData.extend({
  report: report.omit({ receipt: true, place: true, reporter: true, consent: true, language: true }),
  identification: identification.optional(),
  animals: listOf(animal, MOST_PARTS, { field: 'count', code: 'too-many-animals' }).default([]),
  acceptedAt: z.string().optional(),
  departedAt: z.string().optional(),
  arrivedAt: z.string().optional(),
  closedAt: z.string().optional(),
  cluster: listOf(z.string(), MOST_IN_CLUSTER).optional(),
});
export type WildlifeData = z.infer<typeof wildlifeData>;

/** The inputs of the actions on a case. */
export const accept = z.strictObject({
  etaMinutes: z.number().int().min(0).max(2880).optional(),
  note: line(200).optional(),
});
export const note = z.strictObject({ note: text(1000).optional() });
export const reason = z.strictObject({ reason: text(1000) });
export const reassign = z.strictObject({ unit: line(60).meta({ widget: 'unit' }), reason: text(1000) });
export const identify = z.strictObject({
  speciesKey: line(100).optional().meta({ widget: 'species' }),
  unlistedName: line(60).optional(),
});
export const assess = z.strictObject({
  speciesKey: line(100).optional().meta({ widget: 'species' }),
  unlistedName: line(60).optional(),
  condition,
  count: z.number().int().min(1).max(MOST_PARTS).default(1),
  findings: text(2000).optional(),
});

/** The inputs of the actions on one animal. */
export const CHECKLIST = ['crate-secured', 'covered-and-quiet', 'water', 'temperature', 'papers'] as const;
export const startTransport = z.strictObject({
  carrier: line(60),
  to: line(120),
  expectedMinutes: z.number().int().min(5).max(2880),
  checklist: z.array(z.enum(CHECKLIST)).min(1).max(CHECKLIST.length),
});
export const endTransport = z.strictObject({ note: text(1000).optional() });
export const logCare = z.strictObject({
  treatment: text(1000),
  drugs: line(200).optional(),
  weightGrams: z.number().int().min(1).max(5_000_000).optional(),
});
export const requestTransfer = z.strictObject({
  to: line(60).meta({ widget: 'unit' }),
  purpose: z.enum(['rehabilitation', 'unfit-for-release']),
  approvalLevel: approvalLevel.optional(),
  approvalNumber: line(60).optional(),
});
export const release = z.strictObject({ place: line(200), suits: text(1000) });
export const recordDeath = z.strictObject({ cause: text(1000) });
export const recordEscape = z.strictObject({ note: text(1000) });
export const inspect = z.strictObject({ passed: z.boolean().default(false), inspector: line(60), report: text(1000) });
export const dispose = z.strictObject({
  method: z.enum(['deep-burial', 'incineration', 'chemical', 'specimen']),
  place: line(200),
  certificate: line(60),
});
