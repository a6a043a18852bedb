import * as z from 'zod';
import { date, text } from '../../../shared/fields.ts';
import { named, openAction } from '../../../shared/workflow/lifecycle.ts';
import { extent, facilityId } from '../schema.ts';

/** Something of a station that does not work, from the first report to its mending. */

export const trouble = z.enum(['broken', 'empty', 'missing', 'dirty', 'unsafe', 'other']);

/** What anybody may report. `once` is made with the form, so that sending it again counts once. */
export const faultReport = z.strictObject({
  facility: facilityId,
  trouble,
  extent: extent.default('some'),
  words: text(500).optional(),
  once: z
    .string()
    .regex(/^[0-9a-f]{20}$/)
    .optional()
    .meta({ widget: 'hidden' }),
});
export type FaultReport = z.infer<typeof faultReport>;

const report = faultReport.pick({ trouble: true, extent: true, words: true }).extend({ at: z.string() });

export const faultData = z.object({
  station: z.string(),
  /** The unit that keeps the station: who acts and is told. */
  unit: z.string(),
  facility: z.string(),
  extent,
  /** The newest reports; `count` is of all. */
  reports: z.array(report),
  count: z.number(),
  openedAt: z.string(),
  /** Milliseconds after which the unit is reminded, as it was configured when the fault was reported. */
  remind: z.object({ acknowledge: z.number(), mend: z.number() }),
  acknowledged: z
    .object({ at: z.string(), by: named, until: z.string().optional(), note: z.string().optional() })
    .optional(),
  closed: z
    .object({ at: z.string(), by: named, as: z.enum(['mended', 'not-found']), note: z.string().optional() })
    .optional(),
});
export type FaultData = z.infer<typeof faultData>;

export const acknowledge = z.strictObject({ until: date().optional(), note: text(500).optional() });
export const mended = z.strictObject({ note: text(500) });
export const notFoundThere = z.strictObject({ note: text(500) });

export const faultStage = z.enum(['reported', 'acknowledged', 'mended', 'not-found']);
export type FaultStage = z.infer<typeof faultStage>;

/** A fault in a list. */
export const faultCard = z.object({
  id: z.string(),
  station: z.string(),
  unit: z.string(),
  facility: z.string(),
  extent,
  trouble,
  words: z.string().optional(),
  count: z.number(),
  openedAt: z.string(),
  closedAt: z.string().optional(),
  stage: faultStage,
});
export type FaultCard = z.infer<typeof faultCard>;

/** The same as people see it. */
export const faultRow = faultCard.extend({
  stationName: z.string(),
  facilityText: z.string(),
  troubleText: z.string(),
  stageText: z.string(),
});

export const faultView = faultRow.extend({
  version: z.number(),
  reports: z.array(report.extend({ troubleText: z.string() })),
  acknowledged: faultData.shape.acknowledged,
  closed: faultData.shape.closed,
  actions: z.array(openAction),
});
export type FaultView = z.infer<typeof faultView>;
